#!/bin/sh
# idx2numpy 1.2.3 and NumPy 2.4.6, Python 3.11: writing an array that it has read.
#
# Guessed: what it reads from an IDX file it can write to one.
# Seen: arrays of bytes, yes. Numbers of more than one byte are read as they are in the
# file, big-endian, and such an array is refused: only the machine's own order is known
# to the writer, by name. (read.astype(float) is equal, and is written.)
#
#     uint8, int8                        there and back
#     int16, int32, float32, float64     FormatError: type not supported by IDX format
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet idx2numpy==1.2.3 numpy==2.4.6
"$folder/venv/bin/python" - <<'PYTHON'
import idx2numpy
import numpy as np

for name in "uint8", "int8", "int16", "int32", "float32", "float64":
    written = idx2numpy.convert_to_string(np.arange(3, dtype=name))
    read = idx2numpy.convert_from_string(written)
    assert np.array_equal(read, [0, 1, 2])
    try:
        idx2numpy.convert_to_string(read)
        said = "there and back"
    except Exception as error:
        said = f"{type(error).__name__}: {error}"
    print(f"{name:8} read as {read.dtype}: {said}")
    assert (said == "there and back") == (np.dtype(name).itemsize == 1)
    assert idx2numpy.convert_to_string(read.astype(name)) == written
PYTHON
