"""Chapter 4: figures of the page, tweaks, the plane, and the penguins."""

import numpy as np
import pytest
from mpl_toolkits.mplot3d.art3d import Poly3DCollection

from project import ROOT, load, play

FINAL, NO_BIAS = "multiple_regression_final.py", "multiple_regression_without_bias.py"
PLANE, PENGUINS = "plot_plane.py", "solution/penguins.py"
SHORT = {"iterations=100000": "iterations=1000"}
TABLE_FILE = ROOT / "04_hyperspaces/pizza_3_vars.txt"
x1, x2, x3, y = np.loadtxt(TABLE_FILE, skiprows=1, unpack=True)
PAGE = """
    13 26 9 44 | 2 14 6 23 | 14 20 3 28 | 23 25 9 60 | 13 24 8 42 | 1 12 2 5
    18 23 9 51 | 10 18 10 44 | 26 24 3 42 | 3 14 1 9 | 3 12 3 14 | 21 27 5 43
    7 17 3 22 | 22 21 1 34 | 2 12 4 16 | 27 26 2 46 | 6 15 4 26 | 10 21 7 33
    18 18 3 29 | 15 26 8 43 | 9 20 6 37 | 26 25 9 62 | 8 21 10 47 | 15 22 7 38
    10 20 2 22 | 21 21 1 29 | 5 12 7 34 | 6 14 9 38 | 13 19 4 30 | 13 20 3 28
"""
PREDICTIONS = """
X[0] -> 45.8717 (label: 44)
X[1] -> 23.2502 (label: 23)
X[2] -> 28.5192 (label: 28)
X[3] -> 58.2355 (label: 60)
X[4] -> 42.8009 (label: 42)"""
STOPPED = "Stopped: the loss is now inf, no longer a finite number."
DESCENT = {"iterations=100000": "iterations=10", "iterations=1000,": "iterations=1,"}
ROWS = "[0, 50, 100, 150, 200, 250, 300]"

# Script, what is changed in its run, and what a reader then sees.
TABLE = [
    (NO_BIAS, SHORT, "Iteration  999 => Loss: 6.8957613"),
    (NO_BIAS, {"lr=0.001": "lr=0.01"}, STOPPED),
    pytest.param(FINAL, {}, PREDICTIONS, marks=pytest.mark.slow),
    (FINAL, {"=100000": "=100"}, "Weights: [[0.00897482 0.86752767 0.57950143 2.2"),
    (FINAL, {"=100000": "=100"}, "X[3] -> 54.5432 (label: 60)\nX[4] -> 43.0558 "),
    (FINAL, {"lr=0.001": "lr=0.01"}, STOPPED),
    (PLANE, {", x1, x3": ", x1, x2", "= 100000": "= 20000"}, "has a loss of 71.4"),
    (PLANE, {"= 100000": "= 0"}, "The plane through the points has a loss of 1333.6"),
    (PLANE, {"= 100000": "= 1000", "0.001": "0.01"}, "Stopped: the loss is now nan"),
    (PENGUINS, {**DESCENT, ROWS: "[341, 0]"}, "    0        3212    3750    -538"),
    (PENGUINS, {"lr=2e-5": "lr=2e-4"}, STOPPED),
    (PENGUINS, DESCENT, "scaled        0.1           1     3415          never"),
    (PENGUINS, DESCENT, "342 penguins, 2700 to 6300 g\nRoot mean squared error\n"),
    (PENGUINS, DESCENT, "saying 4202 g: 801 g\n  of the best hyperplane: 391 g\n"),
    (PENGUINS, {"=100000": "=10"}, "1000      391             48         8.7"),
]


@pytest.mark.parametrize("script, changes, expected", TABLE)
def test_what_a_reader_sees(script, changes, expected):
    """In the lines that are printed, the line at the end, or the picture."""
    assert expected in play(f"04_hyperspaces/{script}", changes).said


def test_the_table_holds_the_evenings_of_the_page():
    """In its order."""
    rows = np.array(PAGE.replace("|", " ").split(), dtype=int).reshape(30, 4)
    np.testing.assert_array_equal(np.column_stack((x1, x2, x3, y)), rows)


def test_the_predictions_of_the_page():
    """From the same steps, without a printed line for each."""
    model = load(f"04_hyperspaces/{FINAL}")
    X, w = np.column_stack((np.ones(30), x1, x2, x3)), np.zeros((4, 1))
    for _ in range(100000):
        w -= model.gradient(X, y[:, None], w) * 0.001
    shown = [f"X[{i}] -> {y_hat:.4f}" for i, (y_hat,) in enumerate(X[:5] @ w)]
    assert shown == [line.split(" (")[0] for line in PREDICTIONS.split("\n")[1:]]


@pytest.mark.slow
def test_what_the_readme_of_the_solution_shows():
    """All of it, line by line."""
    readme = (ROOT / "04_hyperspaces/solution/readme.txt").read_text(encoding="utf-8")
    shown = readme.split(".py\n")[-1].split('"within')[0].replace("\n    ", "\n")
    assert shown.strip() == "\n".join(play(f"04_hyperspaces/{PENGUINS}").lines)


@pytest.mark.parametrize("script", [NO_BIAS, FINAL])
@pytest.mark.parametrize("m, n", [(1, 1), (7, 3)])
def test_formulas(script, m, n, capsys):
    """Shapes, the gradient against differences, and the training's steps."""
    model, rng = load(f"04_hyperspaces/{script}"), np.random.default_rng(0)
    X, Y, w = rng.normal(size=(m, n)), rng.normal(size=(m, 1)), rng.normal(size=(n, 1))
    np.testing.assert_allclose(model.predict(X, w), (X * w.T).sum(axis=1)[:, None])
    assert model.loss(X, Y, w) == pytest.approx(np.mean((X @ w - Y) ** 2))
    gradient = model.gradient(X, Y, w)
    for i, step in enumerate(np.eye(n)[:, :, None] * 1e-5):
        slope = (model.loss(X, Y, w + step) - model.loss(X, Y, w - step)) / 2e-5
        assert gradient[i, 0] == pytest.approx(slope, rel=1e-5, abs=1e-7)
    trained = model.train(X, Y, iterations=2, lr=0.1)
    first = -0.1 * model.gradient(X, Y, np.zeros((n, 1)))
    np.testing.assert_allclose(trained, first - 0.1 * model.gradient(X, Y, first))
    lines = capsys.readouterr().out.splitlines()
    assert float(lines[-1].split()[-1]) == pytest.approx(model.loss(X, Y, first))


def test_the_plane():
    """It is the best one; points above it are full, and hidden only from below."""
    views = "[(25, -60), (6, -35), (-20, 0)]"
    played = play(f"04_hyperspaces/{PLANE}", {"[(25, -60), (7, -36)]": views})
    assert "The plane through the points has a loss of 6.7" in played.said
    X = np.column_stack((np.ones(30), x1, x3))
    best = np.linalg.lstsq(X, y, rcond=None)[0]
    for ax, is_from_above in zip(played.figure.axes, (True, True, False), strict=True):
        (plane,) = (c for c in ax.collections if isinstance(c, Poly3DCollection))
        labels = []
        for line in ax.lines:
            a, b, z = np.array(line.get_data_3d())
            errors = z - (best[0] + best[1] * a + best[2] * b)
            if line.get_marker() == "o":
                labels += np.column_stack((a, b, z)).tolist()
                is_above = line.get_label() == "an evening above the plane"
                assert np.all((errors > 0) == is_above)
                assert (line.get_markerfacecolor() == "C0") == is_above
                is_hidden = line.get_zorder() < plane.get_zorder()
                assert is_hidden == (is_above != is_from_above)
            else:
                assert (a[0], b[0], errors[1]) == pytest.approx(
                    (a[1], b[1], 0), abs=1e-3
                )
        assert sorted(labels) == sorted(np.column_stack((x1, x3, y)).tolist())
