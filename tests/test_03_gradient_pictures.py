"""What the functions of chapter 3's pictures draw, on figures in memory."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from project import ROOT, load, play

X, Y = np.loadtxt(ROOT / "03_gradient/pizza.txt", skiprows=1).T
descent = load("03_gradient/descent.py")
landscape = load("03_gradient/landscape.py")


def script(name):
    """A script of chapter 3, imported."""
    return load(f"03_gradient/{name}.py")


def loss(w, b=0):
    """The mean squared error."""
    return np.mean((X * w + b - Y) ** 2)


def path(lr, iterations, start=(-6, -40)):
    """The points of a descent on the pizzeria's loss."""
    gradient = script("gradient_descent_final").gradient
    with np.errstate(all="ignore"):
        return descent.descend(gradient, (X, Y), start, lr, iterations)


@pytest.fixture
def ax():
    """Axes of a figure in memory."""
    yield plt.figure().add_subplot()
    plt.close("all")


def test_descend_is_the_loop_of_the_listing():
    """The same weight and bias as train's, bit for bit."""
    expected = script("gradient_descent_final").train(X, Y, 50, 0.001)
    assert tuple(path(0.001, 50, (0, 0))[-1]) == expected
    with pytest.raises(FloatingPointError, match=r"Stopped: .*smaller lr"):
        path(1, 1000)


@pytest.mark.parametrize("w, side, step", [(0.5, "left", 0.588), (3, "right", -0.506)])
def test_the_gradient_points_uphill_and_the_step_against_it(w, side, step):
    """Two arrows, to opposite sides; the gradient's lies on the tangent."""
    played = play("03_gradient/plot_gradient.py", {"lr = 0.5": f"lr = {w}"})
    uphill, downhill = played.figure.axes[0].texts
    run, rise = np.subtract(uphill.xy, uphill.xyann)
    slope = (loss(w + 1e-5) - loss(w - 1e-5)) / 2e-5
    assert rise / run == pytest.approx(slope, rel=1e-6)
    assert rise > 0
    assert downhill.xy[0] - w == pytest.approx(step, abs=1e-3)
    assert f"loss {loss(w):.1f} to {loss(downhill.xy[0]):.1f}" in played.said
    assert f"uphill is to the {side}" in played.said


@pytest.mark.parametrize("n, lr", [(0, 0.001), (2, 0.0025), (4, 0.003), (0, 0)])
def test_sharp_turns_are_counted(n, lr):
    """Also without a step, and where steps are only rounding."""
    turning_angles, way = script("plot_descent_path").turning_angles, path(lr, 30)
    at_rest = np.concatenate((way, way[-1] + [[1e-12, 0], [0, 0], [1e-12, 0]]))
    for points in (way, at_rest):
        assert np.sum(turning_angles(points) > 90) == n
    assert turning_angles(way[:1]).size == 0
    assert turning_angles(np.array([[0, 0], [-2, 1], [-4, 0]])) == pytest.approx(
        [53.130102]
    )


@pytest.mark.parametrize(
    "name, function, start, lr, gap",
    [
        ("plot_cliff", "cliff", (-1.2, -1.5), 0.4, 2.5),
        ("plot_cliff", "cliff", (-1.2, -1.5), 0.2, 0),
        ("plot_local_minimum", "two_dips", (0.3, -1.4), 0.05, 0.8),
    ],
)
def test_made_up_surfaces_trap_a_descent(name, function, start, lr, gap):
    """How far above the lowest point it ends."""
    height = getattr(script(name), function)
    ax = plt.figure().add_subplot(projection="3d")
    grid = np.linspace(-2.5, 5.5, 161), np.linspace(-2, 2, 21)
    end = landscape.plot_descent(ax, height, start, lr, 300, ".-", "C3")[-1, 2]
    lowest = landscape.plot_lowest(ax, height, *grid)
    assert end - lowest == pytest.approx(gap, abs=0.02)


@pytest.mark.parametrize(
    "name, lr, n, title",
    [
        ("plot_overshooting", 0.001, 5, "ending higher: 0, on the other side: 0"),
        ("plot_overshooting", 0.005, 5, "ending higher: 5, on the other side: 5"),
        ("plot_overshooting", 0.001, 0, "steps: 0, ending higher: 0, on the other"),
        ("plot_spiral", 0.004, 10, "a spiral inward"),
        ("plot_spiral", 0.005, 10, "a spiral outward"),
        ("plot_spiral", 0, 10, "the weight stays"),
    ],
)
def test_titles_say_what_came_out(ax, name, lr, n, title):
    """For each learning rate, and without a step."""
    module = script(name)
    plot = module.plot_steps if name == "plot_overshooting" else module.plot_course
    plot(ax, X, Y, lr, iterations=n)
    assert title in ax.get_title()


@pytest.mark.parametrize(
    "name, expected",
    [
        (
            "cliff",
            "It ends 2.50 above the lowest loss; the longest step moves w by 4.21",
        ),
        ("local_minimum", "Starts 0.40 apart, and in the end losses 0.80 apart"),
        ("learning_rates", "The lowest loss at the end: 69.1, with lr in [0.002]"),
    ],
)
def test_what_a_picture_says(name, expected):
    """In its title."""
    assert expected in play(f"03_gradient/plot_{name}.py").said


def test_the_minimum_of_the_curve():
    """Marked, and said in the title."""
    played = play("03_gradient/plot_loss.py")
    assert "The loss has one minimum, at w = 1.84" in played.said
    curve, cross = played.figure.axes[0].lines
    assert cross.get_ydata() == pytest.approx(np.min(curve.get_ydata()), abs=0.01)


@pytest.mark.parametrize("name", ["loss_surface", "slices", "partial_derivatives"])
def test_a_surface_lies_over_weights_and_biases(name):
    """The weight goes to the right, over less than the bias behind it."""
    figure = play(f"03_gradient/plot_{name}.py").figure
    for ax in (ax for ax in figure.axes if hasattr(ax, "get_zlim")):
        assert (ax.get_xlabel()[:6], ax.get_ylabel()[:4]) == ("weight", "bias")
        assert np.ptp(ax.get_xlim()) < 20 < np.ptp(ax.get_ylim())
