"""Where the project's scripts are, and the ways in which a test starts one.

play runs a script inside the test process, which costs what the script itself costs;
run starts a process, for tests of what only a process has: its start and its end.
"""

import contextlib
import functools
import importlib
import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from unittest import mock

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.backend_bases import MouseEvent
from matplotlib.backends.backend_agg import FigureCanvasAgg

ROOT = Path(__file__).resolve().parent.parent

# In the order in which a reader meets them. test_readme.py checks that none is missing.
SCRIPTS = [
    "02_first/linear_regression.py",
    "02_first/linear_regression_with_bias.py",
    "03_gradient/gradient_descent_without_bias.py",
    "03_gradient/gradient_descent_final.py",
    "04_hyperspaces/multiple_regression_without_bias.py",
    "04_hyperspaces/multiple_regression_final.py",
    "05_discerning/classifier.py",
    "06_real/mnist.py",
    "06_real/digit_classifier.py",
    "07_final/mnist.py",
    "07_final/mnist_classifier.py",
    "07_final/mnist_classifier_fast.py",
    "11_training/mnist.py",
    "11_training/backpropagation.py",
    "11_training/neural_network.py",
    "11_training/neural_network_fast.py",
]

# The scripts that draw: in the readmes' order, which is the reader's.
PICTURES = [
    "02_first/plot_data.py",
    "02_first/plot_line.py",
    "03_gradient/plot_loss.py",
    "03_gradient/plot_gradient.py",
    "03_gradient/plot_loss_surface.py",
    "03_gradient/plot_slices.py",
    "03_gradient/plot_partial_derivatives.py",
    "03_gradient/plot_descent_path.py",
    "03_gradient/plot_cliff.py",
    "03_gradient/plot_local_minimum.py",
    "03_gradient/plot_overshooting.py",
    "03_gradient/plot_learning_rates.py",
    "04_hyperspaces/plot_plane.py",
    "05_discerning/plot_regression_line.py",
    "05_discerning/plot_sigmoid.py",
    "05_discerning/plot_model.py",
    "05_discerning/plot_losses.py",
    "06_real/plot_random_digits.py",
    "06_real/plot_one_digit.py",
    "07_final/plot_ten_classifiers.py",
    "07_final/plot_one_hot.py",
    "07_final/plot_shapes.py",
    "07_final/plot_weights.py",
    "07_final/plot_confusion_matrix.py",
    "07_final/plot_mistakes.py",
    "07_final/plot_training.py",
    "07_final/plot_handwriting.py",
    "11_training/plot_graph_one.py",
    "11_training/plot_graph_two.py",
    "11_training/plot_network.py",
    "11_training/plot_sigmoid_gradient.py",
    "11_training/plot_equal_weights.py",
    "11_training/plot_hidden_nodes.py",
    "11_training/plot_confusion_matrices.py",
    "11_training/plot_mistakes.py",
    "11_training/plot_training.py",
]

# The scripts whose pictures answer while numbers are turned: in the readmes' order.
LIVE = [
    "02_first/live_line.py",
    "03_gradient/live_descent.py",
    "05_discerning/live_sigmoid.py",
    "07_final/live_training.py",
    "07_final/live_digit.py",
    "11_training/live_graph.py",
    "11_training/live_digit.py",
]

# The scripts that only show a claim of the page, chapter by chapter, in the order of
# the readmes. (Some claims are shown by a picture or by a solution.)
CLAIM_SCRIPTS = [
    "02_first/claim_count_combinations.py",
    "03_gradient/claim_one_at_a_time.py",
    "03_gradient/claim_step_lengths.py",
    "03_gradient/claim_same_ten_decimals.py",
    "03_gradient/claim_slopes_of_slices.py",
    "03_gradient/claim_more_precise_in_less.py",
    "03_gradient/claim_absolute_error.py",
    "07_final/claim_most_confident.py",
    "07_final/claim_one_hot_any_labels.py",
    "07_final/claim_ten_at_once.py",
    "07_final/claim_average_over_rows.py",
    "07_final/claim_thirty_five_lines.py",
    "07_final/claim_normalised.py",
    "11_training/claim_chain_rule.py",
    "11_training/claim_softmax_and_cross_entropy.py",
    "11_training/claim_shapes_of_gradients.py",
    "11_training/claim_bias_column.py",
    "11_training/claim_average_gradient.py",
    "11_training/claim_random_starts.py",
    "11_training/claim_network_against_perceptron.py",
]

# Those that train, and so have hyperparameters at the bottom.
TRAINING = [
    script
    for script in SCRIPTS
    if "iterations=" in (ROOT / script).read_text(encoding="utf-8")
]

# One script of each kind: a search, tables, a loader, images, threads, a network.
OF_EACH_KIND = [
    "02_first/linear_regression.py",
    "03_gradient/gradient_descent_final.py",
    "04_hyperspaces/multiple_regression_final.py",
    "05_discerning/classifier.py",
    "06_real/digit_classifier.py",
    "07_final/mnist.py",
    "07_final/mnist_classifier_fast.py",
    "11_training/backpropagation.py",
    "11_training/neural_network.py",
]

# Those that train for so long that no test waits for their end.
LONG = ["11_training/neural_network.py", "11_training/neural_network_fast.py"]

# Claims and solutions that train for longer than a test should take, each with numbers
# that are small enough for the quick run, on a thousand images.
SMALL = {
    "02_first/solution/learning_rates.py": {"0.01, 0.001, 0.0001]": "0.01]"},
    "03_gradient/claim_more_precise_in_less.py": {
        "Y, lr=0.0001": "Y, lr=0.01",
        "iterations": "1000",
    },
    "04_hyperspaces/solution/penguins.py": {"iterations=100000": "iterations=1000"},
    "05_discerning/solution/weights.py": {
        "[1000, 10000, 100000]": "[100, 300]",
        "iterations": "300",
        "n_draws": "3",
    },
    "06_real/solution/ten_digits.py": {"iterations": "20"},
    "07_final/claim_most_confident.py": {"iterations": "5"},
    "07_final/claim_one_hot_any_labels.py": {},
    "07_final/claim_ten_at_once.py": {"iterations": "2"},
    "07_final/claim_average_over_rows.py": {"iterations": "5"},
    "07_final/claim_thirty_five_lines.py": {"iterations": "1"},
    "07_final/claim_normalised.py": {"iterations": "1", "m": "6"},
    "07_final/solution/hundred_shuffles.py": {"n_splits": "3", "[20000]": "[200]"},
    "07_final/solution/overfitting.py": {"n_splits": "3", "10000, 20000]": "6000]"},
    "11_training/claim_random_starts.py": {"[0, 10, 30, 100, 300]": "[0, 10, 30]"},
    "11_training/claim_average_gradient.py": {
        "iterations": "3",
        "5000, 20000]": "2000]",
    },
    "11_training/claim_network_against_perceptron.py": {
        "rounds": "2",
        "m = 5000": "m = 500",
    },
    "11_training/solution/equal_start.py": {"50, 0.01": "20, 0.01"},
}

CHAPTERS = sorted({Path(script).parent.name for script in SCRIPTS})

SOLUTIONS = [
    path.relative_to(ROOT).as_posix()
    for chapter in CHAPTERS
    for path in sorted((ROOT / chapter / "solution").glob("*.py"))
]


def in_quick_run(scripts, *quick):
    """All scripts as a test's parameters, of which all but the quick ones are slow."""
    return [
        script if script in quick else pytest.param(script, marks=pytest.mark.slow)
        for script in scripts
    ]


def slow_if_long(scripts):
    """All scripts as a test's parameters, of which those that train long are slow."""
    return in_quick_run(scripts, *(s for s in scripts if s not in SMALL))


# The modules of each chapter that have been imported, by name: mnist among them, so
# that its images are unpacked once.
KEPT = {chapter: {} for chapter in CHAPTERS}


def source(script):
    """The text of a script."""
    return (ROOT / script).read_text(encoding="utf-8")


# In the test process


def chapter_of_file(file):
    """The chapter in whose folder a module's file is, or None."""
    root = f"{ROOT}{os.sep}"
    if file is None or not file.startswith(root):
        return None
    folder = file[len(root) :].partition(os.sep)[0]
    return folder if folder in CHAPTERS else None


@contextlib.contextmanager
def chapter_of(script):
    """Import as a script does: from its folder. What is imported is kept for others."""
    path = ROOT / script
    chapter = path.relative_to(ROOT).parts[0]
    search_path, hook, finders = sys.path, sys.excepthook, sys.meta_path
    sys.path, sys.meta_path = [str(path.parent), *search_path], finders.copy()
    sys.modules.update(KEPT[chapter])
    try:
        yield
    finally:
        sys.path, sys.excepthook, sys.meta_path = search_path, hook, finders
        sys.modules.pop("picture", None)  # It sets the looks anew for each picture.
        for name, module in list(sys.modules.items()):
            place = chapter_of_file(getattr(module, "__file__", None))
            if name == "mnist" or place == chapter:
                KEPT[chapter][name] = sys.modules.pop(name)
            elif place:
                del sys.modules[name]


def load(script):
    """Import a chapter's script by its path from the root; twice gives the same one."""
    with np.errstate(), chapter_of(script):
        return importlib.import_module(Path(script).stem)


@functools.cache
def few_images(chapter, m):
    """The chapter's mnist with the first m training and test images only."""
    everything = load(f"{chapter}/mnist.py")
    few = ModuleType("mnist")
    for name, value in vars(everything).items():
        is_data = isinstance(value, np.ndarray)
        setattr(few, name, value[:m].copy() if is_data else value)
    few.load_images = lambda filename: everything.load_images(filename)[:m]
    few.load_labels = lambda filename: everything.load_labels(filename)[:m]
    return few


@contextlib.contextmanager
def images_of(script, m):
    """Let scripts of a chapter import m images as mnist, or all, if m is None."""
    chapter = Path(script).parts[0]
    before = KEPT[chapter].copy()
    if m is not None and (ROOT / chapter / "mnist.py").exists():
        KEPT[chapter]["mnist"] = few_images(chapter, m)
    try:
        yield
    finally:
        KEPT[chapter].pop("mnist", None)
        if "mnist" in before:
            KEPT[chapter]["mnist"] = before["mnist"]


def changed(text, changes):
    """A script's text with other numbers behind the names in its run.

    A name that is no Python name stands for any text of the script that is replaced.
    """
    for name, value in changes.items():
        if not name.isidentifier():
            assert text.count(name) == 1, f"{name!r} stands {text.count(name)} times"
            text = text.replace(name, str(value))
            continue
        page, start, call = text.partition("\nif __name__")
        number = rf"\b({name} ?= ?)[-+.\w'()]+?(?=[,)\n])"
        call, n_changes = re.subn(number, rf"\g<1>{value}", call)
        assert n_changes >= 1, f"{name} does not stand in the run"
        text = page + start + call
    return text


def play(script, changes=None, arguments=(), m=None):
    """Run a script of the project as its reader would, inside the test process.

    Changes are those of changed; with m, MNIST has so many images only. Returns the
    lines that it prints, its error (the line that it ends with, or None), progress
    (what else goes to stderr), and names, a dictionary of what it has defined.
    """
    path = ROOT / script
    code = compile(changed(source(script), changes or {}), str(path), "exec")
    names = {"__name__": "__main__", "__file__": str(path)}
    output, complaints, error = io.StringIO(), io.StringIO(), None
    argv, sys.argv = sys.argv, [str(path), *map(str, arguments)]
    plt.close("all")
    try:
        with (
            np.errstate(all="ignore"),  # As terminal.py sets it, once a process.
            mock.patch.object(FigureCanvasAgg, "draw_idle"),  # Nobody sees it.
            images_of(script, m),
            chapter_of(script),
            contextlib.redirect_stdout(output),
            contextlib.redirect_stderr(complaints),
        ):
            exec(code, names)
    except Exception as problem:
        error = KEPT[path.relative_to(ROOT).parts[0]]["terminal"].explain(problem)
        if error is None:
            raise
        assert "\n" not in error
        plt.close("all")
    finally:
        sys.argv = argv
    return SimpleNamespace(
        lines=output.getvalue().splitlines(),
        error=error,
        progress=complaints.getvalue(),
        names=names,
    )


def lines_of(script, changes=None, m=None):
    """The lines that a script prints; it ends well."""
    played = play(script, changes, m=m)
    assert played.error is None, played.error
    return played.lines


def draw(script, picture, changes=None, m=None):
    """Play a script that draws: figure, axes without colour bars, lines, names."""
    with mpl.rc_context({"figure.dpi": 150}):  # As picture.py writes it.
        played = play(script, changes, arguments=[picture], m=m)
    assert played.error is None, played.error
    assert len(plt.get_fignums()) == 1
    figure = plt.gcf()
    plt.close(figure)
    FigureCanvasAgg(figure)
    return SimpleNamespace(
        figure=figure,
        axes=[ax for ax in figure.axes if ax.get_label() != "<colorbar>"],
        printed=played.lines,
        names=played.names,
        script=script,
        file=picture,
    )


def mouse(figure, kind, ax, across, down):
    """Let the mouse do something at a place of axes, from 0 to 1 from the top left."""
    x, y = ax.transAxes.transform((across, 1 - down))
    name = {"press": "button_press_event", "release": "button_release_event"}
    name = name.get(kind, "motion_notify_event")
    event = MouseEvent(name, figure.canvas, x, y, 1)
    with np.errstate(all="ignore"):  # As terminal.py sets it.
        figure.canvas.callbacks.process(name, event)


def drag(figure, ax, *points):
    """Press at the first point, move to the others, release at the last."""
    mouse(figure, "press", ax, *points[0])
    for point in points[1:]:
        mouse(figure, "move", ax, *point)
    mouse(figure, "release", ax, *points[-1])


def read_table(name):
    """The columns of a chapter's table, as its scripts read it."""
    file = ROOT / name
    n_columns = len(file.read_text(encoding="utf-8").splitlines()[0].split())
    lines = load("02_first/terminal.py").table(file, n_columns)
    return np.loadtxt(lines, skiprows=1, unpack=True)


# In a process of its own


def run(script, cwd=None, options=(), arguments=()):
    """Start a script as a reader does, without a screen, and wait for its end.

    Returns the finished process with what it printed in stdout and stderr, as text.
    """
    return subprocess.run(
        [sys.executable, *options, str(script), *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "MPLBACKEND": "Agg"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
    )


def printed(process):
    """The lines of a process that ended well and had nothing to complain about."""
    assert process.stderr == ""
    assert process.returncode == 0
    return process.stdout.splitlines()


def copy_project(target, names=(*CHAPTERS, "data")):
    """Copy all chapters and the data into the folder target, which is made."""
    for name in names:
        shutil.copytree(
            ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__")
        )
    return target


def tweak(path, **changes):
    """Put other numbers behind the names at the bottom of a copied script."""
    text = changed(path.read_text(encoding="utf-8"), changes)
    path.write_text(text, encoding="utf-8")
