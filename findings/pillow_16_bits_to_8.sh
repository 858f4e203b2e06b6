#!/bin/sh
# Pillow 13.0.0 and NumPy 2.4.6, Python 3.11: a PNG file of 16 bits, convert("L").
#
# Guessed: convert("L") brings 0..65535 to 0..255, as it does for everything else that
# becomes a gray image.
# Seen: it keeps the numbers and cuts off at 255. Whatever is brighter than a 257th of
# white is white: a scan of 16 bits becomes a white sheet, without a warning.
#
#     0 255 256 32768 65535   I;16
#     0 255 255   255   255   L
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pillow==13.0.0 numpy==2.4.6
"$folder/venv/bin/python" -W error - "$folder/gray.png" <<'PYTHON'
import sys

import numpy as np
from PIL import Image

gray = np.array([[0, 255, 256, 32768, 65535]], dtype=np.uint16)
Image.fromarray(gray).save(sys.argv[1])
image = Image.open(sys.argv[1])
print(np.asarray(image).tolist(), image.mode)
assert image.mode == "I;16" and np.array_equal(image, gray)
seen = np.asarray(image.convert("L")).tolist()
print(seen, "L")
assert seen == [[0, 255, 255, 255, 255]]
PYTHON
