"""Draw two losses of one model: the mean squared error is bumpy, the log loss smooth.

New: both losses of the same predictions, from one input, over its weight and the bias.
A sure prediction comes from a flat end of the sigmoid, be it right or wrong. There the
mean squared error is flat too, and gradient descent hardly moves: on the plateau, and
in the hollow on the left. The log loss is steep where a sure prediction is wrong. It is
a bowl with one lowest point, and from both starts gradient descent gets there.

To tweak: iterations, at the bottom. With 10000 the path on the left gets out of its
hollow and down to the lowest point, but on the plateau there is still hardly a path.
"""

import picture
from terminal import stop_if_diverged, table

import matplotlib.pyplot as plt
import numpy as np

from classifier import forward, gradient, loss


def squared_error(X, Y, w):
    """Mean squared error, a number, for X (m, n), labels Y (m, 1) and w (n, 1)."""
    return np.mean((forward(X, w) - Y) ** 2)


def squared_error_gradient(X, Y, w):
    """Its gradient, in the shape of w: almost 0 where every y_hat is almost 0 or 1."""
    y_hat = forward(X, w)
    return 2 * X.T @ ((y_hat - Y) * y_hat * (1 - y_hat)) / X.shape[0]


def plot_surface(ax, X, Y, loss):
    """Draw a loss over weight and bias, and a cross on its lowest point; return that.

    X (m, 2) holds the bias column and one input, Y (m, 1) the labels.
    """
    weight, bias = np.meshgrid(np.linspace(-3, 3, 121), np.linspace(-6, 6, 121))
    pairs = zip(bias.flat, weight.flat, strict=True)
    losses = np.array([loss(X, Y, np.array([[b], [w]])) for b, w in pairs])
    heights = losses.reshape(weight.shape)
    style = {"rstride": 1, "cstride": 1, "linewidth": 0, "antialiased": False}
    ax.plot_surface(weight, bias, heights, cmap="viridis", zorder=1, **style)

    i = losses.argmin()
    lowest = weight.flat[i], bias.flat[i], losses[i]
    style = {"color": "C2", "markersize": 15, "markeredgecolor": "black"}
    ax.plot(*lowest, "X", zorder=3, label="the lowest point drawn", **style)
    return losses[i]


def descend(X, Y, loss, gradient, start, iterations, lr):
    """The path of gradient descent on a loss, from start: a bias and a weight.

    Returns the points (iterations + 1, 3) that it comes to: weight, bias and loss.
    """
    w = np.reshape(start, (2, 1))
    path = [(w[1, 0], w[0, 0], loss(X, Y, w))]
    for _ in range(iterations):
        w = w - gradient(X, Y, w) * lr
        path.append((w[1, 0], w[0, 0], loss(X, Y, w)))
        stop_if_diverged(path[-1][2])
    return np.array(path)


def plot_loss(ax, X, Y, loss, gradient, starts, iterations, lr):
    """Draw a loss, and the path of gradient descent on it from each of the starts.

    A start is a bias and a weight; X (m, 2) and Y (m, 1) are as for the surface.
    Returns, as text, how far above the lowest point the paths end.
    """
    lowest = plot_surface(ax, X, Y, loss)
    paths = [descend(X, Y, loss, gradient, s, iterations, lr) for s in starts]
    for path in paths:
        ax.plot(*path.T, "-", color="C3", linewidth=3, zorder=2)

    first = np.transpose([path[0] for path in paths])
    last = np.transpose([path[-1] for path in paths])
    label = f"after {iterations} steps"
    style = {"markeredgecolor": "white", "zorder": 4}
    ax.plot(*first, "o", color="C0", markersize=11, label="a start", **style)
    ax.plot(*last, "s", color="C3", markersize=7, label=label, **style)

    ax.view_init(elev=40, azim=-60)
    ax.set_box_aspect(None, zoom=0.9)
    ax.set_xlabel("weight of tourists", labelpad=8)
    ax.set_ylabel("bias", labelpad=8)
    ax.set_zlabel("loss", labelpad=12)
    return " and ".join(f"{max(end - lowest, 0):.2f}" for end in last[2])


if __name__ == "__main__":
    x1, x2, x3, y = np.loadtxt(table("police.txt", 4), skiprows=1, unpack=True)
    X = np.column_stack((np.ones(x3.size), x3))
    Y = y.reshape(-1, 1)
    descent = dict(starts=[(5, 2.5), (5, -2.5)], iterations=1000, lr=0.1)

    plt.figure(figsize=(13, 6.5))
    ax = plt.subplot(1, 2, 1, projection="3d", computed_zorder=False)
    bumpy = plot_loss(ax, X, Y, squared_error, squared_error_gradient, **descent)
    plt.title("Mean squared error: plateaus, a hill and hollows")

    ax = plt.subplot(1, 2, 2, projection="3d", computed_zorder=False)
    smooth = plot_loss(ax, X, Y, loss, gradient, **descent)
    plt.title("Log loss: a smooth bowl")
    plt.legend(loc="upper left")
    ends = f"by {bumpy} (left), by {smooth} (right)"
    plt.suptitle(f"The paths end above the lowest point {ends}")
    picture.show()
