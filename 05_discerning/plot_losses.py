"""Draw two losses of one model: the mean squared error is bumpy, the log loss smooth.

New: both losses over the weight of one input and the bias. Sure predictions come from a
flat end of the sigmoid. There the mean squared error is flat, too, and gradient descent
hardly moves. The log loss is a bowl; from both starts its lowest point is reached.

To tweak: iterations, at the bottom. With 10000 the path on the left gets out of its
hollow and down to the lowest point, but on the plateau there is still hardly a path.
"""

import picture
from terminal import stop_if_diverged, table

import numpy as np

from classifier import gradient, loss
from squared_error import squared_error, squared_error_gradient


def descend(X, Y, loss, gradient, start, iterations, lr):
    """Weights, biases and losses of gradient descent, from start: (iterations + 1, 3).

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
    """Draw a loss over weight and bias, its lowest point, and the paths from starts.

    X (m, 2) holds the bias column and one input, Y (m, 1) the labels. Returns, as text,
    how far above the lowest point the paths end.
    """
    weights, biases = np.meshgrid(np.linspace(-3, 3, 121), np.linspace(-6, 6, 121))
    pairs = np.stack((biases, weights), axis=-1)[..., np.newaxis]
    losses = np.array([[loss(X, Y, w) for w in row] for row in pairs])
    style = {"rstride": 1, "cstride": 1, "linewidth": 0, "antialiased": False}
    ax.plot_surface(weights, biases, losses, cmap="viridis", zorder=1, **style)
    i, lowest = losses.argmin(), losses.min()
    style = {"color": "C2", "markersize": 15, "markeredgecolor": "black", "zorder": 3}
    label = "the lowest point drawn"
    ax.plot(weights.flat[i], biases.flat[i], lowest, "X", label=label, **style)

    paths = []
    for start in starts:
        paths.append(descend(X, Y, loss, gradient, start, iterations, lr))
        ax.plot(*paths[-1].T, "-", color="C3", linewidth=3, zorder=2)
    first, last = np.stack(paths, axis=1)[[0, -1]]
    style = {"linestyle": "", "markeredgecolor": "white", "zorder": 4}
    ax.plot(*first.T, "o", color="C0", markersize=11, label="a start", **style)
    label = f"an end, iterations={iterations}"
    ax.plot(*last.T, "s", color="C3", markersize=7, label=label, **style)

    ax.view_init(elev=40, azim=-60)
    ax.set_box_aspect((4, 4, 3.5), zoom=1.05)
    ax.set_xlabel("weight of tourists", labelpad=8)
    ax.set_ylabel("bias", labelpad=8)
    ax.set_zlabel("loss", labelpad=12)
    above = " and ".join(f"{max(end - lowest, 0):.2f}" for end in last[:, 2])
    return f"The paths end {above} above the lowest point"


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(13, 6.4))
    _, _, x3, y = np.loadtxt(table("police.txt", 4), skiprows=1, unpack=True)
    X = np.column_stack((np.ones(x3.size), x3))
    Y = y.reshape(-1, 1)
    descent = dict(starts=[(5, 2.5), (5, -2.5)], iterations=1000, lr=0.1)

    in_3d = {"projection": "3d", "computed_zorder": False}
    left, right = figure.subplots(ncols=2, subplot_kw=in_3d)
    ends = plot_loss(left, X, Y, squared_error, squared_error_gradient, **descent)
    left.set_title(f"Mean squared error: plateaus, a hill and hollows\n{ends}")
    ends = plot_loss(right, X, Y, loss, gradient, **descent)
    right.set_title(f"Log loss: a smooth bowl\n{ends}")
    labels = right.get_legend_handles_labels()
    figure.legend(*labels, loc="outside lower center", ncols=3)
    picture.show()
