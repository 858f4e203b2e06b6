"""Supporting code, skip at first: are the packages there, and new enough?"""

import importlib
import os
import sys
from importlib.machinery import PathFinder

FOLDER = os.path.dirname(os.path.abspath(__file__))
OLDEST = {"numpy": (1, 26), "matplotlib": (3, 8), "seaborn": (0, 13)}


class SetUpError(ImportError):
    """A package cannot be used here; the text says what to do."""


def what_to_do():
    """Which file to rename, if one hides what is imported, or what to type."""
    for file in os.listdir(sys.path[0] or "."):
        if file.endswith(".py") and file[:-3] in {*sys.stdlib_module_names, *OLDEST}:
            return f"Rename your file {file}: it hides Python's module of that name."
    python, install = f'"{sys.executable}"', "-m pip install --force-reinstall"
    marker = os.path.join(os.path.dirname(os.__file__), "EXTERNALLY-MANAGED")
    if sys.prefix == sys.base_prefix and os.path.exists(marker):  # pip would refuse.
        venv = os.path.join(os.path.dirname(FOLDER), ".venv")
        python = f'{python} -m venv "{venv}" && "{venv}/bin/python"'
    elif not PathFinder.find_spec("pip"):
        python, install = f"uv pip install --python {python}", "--force-reinstall"
    return f"Run: {python} {install} {' '.join(OLDEST)} (more: SET-UP in readme.txt)"


def check_packages(*names):
    """Import packages. Raises SetUpError if one is missing, too old or broken."""
    for name in names:
        try:
            version = importlib.import_module(name).__version__
            if tuple(map(int, version.split(".")[:2])) >= OLDEST[name]:
                continue
            problem = f"{name} {version} is too old"
        except Exception as error:
            problem = f"{name}{installed(name)} cannot be imported ({error})"
        raise SetUpError(f"{problem}. {what_to_do()}".replace("\n", " "))


def installed(name):
    """The version of a package that is installed, or nothing."""
    try:
        metadata = importlib.import_module("importlib.metadata")
        return f" {metadata.version(name)}"
    except ImportError:
        return ""
