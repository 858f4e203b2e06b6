"""A learning rate that is too large shows, or ends in one line: no wall of nan."""

import re

import pytest

from project import TRAINING, printed, run, tweak

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


def test_every_script_that_can_diverge_is_here():
    """All that train, from chapter 3 on."""
    assert list(TOO_LARGE) == [s for s in TRAINING if not s.startswith("02")]


def test_a_loss_that_climbs_is_shown(project_copy):
    """Chapter 3's exercise: as long as the loss is finite, the reader sees it grow."""
    path = project_copy / "03_gradient/gradient_descent_without_bias.py"
    tweak(path, lr="0.005")
    losses = [float(line.split()[-1]) for line in printed(run(path))[:100]]
    assert losses == sorted(losses)
    assert losses[-1] > 1e17


@pytest.mark.parametrize("script", TOO_LARGE)
def test_a_loss_beyond_all_bounds_ends_in_one_line(script, project_copy):
    """The lines before it hold numbers, and there are no warnings."""
    path = project_copy / script
    tweak(path, lr=TOO_LARGE[script], iterations="20000")
    process = run(path)
    assert process.returncode == 1
    assert re.fullmatch(
        r"Stopped at iteration \d+: the loss is no longer a finite number\. "
        r"Try a smaller lr, above 0\.\n",
        process.stderr,
    )
    assert not re.search("nan|inf", process.stdout)


NUMBERS = ["0", "-0.001", "1e-12", "1", "1e3", "1e300", "float('inf')", "float('nan')"]
ENDINGS = (
    r"Stopped at iteration \d+: the loss is no longer a finite number\. .*\n",
    r"Couldn't converge within .* iterations\n",
    r"iterations=.*, lr=.*: please give two finite numbers\.\n",
)


def assert_calm(process):
    """It has trained, or stopped with one of the lines that are made for it."""
    assert not re.search(r"\b(nan|inf)\b", process.stdout)
    if process.returncode == 0:
        assert process.stderr == ""
    else:
        assert process.returncode == 1
        assert any(re.fullmatch(line, process.stderr) for line in ENDINGS)


@pytest.mark.parametrize("script", TRAINING)
@pytest.mark.parametrize("lr", NUMBERS)
def test_any_number_for_lr(script, lr, project_copy):
    """It trains, or it ends in one line."""
    path = project_copy / script
    tweak(path, lr=lr, iterations="3" if "mnist" in path.read_text() else "300")
    assert_calm(run(path))


@pytest.mark.parametrize("script", TRAINING)
@pytest.mark.parametrize("iterations", [*NUMBERS, "-5"])
def test_any_number_for_iterations(script, iterations, project_copy):
    """As above; a learning rate that is far too large ends the endless ones."""
    path = project_copy / script
    endless = iterations in ("1e3", "1e300")
    tweak(path, iterations=iterations, **({"lr": "1e300"} if endless else {}))
    process = run(path)
    assert_calm(process)
    if iterations.startswith("float"):
        assert "please give two finite numbers" in process.stderr


@pytest.mark.parametrize("script", TRAINING)
def test_whole_numbers_may_be_written_as_floats(script, project_copy):
    """1e1 is as good as 10."""
    path = project_copy / script
    tweak(path, iterations="2")
    expected = run(path)
    tweak(path, iterations="2e0")
    found = run(path)
    assert (found.returncode, found.stdout) == (expected.returncode, expected.stdout)
