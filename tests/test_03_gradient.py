"""What the page claims of chapters 2 and 3, against what a reader sees."""

import re

import numpy as np
import pytest

from project import ROOT, play

X, Y = np.loadtxt(ROOT / "03_gradient/pizza.txt", skiprows=1).T
BEST = np.linalg.lstsq(np.column_stack((X, np.ones(X.size))), Y, rcond=None)[0]


def loss(w, b=0):
    """The mean squared error."""
    return np.mean((X * w + b - Y) ** 2)


def numbers(line):
    """The numbers in a line."""
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?(?:e[-+]\d+)?", line)]


FIRST = (
    "Iteration    0 => Loss: 812.8666666667\nIteration    1 => Loss: 304.3630879787\n"
)
LAST = (
    "98 => Loss: 69.1209628275\nIteration   99 => Loss: 69.1209628275\n\nw=1.8436928702"
)
END = """Iteration 19999 => Loss: 22.8427367616

w=1.0811301700, b=13.1722676564
Prediction: x=20 => y=34.79"""


@pytest.mark.parametrize(
    "listing, changes, expected",
    [
        ("without_bias", {}, FIRST + "Iteration    2 => Loss: 143.5265791020\n"),
        ("without_bias", {}, LAST),
        ("without_bias", {"lr=0.001": "lr=1"}, "Stopped: the loss is now inf"),
        ("final", {}, END),
        ("final", {"lr=0.001": "lr=0.01"}, "Stopped: the loss is now inf"),
    ],
)
def test_listings_of_chapter_3(listing, changes, expected):
    """The page's figures, and a step that is too long."""
    said = play(f"03_gradient/gradient_descent_{listing}.py", changes).said
    assert expected in said


def test_claim_2_count_combinations():
    """Three times as many for each parameter, two more in the other way."""
    script = "02_first/claim_count_combinations.py"
    rows = np.array([numbers(line) for line in play(script).lines[2:]])
    n, n_all, lowest, n_single, lowest_single, _ = rows.T
    assert list(n) == list(range(1, 11))
    assert list(n_all) == [3**k for k in range(1, 11)]
    assert list(n_single) == [2 * k + 1 for k in range(1, 11)]
    assert np.all(lowest <= lowest_single)
    assert np.all(lowest[2:] < lowest_single[2:])
    assert len(play(script, {"lr = 10,": "lr = 3,"}).lines) == 2 + 3


@pytest.mark.slow
def test_claim_3_learning_rates():
    """The smaller lr, the more iterations and the less loss."""
    lines = play("02_first/solution/learning_rates.py").lines[1:]
    lr, iterations, w, b, height, above = np.array([numbers(s) for s in lines]).T
    assert lr.tolist() == [100, 10, 1, 0.1, 0.01, 0.001, 0.0001]
    assert np.all(np.diff(iterations) > 0)
    assert np.all(np.diff(above) < 0)
    for row in zip(w, b, height, above, strict=True):
        assert row[2] == pytest.approx(loss(row[0], row[1]), abs=0.01)
        assert row[3] == pytest.approx(row[2] - loss(*BEST), abs=1e-4)


@pytest.mark.parametrize(
    "script, changes, expected",
    [
        ("one_at_a_time", {}, "descent     1.0811  13.1723   22.8427"),
        ("one_at_a_time", {}, "0.0000    -3.5132\nb moves alone        1.8437"),
        ("one_at_a_time", {}, "alone        1.3016  10.3797   25.6798     0.0588"),
        ("absolute_error", {}, "squared error: w = 1.8437\nminimum of the absolute"),
        ("step_lengths", {}, "uphill at 10 of 10 places;"),
        ("step_lengths", {"10, 0.001": "10, 0.005"}, "0 of 9 steps are shorter"),
        ("step_lengths", {"lr = 10,": "lr = 0,"}, "0 of 0 steps are shorter"),
        ("same_ten_decimals", {}, "print 69.1209628275 and 69.1209628275."),
        ("same_ten_decimals", {}, "below the one before it\niteration            loss"),
        ("same_ten_decimals", {}, "in truth, by 5.2e-47."),
        (
            "same_ten_decimals",
            {"lr = 100, 0.001": "lr = 1000, 0.1"},
            "Stopped: ",
        ),
        ("slopes_of_slices", {}, "     -806.8000      -806.8000      -53.7333"),
        ("more_precise_in_less", {"Y, lr=0.0001": "Y, lr=0.01"}, "20000   1.081130"),
        ("absolute_error", {}, "0.0001         -0.044      0.044         -0.400"),
        (
            "stop_when_flat",
            {"0.001, 100000": "0.001, 50"},
            "Not met in 50 iterations: [1e-",
        ),
    ],
)
def test_claims_of_chapter_3_say_so(script, changes, expected):
    """The line that shows the claim, and lines after a change."""
    done = play(f"03_gradient/claim_{script}.py", changes)
    assert expected in "\n".join([*done.lines, str(done.error)])


def test_when_to_stop():
    """Two digits of w and b are right where the gradient is below 0.01, and so on."""
    changes = {"0.001, 100000": "0.002, 10000", "= [100, 10,": "= ["}
    lines = play("03_gradient/claim_stop_when_flat.py", changes).lines
    for line, tolerance, n_digits in (lines[2], 1, 0), (lines[4], 0.01, 2):
        first, _, w, b, *n_right, _ = numbers(line)
        assert (first, n_right) == (tolerance, [n_digits] * 2)
        assert np.all(np.abs([w, b] / BEST - 1) < 0.1**n_digits)
