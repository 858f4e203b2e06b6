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

from classifier import gradient, loss
from squared_error import squared_error, squared_error_gradient


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
    Raises FloatingPointError if the loss is no longer a finite number.
    """
    w = np.reshape(start, (2, 1)).astype(float)
    path = [(w[1, 0], w[0, 0], loss(X, Y, w))]
    for _ in range(iterations):
        w -= gradient(X, Y, w) * lr
        path.append((w[1, 0], w[0, 0], loss(X, Y, w)))
        stop_if_diverged(path[-1][2])
    return np.array(path)


def plot_loss(ax, X, Y, loss, gradient, starts, iterations, lr):
    """Draw a loss, and the path of gradient descent on it from each of the starts.

    A start is a bias and a weight; X (m, 2) and Y (m, 1) are as for the surface.
    Returns, as text, how far above the lowest point the paths end.
    """
    lowest = plot_surface(ax, X, Y, loss)
    paths = np.array(
        [descend(X, Y, loss, gradient, start, iterations, lr) for start in starts]
    )
    for path in paths:
        ax.plot(*path.T, "-", color="C3", linewidth=3, zorder=2)
    style = {"linestyle": "", "markeredgecolor": "white", "zorder": 4}
    ax.plot(*paths[:, 0].T, "o", color="C0", markersize=11, label="a start", **style)
    label = f"an end, iterations={iterations}"
    ax.plot(*paths[:, -1].T, "s", color="C3", markersize=7, label=label, **style)

    ax.view_init(elev=40, azim=-60)
    ax.set_box_aspect((4, 4, 3.5), zoom=1.05)
    ax.set_xlabel("weight of tourists", labelpad=8)
    ax.set_ylabel("bias", labelpad=8)
    ax.set_zlabel("loss", labelpad=12)
    above = " and ".join(f"{max(end - lowest, 0):.2f}" for end in paths[:, -1, 2])
    return f"The paths end {above} above the lowest point"


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(13, 6.4))
    x1, x2, x3, y = np.loadtxt(table("police.txt", 4), skiprows=1, unpack=True)
    X = np.column_stack((np.ones(x3.size), x3))
    Y = y.reshape(-1, 1)
    descent = dict(starts=[(5, 2.5), (5, -2.5)], iterations=1000, lr=0.1)

    ax = plt.subplot(1, 2, 1, projection="3d", computed_zorder=False)
    ends = plot_loss(ax, X, Y, squared_error, squared_error_gradient, **descent)
    plt.title(f"Mean squared error: plateaus, a hill and hollows\n{ends}")

    ax = plt.subplot(1, 2, 2, projection="3d", computed_zorder=False)
    ends = plot_loss(ax, X, Y, loss, gradient, **descent)
    plt.title(f"Log loss: a smooth bowl\n{ends}")
    figure.legend(*ax.get_legend_handles_labels(), loc="outside lower center", ncols=3)
    picture.show()
