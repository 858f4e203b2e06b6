"""What several tests share: each script played once, its trainings computed once."""

import os

# One thread of NumPy's for each of the processes that share the tests. It must be said
# before NumPy is imported.
for library in ("OPENBLAS", "MKL", "OMP", "VECLIB_MAXIMUM"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

import contextlib
import functools
import re
import signal

import matplotlib as mpl
import pytest
from hypothesis import settings

from project import CHAPTERS, LONG, TRAINING, copy_project, draw, load, play, tweak

# Pictures are drawn without a screen, into files.
mpl.use("Agg")

# Ctrl-C works in what is started here, also if the tests run in the background.
signal.signal(signal.SIGINT, signal.default_int_handler)

# The same examples in every run, and no complaint about a slow machine.
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")


# A chapter's tests stay in one process, where its images are loaded and its scripts are
# played once. The heaviest chapters come first.
ORDER = ["11_training", "07_final", "06_real", "05_discerning", "04_hyperspaces"]


def chapter_of_test(item):
    """The folder whose scripts a test is about, or its file, if it is about several."""
    if marker := item.get_closest_marker("chapter"):
        return marker.args[0]
    if named := re.search(r"chapter_(\d+)", item.name):
        for chapter in CHAPTERS:
            if int(chapter[:2]) == int(named[1]):
                return chapter
    for value in getattr(item, "callspec", item).__dict__.get("params", {}).values():
        for chapter in CHAPTERS:
            if str(value).startswith(chapter):
                return chapter
    for chapter in CHAPTERS:
        if chapter[:2] in item.path.stem.split("_"):
            return chapter
    return item.path.stem


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Give each test its group, and put heavy groups first."""
    groups = {item: chapter_of_test(item) for item in items}
    for item, group in groups.items():
        item.add_marker(pytest.mark.xdist_group(group))
    last = len(ORDER)
    items.sort(
        key=lambda item: ORDER.index(groups[item]) if groups[item] in ORDER else last
    )


@contextlib.contextmanager
def shared_training():
    """Let pictures of chapter 7 share a training, which the fast version does.

    It computes the same, as test_fast.py shows.
    """
    plain = load("07_final/mnist_classifier.py")
    fast = load("07_final/mnist_classifier_fast.py")
    original, done = plain.train, {}

    def train(X, Y, X_test, Y_test, iterations, lr):
        if len(X) < 60000:
            return original(X, Y, X_test, Y_test, iterations, lr)
        if (iterations, lr) not in done:
            w = fast.train(X, Y, X_test, Y_test, iterations, lr, rows_in_a_block=1000)
            done[iterations, lr] = w
        return done[iterations, lr].copy()

    plain.train = train
    try:
        yield
    finally:
        plain.train = original


@pytest.fixture(scope="session")
def played():
    """A function that plays a script to its end, once, and gives what came of it."""

    @functools.cache
    def once(script):
        assert script not in LONG
        done = play(script)
        assert (done.error, done.progress) == (None, "")
        return done

    return once


@pytest.fixture(scope="session")
def output(played):
    """A function that gives the lines which a script prints, played once."""
    return lambda script: played(script).lines


@pytest.fixture(scope="session")
def drawing(tmp_path_factory):
    """A function that plays a script that draws, once, and gives what came of it."""
    folder = tmp_path_factory.mktemp("pictures")

    @functools.cache
    def once(script):
        file = folder / script.replace("/", "_").replace(".py", ".png")
        return draw(script, file)

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
