"""Cut the loss surface along the weight and along the bias: each slice is a curve.

New: slices. Hold the bias at 0, and the surface becomes the curve of plot_loss.py; hold
the weight, and it becomes one over the bias. A slice's slope is a partial derivative.

To tweak: the held weight and bias, at the bottom. With b=13.17 the minimum of the slice
is that of the surface, w = 1.08.
"""

import picture
from terminal import table

import numpy as np

from gradient_descent_final import loss
from landscape import plot_surface

if __name__ == "__main__":
    figure = picture.new_figure(figsize=(13, 9))
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    w, b = 0, 0

    weights, biases = np.linspace(-1, 3, num=401), np.linspace(-10, 40, num=501)
    best_w = np.sum(X * (Y - b)) / np.sum(X * X)  # The derivative along w is 0 there.
    best_b = np.average(Y - X * w)  # The derivative along b is 0 there.
    slices = [
        ("weight w", f"b = {b}", np.broadcast(weights, b), (best_w, b)),
        ("bias b", f"w = {w}", np.broadcast(w, biases), (w, best_b)),
    ]
    for i, (name, held, places, best) in enumerate(slices):
        ax = figure.add_subplot(2, 2, 1 + i, projection="3d", computed_zorder=False)
        plot_surface(ax, lambda w, b: loss(X, Y, w, b), weights[::10], biases[::10])
        points = np.array([(w, b, loss(X, Y, w, b)) for w, b in places])
        ax.plot(*points.T, color="C3", lw=4, zorder=10)
        ax.set_title(f"Cut at {held}")

        ax = figure.add_subplot(2, 2, 3 + i)
        ax.plot(points[:, i], points[:, 2], color="C3", lw=3)
        lowest = loss(X, Y, *best)
        label = f"minimum: {name[-1]} = {best[i]:.2f}, loss {lowest:.1f}"
        ax.plot(best[i], lowest, "X", color="C2", mec="black", ms=14, label=label)
        ax.set(xlabel=name, ylabel="loss")
        ax.set_title(f"The slice is a curve over the {name}")
        ax.legend(loc="upper center")
    figure.suptitle("A slice through the surface is a curve with a minimum of its own")
    picture.show()
