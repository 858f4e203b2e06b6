"""Read a file in IDX format, the format of MNIST: a header, then bytes.

The format is described in data/readme.txt. The files may be packed by gzip or not, and
have the names that browsers and other sources give them.
"""

from terminal import FileError, InputError

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


def open_idx(filename):
    """The file, under one of its names, opened to read what is in it, packed or not."""
    found_file = find(filename)
    with found_file.open("rb") as file:
        is_packed = file.read(2) == b"\x1f\x8b"
    return gzip.open(found_file) if is_packed else found_file.open("rb")


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
        with open_idx(filename) as file:
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
    names = ["train-images-idx3-ubyte.gz", "t10k-images-idx3-ubyte.gz"]
    train_size, test_size = (image_size(folder / name) for name in names)
    if train_size != test_size:
        raise FileError(
            f"Images of two sizes in {folder}, please replace its files: "
            f"{names[0]} has {train_size} pixels, {names[1]} {test_size}."
        )


def image_size(filename):
    """Rows and columns of the images in a file, such as 28 x 28, as text."""
    with open_idx(filename) as file:
        n_rows, n_columns = struct.unpack(">8x2I", file.read(16))
    return f"{n_rows} x {n_columns}"


def as_square(pixels):
    """The pixels (n,) of an image, one row below another: 784 become (28, 28).

    Raises InputError if they fill no square.
    """
    side = math.isqrt(pixels.size)
    if side**2 != pixels.size:
        raise InputError(
            f"An image of {pixels.size} pixels is no square. Only squares are drawn."
        )
    return pixels.reshape(side, side)
