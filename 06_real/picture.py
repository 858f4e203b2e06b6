"""Show a picture in a window, or write it to the file that the command line names.

    python3 plot_data.py              opens a window
    python3 plot_data.py data.png     writes the picture to a file: png, pdf or svg

Every script that draws imports this one, which also sets the looks of all pictures.
"""

import terminal
from terminal import InputError

import sys
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np
import seaborn as sns
from matplotlib.lines import Line2D
from matplotlib.text import Annotation

terminal.check_versions("matplotlib", "seaborn")

# The colours C0, C1, C2 and so on are such that colour-blind readers tell them apart.
sns.set_theme(style="whitegrid", palette="colorblind")
plt.rcParams.update(
    {
        "figure.figsize": (8, 6),
        "figure.constrained_layout.use": True,
        "figure.constrained_layout.h_pad": 0.1,
        "figure.constrained_layout.w_pad": 0.1,
        "axes.titlesize": 14,
        "axes.titlepad": 10,
    }
)

WITHOUT_WINDOW = ("agg", "cairo", "pdf", "pgf", "ps", "svg", "template")


def can_open_window():
    """Whether there is a screen, and in this Python something to open a window with."""
    try:
        plt.switch_backend(plt.get_backend())
    except ImportError:
        return False
    return plt.get_backend().lower() not in WITHOUT_WINDOW


def check():
    """Raise InputError if the picture can neither be shown nor written.

    A script that trains for long calls this first, and not only show in the end.
    """
    script, *filenames = sys.argv
    if not filenames:
        if not can_open_window():
            raise InputError(
                "No window can be opened here. Name a file to write the picture to: "
                f"python3 {script} picture.png"
            )
    elif len(filenames) > 1 or not filenames[0].endswith((".png", ".pdf", ".svg")):
        raise InputError(
            "Please name one file for the picture, ending in .png, .pdf or .svg."
        )
    elif not Path(filenames[0]).absolute().parent.is_dir():
        raise InputError(f"Cannot write {filenames[0]}: there is no such folder.")


def check_numbers(figure):
    """Raise FloatingPointError if lines or arrows lead beyond all bounds."""
    points = [line.get_xydata() for line in figure.findobj(Line2D)]
    points += [np.reshape(arrow.xy, (1, 2)) for arrow in figure.findobj(Annotation)]
    if not all(np.all(np.abs(xy) < 1e12) for xy in points):
        raise FloatingPointError(
            "There are numbers too large to draw. Try a smaller lr, above 0."
        )


def show():
    """Show what has been drawn, or write it to the file that was named."""
    check()
    check_numbers(plt.gcf())
    if len(sys.argv) == 1:
        plt.show()
    else:
        try:
            plt.gcf().savefig(sys.argv[1], dpi=150)
        except OSError as error:
            raise InputError(f"Cannot write the picture: {error}") from None
        print(f"The picture is in {sys.argv[1]}")
