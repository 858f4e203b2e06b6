"""Draw the loss over weight and bias: a surface like a valley.

New: the bias. The walls of the valley are very steep, its floor is almost level.

To tweak: the ranges of weights and biases, at the bottom. Weights from 0.9 to 1.3 and
biases from 9 to 17 zoom in on the minimum: the shape is the same at any size.
"""

import picture
from terminal import table

import numpy as np

from gradient_descent_final import loss
from landscape import plot_point, plot_surface

if __name__ == "__main__":
    ax = picture.new_figure().add_subplot(projection="3d", computed_zorder=False)
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    weights, biases = np.linspace(-1, 3, num=61), np.linspace(-10, 40, num=51)

    plot_surface(ax, lambda w, b: loss(X, Y, w, b), weights, biases)
    w, b = np.polyfit(X, Y, 1)
    label = f"minimum: w = {w:.2f}, b = {b:.2f}, loss {loss(X, Y, w, b):.1f}"
    plot_point(ax, w, b, loss(X, Y, w, b), "X", "C2", label)
    ax.legend(loc="upper left")
    ax.set_title("The loss over weight and bias is a valley with one lowest point")
    picture.show()
