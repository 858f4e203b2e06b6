"""Every number that a docstring invites to try ends well, or in one line.

What it leads to is tested beside the script's other tests. Here each name=value of a
text's last paragraph is put into the run, on a thousand images; some seconds a chapter.
"""

import ast
import re

import pytest

from conftest import SMALL as SMALL_PICTURES
from project import CLAIM_SCRIPTS, PICTURES, SCRIPTS, SMALL, SOLUTIONS, play, source

LINES = ("Stopped: ", "Couldn't converge", "There are numbers too large to draw.")


def tweaks(script):
    """The paragraph on what to tweak, and each name and value that it has."""
    docstring = ast.get_docstring(ast.parse(source(script)))
    paragraph = docstring.partition("To tweak: ")[2]
    return paragraph, re.findall(r"\b([a-z]\w*)=(-?\d[-.e\d]*\d|\d)\b", paragraph)


def invited():
    """Scripts with a name and a value each; those that train on images are slow."""
    for script in [*SCRIPTS, *PICTURES, *CLAIM_SCRIPTS, *SOLUTIONS]:
        run = source(script).partition("\nif __name__")[2]
        for name, value in tweaks(script)[1]:
            if re.search(rf"\b{name} ?= ?[-+\d]", run):
                marks = [] if script < "06" else [pytest.mark.slow]
                yield pytest.param(script, name, value, marks=marks)


def test_every_script_says_what_to_tweak():
    """But for the loaders, which have no number."""
    for script in [*SCRIPTS, *PICTURES, *CLAIM_SCRIPTS, *SOLUTIONS]:
        assert bool(tweaks(script)[0]) != script.endswith("/mnist.py"), script


@pytest.mark.parametrize("script, name, value", invited())
def test_a_tweak_ends_well_or_in_a_line(script, name, value, tmp_path):
    """No traceback, and no nan among the numbers."""
    small = {**SMALL, **SMALL_PICTURES}
    changes = {**small.get(script, {}), name: value}
    if name != "iterations" and script > "06" and "iterations=" in source(script):
        changes["iterations"] = "3"
    arguments = [tmp_path / "picture.png"] if "plot_" in script else []
    played = play(script, changes, arguments, m=1000)
    assert played.error is None or played.error.startswith(LINES)
    assert not re.search(r"\bnan\b", "\n".join(played.lines))
