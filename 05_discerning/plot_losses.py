"""Draw two losses of one model: the mean squared error is bumpy, the log loss smooth.

The mean squared error is flat where the sigmoid is, and gradient descent hardly moves
there. The log loss is a bowl; from both starts its lowest point is reached.

To tweak: iterations, at the bottom. With 10000 the path on the left gets out of its
hollow and down to the lowest point, but on the plateau there is still hardly a path.
"""

import picture
from terminal import stop_if_diverged, table

import numpy as np

from classifier import gradient, loss
from squared_error import squared_error, squared_error_gradient


def plot_loss(ax, title, X, Y, loss, gradient, starts, iterations, lr):
    """Draw a loss over weight and bias, its lowest point, and the paths from starts.

    For X (m, 2) and Y (m, 1). Raises FloatingPointError if a loss is inf or nan.
    """
    weights, biases = np.meshgrid(np.linspace(-3, 3, 121), np.linspace(-6, 6, 121))
    losses = np.vectorize(lambda w, b: loss(X, Y, [[b], [w]]))(weights, biases)
    style = {"rstride": 1, "cstride": 1, "linewidth": 0, "antialiased": False}
    ax.plot_surface(weights, biases, losses, cmap="viridis", zorder=1, **style)
    lowest, w, b = min(zip(losses.flat, weights.flat, biases.flat, strict=True))
    style = {"markersize": 15, "mec": "black", "label": "the lowest point drawn"}
    ax.plot(w, b, lowest, "C2X", zorder=3, **style)

    paths = []
    for start in starts:
        w, path = np.array([start], dtype=float).T, []
        for _ in range(iterations + 1):
            path.append((w[1, 0], w[0, 0], loss(X, Y, w)))
            stop_if_diverged(path[-1][2])
            w -= gradient(X, Y, w) * lr
        ax.plot(*np.transpose(path), "C3-", linewidth=3, zorder=2)
        paths.append(path)
    first, last = np.stack(paths, axis=-1)[[0, -1]]
    ax.plot(*first, "C0o", markersize=11, mec="white", label="a start", zorder=4)
    label = f"an end, iterations={iterations}"
    ax.plot(*last, "C3s", markersize=7, mec="white", label=label, zorder=4)

    ax.set_box_aspect((4, 4, 3.5), zoom=1.05)
    ax.set(xlabel="weight of tourists", ylabel="bias", zlabel="loss")
    ax.xaxis.labelpad, ax.yaxis.labelpad, ax.zaxis.labelpad = 8, 8, 12
    above = " and ".join(f"{max(end - lowest, 0):.2f}" for end in last[2])
    ax.set_title(f"{title}\nThe paths end {above} above the lowest point")


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(13, 6.4))
    _, _, x3, y = np.loadtxt(table("police.txt", 4), skiprows=1, unpack=True)
    X = np.column_stack((np.ones(x3.size), x3))
    Y = y.reshape(-1, 1)
    descent = dict(starts=[(5, 2.5), (5, -2.5)], iterations=1000, lr=0.1)

    in_3d = {"projection": "3d", "computed_zorder": False, "elev": 40}
    left, right = figure.subplots(ncols=2, subplot_kw=in_3d)
    title = "Mean squared error: plateaus, a hill and hollows"
    plot_loss(left, title, X, Y, squared_error, squared_error_gradient, **descent)
    plot_loss(right, "Log loss: a smooth bowl", X, Y, loss, gradient, **descent)
    labels = right.get_legend_handles_labels()
    figure.legend(*labels, loc="outside lower center", ncols=3)
    picture.show()
