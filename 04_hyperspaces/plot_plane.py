"""Draw the plane that predicts the pizzas from two inputs, among the points.

Every point is an evening. With one input the predictions lie on a line, with two they
lie on a plane; the thin lines between it and the points are the errors. The second view
is from the plane's edge, where it is almost a line again: the points lie close to it,
on both sides. Three inputs make a hyperplane, which has one dimension too many to draw.

To tweak: the views, at the bottom; in a window, the mouse turns them. Take x2 in place
of x3, and temperature instead of tourists: the loss is ten times as large, the points
lie far from the plane, and its edge is elsewhere: try the azimuth 0.
"""

import picture
from terminal import stop_if_diverged, table

import matplotlib.pyplot as plt
import numpy as np

from multiple_regression_final import gradient, loss, predict


def plot_points(ax, X, Y, y_hat):
    """Draw the examples, and thin lines from the labels Y (m, 1) to y_hat (m, 1).

    X (m, 3) holds the bias column and two inputs. What the plane may hide is drawn
    before it, with a zorder below 2.
    """
    above = Y[:, 0] > y_hat[:, 0]
    for side, color, label in (above, "C0", "above"), (~above, "white", "below"):
        zorder = 3 if (side is above) == (ax.elev > 0) else 1
        for (_, x1, x2), *ends in zip(X[side], Y[side, 0], y_hat[side, 0], strict=True):
            ax.plot([x1, x1], [x2, x2], ends, "-k", linewidth=1, zorder=zorder)
        _, x1, x2 = X[side].T
        style = {"color": "C0", "markerfacecolor": color, "zorder": zorder}
        label = f"an evening {label} the plane"
        ax.plot(x1, x2, Y[side, 0], "o", label=label, **style)


def plot_plane(ax, X, w):
    """Draw what the weights w (3, 1) predict for all inputs up to the largest in X."""
    _, x1_max, x2_max = X.max(axis=0)
    x1, x2 = np.meshgrid([0, x1_max], [0, x2_max])
    y_hat = w[0] + w[1] * x1 + w[2] * x2
    ax.plot_surface(x1, x2, y_hat, color="C3", edgecolor="C3", alpha=0.4, zorder=2)


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(13, 6))
    x1, x2, x3, y = np.loadtxt(table("pizza_3_vars.txt", 4), skiprows=1, unpack=True)
    X = np.column_stack((np.ones(x1.size), x1, x3))
    Y = y.reshape(-1, 1)
    w = np.zeros((3, 1))
    iterations, lr = 100000, 0.001
    for _ in range(iterations):
        w -= gradient(X, Y, w) * lr
    stop_if_diverged(loss(X, Y, w))

    views = [(25, -60), (7, -36)]  # From above, and from the edge of the plane.
    for i, (elev, azim) in enumerate(views):
        ax = plt.subplot(1, len(views), i + 1, projection="3d", computed_zorder=False)
        ax.view_init(elev, azim)
        ax.set_box_aspect((4, 4, 3.5), zoom=1.15)
        plot_points(ax, X, Y, predict(X, w))
        plot_plane(ax, X, w)
        ax.set_title(f"Elevation {elev}°, azimuth {azim}°")
        ax.set_xlabel("reservations", labelpad=8)
        ax.set_ylabel("tourists", labelpad=8)
        ax.set_zlabel("pizzas sold")
    figure.legend(*ax.get_legend_handles_labels(), loc="outside lower center", ncols=2)
    figure.suptitle(f"The plane through the points has a loss of {loss(X, Y, w):.1f}")
    picture.show()
