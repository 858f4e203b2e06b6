"""Chapter 5: figures of the page, tweaks, pictures, and what the weights say."""

import numpy as np
import pytest

from project import ROOT, load, play

CLASSIFIER, LINE = "classifier.py", "plot_regression_line.py"
MODEL, LOSSES, WEIGHTS = "plot_model.py", "plot_losses.py", "solution/weights.py"
FOLDER = ROOT / "05_discerning"
x1, x2, x3, y = np.loadtxt(FOLDER / "police.txt", skiprows=1, unpack=True)
POLICE = "1 0 1 1 1 0 1 1 1 0 0 1 0 1 0 1 0 0 0 1 0 1 0 1 0 1 0 0 1 0"
STOPPED = "Stopped: the loss is now nan, no longer a finite number."
SQUARED = "05_discerning/squared_error.py"
COARSE = {"121": "7"}
FEW = {
    "[1000, 10000, 100000]": "[0]",
    "= 10000": "= 100",
    "n_draws = 100": "n_draws = 3",
}

# Script, what is changed in its run, and what a reader then sees.
TABLE = [
    (CLASSIFIER, {}, "\n\nSuccess: 25/30 (83.33%)"),
    (CLASSIFIER, {"lr=0.001": "lr=0.01"}, "\n\nSuccess: 29/30 (96.67%)"),
    (CLASSIFIER, {"lr=0.001": "lr=0.1"}, STOPPED),
    (WEIGHTS, FEW, "without reservations  16 of 30 right\nwithout temperature   23 of"),
    (LINE, {}, "\n2\n2\n2\n2\n3\n2\n2\n2\n"),  # In dots for more than one evening.
    (LINE, {}, "Labels are 0 or 1; the line predicts -0.08 to 1.21"),
    (LINE, {"= 1": "= 3"}, "Labels are 0 or 1; the line predicts -0.06 to 1.05"),
    (LINE, {"= 1": "= 1.5"}, "regression line of degree 1"),
    ("plot_sigmoid.py", {"-8, 8": "-1000, 1000"}, "sigmoid(0) = 0.5"),
    (MODEL, {"= 100000": "= 100"}, "One input: a curve, 20 of 30 right"),
    (MODEL, {"= 100000, 0.02": "= 9, float('nan')"}, "numbers too large to draw"),
    (LOSSES, COARSE, "bowl\nThe paths end 0.00 and 0.00 above the lowest point"),
    (LOSSES, {**COARSE, "=1000,": "=0,"}, "bowl\nThe paths end 7.64 and 4.48 above"),
    (LOSSES, {**COARSE, "lr=0.1": "lr=10"}, STOPPED),
    ("live_sigmoid.py", {}, "Log loss 0.640, slope 1.2635"),
    ("live_sigmoid.py", {"0.1, bias=0": "-1, bias=0"}, "error 0.504, slope 0.0077"),
    (WEIGHTS, FEW, "tourists         -0.10    0.04    0.14        67 %"),
]


@pytest.fixture(autouse=True)
def no_drawing(monkeypatch):
    """A slider draws the whole figure when it is made: half a second each."""
    canvas = "matplotlib.backend_bases.FigureCanvasBase"
    monkeypatch.setattr(f"{canvas}.draw_idle", lambda canvas: None)


@pytest.mark.parametrize("script, changes, expected", TABLE)
def test_what_a_reader_sees(script, changes, expected):
    """In the lines that are printed, the line at the end, or the picture."""
    assert expected in play(f"05_discerning/{script}", changes).said


def test_the_table_holds_the_labels_of_the_page():
    """Beside the inputs of chapter 4."""
    assert y.tolist() == [int(label) for label in POLICE.split()]
    pizza = np.loadtxt(ROOT / "04_hyperspaces/pizza_3_vars.txt", skiprows=1)
    np.testing.assert_array_equal(np.column_stack((x1, x2, x3)), pizza[:, :3])


def test_formulas():
    """The losses, their gradients against differences, the training's two steps."""
    model, squared = load(f"05_discerning/{CLASSIFIER}"), load(SQUARED)
    rng = np.random.default_rng(0)
    X, w = rng.normal(size=(7, 3)), rng.normal(size=(3, 1))
    Y = rng.integers(0, 2, size=(7, 1))
    y_hat = 1 / (1 + np.exp(-X @ w))
    np.testing.assert_allclose(model.forward(X, w), y_hat)
    np.testing.assert_array_equal(model.classify(X, w), y_hat > 0.5)
    wrong = np.abs(Y - y_hat)
    assert model.loss(X, Y, w) == pytest.approx(-np.mean(np.log(1 - wrong)))
    assert squared.squared_error(X, Y, w) == pytest.approx(np.mean(wrong**2))
    log, mean = model.gradient(X, Y, w), squared.squared_error_gradient(X, Y, w)
    for i, step in enumerate(np.eye(3)[:, :, None] * 1e-5):
        for loss, slopes in (model.loss, log), (squared.squared_error, mean):
            slope = (loss(X, Y, w + step) - loss(X, Y, w - step)) / 2e-5
            assert slopes[i, 0] == pytest.approx(slope, rel=1e-5)
    trained = model.train(X, Y, iterations=2, lr=0.1)
    first = -0.1 * model.gradient(X, Y, np.zeros((3, 1)))
    np.testing.assert_allclose(trained, first - 0.1 * model.gradient(X, Y, first))


def test_the_model():
    """Boxes around wrong evenings; the dashed line is where the surface is at 0.5."""
    played = play(f"05_discerning/{MODEL}", {"= 100000": "= 3000"})
    for ax, name in zip(played.figure.axes, ("one", "two"), strict=True):
        X, w = played.names[f"X_{name}"], played.names[f"w_{name}"]
        y_hat = 1 / (1 + np.exp(-X @ w))[:, 0]
        wrong = (y_hat > 0.5) != y
        (boxes,) = (line for line in ax.lines if line.get_marker() == "s")
        places = np.array(boxes.get_data_3d() if ax.name == "3d" else boxes.get_data())
        np.testing.assert_array_equal(places.T, np.column_stack((X[:, 1:], y))[wrong])
    (dashed,) = (line for line in ax.lines if line.get_linestyle() == "--")
    a, b, z = np.array(dashed.get_data_3d())
    assert w[0] + w[1] * a + w[2] * b == pytest.approx(0, abs=1e-9)
    assert set(z) == {0.5} and 0 <= a.min() < a.max() <= 30


def test_the_losses():
    """Each path begins at its start, and goes against the gradient."""
    figure = play(f"05_discerning/{LOSSES}", {"121": "13", "=1000": "=200"}).figure
    X, Y = np.column_stack((np.ones(30), x3)), y[:, None]
    log = load(f"05_discerning/{CLASSIFIER}").gradient
    gradients = load(SQUARED).squared_error_gradient, log
    for ax, gradient in zip(figure.axes, gradients, strict=True):
        lines = [(s.get_marker(), np.array(s.get_data_3d()).T) for s in ax.lines]
        paths = [line for marker, line in lines if marker == "None"]
        assert [path[0, :2].tolist() for path in paths] == [[2.5, 5], [-2.5, 5]]
        for path in paths:
            ws = path[:, [1, 0], None]
            slopes = np.array([gradient(X, Y, w) for w in ws[:-1]])
            np.testing.assert_allclose(np.diff(ws, axis=0), -0.1 * slopes, atol=1e-12)


@pytest.mark.slow
def test_what_the_readme_of_the_solution_shows():
    """All of it, line by line."""
    readme = (FOLDER / "solution/readme.txt").read_text(encoding="utf-8")
    shown = readme.split(".py\n")[-1].split("WHY")[0].replace("\n    ", "\n")
    assert shown.strip() == "\n".join(play(f"05_discerning/{WEIGHTS}").lines)
