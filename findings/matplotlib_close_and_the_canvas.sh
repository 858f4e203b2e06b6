#!/bin/sh
# matplotlib 3.10.8 and 3.11.2, Python 3.11: figure.canvas after plt.close(figure).
#
# Guessed: plt.close takes the window away and forgets the figure; a figure that somebody
# still holds stays what it was, so that its pixels can be had from its canvas.
# Seen: so it is in 3.10.8. In 3.11.2 the figure gets another canvas, a bare
# FigureCanvasBase: figure.canvas.buffer_rgba is missing. figure.savefig works in both.
#
#     3.10.8   FigureCanvasAgg, buffer_rgba
#     3.11.2   FigureCanvasBase, no buffer_rgba
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for version in 3.10.8 3.11.2; do
  python3 -m venv "$folder/$version"
  "$folder/$version/bin/pip" install --quiet matplotlib==$version
  MPLBACKEND=agg "$folder/$version/bin/python" -W error - "$folder/a.png" <<'PYTHON'
import sys

import matplotlib
import matplotlib.pyplot as plt

figure = plt.figure()
before = figure.canvas
figure.canvas.draw()
assert figure.canvas.buffer_rgba()
plt.close(figure)
after = type(figure.canvas).__name__
has_pixels = hasattr(figure.canvas, "buffer_rgba")
print(f"matplotlib {matplotlib.__version__}: {after}, buffer_rgba {has_pixels}")
figure.savefig(sys.argv[1])
if matplotlib.__version__ == "3.10.8":
    assert figure.canvas is before and has_pixels
else:
    assert after == "FigureCanvasBase" and not has_pixels
PYTHON
done
