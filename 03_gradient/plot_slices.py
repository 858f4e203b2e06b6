"""Cut the loss surface along the weight and along the bias: each slice is a curve.

New: slices. Hold the bias at 0, and the surface becomes the curve of plot_loss.py; hold
the weight at 0, and it becomes a curve over the bias. Each has a minimum of its own,
and neither is the minimum of the surface. Its slope is a partial derivative.

To tweak: the held weight and bias, at the bottom. With b=13.17 the minimum of the slice
is that of the surface, w = 1.08.
"""

import picture
from terminal import table

from functools import partial

import numpy as np

from gradient_descent_final import loss
from landscape import plot_surface


def plot_slice(figure, column, surface, weights, biases, best, held):
    """Draw a slice on the surface, and below it as a curve with a cross on its minimum.

    Of weights and biases one changes, (k,), and one is held, a number; best is (w, b).
    """
    ax = figure.add_subplot(2, 2, column, projection="3d", computed_zorder=False)
    plot_surface(ax, surface, np.linspace(-1, 3, num=41), np.linspace(-10, 40, num=51))
    points = np.array([(w, b, surface(w, b)) for w, b in np.broadcast(weights, biases)])
    ax.plot(*points.T, color="C3", lw=4, zorder=10)
    ax.set_title(f"Cut at {held}")

    name = ["weight w", "bias b"][column - 1]
    place, lowest = best[column - 1], surface(*best)
    ax = figure.add_subplot(2, 2, column + 2)
    ax.plot(points[:, column - 1], points[:, 2], color="C3", lw=3)
    label = f"minimum: {name[-1]} = {place:.2f}, loss {lowest:.1f}"
    ax.plot(place, lowest, "X", color="C2", mec="black", markersize=14, label=label)
    ax.set(xlabel=name, ylabel="loss", title=f"The slice is a curve over the {name}")
    ax.legend(loc="upper center")


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(13, 9))
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    surface = partial(loss, X, Y)
    w, b = 0, 0

    weights, biases = np.linspace(-1, 3, num=401), np.linspace(-10, 40, num=501)
    best_w = np.sum(X * (Y - b)) / np.sum(X * X)  # The derivative along w is 0 there.
    best_b = np.average(Y - X * w)  # The derivative along b is 0 there.
    plot_slice(figure, 1, surface, weights, b, (best_w, b), held=f"b = {b}")
    plot_slice(figure, 2, surface, w, biases, (w, best_b), held=f"w = {w}")
    figure.suptitle("A slice through the surface is a curve with a minimum of its own")
    picture.show()
