"""A learning rate that is too large shows, or ends in one line: no wall of nan."""

import re

import pytest

from project import TRAINING, lines_of, play

# Too large for each script; chapter 2 takes no step that raises the loss.
TOO_LARGE = {
    "03_gradient/gradient_descent_without_bias.py": "0.1",
    "03_gradient/gradient_descent_final.py": "0.01",
    "04_hyperspaces/multiple_regression_without_bias.py": "0.01",
    "04_hyperspaces/multiple_regression_final.py": "0.01",
    "05_discerning/classifier.py": "1",
    "06_real/digit_classifier.py": "1",
    "07_final/mnist_classifier.py": "1",
    "07_final/mnist_classifier_fast.py": "1",
    "11_training/neural_network.py": "1e4",
    "11_training/neural_network_fast.py": "1e4",
}
NUMBERS = ["0", "-0.001", "1e-12", "1", "1e3", "1e300", "float('inf')", "float('nan')"]
STOPPED = (
    r"Stopped: the loss is now -?(inf|nan), no longer a finite number\. "
    r"Try a smaller lr, above 0\."
)
ENDINGS = (
    STOPPED,
    r"Couldn't converge within .* iterations",
)

# Those of which a test plays one of each kind with all images, too: slow.
FEW = ["06_real/digit_classifier.py", "07_final/mnist_classifier_fast.py"]
MORE = [*FEW, "07_final/mnist_classifier.py", "11_training/neural_network_fast.py"]


def few_or_all(scripts, with_all):
    """Each script with a thousand images, and those in with_all, slow, with all."""
    pairs = [(script, 1000) for script in scripts]
    pairs += [pytest.param(s, None, marks=pytest.mark.slow) for s in with_all]
    return pytest.mark.parametrize("script, m", pairs)


def assert_calm(played):
    """It has trained, or stopped with one of the lines that are made for it."""
    assert not re.search(r"\b(nan|inf)\b", "\n".join(played.lines))
    assert played.progress == ""
    if played.error is not None:
        assert any(re.fullmatch(line, played.error) for line in ENDINGS), played.error


def test_every_script_that_can_diverge_is_here():
    """All that train, from chapter 3 on."""
    assert list(TOO_LARGE) == [s for s in TRAINING if not s.startswith("02")]


def test_a_loss_that_climbs_is_shown():
    """Chapter 3's exercise: as long as the loss is finite, the reader sees it grow."""
    script = "03_gradient/gradient_descent_without_bias.py"
    lines = lines_of(script, {"lr": "0.005"})
    losses = [float(line.split()[-1]) for line in lines[:100]]
    assert losses == sorted(losses)
    assert losses[-1] > 1e17


@few_or_all(TOO_LARGE, MORE)
def test_a_loss_beyond_all_bounds_ends_in_one_line(script, m):
    """The lines before it hold numbers, and there are no warnings."""
    changes = {"lr": TOO_LARGE[script], "iterations": "20000"}
    played = play(script, changes, m=m)
    assert re.fullmatch(STOPPED, played.error)
    assert not re.search("nan|inf", "\n".join(played.lines))
    assert played.progress == ""


@few_or_all(TRAINING, FEW)
def test_any_number_for_lr(script, m):
    """It trains, or it ends in one line."""
    for lr in NUMBERS:
        iterations = 300 if script < "06" else 3
        changes = {"lr": lr, "iterations": iterations}
        assert_calm(play(script, changes, m=m))


@pytest.mark.parametrize("script", TRAINING)
def test_any_whole_number_for_iterations(script):
    """Also none at all, and fewer than none."""
    for iterations in ("1", "0", "-5"):
        assert_calm(play(script, {"iterations": iterations}, m=1000))


@pytest.mark.parametrize("script", TRAINING)
def test_iterations_that_are_no_whole_number(script):
    """Python's TypeError for whoever calls train; one line at the terminal."""
    for iterations, value in (("1e3", "1000.0"), ("20.000", "20.0"), ("2.0", "2.0")):
        played = play(script, {"iterations": iterations}, m=1000)
        assert played.lines == []
        assert played.error == (
            f"iterations={value}: please write a whole number, such as 20000."
        )


@pytest.mark.parametrize(
    "script", ["11_training/neural_network.py", "11_training/neural_network_fast.py"]
)
def test_hidden_nodes_that_are_no_whole_number(script):
    """They are named, too."""
    name = "n_hidden_nodes=200" if "fast" not in script else "weights_file = 200"
    played = play(script, {name: name.replace("200", "20.0")}, m=1000)
    assert played.error == (
        "n_hidden_nodes=20.0: please write a whole number, such as 20000."
    )
