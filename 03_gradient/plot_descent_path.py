"""Draw the path of gradient descent over the loss surface, on it and from above.

New: many steps in a row. The first ones lead down the steep wall, overshoot the valley
floor, and turn sharply back, less far each time: the points are numbered, and below on
the right they are drawn larger. Then the path follows the floor, which is almost level,
so that thousands of short steps are needed. It is not the shortest way: every step goes
where it is steepest just there, not towards the minimum.

To tweak: start, lr and iterations, at the bottom. With lr=0.0025 the path overshoots
less, and has two sharp turns; with lr=0.001 it has none; with lr=0.004 it swings to and
fro many times.
"""

import picture
from terminal import table

import numpy as np

from descent import descend, length, turning_angles
from gradient_descent_final import gradient, loss
from surface import plot_contours, plot_point, plot_surface


def plot_on_surface(ax, X, Y, path):
    """Draw a path (k, 2) on the loss surface, in 3D, its first points numbered."""
    plot_surface(
        ax,
        lambda w, b: loss(X, Y, w, b),
        weights=np.linspace(-8, 10, num=73),
        biases=np.linspace(-50, 60, num=56),
    )
    heights = [loss(X, Y, w, b) for w, b in path]
    ax.plot(*path.T, heights, ".-", color="C3", lw=2, zorder=9)
    plot_point(ax, *path[0], heights[0], "o", "white", label=None)
    plot_point(ax, *path[-1], heights[-1], "X", "C2", label=None)
    for i, (w, b) in enumerate(path[:4]):
        ax.text(w, b, heights[i] + 3000, i, ha="center", weight="bold", zorder=11)
    ax.set_zlabel("loss", labelpad=14)
    ax.view_init(elev=38, azim=-62)


def plot_from_above(ax, X, Y, path):
    """Draw a path (k, 2) among contours, beside the straight way to its end."""
    plot_contours(
        ax,
        lambda w, b: loss(X, Y, w, b),
        weights=np.linspace(-8, 10, num=241),
        biases=np.linspace(-50, 60, num=221),
        levels=[100, 300, 1000, 3000, 10000, 20000, 40000],
    )
    straight = path[[0, -1]]
    w, b = path[-1]
    end = f"the end: w = {w:.2f}, b = {b:.2f}"
    label = f"the path: length {length(path):.1f}"
    ax.plot(*path.T, ".-", color="C3", lw=1, label=label)
    label = f"straight: length {length(straight):.1f}"
    ax.plot(*straight.T, "--", color="C1", lw=2, label=label)
    style = {"mec": "black", "markersize": 12}
    ax.plot(*path[0], "o", color="white", label="the start", **style)
    ax.plot(w, b, "X", color="C2", label=end, **style)
    ax.legend(loc="upper right", fontsize=10)


def plot_turns(ax, path):
    """Draw the first steps of a path (k, 2), and at each point how far it turns."""
    path = path[:9]
    ax.plot(*path.T, "o-", color="C3", markersize=5)
    for i, angle in enumerate(turning_angles(path), start=1):
        side, offset = ("left", 8) if path[i, 0] > path[i - 1, 0] else ("right", -8)
        place = {"xytext": (offset, -4), "textcoords": "offset points", "ha": side}
        ax.annotate(f"{i}: {angle:.0f}°", path[i], fontsize=10, **place)
    ax.margins(x=0.15)
    ax.set(xlabel="weight w", ylabel="bias b", title="The first turns, larger")


def describe(path):
    """What the title says of a path (k, 2): its sharp turns, and how long it is."""
    n_sharp = np.sum(turning_angles(path) > 90)
    return (
        f"Turns sharper than a right angle: {n_sharp}. Iterations: {len(path) - 1}. "
        f"Length of the path: {length(path):.1f}, straight {length(path[[0, -1]]):.1f}"
    )


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(14, 8))
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    path = descend(
        lambda w, b: gradient(X, Y, w, b), start=(-6, -40), lr=0.003, iterations=20000
    )

    grid = figure.add_gridspec(2, 2, width_ratios=[5, 4], height_ratios=[3, 2])
    in_3d = {"projection": "3d", "computed_zorder": False}
    plot_on_surface(figure.add_subplot(grid[:, 0], **in_3d), X, Y, path)
    plot_from_above(figure.add_subplot(grid[0, 1]), X, Y, path)
    plot_turns(figure.add_subplot(grid[1, 1]), path)
    figure.suptitle(describe(path))
    picture.show()
