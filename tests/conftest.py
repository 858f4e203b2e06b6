"""What several tests share: each script played once, its trainings computed once."""

import os

# One thread of NumPy's for each of the processes that share the tests. It must be said
# before NumPy is imported.
for library in ("OPENBLAS", "MKL", "OMP", "VECLIB_MAXIMUM"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

import contextlib
import functools
import io
import re
import signal

import matplotlib as mpl
import numpy as np
import pytest
from hypothesis import settings

from project import (
    CHAPTERS,
    KEPT,
    LONG,
    TRAINING,
    copy_project,
    draw,
    load,
    play,
    source,
    tweak,
)

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


def pytest_itemcollected(item):
    """Give each test its group, before pytest-xdist asks for it."""
    item.add_marker(pytest.mark.xdist_group(chapter_of_test(item)))


def pytest_collection_modifyitems(items):
    """Put the heaviest groups first."""
    last = len(ORDER)
    places = {chapter: place for place, chapter in enumerate(ORDER)}
    items.sort(key=lambda item: places.get(chapter_of_test(item), last))


# Pictures that train for long are drawn after a small training in the quick run. The
# slow tests draw them as their scripts do.
SMALL = {
    "11_training/plot_confusion_matrices.py": {
        "iterations=70": "iterations=3",
        "iterations=400": "iterations=3",
    },
    "11_training/plot_mistakes.py": {
        "iterations=70": "iterations=3",
        "iterations=400": "iterations=3",
    },
    "11_training/plot_hidden_nodes.py": {"n_images": "2000", "iterations": "10"},
    "11_training/plot_training.py": {
        "m, seconds = 10000, 18": "m, seconds = 1000, 0.6"
    },
    "07_final/solution/plot_overfitting.py": {
        "n_splits": "3",
        "geomspace(1, 20000, 60)": "geomspace(1, 2000, 60)",
    },
    "05_discerning/plot_model.py": {"iterations": "1000"},
    "07_final/plot_ten_classifiers.py": {"iterations": "10"},
    "07_final/plot_weights.py": {"iterations": "10"},
    "07_final/plot_confusion_matrix.py": {"iterations": "10"},
    "07_final/plot_mistakes.py": {"iterations": "10"},
    "07_final/plot_training.py": {"iterations": "10"},
    "07_final/plot_handwriting.py": {"iterations": "10"},
    "07_final/live_training.py": {"n_images": "2000"},
    "07_final/live_digit.py": {"iterations": "10"},
    "11_training/live_digit.py": {
        "iterations=70": "iterations=5",
        "iterations=400": "iterations=5",
    },
}


@functools.cache
def trains_of_chapter_7():
    """The plain script's train and the fast one's."""
    scripts = "07_final/mnist_classifier.py", "07_final/mnist_classifier_fast.py"
    return [load(script).train for script in scripts]


@functools.cache
def train_fast(iterations, lr):
    """The weights after a training of chapter 7, and what it prints; done once."""
    data, (_, fast) = load("07_final/mnist.py"), trains_of_chapter_7()
    everything = data.X_train, data.Y_train, data.X_test, data.Y_test
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        w = fast(*everything, iterations, lr, rows_in_a_block=1000)
    return w, printed.getvalue()


def trained_once(train):
    """A train that takes the weights from train_fast, if it is for all images."""

    def once(X, Y, X_test, Y_test, iterations, lr, **rows):
        if len(X) < 60000:
            return train(X, Y, X_test, Y_test, iterations, lr, **rows)
        w, printed = train_fast(iterations, lr)
        print(printed, end="")
        return w.copy()

    return once


@contextlib.contextmanager
def fast_training():
    """Let pictures train by the fast version, each training only once.

    It computes the same, as test_fast.py shows.
    """
    once = {train: trained_once(train) for train in trains_of_chapter_7()}

    def put(functions):
        for module in KEPT["07_final"].values():
            if train := functions.get(getattr(module, "train", None)):
                module.train = train

    put(once)
    try:
        yield
    finally:
        put({function: train for train, function in once.items()})


@contextlib.contextmanager
def ten_at_once():
    """Let chapter 6's solution learn its ten columns of weights in one matrix.

    They are those of ten separate trainings, as claim 14 shows.
    """
    classifier = load("06_real/digit_classifier.py")
    data = load("06_real/mnist.py")
    labels = data.load_labels(data.FOLDER / "train-labels-idx1-ubyte.gz")

    @functools.cache
    def learn(iterations, lr):
        w = np.zeros((data.X_train.shape[1], 10))
        for _ in range(iterations):
            w -= classifier.gradient(data.X_train, labels == np.arange(10), w) * lr
        return w

    def train(X, Y, iterations, lr):
        digit = labels[Y == 1][0]
        np.testing.assert_array_equal(Y == 1, labels == digit)
        return learn(iterations, lr)[:, [digit]]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(classifier, "train", train)
        yield


@pytest.fixture(scope="session")
def played():
    """A function that plays a script to its end, once, and gives what came of it."""

    @functools.cache
    def once(script):
        assert script not in LONG
        is_ten_times = script == "06_real/solution/ten_digits.py"
        with ten_at_once() if is_ten_times else contextlib.nullcontext():
            done = play(script)
        assert (done.error, done.progress) == (None, "")
        return done

    return once


@pytest.fixture(scope="session")
def output(played):
    """A function that gives the lines which a script prints, played once."""
    return lambda script: played(script).lines


@contextlib.contextmanager
def training_of(other, script):
    """Let a script of chapter 11 draw what another one has trained in the same way."""
    runs = [source(s).partition("w1, w2 = ")[2] for s in (other.script, script)]
    calls = [run.partition("lr=1e-5)")[0] for run in runs]
    assert calls[0] == calls[1]
    network = load("11_training/plot_hidden_nodes.py")
    perceptron = load("11_training/plot_confusion_matrices.py")
    weights = [other.names[name] for name in ("w1", "w2", "w")]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(network, "train_network", lambda *_, **__: weights[:2])
        patch.setattr(perceptron, "train_perceptron", lambda *_, **__: weights[2])
        yield


@pytest.fixture(scope="session")
def drawing(tmp_path_factory):
    """A function that plays a script that draws, once, and gives what came of it."""
    folder = tmp_path_factory.mktemp("pictures")

    @functools.cache
    def once(script, changes):
        file = folder / f"{script.replace('/', '_')}_{len(changes)}.png"
        shared = contextlib.nullcontext()
        if script.startswith("07"):
            shared = fast_training()
        elif script == "11_training/plot_mistakes.py" and not changes:
            other = "11_training/plot_confusion_matrices.py"
            shared = training_of(once(other, changes), script)
        with shared:
            return draw(script, file, dict(changes))

    def drawn(script, small=True):
        return once(script, tuple(SMALL.get(script, {}).items()) if small else ())

    return drawn


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
