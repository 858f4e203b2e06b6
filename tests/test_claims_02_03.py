"""What the page claims of chapters 2 and 3, against what a reader sees."""

import contextlib
import re
from fractions import Fraction

import numpy as np
import pytest

from project import ROOT, lines_of, load, play

pytestmark = pytest.mark.chapter("03_gradient")
X, Y = np.loadtxt(ROOT / "03_gradient/pizza.txt", skiprows=1).T
BEST = np.linalg.lstsq(np.column_stack((X, np.ones(X.size))), Y, rcond=None)[0]


def loss(w, b=0):
    """The mean squared error."""
    return np.mean((X * w + b - Y) ** 2)


def numbers(line):
    """The numbers in a line."""
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?(?:e[-+]\d+)?", line)]


def test_claim_1_one_at_a_time(output):
    """Whoever moves is at its best, and the other one is not any more."""
    script = "03_gradient/claim_one_at_a_time.py"
    lines = output(script)
    assert len(lines) == 13
    for line in lines[1:]:
        w, b, height, w_off, b_off = numbers(line)
        assert height == pytest.approx(loss(w, b), abs=0.01)
        # The slope of the loss by w is 2 * mean(X * X) times the distance.
        slope = (loss(w + 1e-4, b) - loss(w - 1e-4, b)) / 2e-4
        assert w_off == pytest.approx(slope / (2 * np.mean(X * X)), abs=1e-3)
        slope = (loss(w, b + 1e-4) - loss(w, b - 1e-4)) / 2e-4
        assert b_off == pytest.approx(slope / 2, abs=2e-3)
    off = {"w": 3, "b": 4}
    for line in lines[2:-1]:
        moved, other = line[0], "b" if line[0] == "w" else "w"
        assert numbers(line)[off[moved]] == 0
        assert abs(numbers(line)[off[other]]) > 0.05
    heights = [numbers(line)[2] for line in lines[1:]]
    assert heights == sorted(heights, reverse=True)
    assert np.abs(numbers(lines[-1])[3:]).max() < 0.001

    many = lines_of(script, {"rounds=5": "rounds=40"})
    assert numbers(many[-2])[:2] == pytest.approx(BEST, abs=1e-3)


def test_claim_2_count_combinations(output):
    """Three times as many for each parameter, two more in the other way."""
    script = "02_first/claim_count_combinations.py"
    rows = np.array([numbers(line) for line in output(script)[2:]])
    n, n_all, lowest, n_single, lowest_single, _ = rows.T
    assert list(n) == list(range(1, 11))
    assert list(n_all) == [3**k for k in range(1, 11)]
    assert list(n_single) == [2 * k + 1 for k in range(1, 11)]
    assert np.all(lowest <= lowest_single)
    assert np.all(lowest[2:] < lowest_single[2:])

    module = load(script)
    steps = list(module.all_steps(4, 0.5))
    assert len({tuple(step) for step in steps}) == 81
    assert {float(change) for step in steps for change in step} == {-0.5, 0, 0.5}
    singles = module.single_steps(4, 0.5)
    assert {tuple(step) for step in singles} <= {tuple(step) for step in steps}

    assert len(lines_of(script, {"lr = 10,": "lr = 3,"})) == 2 + 3


@pytest.mark.slow
def test_claim_3_learning_rates(output):
    """The smaller lr, the more iterations and the less loss."""
    lines = output("02_first/solution/learning_rates.py")[1:]
    lr, iterations, w, b, height, above = np.array([numbers(s) for s in lines]).T
    assert lr.tolist() == [100, 10, 1, 0.1, 0.01, 0.001, 0.0001]
    assert np.all(np.diff(iterations) > 0)
    assert np.all(np.diff(above) < 0)
    for row in zip(w, b, height, above, strict=True):
        assert row[2] == pytest.approx(loss(row[0], row[1]), abs=0.01)
        assert row[3] == pytest.approx(row[2] - loss(*BEST), abs=1e-4)


def test_claim_4_step_lengths(output):
    """The loss is higher along the gradient; each step is lr times the slope."""
    script = "03_gradient/claim_step_lengths.py"
    tables = "\n".join(output(script)).split("from w")[1:]
    assert len(tables) == 2
    for table, side in zip(tables, (-1, 1), strict=True):
        lines = table.splitlines()[2:12]
        rows = np.array([numbers(line) for line in lines])
        w, slope, uphill, here, downhill, step = rows.T
        assert here == pytest.approx([loss(weight) for weight in w], abs=0.1)
        assert np.all((uphill > here) & (here > downhill))
        assert np.all(np.sign(slope) == side)
        assert step == pytest.approx(-slope * 0.001, abs=1e-6)
        assert np.all(np.abs(step[1:]) < 0.6 * np.abs(step[:-1]))
        assert "uphill at 10 of 10 places" in table
        assert "9 of 9 steps are shorter" in table

    text = "\n".join(lines_of(script, {"lr": "0.005"}))
    assert text.count("\n0 of 9 steps are shorter") == 2
    assert text.count("uphill at 10 of 10") == 2
    assert "Stopped: the loss is now" in play(script, {"lr": "1e300"}).error


def test_claim_5_same_ten_decimals(output):
    """The same as printed, never the same exactly: a constant factor closer."""
    script = "03_gradient/claim_same_ten_decimals.py"
    lines = output(script)
    shown = [line.split()[1] for line in lines[2:13]]
    assert shown[-1] == shown[-2] == f"{loss(X @ Y / (X @ X)):.10f}"
    assert shown[0] != shown[1]
    assert "The last two print 69.1209628275 and 69.1209628275." in lines
    # The minimum is at w*, and a step makes the distance to it q times as long.
    squares = sum(Fraction(int(x)) ** 2 for x in X) / 30
    best = sum(Fraction(int(x)) * int(y) for x, y in zip(X, Y, strict=True))
    best /= 30 * squares
    q = 1 - 2 * squares / 1000
    above = [squares * (best * q**i) ** 2 for i in (98, 99)]
    difference = float(above[0] - above[1])
    (told,) = re.findall(r"in truth, by (\S+)\.$", lines[-1])
    assert told == f"{difference:.1e}"
    assert difference > 0

    slow = lines_of(script, {"lr": "0.0001"})
    first, last = re.findall(r"print (\S+) and (\S+)\.", "\n".join(slow))[0]
    assert first != last
    assert "Stopped: " in play(script, {"lr": "0.1", "iterations": "1000"}).error


def test_claim_6_slopes_of_slices(output):
    """Measured and computed are the same, everywhere on the surface."""
    script = "03_gradient/claim_slopes_of_slices.py"
    rows = np.array([numbers(line) for line in output(script)[2:]])
    assert len(rows) == 6
    for w, b, along_w, by_w, along_b, by_b in rows:
        assert (along_w, along_b) == (by_w, by_b)
        slope = (loss(w + 1e-4, b) - loss(w - 1e-4, b)) / 2e-4
        assert by_w == pytest.approx(slope, abs=1e-3)
        slope = (loss(w, b + 1e-4) - loss(w, b - 1e-4)) / 2e-4
        assert by_b == pytest.approx(slope, abs=1e-3)
    assert np.ptp(rows[:, 2]) > 1000
    lines = lines_of(script, {"little=1e-3": "little=1e-13"})
    rows = np.array([numbers(line) for line in lines[2:]])
    assert np.abs(rows[:, 2] - rows[:, 3]).max() > 0.01


@pytest.mark.slow
def test_claim_7_more_precise_in_less(output):
    """Fewer steps, and closer in w, in b and in the loss."""
    script = "03_gradient/claim_more_precise_in_less.py"
    by_turns, descent = (numbers(line[18:]) for line in output(script)[2:])
    assert (by_turns[0], descent[0]) == (157777, 20000)
    for row in (by_turns, descent):
        off = np.abs(np.array(row[1:3]) - BEST)
        assert row[3:5] == pytest.approx(off, rel=0.06)
        assert row[5] == pytest.approx(loss(*row[1:3]) - loss(*BEST), abs=1e-8)
    assert np.all(np.array(descent[3:]) < np.array(by_turns[3:]) / 2)

    with contextlib.redirect_stdout(None):
        fewer = load("03_gradient/gradient_descent_final.py").train(X, Y, 10000, 0.001)
    assert loss(*fewer) - loss(*BEST) > by_turns[5]


def test_claim_8_descent_path(drawing):
    """The length of the drawn path against that of the dashed line."""
    (ax,) = drawing("03_gradient/plot_descent_path.py").axes
    (path,) = [s for s in ax.lines if str(s.get_label()).startswith("gradient")]
    (straight,) = [s for s in ax.lines if str(s.get_label()).startswith("the straight")]
    lengths = []
    for line in (path, straight):
        lengths.append(np.linalg.norm(np.diff(line.get_xydata(), axis=0), axis=1).sum())
        assert f"length {lengths[-1]:.1f}" in line.get_label()
    np.testing.assert_array_equal(
        path.get_xydata()[[0, -1]], straight.get_xydata()[[0, -1]]
    )
    assert lengths[0] > 1.2 * lengths[1]


def test_claim_9_cliff_and_local_minimum(drawing):
    """Where the descents end, against the lowest point of the surfaces."""
    for name, n_missing in [("cliff", 1), ("local_minimum", 1)]:
        (ax,) = drawing(f"03_gradient/plot_{name}.py").axes
        labels = [str(line.get_label()) for line in ax.lines]
        ends = [numbers(text)[-1] for text in labels if " ends at loss " in text]
        (lowest,) = [numbers(text)[-1] for text in labels if "lowest point" in text]
        assert sum(end > lowest + 0.5 for end in ends) == n_missing
        assert all(end >= lowest - 0.01 for end in ends)


def test_claim_10_absolute_error(output):
    """One slope jumps at the minimum and stays as it is far out, the other does not."""
    lines = output("03_gradient/claim_absolute_error.py")
    rows = np.array([numbers(line) for line in lines[5:]])
    distance, left, right, left_absolute, right_absolute = rows.T
    assert distance.tolist() == [100, 10, 1, 0.1, 0.01, 0.001, 0.0001]
    expected = 2 * np.mean(X * X) * distance
    np.testing.assert_allclose(right, expected, atol=0.01)
    np.testing.assert_allclose(left, -expected, atol=0.01)
    assert left_absolute[-1] == left_absolute[-2] < -0.3
    assert right_absolute[-1] == right_absolute[-2] > 0.3
    assert abs(left_absolute[0]) == right_absolute[0] == np.round(np.mean(X), 3)
    (best,) = numbers(lines[1])
    errors = [np.mean(np.abs(X * w - Y)) for w in (best - 0.01, best, best + 0.01)]
    assert errors[1] < min(errors[0], errors[2])


def test_claim_11_overshooting(output):
    """Below the limit the loss falls, above it climbs; the curvature predicts it."""
    lines = output("03_gradient/solution/overshooting.py")
    limit = 1 / np.mean(X * X)
    rows = [numbers(line) for line in lines[1:9]]
    assert {row[0] > limit for row in rows} == {True, False}
    for lr, first, second, last in rows:
        assert (second > first) == (last > second) == (lr > limit)
    assert numbers(lines[-2]) == [round(limit, 5)] * 2
