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
    "11_training/neural_network.py": "1e4",
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
