"""What several tests share: every script started once, and copies to tamper with."""

import contextlib
import functools
import io
import signal
import time
from types import SimpleNamespace

import matplotlib as mpl
import pytest
from hypothesis import settings

from project import LONG, ROOT, TRAINING, copy_project, draw, printed, run, tweak

# Pictures are drawn without a screen, into files.
mpl.use("Agg")

# Ctrl-C works in what is started here, also if the tests run in the background.
signal.signal(signal.SIGINT, signal.default_int_handler)

# The same examples in every run, and no complaint about a slow machine.
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")


@pytest.fixture(scope="session")
def output():
    """A function that gives the lines which a script prints, started in its folder."""

    @functools.cache
    def start(script):
        assert script not in LONG
        path = ROOT / script
        return printed(run(path.name, cwd=path.parent))

    return start


@pytest.fixture(scope="session")
def drawing(tmp_path_factory):
    """A function that runs a script that draws, once, and gives what came of it.

    The result has the attributes figure, axes (a list, without colour bars), seconds,
    printed (lines) and file (the picture as PNG).
    """
    folder = tmp_path_factory.mktemp("pictures")

    @functools.cache
    def once(script):
        file = folder / script.replace("/", "_").replace(".py", ".png")
        output = io.StringIO()
        start = time.monotonic()
        with contextlib.redirect_stdout(output):
            figure = draw(script, file)
        return SimpleNamespace(
            figure=figure,
            axes=[ax for ax in figure.axes if ax.get_label() != "<colorbar>"],
            seconds=time.monotonic() - start,
            printed=output.getvalue().splitlines(),
            file=file,
        )

    return once


@pytest.fixture
def project_copy(tmp_path):
    """The chapters and the data in a folder of their own, to be changed at will."""
    return copy_project(tmp_path / "copy")


@pytest.fixture(scope="session")
def quick_project(tmp_path_factory):
    """The chapters and the data in an awkward folder, the long trainings cut short."""
    folder = copy_project(tmp_path_factory.mktemp("tmp") / "Müllers Bücher & mehr")
    for script in TRAINING:
        if not script.startswith("02"):
            tweak(folder / script, iterations=2)
    return folder
