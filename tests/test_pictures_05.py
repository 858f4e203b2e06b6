"""What the pictures of chapter 5 show."""

import re

import numpy as np
import pytest
from mpl_toolkits.mplot3d.art3d import Poly3DCollection

from project import ROOT, load

REGRESSION = "05_discerning/plot_regression_line.py"
SIGMOID = "05_discerning/plot_sigmoid.py"
MODEL = "05_discerning/plot_model.py"
LOSSES = "05_discerning/plot_losses.py"

x1, x2, x3, Y = np.loadtxt(ROOT / "05_discerning/police.txt", skiprows=1).T
ONES = np.ones(x1.size)
X_ONE = np.column_stack((ONES, x1))
X_TWO = np.column_stack((ONES, x1, x3))
X_LOSSES = np.column_stack((ONES, x3))


def sigmoid(z):
    """The formula of the chapter."""
    return 1 / (1 + np.exp(-z))


def best_weights(X):
    """The weights with the least log loss for X (m, n), found by Newton's method."""
    w = np.zeros(X.shape[1])
    for _ in range(30):
        y_hat = sigmoid(X @ w)
        curvature = X.T @ (X * (y_hat * (1 - y_hat))[:, None])
        w -= np.linalg.solve(curvature, X.T @ (y_hat - Y))
    return w


def log_loss(bias, weight):
    """The log loss for the input of plot_losses.py; a sum of softplus functions."""
    z = bias[..., None] + weight[..., None] * x3
    return np.mean(np.logaddexp(0, z) - Y * z, axis=-1)


def squared_error(bias, weight):
    """The mean squared error of the same predictions."""
    y_hat = sigmoid(bias[..., None] + weight[..., None] * x3)
    return np.mean((y_hat - Y) ** 2, axis=-1)


# Where y_hat is almost 1, few digits of 1 - y_hat are left for the log loss.
ROUNDING = 0.002

LOSS = {"Mean squared error": squared_error, "Log loss": log_loss}


def lines(ax, marker):
    """The lines of a picture that have this marker."""
    return [line for line in ax.lines if line.get_marker() == marker]


def places(line):
    """The points of a line, (n, 2) or (n, 3)."""
    if hasattr(line, "get_data_3d"):
        return np.transpose(line.get_data_3d())
    return line.get_xydata()


def surface(ax):
    """The one surface in a picture."""
    (found,) = [c for c in ax.collections if isinstance(c, Poly3DCollection)]
    return found


def corners(ax):
    """The corners (n, 3) of a surface, for which matplotlib has no public name."""
    if hasattr(surface(ax), "_faces"):
        return np.unique(np.reshape(surface(ax)._faces, (-1, 3)), axis=0)
    return np.unique(surface(ax)._vec[:3].T, axis=0)


def regression_line(drawing):
    """The line that plot_regression_line.py draws."""
    (ax,) = drawing(REGRESSION).axes
    (line,) = lines(ax, "None")
    return line


@pytest.mark.parametrize("script", [REGRESSION, MODEL])
def test_every_evening_is_counted(script, drawing):
    """A dot for each pair of input and label, with a number if it occurs more often."""
    ax = drawing(script).axes[0]
    (dots,) = lines(ax, "o")
    evenings, counts = np.unique(np.column_stack((x1, Y)), axis=0, return_counts=True)
    assert np.array_equal(dots.get_xydata(), evenings)

    numbers = {text.get_position(): text.get_text() for text in ax.texts}
    for evening, count in zip(evenings, counts, strict=True):
        assert numbers.get(tuple(evening), "1") == str(count)
    assert counts.max() == 3
    low, high = ax.get_xlim()
    assert low <= x1.min() < x1.max() <= high


def test_the_regression_line_is_the_best_one(drawing):
    """The least squares solution, drawn as far as there are evenings."""
    line = regression_line(drawing)
    best = np.linalg.lstsq(X_ONE, Y, rcond=None)[0]
    x, y = line.get_xydata().T
    assert y == pytest.approx(best[0] + best[1] * x)
    assert (x.min(), x.max()) == (x1.min(), x1.max())


def test_the_regression_line_fits_badly(drawing):
    """Far from most labels, and at both ends where no label can be."""
    line = regression_line(drawing)
    y_hat = np.interp(x1, *line.get_xydata().T)
    assert np.median(abs(y_hat - Y)) > 0.15
    assert y_hat.min() < 0 < 1 < y_hat.max()
    ends = re.findall(r"-?\d\.\d\d", line.get_label())
    assert [float(end) for end in ends] == pytest.approx(
        [y_hat.min(), y_hat.max()], abs=0.006
    )


def test_what_is_no_answer_is_shaded(drawing):
    """Below 0 and above 1, from there to the picture's edges, and nothing between."""
    (ax,) = drawing(REGRESSION).axes
    to_data = ax.transData.inverted()
    low, high = ax.get_ylim()
    spans = [
        to_data.transform_bbox(patch.get_window_extent()).intervaly
        for patch in ax.patches
    ]
    assert np.sort(np.array(spans), axis=0) == pytest.approx(
        np.array([(low, 0), (1, high)])
    )


def test_the_sigmoid(drawing):
    """Rises all the way, between the limits, through 0.5 at 0."""
    (ax,) = drawing(SIGMOID).axes
    (curve,) = lines(ax, "None")
    z, y = curve.get_xydata().T
    assert y == pytest.approx(sigmoid(z))
    assert z.min() <= -6 < 6 <= z.max()
    assert np.all(np.diff(y) > 0)
    assert 0 < y.min() < 0.01 < 0.99 < y.max() < 1

    (limits,) = ax.collections
    assert [ends[:, 1].tolist() for ends in limits.get_segments()] == [[0, 0], [1, 1]]
    (dot,) = lines(ax, "o")
    assert dot.get_xydata().tolist() == [[0, 0.5]]
    assert [text.get_text().strip() for text in ax.texts] == ["sigmoid(0) = 0.5"]


@pytest.fixture(params=[True, pytest.param(False, marks=pytest.mark.slow)])
def small(request):
    """After a small training, and after that of the script."""
    return request.param


def learned_weights(X, small):
    """The weights that the picture should be of; in the end those of the least loss."""
    if not small:
        return best_weights(X)
    model, w = load("05_discerning/classifier.py"), np.zeros((X.shape[1], 1))
    for _ in range(1000):
        w -= model.gradient(X, Y.reshape(-1, 1), w) * 0.02
    return w[:, 0]


def test_the_model_with_one_input(small, drawing):
    """The S with the least log loss, and what it rounds to."""
    ax = drawing(MODEL, small).axes[0]
    curve, rounded = lines(ax, "None")
    best = learned_weights(X_ONE, small)
    x, y = curve.get_xydata().T
    assert y == pytest.approx(sigmoid(best[0] + best[1] * x), abs=0.002)
    assert np.all(np.diff(y) > 0)
    assert np.array_equal(rounded.get_xydata(), np.column_stack((x, y > 0.5)))
    assert curve.get_linestyle() != rounded.get_linestyle()


def test_the_model_with_two_inputs(small, drawing):
    """The S-shaped surface close to the one with the least log loss."""
    ax = drawing(MODEL, small).axes[1]
    inputs, y = np.split(corners(ax), [2], axis=1)
    best = learned_weights(X_TWO, small)
    assert y[:, 0] == pytest.approx(sigmoid(best[0] + inputs @ best[1:]), abs=0.02)
    assert small or y.min() < 0.01 < 0.99 < y.max()


def test_where_the_surface_rounds_up(small, drawing):
    """A dashed line across the surface, at the height 0.5."""
    ax = drawing(MODEL, small).axes[1]
    (border,) = lines(ax, "None")
    inputs, y = np.split(places(border), [2], axis=1)
    assert np.all(y == 0.5)
    best = learned_weights(X_TWO, small)
    assert sigmoid(best[0] + inputs @ best[1:]) == pytest.approx(0.5, abs=0.01)
    assert np.ptp(inputs[:, 1]) == np.ptp(corners(ax)[:, 1])
    assert border.get_linestyle() == "--"


def test_the_labels_around_the_surface(drawing):
    """All evenings: the filled points at 1 in front of it, the hollow at 0 behind."""
    ax = drawing(MODEL).axes[1]
    called, not_called = lines(ax, "o")
    for line, label, fill, side in (called, 1, "C0", 1), (not_called, 0, "white", -1):
        evenings = np.column_stack((X_TWO[:, 1:], Y))[label == Y]
        assert np.array_equal(places(line), evenings)
        assert line.get_markerfacecolor() == fill
        assert np.sign(line.get_zorder() - surface(ax).get_zorder()) == side


@pytest.mark.parametrize("panel, X", [(0, X_ONE), (1, X_TWO)])
def test_wrong_answers_have_a_box(panel, X, small, drawing):
    """Those evenings whose label the weights do not round to; counted above."""
    ax = drawing(MODEL, small).axes[panel]
    (boxes,) = lines(ax, "s")
    wrong = np.round(sigmoid(X @ learned_weights(X, small))) != Y
    expected = np.column_stack((X[:, 1:], Y))[wrong]
    assert np.array_equal(places(boxes), expected)
    assert 0 < wrong.sum() < 5
    assert ax.get_title().endswith(f", {np.sum(~wrong)} of {Y.size} right")


@pytest.fixture(params=LOSS)
def panel(request, drawing):
    """One of the two losses: its axes, and its formula."""
    (ax,) = [
        ax for ax in drawing(LOSSES).axes if ax.get_title().startswith(request.param)
    ]
    return ax, LOSS[request.param]


def grid(ax):
    """The drawn surface as three arrays over the same grid: weight, bias and loss."""
    found = corners(ax)
    n_weights = np.unique(found[:, 0]).size
    return found.T.reshape(3, n_weights, -1)


def test_both_surfaces_are_losses_of_the_same_predictions(panel):
    """Each against its formula, over the same weights and biases."""
    ax, formula = panel
    weight, bias, loss = grid(ax)
    assert loss == pytest.approx(formula(bias, weight), rel=ROUNDING)
    assert (weight.min(), weight.max(), bias.min(), bias.max()) == (-3, 3, -6, 6)


def below_chords(loss):
    """Whether a surface is convex: in the middle of no chord is it above the chord."""
    random = np.random.default_rng(0)
    halves = np.array(loss.shape) // 2
    middle = random.integers(halves * 2, size=(20000, 2))
    offset = random.integers(-halves, halves, size=(20000, 2))
    ends = np.stack((middle - offset, middle + offset))
    inside = np.all((ends >= 0) & (ends < loss.shape), axis=(0, 2))
    assert inside.sum() > 3000
    (one, other), middle = ends[:, inside], middle[inside]
    chords = (loss[tuple(one.T)] + loss[tuple(other.T)]) / 2
    return loss[tuple(middle.T)] <= chords + ROUNDING * np.ptp(loss)


def test_only_the_log_loss_is_convex(panel):
    """A bowl lies below all of its chords, a surface with bumps does not."""
    ax, formula = panel
    below = below_chords(grid(ax)[2])
    if formula is log_loss:
        assert below.all()
    else:
        assert below.mean() < 0.8


def test_the_axes_of_the_losses(drawing):
    """In the order of the points' coordinates."""
    for ax in drawing("05_discerning/plot_losses.py").axes:
        assert "weight" in ax.get_xlabel()
        assert "bias" in ax.get_ylabel()
        assert "loss" in ax.get_zlabel()


def test_the_cross_is_on_the_lowest_point(panel):
    """Where no other point of the surface is lower; for the log loss, the best one."""
    ax, formula = panel
    (cross,) = lines(ax, "X")
    found = corners(ax)
    lowest = found[found[:, 2].argmin()]
    assert places(cross).tolist() == [lowest.tolist()]
    if formula is log_loss:
        bias, weight = best_weights(X_LOSSES)
        assert lowest[:2] == pytest.approx([weight, bias], abs=0.1)


def test_the_paths_are_gradient_descent(panel):
    """Every step is as long as the slope, measured here, is steep; and leads down."""
    ax, formula = panel
    paths = [places(line) for line in lines(ax, "None")]
    assert len(paths) == 2
    for path in paths:
        weight, bias, loss = path.T
        assert loss == pytest.approx(formula(bias, weight), rel=1e-4)
        assert np.all(np.diff(loss[:500]) < 0)
        h = 1e-5
        slopes = [
            (formula(bias, weight + h) - formula(bias, weight - h)) / (2 * h),
            (formula(bias + h, weight) - formula(bias - h, weight)) / (2 * h),
        ]
        steps = np.diff(path[:, :2], axis=0)
        assert steps == pytest.approx(-0.1 * np.transpose(slopes)[:-1], abs=1e-6)


def test_only_the_log_loss_leads_to_the_lowest_point(panel):
    """From the same starts; the mean squared error holds one of them on its plateau."""
    ax, formula = panel
    ends = np.array([places(line)[[0, -1]] for line in lines(ax, "None")])
    (cross,) = places(lines(ax, "X")[0])
    assert ends[:, 0, :2].tolist() == [[2.5, 5], [-2.5, 5]]
    left = np.linalg.norm(ends[:, 1, :2] - cross[:2], axis=1)
    travelled = np.linalg.norm(ends[:, 1, :2] - ends[:, 0, :2], axis=1)
    if formula is log_loss:
        assert left.max() < 0.15
    else:
        assert left.min() > 5
        assert travelled.min() < 0.01

    starts, stops = lines(ax, "o"), lines(ax, "s")
    assert np.array_equal(places(starts[0]), ends[:, 0])
    assert np.array_equal(places(stops[0]), ends[:, 1])
    n_steps = len(places(lines(ax, "None")[0])) - 1
    assert stops[0].get_label() == f"after {n_steps} steps"
    assert starts[0].get_label() == "a start"


def test_the_losses_look_from_the_same_side(drawing):
    """Or the two surfaces could not be compared."""
    one, other = drawing(LOSSES).axes
    assert (one.elev, one.azim) == (other.elev, other.azim)
