#!/bin/sh
# matplotlib 3.11.2, Python 3.11: the key k over a Slider.
#
# Guessed: a slider is a control. matplotlib's keys, such as k for a logarithmic x-axis,
# concern the axes of plots; a slider's axes refuse pan and zoom, too (get_navigate() is
# False).
# Seen: k makes the slider's own axes logarithmic. The same click sets another value from
# then on. (Where a slider's values begin below 0, its middle is lost altogether.)
#
#     slider from 1 to 100, a click in the middle   50.5
#     k, and that click again                       10.0
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet matplotlib==3.11.2
MPLBACKEND=agg "$folder/venv/bin/python" - <<'PYTHON'
import matplotlib.pyplot as plt
from matplotlib.backend_bases import KeyEvent, MouseEvent
from matplotlib.widgets import Slider

figure = plt.figure()
canvas = figure.canvas
ax = figure.add_axes([0.2, 0.4, 0.6, 0.1])
slider = Slider(ax, "value", 1, 100, valinit=1)
x, y = ax.bbox.x0 + ax.bbox.width / 2, ax.bbox.y0 + ax.bbox.height / 2


def click():
    for name in "button_press_event", "button_release_event":
        canvas.callbacks.process(name, MouseEvent(name, canvas, x, y, 1))
    return round(float(slider.val), 6)


before = click(), ax.get_xscale(), ax.get_navigate()
name = "key_press_event"
canvas.callbacks.process(name, KeyEvent(name, canvas, "k", x, y))
after = click(), ax.get_xscale(), ax.get_navigate()
print("click in the middle:", before)
print("k, and that click again:", after)
assert before == (50.5, "linear", False) and after == (10.0, "log", False)
PYTHON
