"""Supporting code, skip at first: pictures, in a window or in a file.

python3 plot_data.py opens a window; python3 plot_data.py data.png writes a file.
"""

from environment import check_packages, is_ours
from terminal import IS_PROGRAM, InputError, forget_data

import contextlib
import os
import sys

# What opens windows may be broken or missing here: only a window asks for it.
BACKEND = os.environ.pop("MPLBACKEND", None) if IS_PROGRAM else None
check_packages("matplotlib", "seaborn")

import matplotlib.pyplot as plt
import numpy as np
import seaborn as sns

LOOKS = {"figure.figsize": (8, 6), "axes.titlesize": 14, "axes.titlepad": 10}


def new_figure(names=None, **options):
    """A figure for show(), in files by name or a window. InputError if it has none."""
    names = sys.argv[1:] if names is None and is_ours(sys.argv[0]) else names or []
    for name in names:
        folder = os.path.dirname(os.path.abspath(name))
        if not (name.endswith((".png", ".pdf", ".svg")) and os.path.isdir(folder)):
            raise InputError(f"Cannot write {name}: no folder, or no .png/.pdf/.svg.")
    sns.set_theme(style="whitegrid", palette="colorblind", rc=LOOKS)
    # Windows are no larger than a screen of 1366 x 768 pixels.
    dpi = min(100, *np.divide([1350, 680], options.get("figsize", (8, 6))))
    if IS_PROGRAM:
        with contextlib.suppress(ImportError):  # It needs what is missing here.
            plt.switch_backend("agg" if names else BACKEND or plt.get_backend())
        if not names and plt.get_backend().lower() == "agg":
            name_it = f"Name a file for the picture: python3 {sys.argv[0]} picture.png"
            raise InputError(f"No window can be opened here. {name_it}")
    figure = plt.figure(**{"layout": "constrained", "dpi": dpi, **options})
    figure.files = names
    return figure


def show():
    """Show the figure, or write its files. Raises InputError if that fails."""
    forget_data()
    figure = plt.gcf()
    lines = [line.get_xydata() for line in figure.findobj(plt.Line2D)]
    if not np.all(np.abs(np.vstack([[[0, 0]], *lines])) < 1e12):
        raise InputError("There are numbers too large to draw: try a smaller lr.")
    for name in figure.files:
        try:
            figure.savefig(name, dpi=150)
        except OSError as error:
            raise InputError(f"Cannot write the picture: {error}") from None
        print(f"The picture is in {name}")
    if not figure.files:
        plt.show()
