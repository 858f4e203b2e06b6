"""What stands between a lesson and its reader: every script imports this first.

The scripts compute the same without it. With it, a script that is started as a program
ends calmly, in one line, where a reader may meet an error: a package is missing or too
old, a file cannot be read, a loss diverges, Ctrl-C is pressed. A program that has read
enough of the output, as in python3 script.py | head -3, ends the script without a word.

In an interactive session (python3, python3 -i script.py, IDLE, IPython, Jupyter) the
same errors are exceptions like any other, and the session goes on.
"""

import atexit
import errno
import functools
import importlib
import linecache
import math
import os
import re
import sys
import traceback
from importlib.machinery import PathFinder
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
REQUIREMENTS = FOLDER.parent / "requirements.txt"
INSTALL = (
    "Set up as the project's readme.txt says, or run: "
    f'"{sys.executable}" -m pip install -r "{REQUIREMENTS}"'
)


class SetUpError(ImportError):
    """What is imported is too old, or another chapter's. The text says what to do."""


class InputError(ValueError):
    """What the reader has given cannot be used. The text says why, and what to do."""


class FileError(InputError, OSError):
    """The same of a file that is missing, damaged, or another than it should be."""


PACKAGES = ("numpy", "matplotlib", "seaborn")
KNOWN = (SetUpError, InputError, FloatingPointError)


def is_row(line, n_columns):
    """Whether a line of a table is so many finite numbers, as np.loadtxt reads them."""
    words = line.split()
    if len(words) != n_columns:
        return False
    try:
        return bool(np.all(np.isfinite(np.loadtxt(words, comments=None))))
    except ValueError:
        return False


def table(filename, n_columns):
    """The lines of a table that lies beside this module, for np.loadtxt to read.

    The first has the columns' names, the others have n_columns numbers each. Raises
    FileError where that is not so: np.loadtxt itself reads nan without a word, and what
    it says of other damage is without the file's name.
    """
    check_chapter_once(tuple(sys.path))
    path = FOLDER / filename
    try:
        lines = path.read_text(encoding="utf-8-sig").rstrip().splitlines()
        if len(lines) < 2:
            raise ValueError("it has no rows of numbers")
        for number, line in enumerate(lines[1:], start=2):
            if not is_row(line, n_columns):
                raise ValueError(f"line {number} is not {n_columns} numbers: {line!r}")
    except (OSError, ValueError) as error:
        what_to_do = f"Cannot read {path}, please mend or replace it"
        raise FileError(f"{what_to_do}: {error}") from None
    return lines


def folder_of(module):
    """The folder that a module would be imported from now, or None."""
    found = PathFinder.find_spec(module)
    return Path(found.origin).resolve().parent if found and found.origin else None


def check_chapter(module="terminal"):
    """Raise SetUpError if the module would come from another chapter's folder now.

    It may need others, such as mnist, that a session keeps from the first chapter on.
    """
    folder = folder_of(module)
    if folder in (None, FOLDER) or not (folder / "terminal.py").exists():
        return
    is_current = "" in sys.path and folder == Path.cwd()
    if is_current or folder == folder_of("terminal"):
        raise SetUpError(
            f"This session has modules of {FOLDER.name}, and those of {folder.name} "
            "have the same names. Start another session for another chapter."
        )


@functools.lru_cache(maxsize=1)
def check_chapter_once(search_path):
    """The same, once for each search path: a training asks at every iteration."""
    check_chapter()


class Guard:
    """What Python asks first for each module that it has not imported yet."""

    @staticmethod
    def find_spec(name, path=None, target=None):
        """Look at what a session imports, and leave the search itself to Python."""
        if path is None:
            check_chapter(name)


def stop_if_diverged(loss):
    """Raise FloatingPointError, and so end a training, if the loss is inf or nan."""
    check_chapter_once(tuple(sys.path))
    if not math.isfinite(loss):
        raise FloatingPointError(
            f"Stopped: the loss is now {loss}, no longer a finite number. "
            "Try a smaller lr, above 0."
        )


def check_versions(*names):
    """Raise SetUpError if a package is older than the requirements say."""
    text = REQUIREMENTS.read_text(encoding="utf-8") if REQUIREMENTS.exists() else ""
    for name, *oldest in re.findall(r"(\w+)>=(\d+)\.(\d+)", text):
        if name in names:
            found = importlib.import_module(name).__version__
            if [int(n) for n in found.split(".")[:2]] < [int(n) for n in oldest]:
                raise SetUpError(
                    f"{name} {found} is too old for these scripts. {INSTALL}"
                )


def explain(error):
    """The line that says to a reader what has happened; None for an unknown error."""
    if isinstance(error, ModuleNotFoundError) and error.name in PACKAGES:
        return f"{error.name} is not installed. {INSTALL}"
    if isinstance(error, KNOWN) or type(error) is RuntimeError:
        return str(error)
    if isinstance(error, TypeError) and "as an integer" in str(error):
        return ask_for_whole_number(error)
    return None


def ask_for_whole_number(error):
    """The line for a number such as 1e5 or 20.000 where a whole one is needed."""
    folder = str(Path(__file__).parent)
    for frame, line_number in traceback.walk_tb(error.__traceback__):
        if frame.f_code.co_filename.startswith(folder):
            line = linecache.getline(frame.f_code.co_filename, line_number)
            names = re.findall(r"\w+", line)
            values = {name: frame.f_locals.get(name) for name in names}
    for name, value in values.items():
        if isinstance(value, (float, str)):
            return f"{name}={value!r}: please write a whole number, such as 20000."
    return None


def is_closed_pipe(error):
    """Whether nobody reads the output any more; Windows calls that EINVAL."""
    is_invalid = isinstance(error, OSError) and error.errno == errno.EINVAL
    return isinstance(error, BrokenPipeError) or (os.name == "nt" and is_invalid)


def flush():
    """Hand over what has been printed; if nobody reads it any more, throw it away."""
    try:
        sys.stdout.flush()
    except OSError as error:
        if not is_closed_pipe(error):
            raise
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def end(kind, error, trace):
    """End the program, calmly if the error is one that readers meet: see above."""
    flush()
    if kind is KeyboardInterrupt:
        print("\nStopped by Ctrl-C.", file=sys.stderr, flush=True)
        os._exit(130)
    if is_closed_pipe(error):
        os._exit(141)
    if line := explain(error):
        print(line, file=sys.stderr)
    else:
        sys.__excepthook__(kind, error, trace)


atexit.register(flush)
sys.meta_path.insert(0, Guard)
if not (hasattr(sys, "ps1") or sys.flags.inspect or "idlelib" in sys.modules):
    sys.excepthook = end
if sys.version_info < (3, 10):
    raise SetUpError(
        "This Python is too old, 3.10 is needed. "
        "See SET-UP in the project's readme.txt."
    )
check_versions("numpy")

np = importlib.import_module("numpy")
# Losses are checked, and on some processors NumPy warns of products that are right.
np.seterr(all="ignore")
