"""What the pictures of chapter 2 show."""

import re

import numpy as np
import pytest

from project import ROOT

X, Y = np.loadtxt(ROOT / "02_first/pizza.txt", skiprows=1).T
DESIGN = {
    "without a bias": np.column_stack((X, np.zeros(X.size))),
    "with a bias": np.column_stack((X, np.ones(X.size))),
}


@pytest.mark.parametrize("script", ["02_first/plot_data.py", "02_first/plot_line.py"])
def test_every_evening_is_a_point(script, drawing):
    """All rows of the file, and all of them in view."""
    (ax,) = drawing(script).axes
    points = next(line for line in ax.lines if line.get_marker() == "o")
    assert np.array_equal(points.get_xydata(), np.column_stack((X, Y)))
    assert ax.get_xlim()[0] < X.min() <= X.max() < ax.get_xlim()[1]
    assert ax.get_ylim()[0] < Y.min() <= Y.max() < ax.get_ylim()[1]
    assert "reservations" in ax.get_xlabel()
    assert "pizzas" in ax.get_ylabel()


@pytest.mark.parametrize("model", DESIGN)
def test_a_learned_line_is_close_to_the_best_one(model, drawing):
    """The least squares solution, and its loss, against what the legend says."""
    (ax,) = drawing("02_first/plot_line.py").axes
    (line,) = [line for line in ax.lines if line.get_label().startswith(model)]
    best = np.linalg.lstsq(DESIGN[model], Y, rcond=None)[0]
    for x, y in line.get_xydata():
        assert y == pytest.approx(x * best[0] + best[1], abs=0.4)

    least = np.mean((DESIGN[model] @ best - Y) ** 2)
    (loss,) = re.findall(r"loss (\d+\.\d)", line.get_label())
    assert float(loss) == pytest.approx(least, abs=0.1)
    legend = [text.get_text() for text in ax.get_legend().get_texts()]
    assert line.get_label() in legend


def test_only_a_bias_lets_the_line_leave_the_origin(drawing):
    """Where the lines start, and that they can be told apart without colours."""
    (ax,) = drawing("02_first/plot_line.py").axes
    alone, with_bias = [line for line in ax.lines if line.get_marker() != "o"]
    assert tuple(alone.get_xydata()[0]) == (0, 0)
    assert with_bias.get_xydata()[0, 1] > 10
    assert alone.get_linestyle() != with_bias.get_linestyle()
