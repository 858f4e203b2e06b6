"""Chapter 2: figures of the page, tweaks, pictures, claims and the exercise."""

import numpy as np
import pytest

from project import ROOT, load, play

X, Y = np.loadtxt(ROOT / "02_first/pizza.txt", skiprows=1, unpack=True)
PAGE = """
    13 2 14 23 13 1 18 10 26 3 3 21 7 22 2 27 6 10 18 15 9 26 8 15 10 21 5 6 13 13
    33 16 32 51 27 16 34 17 29 15 15 32 22 37 13 44 16 21 37 30 26 34 23 39 27 37 17
    18 25 23
"""
ALONE, BIAS = "linear_regression.py", "linear_regression_with_bias.py"
LINE, COUNT = "plot_line.py", "claim_count_combinations.py"
RATES = "solution/learning_rates.py"
LIST = "[100, 10, 1, 0.1, 0.01, 0.001, 0.0001]"
PAGE_RUN = {"10000, lr=0.01": "200000, lr=0.0001"}
PAGE_END = "Iteration 157777 => Loss: 22.842737\n\nw=1.081, b=13.171\nPrediction: x=20"

# Script, what is changed in its run, and what a reader then sees.
TABLE = [
    (ALONE, {}, "Iteration    0 => Loss: 812.866667\nIteration    1 =>"),
    (ALONE, {}, "\n\nw=1.840\nPrediction: x=20 => y=36.80"),
    (ALONE, {"lr=0.01": "lr=0.1"}, "w=1.800"),
    (ALONE, {"lr=0.01": "lr=0.0001"}, "Couldn't converge within 10000"),
    (ALONE, {"iterations=10000": "iterations=0"}, "within 0 iterations"),
    (ALONE, {"lr=0.01": "lr=float('nan')"}, "w=0.000"),
    (ALONE, {"lr=0.01": "lr=0"}, "w=0.000"),
    (BIAS, {"lr=0.01": "lr=0"}, "w=0.000, b=0.000"),
    (BIAS, {}, "\n\nw=1.100, b=12.930\nPrediction: x=20 => y=34.93"),
    pytest.param(BIAS, PAGE_RUN, PAGE_END, marks=pytest.mark.slow),
    ("plot_solar_panel.py", {}, "At 12 o'clock it predicts 255 watts"),
    ("plot_data.py", {}, "The more reservations, the more pizzas"),
    (LINE, {}, "With a bias the loss is 22.9, without one 69.1"),
    (LINE, {"lr = 0.01": "lr = 1"}, "With a bias the loss is 72.3, without one 74.5"),
    (LINE, {"lr = 0.01": "lr = 100"}, "the loss is 812.9, without one 812.9"),
    ("live_line.py", {}, "loss 812.87\nlowest 812.87"),
    ("live_line.py", {"w=0, b=0": "w=1, b=13"}, "loss 24.67\nlowest 24.67"),
    (COUNT, {"= 10, ": "= 2, "}, "   2        9   1252.46             5   1253.12"),
    (RATES, {LIST: "[1, 0.01, 100]"}, "    2.0000     2.0000    72.3333     49.490597"),
    (RATES, {LIST: "[1, 0.01]"}, "0.01          1552     1.1000    12.9300    22.8636"),
]


@pytest.fixture(autouse=True)
def no_drawing(monkeypatch):
    """A slider draws the whole figure when it is made: half a second each."""
    canvas = "matplotlib.backend_bases.FigureCanvasBase"
    monkeypatch.setattr(f"{canvas}.draw_idle", lambda canvas: None)


@pytest.mark.parametrize("script, changes, expected", TABLE)
def test_what_a_reader_sees(script, changes, expected):
    """In the lines that are printed, the line at the end, or the picture."""
    assert expected in play(f"02_first/{script}", changes).said


def test_the_table_holds_the_evenings_of_the_page():
    """In its order."""
    assert [*X, *Y] == [int(number) for number in PAGE.split()]


@pytest.mark.parametrize("script, n", [(ALONE, 1), (BIAS, 2)])
def test_training(script, n, capsys):
    """It prints each loss, and ends where no step of lr helps; so do the steps."""
    model, parameters = load(f"02_first/{script}"), [1.5, -2.0][:n]
    np.testing.assert_array_equal(model.predict(X, *parameters), 1.5 * X - 2 * (n - 1))
    errors = 1.5 * X - 2 * (n - 1) - Y
    assert model.loss(X, Y, *parameters) == pytest.approx(np.mean(errors**2))
    end = np.atleast_1d(model.train(X, Y, iterations=10000, lr=0.1))
    losses = [float(line.split()[-1]) for line in capsys.readouterr().out.splitlines()]
    assert losses == sorted(losses, reverse=True)
    for step in np.vstack((np.eye(n), -np.eye(n))) * 0.1:
        assert model.loss(X, Y, *end + step) >= model.loss(X, Y, *end)
    steps = list(load("02_first/trial_steps.py").steps(model.loss, X, Y, [0] * n, 0.1))
    assert steps[-1] == end.tolist()
    assert losses == [round(model.loss(X, Y, *step), 6) for step in steps]


def test_the_figures_of_the_page_are_an_end():
    """No step of 0.0001 helps."""
    model, steps = load(f"02_first/{BIAS}"), load("02_first/trial_steps.py").steps
    ((w, b),) = steps(model.loss, X, Y, [1.0812, 13.1715], lr=0.0001)
    assert f"{model.loss(X, Y, w, b):.6f}" == "22.842737"
    assert f"{model.predict(20, w, b):.2f}" == "34.80"


@pytest.mark.parametrize("script", ["plot_data.py", LINE, "live_line.py"])
def test_every_evening_is_a_point(script):
    """All of them, and in view."""
    ax = play(f"02_first/{script}").figure.axes[0]
    (points,) = (line for line in ax.lines if line.get_marker() == "o")
    assert np.array_equal(points.get_xydata(), np.column_stack((X, Y)))
    assert (ax.get_xlim(), ax.get_ylim()) == ((0, 30), (0, 60))


def test_sliders_and_training_move_the_live_line():
    """Line, sticks and bar are where the sliders stand; the clock ends at a minimum."""
    figure = play("02_first/live_line.py").figure
    w, b, train = (figure.controls[name] for name in ("weight w", "bias b", "clock"))
    w.set_val(2)
    (line,) = (line for line in figure.axes[0].lines if line.get_marker() != "o")
    assert line.get_ydata().tolist() == [0, 60]
    sticks = np.array(figure.axes[0].collections[0].get_segments())
    np.testing.assert_array_equal(sticks[:, 0], np.column_stack((X, Y)))
    np.testing.assert_array_equal(sticks[:, 1], np.column_stack((X, 2 * X)))
    assert figure.axes[1].patches[0].get_height() == np.mean((2 * X - Y) ** 2)
    ((tick, _, _),) = train.callbacks
    train.is_going = True
    tick()
    assert w.val == pytest.approx(1.9)  # Ten steps of 0.01.
    while train.is_going:
        tick()
    assert (w.val, b.val) == pytest.approx((1.1, 12.93))
