"""What several tests share: every script started once, and copies to tamper with."""

import functools

import pytest
from hypothesis import settings

from project import ROOT, TRAINING, copy_project, printed, run, tweak

# The same examples in every run, and no complaint about a slow machine.
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")


@pytest.fixture(scope="session")
def output():
    """A function that gives the lines which a script prints, started in its folder."""

    @functools.cache
    def start(script):
        path = ROOT / script
        return printed(run(path.name, cwd=path.parent))

    return start


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
