#!/bin/sh
# Pillow 13.0.0 and NumPy 2.4.6, Python 3.11: resize() of an image in mode 1 or P.
#
# Guessed: with resample=BOX each new pixel is the mean of those that it covers, rounded
# to one of the image's colors: of black and white stripes something is left.
# Seen: in the modes 1 (two colors) and P (a palette) the filter that is asked for is
# dropped without a word; each new pixel is one of the old ones. Stripes of a pixel each
# become all black, and thin strokes of a scanned digit vanish. In mode L they are gray.
#
#     1, P: 0 0 0 0    L: 128 128 128 128
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pillow==13.0.0 numpy==2.4.6
"$folder/venv/bin/python" -W error - <<'PYTHON'
import numpy as np
from PIL import Image

stripes = np.zeros((8, 8), dtype=np.uint8)
stripes[::2] = 255
gray = Image.fromarray(stripes)
for mode, expected in [("1", 0), ("P", 0), ("L", 128)]:
    image = gray.convert(mode)
    assert np.array_equal(image.convert("L"), stripes)
    small = image.resize((8, 4), Image.Resampling.BOX)
    seen = np.asarray(small.convert("L"))
    print(mode, seen[:, 0].tolist())
    assert small.mode == mode and np.all(seen == expected)
PYTHON
