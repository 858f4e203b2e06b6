#!/bin/sh
# NumPy 2.4.6, Python 3.11: np.fromfile and tofile with a file of gzip.open.
#
# Guessed: as with any open file, they read and write what file.read and file.write do;
# or they refuse a file that is no plain one, as they refuse io.BytesIO.
# Seen: both take the file below it by its number, and pass gzip by, without a word.
# np.fromfile gives the compressed bytes, header and all; tofile writes the bare numbers
# over gzip's header, and nothing can read that file. (MNIST's files are such files.)
#
#     file.read()        0 1 2 3 ..., 1000 bytes
#     np.fromfile(file)  31 139 8 ..., fewer than 1000 bytes
#     x.tofile(file)     gzip.decompress: BadGzipFile
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet numpy==2.4.6
cd "$folder"
"$folder/venv/bin/python" -W error - <<'PYTHON'
import gzip
import io
from pathlib import Path

import numpy as np

x = np.arange(1000).astype(np.uint8)
Path("x.gz").write_bytes(gzip.compress(x.tobytes()))
with gzip.open("x.gz") as file:
    assert file.read() == x.tobytes()
with gzip.open("x.gz") as file:
    read = np.fromfile(file, dtype=np.uint8)
print("np.fromfile(file)", read[:3], read.size)
assert read[:3].tolist() == [31, 139, 8] and read.size < 1000

with gzip.open("y.gz", "wb") as file:
    x.tofile(file)
written = Path("y.gz").read_bytes()
assert written[:5] == x[:5].tobytes()
try:
    gzip.decompress(written)
    raise SystemExit("tofile wrote what gzip can read")
except gzip.BadGzipFile as error:
    print("x.tofile(file)", error)

try:
    np.fromfile(io.BytesIO(x.tobytes()), dtype=np.uint8)
    raise SystemExit("np.fromfile took io.BytesIO")
except io.UnsupportedOperation as error:
    print("np.fromfile(io.BytesIO)", error)
PYTHON
