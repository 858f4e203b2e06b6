"""Supporting code, skip at first: which Python runs this, and has it what is needed?"""

import importlib
import os
import sys
from importlib.machinery import PathFinder

OLDEST = {"numpy": (1, 26), "matplotlib": (3, 8), "seaborn": (0, 13)}


class SetUpError(ImportError):
    """Python or a package cannot be used here; the text says what to do."""


def is_ours(file):
    """Whether a file is a script of a chapter or of its solution."""
    folder = os.path.dirname(os.path.abspath(file)).removesuffix("solution")
    return file.endswith(".py") and os.path.exists(os.path.join(folder, "terminal.py"))


def is_program():
    """Whether Python itself was started with one of our scripts, to end with it."""
    frame = sys._getframe()
    while frame.f_back:
        frame = frame.f_back
    return is_ours(frame.f_code.co_filename) and not sys.flags.inspect


def what_to_do():
    """Which file to rename, if one hides what was imported, or what to type."""
    for name in {*sys.stdlib_module_names, *OLDEST}.intersection(sys.modules):
        if os.path.exists(os.path.join(sys.path[0], f"{name}.py")):
            return f"Rename your file {name}.py: it hides Python's of that name."
    python, install = f'"{sys.executable}"', "-m pip install --force-reinstall"
    marker = os.path.join(os.path.dirname(os.__file__), "EXTERNALLY-MANAGED")
    if sys.prefix == sys.base_prefix and os.path.exists(marker):  # pip would refuse.
        venv = os.path.join(os.path.dirname(os.path.dirname(__file__)), ".venv")
        python = f'{python} -m venv "{venv}" && "{venv}/bin/python"'
    elif not PathFinder.find_spec("pip"):
        python, install = f"uv pip install --python {python}", "--force-reinstall"
    return f"Run: {python} {install} {' '.join(OLDEST)} (more: SET-UP in readme.txt)"


def check_packages(*names):
    """Import packages. Raises SetUpError if one is missing, too old or broken."""
    if sys.version_info < (3, 10):
        raise SetUpError("This Python is too old, 3.10 is needed: SET-UP in readme.txt")
    for name in names:
        try:
            version = importlib.import_module(name).__version__
            if tuple(map(int, version.split(".")[:2])) >= OLDEST[name]:
                continue
            problem = f"{name} {version} is too old"
        except Exception as error:
            problem = f"{name} cannot be imported ({error})"
        raise SetUpError(f"{problem}. {what_to_do()}".replace("\n", " "))
