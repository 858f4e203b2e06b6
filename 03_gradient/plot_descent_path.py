"""Draw the path of gradient descent over the loss surface, on it and from above.

The first steps overshoot the valley floor and turn sharply back. Then thousands of
short ones follow the floor. Each goes where it is steepest: not the shortest way.

To tweak: start, lr and iterations, at the bottom. With lr=0.0025 there are two sharp
turns; with lr=0.001 there are none; with lr=0.004 it swings to and fro many times.
"""

import picture
from terminal import table

import numpy as np

from descent import descend
from gradient_descent_final import gradient, loss
from landscape import plot_contours, plot_point, plot_surface


def turning_angles(path):
    """The angles in degrees between steps of a path (k, 2): straight on 0, back 180."""
    steps = np.diff(path, axis=0)  # Those shorter than 1e-9 are only rounding.
    dw, db = steps[np.linalg.norm(steps, axis=1) > 1e-9].T
    directions = np.degrees(np.arctan2(db, dw))
    return np.abs(np.diff(np.unwrap(directions, period=360)))


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(14, 8))
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    path = descend(gradient, (X, Y), start=(-6, -40), lr=0.003, iterations=20000)
    turns = turning_angles(path)
    grid = figure.add_gridspec(2, 2, width_ratios=[5, 4], height_ratios=[3, 2])

    ax = figure.add_subplot(grid[:, 0], projection="3d", computed_zorder=False)
    weights, biases = np.linspace(-8, 10, num=73), np.linspace(-50, 60, num=56)
    plot_surface(ax, lambda w, b: loss(X, Y, w, b), weights, biases)
    points = np.array([(w, b, loss(X, Y, w, b)) for w, b in path])
    ax.plot(*points.T, ".-", color="C3", lw=2, zorder=9)
    plot_point(ax, *points[0], "o", "white")
    plot_point(ax, *points[-1], "X", "C2")
    for i, (w, b, height) in enumerate(points[:4]):
        ax.text(w, b, height + 3000, i, ha="center", weight="bold", zorder=11)
    ax.set_zlabel("loss", labelpad=14)
    ax.view_init(elev=38, azim=-62)

    ax = figure.add_subplot(grid[1, 1])
    ax.plot(*path[:9].T, "o-", color="C3", markersize=5)
    for i, angle in enumerate(turns[:7], start=1):
        side, offset = ("left", 8) if path[i, 0] > path[i - 1, 0] else ("right", -8)
        place = {"xytext": (offset, -4), "textcoords": "offset points", "ha": side}
        ax.annotate(f"{i}: {angle:.0f}°", path[i], fontsize=10, **place)
    ax.margins(x=0.15)
    ax.set(xlabel="weight w", ylabel="bias b", title="The first turns, larger")

    ax = figure.add_subplot(grid[0, 1])
    plot_contours(ax, X, Y, levels=[100, 300, 1000, 3000, 10000, 20000, 40000])
    length = np.sum(np.linalg.norm(np.diff(path, axis=0), axis=1))
    straight = np.linalg.norm(path[-1] - path[0])
    label = f"the path: length {length:.1f}"
    ax.plot(*path.T, ".-", color="C3", lw=1, label=label)
    label = f"straight: length {straight:.1f}"
    ax.plot(*path[[0, -1]].T, "--", color="C1", lw=2, label=label)
    ax.plot(*path[0], "o", color="white", mec="black", ms=12, label="the start")
    label = "the end: w = {:.2f}, b = {:.2f}".format(*path[-1])
    ax.plot(*path[-1], "X", color="C2", mec="black", ms=12, label=label)
    ax.legend(loc="upper right", fontsize=10)
    sharp = f"Turns sharper than a right angle: {np.sum(turns > 90)}"
    lengths = f"Length of the path: {length:.1f}, straight {straight:.1f}"
    figure.suptitle(f"{sharp}. Iterations: {len(path) - 1}. {lengths}")
    picture.show()
