"""Draw the loss over weight and bias: a surface like a valley.

New: the bias. With two parameters the loss is a surface over a plane. It is very steep
across the valley, nearly along the weight, and almost level along its floor; the cross
marks the lowest point, where training with the bias ends.

To tweak: the ranges of weights and biases, at the bottom. Weights from 0.9 to 1.3 and
biases from 9 to 17 zoom in on the minimum: the shape is the same at any size.
"""

import picture
from terminal import table

import contextlib

import matplotlib.pyplot as plt
import numpy as np

from gradient_descent_final import loss, train


def plot_surface(ax, surface, weights, biases):
    """Draw a surface on 3D axes: surface(w, b) over all pairs of weights and biases."""
    heights = np.array([[surface(w, b) for w in weights] for b in biases])
    grid = np.meshgrid(weights, biases)
    ax.plot_surface(*grid, heights, cmap="viridis", alpha=0.7, linewidth=0)
    ax.set_xlabel("weight w", labelpad=10)
    ax.set_ylabel("bias b", labelpad=10)
    ax.set_zlabel("loss", labelpad=14)
    ax.locator_params(nbins=5)
    ax.set_box_aspect(None, zoom=0.8)  # Leaves room for the label of the z axis.
    ax.view_init(elev=30, azim=-50)


def plot_point(ax, w, b, height, marker, color, label):
    """Mark a point of the surface so that it is seen through the surface."""
    style = {"markersize": 14, "mec": "black", "zorder": 10}
    ax.plot([w], [b], [height], marker, color=color, label=label, **style)


def find_minimum(X, Y):
    """The weight and the bias where the chapter's training ends."""
    with contextlib.redirect_stdout(None):  # train prints every iteration
        return train(X, Y, iterations=20000, lr=0.001)


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    w, b = find_minimum(X, Y)

    ax = plt.figure().add_subplot(projection="3d", computed_zorder=False)
    plot_surface(
        ax,
        lambda w, b: loss(X, Y, w, b),
        weights=np.linspace(-1, 3, num=61),
        biases=np.linspace(-10, 40, num=51),
    )
    label = f"minimum: w = {w:.2f}, b = {b:.2f}, loss {loss(X, Y, w, b):.1f}"
    plot_point(ax, w, b, loss(X, Y, w, b), "X", "C2", label)
    ax.legend()
    plt.title("The loss over weight and bias is a valley with one lowest point")
    picture.show()
