"""What the pictures of chapter 3 show."""

import itertools

import numpy as np
import pytest
from mpl_toolkits.mplot3d.art3d import Poly3DCollection

from project import ROOT, draw

X, Y = np.loadtxt(ROOT / "03_gradient/pizza.txt", skiprows=1).T
LEAST_W = X @ Y / (X @ X)
LEAST_BOTH = np.linalg.lstsq(np.column_stack((X, np.ones(X.size))), Y, rcond=None)[0]


def loss(w, b=0):
    """The mean squared error."""
    return np.mean((X * w + b - Y) ** 2)


def labelled(ax, start):
    """The line whose label starts like this."""
    (line,) = [line for line in ax.lines if str(line.get_label()).startswith(start)]
    return line


def points(line):
    """The points of a line on 3D axes, (k, 3)."""
    return np.array(line.get_data_3d()).T


@pytest.mark.parametrize("name", ["loss", "gradient"])
def test_the_loss_curve(name, drawing):
    """The curve is the loss from -1 to 4, and the cross is on the least squares w."""
    (ax,) = drawing(f"03_gradient/plot_{name}.py").axes
    curve = labelled(ax, "loss with b = 0").get_xydata()
    assert (curve[0, 0], curve[-1, 0]) == (-1, 4)
    assert curve[:, 1] == pytest.approx([loss(w) for w in curve[:, 0]])
    w, height = labelled(ax, "minimum").get_xydata()[0]
    assert w == pytest.approx(LEAST_W)
    assert height == pytest.approx(loss(LEAST_W))
    label = labelled(ax, "minimum").get_label()
    assert label == f"minimum: w = {w:.2f}, loss {height:.1f}"
    assert name == "gradient" or ax.get_title().endswith(f" at w = {w:.2f}")
    assert label in [text.get_text() for text in ax.get_legend().get_texts()]
    assert ax.get_xlabel() == "weight w"
    assert ax.get_ylabel().startswith("loss")


def test_the_tangent_touches_the_curve(drawing):
    """At the hiker, with the slope that the curve has there; the step goes down."""
    (ax,) = drawing("03_gradient/plot_gradient.py").axes
    ((w, height),) = labelled(ax, "the hiker").get_xydata()
    assert height == pytest.approx(loss(w))
    (w1, h1), (w2, h2) = labelled(ax, "tangent").get_xydata()
    slope = (h2 - h1) / (w2 - w1)
    assert slope == pytest.approx((loss(w + 1e-5) - loss(w - 1e-5)) / 2e-5, rel=1e-6)
    assert h1 + slope * (w - w1) == pytest.approx(height)
    (arrow,) = [text for text in ax.texts if hasattr(text, "arrow_patch")]
    assert arrow.xyann == (w, height)
    assert loss(arrow.xy[0]) < height
    assert arrow.xy[0] - w == pytest.approx(-slope * 0.001)


def test_the_surface_and_its_minimum(drawing):
    """The cross is on the least squares solution, lower than the surface around it."""
    (ax,) = drawing("03_gradient/plot_loss_surface.py").axes
    ((w, b, height),) = points(labelled(ax, "minimum"))
    assert (w, b) == pytest.approx(LEAST_BOTH, abs=0.01)
    assert height == pytest.approx(loss(*LEAST_BOTH), abs=1e-3)
    assert height <= ax.get_zlim()[1]
    assert any(isinstance(c, Poly3DCollection) for c in ax.collections)


def test_slices_lie_on_the_surface_and_have_own_minima(drawing):
    """Each slice in 3D and below it, and where it is lowest."""
    cut_b, slice_w, cut_w, slice_b = drawing("03_gradient/plot_slices.py").axes
    for cut, slice_, held in [(cut_b, slice_w, 1), (cut_w, slice_b, 0)]:
        on_surface = points(cut.lines[0])
        assert set(on_surface[:, held]) == {0}
        assert on_surface[:, 2] == pytest.approx([loss(w, b) for w, b, _ in on_surface])
        curve = slice_.lines[0].get_xydata()
        np.testing.assert_allclose(curve, np.delete(on_surface, held, axis=1))
        ((_, lowest),) = labelled(slice_, "minimum").get_xydata()
        assert lowest <= min(curve[:, 1]) < 1.001 * lowest
        assert lowest > loss(*LEAST_BOTH) + 1
    assert labelled(slice_w, "minimum").get_xdata() == pytest.approx(LEAST_W)
    assert labelled(slice_b, "minimum").get_xdata() == pytest.approx(np.mean(Y))


def test_tangents_have_the_slopes_of_the_slices(drawing):
    """Both of them, measured on the loss; and the step follows both."""
    left, right = drawing("03_gradient/plot_partial_derivatives.py").axes
    ((w, b, height),) = points(labelled(left, "w ="))
    assert height == pytest.approx(loss(w, b))
    slopes = []
    for name, step in [("weight", (1e-5, 0)), ("bias", (0, 1e-5))]:
        start, end = points(labelled(left, f"slope along the {name}"))
        slope = (end[2] - start[2]) / np.sum((end - start)[:2])
        up, down = loss(w + step[0], b + step[1]), loss(w - step[0], b - step[1])
        assert slope == pytest.approx((up - down) / 2e-5, rel=1e-5)
        slopes.append(slope)
    start, end = points(labelled(right, "the step"))
    assert start == pytest.approx((w, b, height))
    assert end[:2] - start[:2] == pytest.approx(-np.array(slopes) * 0.001)
    assert end[2] < start[2]


def test_the_path_goes_downhill_with_two_turns_and_a_detour(drawing):
    """Each point is lower than the one before; the end is the minimum."""
    (ax,) = drawing("03_gradient/plot_descent_path.py").axes
    path = labelled(ax, "gradient descent").get_xydata()
    heights = np.array([loss(w, b) for w, b in path])
    assert np.all(np.diff(heights) <= 1e-9)
    assert path[-1] == pytest.approx(LEAST_BOTH, abs=0.01)

    steps = np.diff(path[:4], axis=0)
    turns = [a @ b < 0 for a, b in itertools.pairwise(steps)]
    assert turns == [True, True]
    on_floor = path[20:1000]
    assert np.all(np.diff(on_floor[:, 1]) > 0)

    straight = labelled(ax, "the straight way").get_xydata()
    np.testing.assert_array_equal(straight, path[[0, -1]])
    walked = np.sum(np.linalg.norm(np.diff(path, axis=0), axis=1))
    assert walked > 1.2 * np.linalg.norm(straight[1] - straight[0])
    assert f"length {walked:.1f}" in labelled(ax, "gradient descent").get_label()
    beeline = np.linalg.norm(straight[1] - straight[0])
    assert ax.get_title().endswith(f" {walked:.1f} by steps, {beeline:.1f} straight")


def test_the_cliff_throws_past_the_minimum(drawing):
    """One step leads over it, and the end is far higher."""
    (ax,) = drawing("03_gradient/plot_cliff.py").axes
    ((best_w, _, lowest),) = points(labelled(ax, "lowest point drawn"))
    path = points(labelled(ax, "from w"))
    jumps = np.diff(path[:, 0])
    assert np.max(jumps) > 2
    before, after = path[np.argmax(jumps)], path[np.argmax(jumps) + 1]
    assert before[0] < best_w < after[0]
    assert path[-1, 2] > lowest + 2
    ends = path[-1, 2] - 0.05, lowest
    assert ax.get_title().endswith("to loss {:.2f}; the lowest is {:.2f}".format(*ends))


def test_the_start_decides_which_minimum(drawing):
    """Two starts that are near each other, two ends that are not."""
    (ax,) = drawing("03_gradient/plot_local_minimum.py").axes
    ((best_w, best_b, lowest),) = points(labelled(ax, "lowest point drawn"))
    good, caught = (
        points(labelled(ax, "from w = -0.1")),
        points(labelled(ax, "from w = 0.3")),
    )
    assert np.linalg.norm(good[0, :2] - caught[0, :2]) < 0.5
    assert good[-1, :2] == pytest.approx((best_w, best_b), abs=0.05)
    assert caught[-1, 2] > lowest + 0.5
    assert np.linalg.norm(caught[-1, :2] - caught[-2, :2]) < 1e-3
    assert f"end {caught[-1, 2] - good[-1, 2]:.2f} apart" in ax.get_title()


def test_overshooting(drawing):
    """The points are on the curve; left lower each time, right higher, side by side."""
    left, right = drawing("03_gradient/plot_overshooting.py").axes
    for ax, direction, outcome in [(left, -1, "lower"), (right, 1, "higher")]:
        assert f"each step ends {outcome}" in ax.get_title()
        path = labelled(ax, "5 steps").get_xydata()
        assert len(path) == 6
        assert path[:, 1] == pytest.approx([loss(w) for w in path[:, 0]])
        assert np.all(np.diff(path[:, 1]) * direction > 0)
        sides = np.sign(path[:, 0] - LEAST_W)
        assert np.all(sides[1:] * sides[:-1] == -direction)
        assert ax.get_xlim()[0] < min(path[:, 0]) <= max(path[:, 0]) < ax.get_xlim()[1]


@pytest.mark.parametrize(
    ("script", "old", "new", "title"),
    [
        (
            "plot_descent_path",
            "lr=0.003",
            "lr=0",
            "0.0 by steps, 0.0 straight",
        ),
        (
            "plot_overshooting",
            "lr=0.005",
            "lr=0.004",
            "lr = 0.004: each step ends lower",
        ),
        ("plot_cliff", "lr=0.4", "lr=0.2", "to loss -2.90; the lowest is -2.90"),
        ("plot_local_minimum", "(0.3, -1.4)", "(0.0, -1.4)", "end 0.00 apart in loss"),
    ],
)
def test_titles_say_what_came_out(script, old, new, title, tmp_path):
    """Also after a reader has changed a number."""
    file = tmp_path / "picture.png"
    done = draw(f"03_gradient/{script}.py", file, {old: new})
    assert title in done.axes[-1].get_title()


def test_learning_rates(drawing):
    """From hardly moving to growing, and the best one in between."""
    (ax,) = drawing("03_gradient/plot_learning_rates.py").axes
    ends = {float(line.get_label()[5:]): line.get_ydata()[[0, -1]] for line in ax.lines}
    assert all(start == pytest.approx(loss(0)) for start, _ in ends.values())
    rates = sorted(ends)
    assert ends[rates[0]][1] > 0.8 * loss(0)
    assert ends[rates[-1]][1] > loss(0)
    assert ends[0.002][1] == pytest.approx(loss(LEAST_W))
    assert ax.get_yscale() == "log"
    assert len({line.get_marker() for line in ax.lines}) == len(rates)


@pytest.mark.parametrize(
    "script, changes, minima",
    [
        ("plot_loss", {"-1, 4, num=501": "2, 4, num=21"}, ["w = 1.84, loss 69.1"]),
        ("plot_loss", {"-1, 4, num=501": "-50, 50, num=9"}, ["w = 1.84, loss 69.1"]),
        (
            "plot_slices",
            {"w": "3"},
            ["w = 1.84, loss 69.1", "b = -11.13, loss 237.7"],
        ),
    ],
)
def test_a_minimum_is_that_of_the_data(script, changes, minima, tmp_path):
    """Whatever range is drawn; a second each."""
    drawn = draw(f"03_gradient/{script}.py", tmp_path / "picture.png", changes)
    labels = [str(line.get_label()) for ax in drawn.axes for line in ax.lines]
    found = [label for label in labels if label.startswith("minimum: ")]
    assert found == [f"minimum: {minimum}" for minimum in minima]
