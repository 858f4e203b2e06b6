"""Good manners at the terminal: every script imports this first.

The scripts compute the same without it. With it, what a reader may meet ends calmly:
a package that is missing or too old is named, with the command that installs it; Ctrl-C
ends a script with one line and exit status 130; and a program that has read enough of
the output, as in python3 script.py | head -3, ends it without a word.
"""

import atexit
import importlib
import os
import re
import sys
from pathlib import Path

REQUIREMENTS = Path(__file__).resolve().parent.parent / "requirements.txt"
INSTALL = (
    "Set up as readme.txt says, or run: "
    f'"{sys.executable}" -m pip install -r "{REQUIREMENTS}"'
)


def flush():
    """Hand over what has been printed; if nobody reads it any more, throw it away."""
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def end(kind, error, traceback):
    """End the program, calmly if the error is one that readers meet: see above."""
    flush()
    if kind is KeyboardInterrupt:
        print("\nStopped by Ctrl-C.", file=sys.stderr, flush=True)
        os._exit(130)
    if kind is BrokenPipeError:
        os._exit(141)
    if kind is ModuleNotFoundError and error.name in ("numpy", "matplotlib", "seaborn"):
        print(f"{error.name} is not installed. {INSTALL}", file=sys.stderr)
    else:
        sys.__excepthook__(kind, error, traceback)


def check_versions(*names):
    """End the program, in one line, if a package is older than requirements say."""
    text = REQUIREMENTS.read_text(encoding="utf-8") if REQUIREMENTS.exists() else ""
    for name, *oldest in re.findall(r"(\w+)>=(\d+)\.(\d+)", text):
        if name in names:
            found = importlib.import_module(name).__version__
            if [int(n) for n in found.split(".")[:2]] < [int(n) for n in oldest]:
                sys.exit(f"{name} {found} is too old for these scripts. {INSTALL}")


atexit.register(flush)
sys.excepthook = end
if sys.version_info < (3, 10):
    sys.exit("This Python is too old, 3.10 is needed. See SET-UP in readme.txt.")
check_versions("numpy")
