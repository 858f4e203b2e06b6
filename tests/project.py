"""Where the project's scripts are, and the ways in which a test starts one."""

import importlib.util
import os
import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import matplotlib.pyplot as plt
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
    "11_training/chain_rule.py",
    "11_training/mnist.py",
    "11_training/backpropagation.py",
    "11_training/neural_network.py",
    "11_training/neural_network_fast.py",
]

# The scripts that draw: in the readme's order, which is the reader's.
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

# The scripts that only show a claim of the page, chapter by chapter, in the order of
# the readme's table of claims. (Many claims are shown by a script of the lists above.)
CLAIM_SCRIPTS = [
    "02_first/count_combinations.py",
    "03_gradient/one_at_a_time.py",
    "03_gradient/step_lengths.py",
    "03_gradient/same_ten_decimals.py",
    "03_gradient/slopes_of_slices.py",
    "03_gradient/more_precise_in_less.py",
    "03_gradient/absolute_error.py",
    "07_final/most_confident.py",
    "07_final/one_hot_any_labels.py",
    "07_final/ten_at_once.py",
    "07_final/average_over_rows.py",
    "07_final/thirty_five_lines.py",
    "11_training/softmax_and_cross_entropy.py",
    "11_training/shapes_of_gradients.py",
    "11_training/bias_column.py",
    "11_training/average_gradient.py",
    "11_training/random_starts.py",
    "11_training/network_against_perceptron.py",
]

# Those that train, and so have hyperparameters at the bottom.
TRAINING = [
    script
    for script in SCRIPTS
    if "iterations=" in (ROOT / script).read_text(encoding="utf-8")
]

# Those that train for so long that no test waits for their end.
LONG = ["11_training/neural_network.py", "11_training/neural_network_fast.py"]

CHAPTERS = sorted({Path(script).parent.name for script in SCRIPTS})


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


def copy_project(target):
    """Copy all chapters and the data into the folder target, which is made."""
    for name in [*CHAPTERS, "data"]:
        shutil.copytree(
            ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__")
        )
    return target


def tweak(script, **hyperparameters):
    """Put other numbers behind the names at a script's bottom, as a reader does."""
    page, start, call = script.read_text(encoding="utf-8").partition("\nif __name__")
    for name, value in hyperparameters.items():
        call, n_changes = re.subn(
            rf"\b{name}=[-+.\w'()]+?(?=[,)\n])", f"{name}={value}", call
        )
        assert n_changes == 1, f"{name} stands {n_changes} times in the run of {script}"
    script.write_text(page + start + call, encoding="utf-8")


def draw(script, picture):
    """Run a script that draws, of the project or a copy, and let it write its picture.

    Returns the figure that it has drawn. The modules that the script imports from its
    folder are forgotten again, since other folders have modules of the same names.
    """
    path = ROOT / script
    before = set(sys.modules)
    argv, search_path = sys.argv, sys.path
    sys.argv, sys.path = [str(path), str(picture)], [str(path.parent), *search_path]
    plt.close("all")
    try:
        runpy.run_path(str(path), run_name="__main__")
    finally:
        sys.argv, sys.path = argv, search_path
        for name in set(sys.modules) - before:
            file = getattr(sys.modules[name], "__file__", None)
            if file and Path(file).parent.parent in (ROOT, path.parent.parent):
                del sys.modules[name]
    assert len(plt.get_fignums()) == 1
    figure = plt.gcf()
    plt.close(figure)
    FigureCanvasAgg(figure).draw()
    return figure


def load(script):
    """Import a chapter's script by its path from the root, under a name of its own."""
    path = ROOT / script
    spec = importlib.util.spec_from_file_location(script.replace("/", "."), path)
    module = importlib.util.module_from_spec(spec)
    search_path, sys.path = sys.path, [str(path.parent), *sys.path]
    try:
        spec.loader.exec_module(module)
    finally:
        sys.path = search_path
    return module
