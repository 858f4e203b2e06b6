"""Draw the trained model: an S-shaped curve over one input, a surface over two.

Training has moved the S to where the labels change from 0 to 1. Where it crosses 0.5,
the rounded answer jumps from 0 to 1; with two inputs that is along the dashed line.

To tweak: iterations, at the bottom. With 100 the S is flat; only 20 and 23 are right.
"""

import picture
from terminal import table

import matplotlib.pyplot as plt
import numpy as np

from classifier import classify, forward, gradient
from police_labels import plot_labels


def plot_wrong(ax, X, Y, w):
    """Box what the weights w (n, 1) get wrong of X (m, n), Y (m, 1); count the rest."""
    wrong = (classify(X, w) != Y)[:, 0]
    style = {"color": "black", "fillstyle": "none", "markersize": 16, "zorder": 4}
    ax.plot(*X[wrong, 1:].T, Y[wrong, 0], "s", label="classified wrongly", **style)
    return f"{np.sum(~wrong)} of {wrong.size} right"


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(13, 6.4))
    x1, _, x3, y = np.loadtxt(table("police.txt", 4), skiprows=1, unpack=True)
    X_one = np.column_stack((np.ones(x1.size), x1))
    X_two = np.column_stack((X_one, x3))
    Y = y.reshape(-1, 1)
    w_one, w_two = np.zeros((2, 1)), np.zeros((3, 1))
    iterations, lr = 100000, 0.02
    for _ in range(iterations):
        w_one -= gradient(X_one, Y, w_one) * lr
        w_two -= gradient(X_two, Y, w_two) * lr

    ax = plt.subplot(1, 2, 1)
    x = np.linspace(0, 30, 601)
    X = np.column_stack((np.ones(601), x))
    plt.plot(x, forward(X, w_one), "-", color="C3", label="prediction")
    plt.plot(x, classify(X, w_one), "C1--", zorder=1.5, label="rounded to 0 or 1")
    plot_labels(x1, y)
    plt.title("One input: a curve, " + plot_wrong(ax, X_one, Y, w_one))
    plt.legend(loc="center right", markerscale=0.7, fontsize=10)

    ax = plt.subplot(1, 2, 2, projection="3d", computed_zorder=False)
    for answer, color, label in (1, "C0", "a call"), (0, "white", "no call"):
        style = {"color": "C0", "markerfacecolor": color, "zorder": 3 if answer else 1}
        ax.plot(x1[y == answer], x3[y == answer], answer, "o", label=label, **style)
    grid = np.meshgrid(np.linspace(0, 30, 31), np.linspace(0, 12, 13))
    X = np.stack((np.ones((13, 31)), *grid), axis=-1)
    style = {"linewidth": 0.3, "edgecolor": "black", "alpha": 0.5}
    ax.plot_surface(*grid, forward(X, w_two)[..., 0], cmap="viridis", zorder=2, **style)
    x = np.linspace(0, 12, 601)
    edge = -(w_two[0] + w_two[2] * x) / w_two[1]  # The sum is 0, its sigmoid 0.5.
    if (drawn := (edge >= 0) & (edge <= 30)).any():
        style = {"color": "black", "zorder": 3, "label": "the prediction is 0.5"}
        ax.plot(edge[drawn], x[drawn], 0.5, "--", **style)
    plt.title("Two inputs: a surface, " + plot_wrong(ax, X_two, Y, w_two))
    ax.view_init(elev=25, azim=-105)
    ax.set_box_aspect((4, 4, 3.5), zoom=1.1)
    ax.set(xlabel="reservations", ylabel="tourists", zlabel="prediction")
    ax.xaxis.labelpad = ax.yaxis.labelpad = 8

    labels = ax.get_legend_handles_labels()
    figure.legend(*labels, loc="outside lower right", ncols=4, markerscale=0.7)
    figure.suptitle("The model: a curve over one input, a surface over two")
    picture.show()
