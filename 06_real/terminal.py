"""Supporting code, skip at first: checks, and one line where a program must end.

In editors' sessions, interpreters and notebooks the same errors stay exceptions.
"""

from environment import SetUpError, check_packages, is_program

import math
import os
import sys


class InputError(ValueError):
    """What the reader has given, such as a file or a number, cannot be used."""


def table(filename, n_columns):
    """A table's path. InputError unless its rows are n_columns finite numbers."""
    paths = [os.path.join(folder, filename) for folder in [*sys.path, FOLDER]]
    path = next(filter(os.path.exists, paths), paths[0])
    try:
        with open(path, encoding="utf-8-sig") as file:
            rows = np.loadtxt(file.readlines()[1:] or ["nan"], ndmin=2)
        if not (rows.shape[1] == n_columns and np.isfinite(rows).all()):
            raise ValueError(f"it needs rows of {n_columns} finite numbers")
    except (OSError, ValueError) as error:
        please = f"Cannot read {path}, please mend or replace it: {error}"
        raise InputError(please) from None
    return path


def forget_data():
    """Have a session that goes on to another chapter import what that one has."""
    for name in [] if IS_PROGRAM else ["mnist", "handwriting"]:
        sys.modules.pop(name, None)


def stop_if_diverged(loss):
    """Raise FloatingPointError, and so end a training, if the loss is inf or nan."""
    forget_data()
    if not math.isfinite(loss):
        stopped = f"Stopped: the loss is now {loss}, no longer a finite number"
        raise FloatingPointError(f"{stopped}. Try a smaller lr, above 0.")


def end(kind, error, trace):
    """Say why a started script ends, in one line if that tells a reader all."""
    known = (SetUpError, InputError, FloatingPointError, MemoryError)
    if kind is KeyboardInterrupt:
        print("\nStopped by Ctrl-C.", file=sys.stderr)
    elif kind is TypeError and "as an integer" in str(error):
        print(f"Please write whole numbers, as 20000: {error}", file=sys.stderr)
    elif isinstance(error, known) or str(error).startswith("Couldn't converge"):
        print(str(error) or "Too little memory.", file=sys.stderr)
    elif kind is not BrokenPipeError:  # Nobody reads on, as in | head -3.
        sys.__excepthook__(kind, error, trace)


FOLDER = os.path.dirname(os.path.abspath(__file__))
if IS_PROGRAM := is_program():
    sys.excepthook = end
    if sys.stdout:  # Each line is shown at once, also in a file or a pipe.
        sys.stdout.reconfigure(line_buffering=True)
check_packages("numpy")
import numpy as np

# Losses are checked, and NumPy warns of some products that are right.
np.seterr(all="ignore" if IS_PROGRAM else None)
