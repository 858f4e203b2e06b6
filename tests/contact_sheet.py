"""Draw all pictures into a folder, and one sheet that shows them all small.

    python tests/contact_sheet.py FOLDER            all of them, takes some minutes
    python tests/contact_sheet.py FOLDER 03 11      those of chapters 3 and 11

The folder is made if there is none. The sheet in it is called contact_sheet.png.
"""

import argparse
import math
import sys
from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt

from project import PICTURES, ROOT, run

COLUMNS = 4
INCHES = 4  # the width of a small picture on the sheet


def draw_all(scripts, folder):
    """Let each script write its picture into the folder; returns the files."""
    files = {}
    for script in scripts:
        file = folder / (script.replace("/", "_").removesuffix(".py") + ".png")
        process = run(script, cwd=ROOT, arguments=[file])
        print(script, process.stderr or "", flush=True)
        if process.returncode == 0:
            files[script] = file
    return files


def draw_sheet(files):
    """Show the pictures side by side, each under the name of its script."""
    n_rows = math.ceil(len(files) / COLUMNS)
    figure, axes = plt.subplots(
        n_rows,
        COLUMNS,
        figsize=(INCHES * COLUMNS, INCHES * 0.8 * n_rows),
        squeeze=False,
        layout="constrained",
    )
    for ax in axes.flat:
        ax.axis("off")
    for ax, (script, file) in zip(axes.flat, files.items(), strict=False):
        ax.imshow(plt.imread(file), interpolation="antialiased")
        ax.set_title(script, fontsize=9)
    return figure


def main():
    """Do what the command line says; the exit status tells whether all were drawn."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("chapters", nargs="*", help="such as 03; all if none is named")
    arguments = parser.parse_args()

    of_solutions = [p.relative_to(ROOT).as_posix() for p in ROOT.glob("*/*/plot_*.py")]
    scripts = [
        script
        for script in [*PICTURES, *sorted(of_solutions)]
        if not arguments.chapters or script[:2] in arguments.chapters
    ]
    if not scripts:
        sys.exit("No pictures there: name chapters by two digits, such as 03.")
    mpl.use("Agg")
    arguments.folder.mkdir(parents=True, exist_ok=True)
    files = draw_all(scripts, arguments.folder)
    if files:
        draw_sheet(files).savefig(arguments.folder / "contact_sheet.png", dpi=100)
    print(f"{len(files)} of {len(scripts)} pictures are in {arguments.folder}")
    sys.exit(len(files) < len(scripts))


if __name__ == "__main__":
    main()
