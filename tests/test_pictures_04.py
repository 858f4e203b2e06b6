"""What the picture of chapter 4 shows."""

import re

import numpy as np
import pytest
from mpl_toolkits.mplot3d.art3d import Poly3DCollection

from project import ROOT

SCRIPT = "04_hyperspaces/plot_plane.py"
x1, x2, x3, Y = np.loadtxt(ROOT / "04_hyperspaces/pizza_3_vars.txt", skiprows=1).T
X = np.column_stack((np.ones(x1.size), x1, x3))
BEST = np.linalg.lstsq(X, Y, rcond=None)[0]


@pytest.fixture(params=[0, 1], ids=["from above", "from its edge"])
def view(request, drawing):
    """The axes of one of the two views."""
    above, edge = drawing(SCRIPT).axes
    return (above, edge)[request.param]


def plane(view):
    """The one surface of a view."""
    (surface,) = [c for c in view.collections if isinstance(c, Poly3DCollection)]
    return surface


def corners(surface):
    """The corners (n, 3) of a surface, for which matplotlib has no public name."""
    if hasattr(surface, "_faces"):
        return np.reshape(surface._faces, (-1, 3))
    return surface._vec[:3].T


def area(surface):
    """How much of the picture a surface of one face covers, as the view shows it."""
    (path,) = surface.get_paths()
    x, y = path.vertices.T
    return abs(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])) / 2


def points(view):
    """The points (n, 3) above the plane, and those below it, with their lines."""
    above, below = [line for line in view.lines if line.get_marker() == "o"]
    return [(line, np.transpose(line.get_data_3d())) for line in (above, below)]


def test_every_evening_is_a_point_on_its_side_of_the_plane(view):
    """All rows of the file; the hollow points are those below the plane."""
    (above, over), (below, under) = points(view)
    drawn = np.vstack((over, under))
    rows = np.column_stack((x1, x3, Y))
    assert np.array_equal(np.unique(drawn, axis=0), np.unique(rows, axis=0))
    assert len(drawn) == len(rows)

    residuals = Y - X @ BEST
    assert len(over) == np.sum(residuals > 0)
    for line, places, sign in (above, over, 1), (below, under, -1):
        z = BEST[0] + places[:, :2] @ BEST[1:]
        assert np.all(sign * (places[:, 2] - z) > 0)
        assert (line.get_markerfacecolor() == "white") == (sign < 0)
        assert ("above" if sign > 0 else "below") in line.get_label()
        assert np.sign(line.get_zorder() - plane(view).get_zorder()) == sign


def test_the_plane_is_the_best_one(view):
    """The least squares solution, over all evenings."""
    places = corners(plane(view))
    assert places[:, 2] == pytest.approx(BEST[0] + places[:, :2] @ BEST[1:], abs=1e-3)
    for column, x in enumerate((x1, x3)):
        assert places[:, column].min() <= x.min() < x.max() <= places[:, column].max()


def test_the_thin_lines_are_the_errors(view):
    """From every label straight up or down to its prediction."""
    errors = [line for line in view.lines if line.get_marker() == "None"]
    ends = np.array([np.transpose(line.get_data_3d()) for line in errors])
    labels, predictions = ends[:, 0], ends[:, 1]
    assert np.array_equal(labels[:, :2], predictions[:, :2])
    assert predictions[:, 2] == pytest.approx(
        BEST[0] + predictions[:, :2] @ BEST[1:], abs=1e-3
    )
    rows = np.column_stack((x1, x3, Y))
    assert np.array_equal(np.unique(labels, axis=0), np.unique(rows, axis=0))


def test_the_loss_in_the_title(drawing):
    """The least that a plane over these two inputs can have."""
    (loss,) = re.findall(r"loss of (\d+\.\d)$", drawing(SCRIPT).figure.get_suptitle())
    assert float(loss) == pytest.approx(np.mean((X @ BEST - Y) ** 2), abs=0.05)


def test_from_its_edge_the_plane_is_almost_a_line(drawing):
    """What it covers of the picture, compared with the view from above."""
    above, edge = drawing(SCRIPT).axes
    assert area(plane(edge)) < area(plane(above)) / 20


def test_the_axes_name_the_inputs(view):
    """In the order of the points' coordinates."""
    assert view.get_xlabel() == "reservations"
    assert view.get_ylabel() == "tourists"
    assert "pizzas" in view.get_zlabel()
