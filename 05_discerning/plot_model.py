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

import matplotlib.pyplot as plt
import numpy as np

from classifier import classify, forward, gradient
from police_labels import plot_labels


def plot_wrong(ax, X, Y, w):
    """Draw a box around each example whose label is not what the model rounds to.

    X (m, n) holds the bias column and one input or two; Y is (m, 1), w (n, 1). Returns
    what a title says: how many examples are right.
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

    x2 = np.linspace(0, 12, 601)
    x1 = -(w[0] + w[2] * x2) / w[1]  # the weighted sum is 0, and its sigmoid 0.5
    if (drawn := (x1 >= 0) & (x1 <= 30)).any():
        style = {"color": "black", "zorder": 3, "label": "the prediction is 0.5"}
        ax.plot(x1[drawn], x2[drawn], 0.5, "--", **style)


def plot_points(ax, X, Y):
    """Draw the labels Y (m, 1) over two inputs, columns 1 and 2 of X (m, 3)."""
    for y, color, label in [(1, "C0", "a call"), (0, "white", "no call")]:
        _, x1, x2 = X[Y[:, 0] == y].T
        style = {"color": "C0", "markerfacecolor": color, "zorder": 3 if y else 1}
        ax.plot(x1, x2, np.full(x1.size, y), "o", label=label, **style)


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(13, 6.4))
    x1, x2, x3, y = np.loadtxt(table("police.txt", 4), skiprows=1, unpack=True)
    X_one = np.column_stack((np.ones(x1.size), x1))
    X_two = np.column_stack((np.ones(x1.size), x1, x3))
    Y = y.reshape(-1, 1)
    w_one, w_two = np.zeros((2, 1)), np.zeros((3, 1))
    iterations, lr = 100000, 0.02
    for _ in range(iterations):
        w_one -= gradient(X_one, Y, w_one) * lr
        w_two -= gradient(X_two, Y, w_two) * lr

    ax = plt.subplot(1, 2, 1)
    plot_curve(w_one)
    plot_labels(x1, y)
    plt.title("One input: a curve, " + plot_wrong(ax, X_one, Y, w_one))
    plt.legend(loc="center right", markerscale=0.7, fontsize=10)

    ax = plt.subplot(1, 2, 2, projection="3d", computed_zorder=False)
    plot_points(ax, X_two, Y)
    plot_surface(ax, w_two)
    plt.title("Two inputs: a surface, " + plot_wrong(ax, X_two, Y, w_two))
    ax.view_init(elev=25, azim=-105)
    ax.set_box_aspect((4, 4, 3.5), zoom=1.1)
    ax.set_xlabel("reservations", labelpad=8)
    ax.set_ylabel("tourists", labelpad=8)
    ax.set_zlabel("prediction")

    labels = ax.get_legend_handles_labels()
    figure.legend(*labels, loc="outside lower right", ncols=4, markerscale=0.7)
    figure.suptitle("The model: a curve over one input, a surface over two")
    picture.show()
