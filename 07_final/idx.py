"""Supporting code, skip at first: files in IDX format, that of MNIST.

data/readme.txt describes the format. The files may be packed by gzip or not, and have a
dot in their names for a hyphen, as browsers and other sources give them.
"""

from terminal import InputError

import gzip
import math
import struct
import zlib
from pathlib import Path

import numpy as np


def find(filename):
    """The file under one of its names; the one given, if there is none of them."""
    path = Path(filename)
    names = [path, path.with_name(path.name.removesuffix(".gz"))]
    names += [name.with_name(name.name.replace("-idx", ".idx")) for name in names]
    return next(filter(Path.exists, names), path)


def load_idx(filename, magic):
    """The bytes of an IDX file, in the shape that its header gives.

    The header holds big-endian numbers of four bytes: the magic number, whose last
    byte is the number of dimensions, then the size of each dimension. Raises InputError
    if the file cannot be read, is damaged, or has another magic number.
    """
    path = find(filename)
    try:
        content = path.read_bytes()
        if content.startswith(b"\x1f\x8b"):
            content = gzip.decompress(content)
        found, *shape = struct.unpack_from(f">{1 + magic % 256}I", content)
        pixels = np.frombuffer(content, dtype=np.uint8, offset=4 + 4 * len(shape))
        if found != magic:
            raise ValueError(f"its magic number is {found}, not {magic}")
        if pixels.size != math.prod(shape) or pixels.size == 0:
            raise ValueError(f"{math.prod(shape)} bytes should follow its header")
    except (OSError, EOFError, ValueError, struct.error, zlib.error) as error:
        raise InputError(f"Cannot read {path}, please replace it: {error}") from None
    return pixels.reshape(shape)


def check_digits(labels, filename):
    """Raise InputError if a label is no digit from 0 to 9, but a letter's number."""
    if labels.max() > 9:
        raise InputError(f"Cannot use {filename}: label {labels.max()} is no digit.")


def check_sizes(folder, X_train, Y_train, X_test, Y_test):
    """Raise InputError if labels are not as many as images, or images of two sizes."""
    if (len(X_train), len(X_test)) != (len(Y_train), len(Y_test)):
        raise InputError(f"Not as many labels as images in {folder}: replace them.")
    if X_train.shape[1:] != X_test.shape[1:]:
        raise InputError(f"Images of two sizes in {folder}: please replace its files.")


def as_square(pixels):
    """Pixels (n,), row by row, as a square: 784 become (28, 28). Else InputError."""
    side = math.isqrt(pixels.size)
    if side**2 != pixels.size:
        raise InputError(f"An image of {pixels.size} pixels is no square to draw.")
    return pixels.reshape(side, side)
