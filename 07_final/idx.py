"""Read a file in IDX format, the format of MNIST: a header, then bytes.

The format is described in data/readme.txt.
"""

from terminal import FileError

import gzip
import math
import struct
import zlib

import numpy as np

LARGEST = 100_000_000  # bytes, twice as many as the largest of the four files holds


def load_idx(filename, magic):
    """The bytes of a gzipped IDX file, in the shape that its header gives.

    The header holds big-endian numbers of four bytes: the magic number, whose last
    byte is the number of dimensions, then the size of each dimension. Raises FileError
    if the file cannot be read, is damaged, or has another magic number.
    """
    n_dimensions = magic % 256
    try:
        with gzip.open(filename) as file:
            header = file.read(4 + 4 * n_dimensions)
            found, *shape = struct.unpack(f">{1 + n_dimensions}I", header)
            n_bytes = math.prod(shape)
            if found != magic:
                raise ValueError(f"its magic number is {found}, not {magic}")
            if not 0 < n_bytes <= LARGEST:
                raise ValueError(f"its header announces {n_bytes} bytes")
            content = file.read(n_bytes + 1)
            if len(content) != n_bytes:
                raise ValueError(f"{n_bytes} bytes should follow its header")
    except (OSError, EOFError, ValueError, struct.error, zlib.error) as error:
        what_to_do = f"Cannot read {filename}, please replace it"
        raise FileError(f"{what_to_do}: {error}") from None
    return np.frombuffer(content, dtype=np.uint8).reshape(shape)
