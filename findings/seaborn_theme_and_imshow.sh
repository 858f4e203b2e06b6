#!/bin/sh
# seaborn 0.13.2 and matplotlib 3.11.2, Python 3.11: what sns.set_theme() changes.
#
# Guessed: fonts, grids, margins and the cycle of line colors; whatever matplotlib draws
# with a color map keeps its own, viridis.
# Seen: rcParams["image.cmap"] becomes rocket, a map that seaborn brings along. imshow,
# pcolormesh, contourf and scatter with c= change their colors, and dark and light ends
# with them: viridis goes from blue to yellow, rocket from black over red to skin.
#
#     before               viridis
#     sns.set_theme()      rocket
#     sns.reset_defaults() viridis
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet seaborn==0.13.2 matplotlib==3.11.2
MPLBACKEND=agg "$folder/venv/bin/python" - <<'PYTHON'
import matplotlib.pyplot as plt
import seaborn as sns

seen = []
for change in None, sns.set_theme, sns.reset_defaults:
    if change:
        change()
    image = plt.figure().subplots().imshow([[0, 1]])
    seen.append(image.get_cmap().name)
    print(change.__name__ if change else "before", seen[-1])
assert seen == ["viridis", "rocket", "viridis"]
PYTHON
