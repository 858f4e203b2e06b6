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

import matplotlib.pyplot as plt
import numpy as np

from gradient_descent_final import loss
from plot_loss_surface import plot_surface


def plot_cut(ax, surface, weights, biases, title):
    """Draw the surface on 3D axes, and the slice over weights and biases (k,)."""
    plot_surface(ax, surface, np.linspace(-1, 3, num=41), np.linspace(-10, 40, num=51))
    heights = [surface(w, b) for w, b in zip(weights, biases, strict=True)]
    ax.plot(weights, biases, heights, color="C3", lw=4, zorder=10)
    ax.set_title(title)


def plot_slice(ax, positions, losses, best, lowest, letter, title):
    """Draw a slice as a curve, and a cross on its own minimum, at best."""
    label = f"minimum: {letter} = {best:.2f}, loss {lowest:.1f}"
    ax.plot(positions, losses, color="C3", lw=3)
    ax.plot(best, lowest, "X", color="C2", mec="black", markersize=14, label=label)
    ax.set_title(title)
    ax.set_ylabel("loss")
    ax.legend(loc="upper center")


def plot_slices(X, Y, w, b):
    """Cut at the bias b (left) and at the weight w (right)."""

    def surface(w, b):
        return loss(X, Y, w, b)

    figure = plt.figure(figsize=(11, 8))
    weights, biases = np.linspace(-1, 3, num=401), np.linspace(-10, 40, num=501)
    # Where the partial derivative along the slice is 0.
    best_w = np.sum(X * (Y - b)) / np.sum(X * X)
    best_b = np.mean(Y - X * w)
    for column, weights_on_slice, biases_on_slice, positions, letter, title in [
        (0, weights, np.full(weights.size, b), weights, "w", f"Cut at b = {b}"),
        (1, np.full(biases.size, w), biases, biases, "b", f"Cut at w = {w}"),
    ]:
        ax = figure.add_subplot(
            2, 2, 1 + column, projection="3d", computed_zorder=False
        )
        plot_cut(ax, surface, weights_on_slice, biases_on_slice, title)

        ax = figure.add_subplot(2, 2, 3 + column)
        pairs = zip(weights_on_slice, biases_on_slice, strict=True)
        losses = [surface(w, b) for w, b in pairs]
        best, lowest = {
            "w": (best_w, surface(best_w, b)),
            "b": (best_b, surface(w, best_b)),
        }[letter]
        title = f"The slice is a curve over {letter}"
        plot_slice(ax, positions, losses, best, lowest, letter, title)
        ax.set_xlabel("weight w" if letter == "w" else "bias b")
    figure.suptitle("A slice through the surface is a curve with a minimum of its own")


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)

    plot_slices(X, Y, w=0, b=0)
    picture.show()
