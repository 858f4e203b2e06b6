#!/bin/sh
# python-mnist 0.7, Python 3.11: load_training_in_batches.
#
# Guessed: four images in batches of two are two batches.
# Seen: they are three, the last of them empty, whenever the batches come out even, as
# 60000 images in batches of 100 do: the mean over a batch is nan then, or an error.
#
#     4 images, batch size 2   2 2 0
#     5 images, batch size 2   2 2 1
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet python-mnist==0.7
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import struct
from pathlib import Path

from mnist import MNIST

for m, expected in (4, [2, 2, 0]), (5, [2, 2, 1]):
    images = struct.pack(">4I", 2051, m, 28, 28) + bytes(m * 784)
    Path("train-images-idx3-ubyte").write_bytes(images)
    labels = struct.pack(">2I", 2049, m) + bytes(m)
    Path("train-labels-idx1-ubyte").write_bytes(labels)
    sizes = [len(X) for X, _ in MNIST(".").load_training_in_batches(2)]
    print(f"{m} images, batch size 2:", *sizes)
    assert sizes == expected
PYTHON
