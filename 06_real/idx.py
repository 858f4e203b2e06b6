"""Read a file in IDX format, the format of MNIST: a header, then bytes.

The format is described in data/readme.txt. The files may be packed by gzip or not, and
have the names that browsers and other sources give them.
"""

from terminal import FileError

import gzip
import math
import struct
import zlib
from pathlib import Path

import numpy as np

CHUNK = 2**24  # bytes: a header may announce any number, but no more memory is taken


def find(filename):
    """The file, or the same one unpacked, or with a dot in its name for a hyphen.

    Raises FileError, with the names that were looked for, if there is none of them.
    """
    filename = Path(filename)
    unpacked = filename.with_name(filename.name.removesuffix(".gz"))
    dotted = unpacked.with_name(unpacked.name.replace("-idx", ".idx"))
    names = [filename, unpacked, dotted, dotted.with_name(f"{dotted.name}.gz")]
    for name in names:
        if name.exists() or name.is_symlink():
            return name
    others = ", ".join(dict.fromkeys(name.name for name in names[1:]))
    raise FileError(
        f"Cannot read {filename}, please replace it: "
        f"there is no such file, nor {others}"
    )


def read(file, n_bytes):
    """The next n_bytes of a file, or fewer where it ends, taken in small portions."""
    portions = []
    while n_bytes > 0 and (portion := file.read(min(n_bytes, CHUNK))):
        portions.append(portion)
        n_bytes -= len(portion)
    return b"".join(portions)


def load_idx(filename, magic):
    """The bytes of an IDX file, in the shape that its header gives.

    The header holds big-endian numbers of four bytes: the magic number, whose last
    byte is the number of dimensions, then the size of each dimension. Raises FileError
    if the file cannot be read, is damaged, or has another magic number.
    """
    found_file = find(filename)
    n_dimensions = magic % 256
    try:
        with found_file.open("rb") as file:
            is_packed = file.read(2) == b"\x1f\x8b"
        with gzip.open(found_file) if is_packed else found_file.open("rb") as file:
            header = file.read(4 + 4 * n_dimensions)
            found, *shape = struct.unpack(f">{1 + n_dimensions}I", header)
            n_bytes = math.prod(shape)
            if found != magic:
                raise ValueError(f"its magic number is {found}, not {magic}")
            if n_bytes == 0:
                raise ValueError("its header announces 0 bytes")
            content = read(file, n_bytes + 1)
            if len(content) != n_bytes:
                raise ValueError(f"{n_bytes} bytes should follow its header")
    except (OSError, EOFError, ValueError, struct.error, zlib.error) as error:
        what_to_do = f"Cannot read {found_file}, please replace it"
        raise FileError(f"{what_to_do}: {error}") from None
    return np.frombuffer(content, dtype=np.uint8).reshape(shape)


def check_digits(labels, filename):
    """Raise FileError if a label is no digit from 0 to 9, as where they are letters."""
    others = np.flatnonzero((labels < 0) | (labels > 9))
    if others.size > 0:
        raise FileError(
            f"Cannot use {filename}: label {labels.ravel()[others[0]]} at position "
            f"{others[0]} is no digit from 0 to 9."
        )


def check_sizes(folder, X_train, Y_train, X_test, Y_test):
    """Raise FileError if labels are not as many as images, or images of two sizes."""
    if (X_train.shape[0], X_test.shape[0]) != (Y_train.shape[0], Y_test.shape[0]):
        raise FileError(
            f"Not as many labels as images in {folder}, please replace its files."
        )
    if X_train.shape[1] != X_test.shape[1]:
        raise FileError(
            f"Images of two sizes in {folder}, please replace its files: "
            f"train-images has rows of {X_train.shape[1]} numbers, "
            f"t10k-images of {X_test.shape[1]}."
        )
