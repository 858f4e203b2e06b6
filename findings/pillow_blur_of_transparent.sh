#!/bin/sh
# Pillow 13.0.0 and NumPy 2.4.6, Python 3.11: filter() of an image with transparency.
#
# Guessed: the color of what is wholly transparent does not matter: blurring mixes only
# the colors that can be seen, as resize, rotate and transform do.
# Seen: filter(BoxBlur) and filter(GaussianBlur) mix the four numbers of each pixel, one
# by one. A transparent ground is mostly kept as black, so a white shape on it gets a
# grey rim; with resize it stays white.
#
#     the mean of a transparent pixel and two white ones
#     resize, BOX   255 255 255, opacity 170
#     BoxBlur(1)    170 170 170, opacity 170
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet pillow==13.0.0 numpy==2.4.6
"$folder/venv/bin/python" -W error - <<'PYTHON'
import numpy as np
from PIL import Image, ImageFilter

pixels = np.zeros((9, 9, 4), dtype=np.uint8)
pixels[:, 4:] = 255
image = Image.fromarray(pixels)
assert image.mode == "RGBA"
small = np.asarray(image.resize((3, 9), Image.Resampling.BOX))[4, 1]
blurred = np.asarray(image.filter(ImageFilter.BoxBlur(1)))[4, 4]
print("resize, BOX", small.tolist())
print("BoxBlur(1)", blurred.tolist())
assert small.tolist() == [255, 255, 255, 170]
assert blurred.tolist() == [170] * 4
PYTHON
