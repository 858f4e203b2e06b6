"""Draw the trained model: an S-shaped curve over one input, a surface over two.

New: the sigmoid around the weighted sum. Training has moved the S to where the labels
change from 0 to 1, and made it as steep as they allow: over inputs that have both
labels it rises slowly. Where it crosses 0.5, the rounded answer jumps from 0 to 1. With
two inputs it crosses 0.5 along a straight line, which is dashed in the picture.

To tweak: iterations, at the bottom. With 100 the S is still flat, and only 20 and 23 of
the 30 evenings are right.
"""

import picture
from terminal import table

import contextlib

import matplotlib.pyplot as plt
import numpy as np

from classifier import classify, forward, train
from plot_regression_line import plot_labels


def plot_wrong(ax, X, Y, w):
    """Draw a box around each example whose label is not what the model rounds to.

    X (m, n) holds the bias column and one input or two, Y (m, 1) the labels, w (n, 1)
    the weights. Returns what a title says: how many examples are right.
    """
    wrong = (classify(X, w) != Y)[:, 0]
    style = {"color": "black", "fillstyle": "none", "markersize": 16}
    inputs = X[wrong, 1:].T
    ax.plot(*inputs, Y[wrong, 0], "s", zorder=4, label="classified wrongly", **style)
    return f"{np.sum(~wrong)} of {wrong.size} right"


def plot_curve(w):
    """Draw the model with one input, w (2, 1), and what its predictions round to."""
    x = np.linspace(0, 30, 601)
    X = np.column_stack((np.ones(x.size), x))
    plt.plot(x, forward(X, w), "-", color="C3", label="prediction")
    plt.plot(x, classify(X, w), "--", color="C1", zorder=1.5, label="rounded to 0 or 1")


def plot_surface(ax, w):
    """Draw the model with two inputs, w (3, 1), and the line where it rounds up."""
    x1, x2 = np.meshgrid(np.linspace(0, 30, 31), np.linspace(0, 12, 13))
    X = np.column_stack((np.ones(x1.size), x1.ravel(), x2.ravel()))
    y_hat = forward(X, w).reshape(x1.shape)
    style = {"linewidth": 0.3, "edgecolor": "black", "alpha": 0.5}
    ax.plot_surface(x1, x2, y_hat, cmap="viridis", zorder=2, **style)

    x2 = np.array([0, 12])
    x1 = -(w[0] + w[2] * x2) / w[1]  # the weighted sum is 0, and its sigmoid 0.5
    ax.plot(x1, x2, 0.5, "--", color="black", zorder=3, label="the prediction is 0.5")


def plot_points(ax, X, Y):
    """Draw the labels Y (m, 1) over two inputs, columns 1 and 2 of X (m, 3).

    Those at 0 are drawn first, zorder 1, since the surface is above them.
    """
    for y, zorder, color, label in [
        (1, 3, "C0", "the police were called"),
        (0, 1, "white", "they were not"),
    ]:
        _, x1, x2 = X[Y[:, 0] == y].T
        style = {"color": "C0", "markerfacecolor": color, "markersize": 7}
        ax.plot(x1, x2, np.full(x1.size, y), "o", zorder=zorder, label=label, **style)


if __name__ == "__main__":
    picture.check()
    x1, x2, x3, y = np.loadtxt(table("police.txt", 4), skiprows=1, unpack=True)
    X_one = np.column_stack((np.ones(x1.size), x1))
    X_two = np.column_stack((np.ones(x1.size), x1, x3))
    Y = y.reshape(-1, 1)
    with contextlib.redirect_stdout(None):  # train prints every iteration
        w_one = train(X_one, Y, iterations=100000, lr=0.02)
        w_two = train(X_two, Y, iterations=100000, lr=0.02)

    plt.figure(figsize=(13, 7))
    ax = plt.subplot(1, 2, 1)
    plot_curve(w_one)
    plot_labels(x1, y)
    plt.title("One input: a curve, " + plot_wrong(ax, X_one, Y, w_one))
    plt.legend(loc="center right", markerscale=0.7)

    ax = plt.subplot(1, 2, 2, projection="3d", computed_zorder=False)
    plot_points(ax, X_two, Y)
    plot_surface(ax, w_two)
    plt.title("Two inputs: a surface, " + plot_wrong(ax, X_two, Y, w_two))
    plt.legend(loc="upper left", markerscale=0.7)
    ax.view_init(elev=25, azim=-105)
    ax.set_box_aspect(None, zoom=0.9)
    ax.set_xlabel("reservations", labelpad=8)
    ax.set_ylabel("tourists", labelpad=8)
    ax.set_zlabel("prediction")

    plt.suptitle("The model is a sigmoid: a curve over one input, a surface over two")
    picture.show()
