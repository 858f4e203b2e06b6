#!/bin/sh
# matplotlib 3.11.2, Python 3.11: Slider.set_val with a number beyond the slider's ends.
#
# Guessed: a slider from 1 to 100 has a value from 1 to 100, whoever sets it: what the
# mouse, valinit and RangeSlider.set_val give is kept within the ends.
# Seen: set_val takes any number, and on_changed gets it: neither the slider's ends nor
# its valstep matter.
#
#     Slider(ax, "", 1, 100, valinit=1000).val    100
#     slider.set_val(1000); slider.val            1000
#     RangeSlider.set_val((-5, 1000)).val         (1, 100)
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet matplotlib==3.11.2
MPLBACKEND=agg "$folder/venv/bin/python" -W error - <<'PYTHON'
import matplotlib.pyplot as plt
from matplotlib.widgets import RangeSlider, Slider

upper, lower = plt.figure().subplots(2)
slider = Slider(upper, "", 1, 100, valinit=1000, valstep=3)
print("valinit=1000:", slider.val)
assert slider.val == 100
heard = []
slider.on_changed(heard.append)
slider.set_val(1000)
slider.set_val(1.5)
print("set_val:", heard)
assert heard == [1000, 1.5] and slider.val == 1.5
both = RangeSlider(lower, "", 1, 100)
both.set_val((-5, 1000))
print("RangeSlider.set_val:", both.val)
assert tuple(both.val) == (1, 100)
PYTHON
