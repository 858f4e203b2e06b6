"""Chapter 3's exercise: from which learning rate on the loss grows."""

import numpy as np
import pytest

from project import ROOT, load, play

SCRIPT = "03_gradient/solution/overshooting.py"
X, Y = np.loadtxt(ROOT / "03_gradient/pizza.txt", skiprows=1, unpack=True)
SHORT = {"> 1e-6": "> 1e-3", "=5000": "=50"}  # A coarse limit, in four trainings.
LIST = "[0.001, 0.002, 0.003, 0.004, 0.0045, 0.0046, 0.005, 0.006]"

# What is changed in its run, and what a reader then sees.
TABLE = [
    ({}, "lr=0.001             812.87           304.36            69.12\n"),
    ({}, "lr=0.006             812.87          2034.53  205103038555.56\n"),
    ({LIST: "[0.00457]"}, "lr=0.00457           812.87           812.62           80"),
    ({LIST: "[0.006, 0.001]"}, "lr=0.006             812.87          2034.53  2"),
    ({LIST: "[1e300]"}, "lr=1e+300            812.87              inf          "),
    ({"[0, 1, 20]": "[2, 0]"}, "Iteration                 2                0\n"),
    ({"[0, 1, 20]": "[2, 0]"}, "lr=0.001             143.53           812.87\n"),
    ({}, "without a bias                  0.00500     0.00457\n"),
]


@pytest.mark.parametrize("changes, expected", TABLE)
def test_what_a_reader_sees(changes, expected):
    """Each figure under its iteration, in any order."""
    assert expected in play(SCRIPT, {**SHORT, **changes}).said


def test_what_the_readme_shows():
    """All of it, line by line."""
    readme = (ROOT / "03_gradient/solution/readme.txt").read_text(encoding="utf-8")
    shown = readme.split(".py\n")[-1].split("WHY")[0].replace("\n    ", "\n")
    assert shown.strip() == "\n".join(play(SCRIPT).lines)


def test_the_losses_are_those_of_the_listings(capsys):
    """Those that train prints, without a bias and with one."""
    descend = load(SCRIPT).descend
    for name, has_bias in ("without_bias", False), ("final", True):
        load(f"03_gradient/gradient_descent_{name}.py").train(X, Y, 5, 0.001)
        lines = capsys.readouterr().out.splitlines()
        losses = descend(X, Y, 4, 0.001, has_bias)
        assert [float(s.split()[-1]) for s in lines] == pytest.approx(losses, abs=1e-9)


def test_the_predicted_limits():
    """A step of 2 divided by the curvature leads as far across as it came."""
    names = play(SCRIPT, SHORT).names
    for limit, has_bias in (names["alone"], False), (names["both"], True):
        for factor, is_growing in (0.999, False), (1.001, True):
            losses = names["descend"](X, Y, 3000, limit * factor, has_bias)
            assert (losses[-1] > losses[-2]) == is_growing
