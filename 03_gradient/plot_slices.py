"""Cut the loss surface along the weight and along the bias: each slice is a curve.

New: slices. Hold the bias at 0, and the surface becomes a curve over the weight, the
one of plot_loss.py; hold the weight at 0, and it becomes a curve over the bias. Each
has a minimum of its own, and neither is the minimum of the surface. The slope of a
slice is a partial derivative.

To tweak: the held weight and bias, at the bottom. With b=13.17 the minimum of the slice
is that of the surface, w = 1.08.
"""

import picture
from terminal import table

import numpy as np

from gradient_descent_final import loss
from surface import plot_surface


def plot_cut(ax, X, Y, weights, biases, title):
    """Draw the surface in 3D, and the slice over weights and biases, both (k,)."""
    plot_surface(
        ax,
        lambda w, b: loss(X, Y, w, b),
        weights=np.linspace(-1, 3, num=41),
        biases=np.linspace(-10, 40, num=51),
    )
    heights = [loss(X, Y, w, b) for w, b in zip(weights, biases, strict=True)]
    ax.plot(weights, biases, heights, color="C3", lw=4, zorder=10)
    ax.set_title(title)


def plot_slice(ax, positions, losses, best, lowest, name):
    """Draw a slice as a curve over the weight or the bias, and a cross on its minimum.

    positions and losses are (k,); best and lowest, two numbers, say where the cross is.
    """
    label = f"minimum: {name[-1]} = {best:.2f}, loss {lowest:.1f}"
    ax.plot(positions, losses, color="C3", lw=3)
    ax.plot(best, lowest, "X", color="C2", mec="black", markersize=14, label=label)
    ax.set(xlabel=name, ylabel="loss", title=f"The slice is a curve over the {name}")
    ax.legend(loc="upper center")


def plot_slices(figure, X, Y, w, b):
    """Cut at the bias b (left) and at the weight w (right)."""
    weights, biases = np.linspace(-1, 3, num=401), np.linspace(-10, 40, num=501)
    in_3d = {"projection": "3d", "computed_zorder": False}

    best = np.sum(X * (Y - b)) / np.sum(X * X)  # The derivative along w is 0 there.
    losses = [loss(X, Y, weight, b) for weight in weights]
    ax = figure.add_subplot(2, 2, 1, **in_3d)
    plot_cut(ax, X, Y, weights, np.full(weights.size, b), f"Cut at b = {b}")
    ax = figure.add_subplot(2, 2, 3)
    plot_slice(ax, weights, losses, best, loss(X, Y, best, b), "weight w")

    best = np.average(Y - X * w)  # The derivative along b is 0 there.
    losses = [loss(X, Y, w, bias) for bias in biases]
    ax = figure.add_subplot(2, 2, 2, **in_3d)
    plot_cut(ax, X, Y, np.full(biases.size, w), biases, f"Cut at w = {w}")
    ax = figure.add_subplot(2, 2, 4)
    plot_slice(ax, biases, losses, best, loss(X, Y, w, best), "bias b")

    figure.suptitle("A slice through the surface is a curve with a minimum of its own")


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(13, 9))
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)

    plot_slices(figure, X, Y, w=0, b=0)
    picture.show()
