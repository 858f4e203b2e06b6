"""Draw the plane that predicts the pizzas from two inputs, among the points.

With one input the predictions lie on a line, with two on a plane; the thin lines are
the errors. The second view is from the plane's edge: the evenings lie close to it, on
both sides. Three inputs make a hyperplane, which has too many dimensions to draw.

To tweak: the views, at the bottom; in a window, the mouse turns them. Take x2 for x3,
and temperature for tourists: the loss is ten times as large, the edge at azimuth 0.
"""

import picture
from terminal import stop_if_diverged, table

import numpy as np

from multiple_regression_final import gradient, loss, predict


def plot_plane(ax, X, Y, w):
    """Draw labels Y (m, 1) over two inputs in X (m, 3), and the plane of w (3, 1)."""
    _, *inputs = X.T
    y, y_hat = Y[:, 0], predict(X, w)[:, 0]
    for name, color, side in ("above", "C0", y > y_hat), ("below", "white", y <= y_hat):
        zorder = 3 if (name == "above") == (ax.elev > 0) else 1  # The plane has 2.
        for x1, x2, *ends in np.transpose([*inputs, y, y_hat])[side]:
            ax.plot([x1, x1], [x2, x2], ends, "-k", linewidth=1, zorder=zorder)
        label = f"an evening {name} the plane"
        ax.plot(*X[side, 1:].T, y[side], "C0o", mfc=color, label=label, zorder=zorder)

    x1, x2 = np.meshgrid(*([0, x.max()] for x in inputs))
    plane = w[0] + w[1] * x1 + w[2] * x2
    ax.plot_surface(x1, x2, plane, color="C3", edgecolor="C3", alpha=0.4, zorder=2)


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
    for place, (elev, azim) in enumerate(views, start=1):
        view = dict(projection="3d", computed_zorder=False, elev=elev, azim=azim)
        ax = figure.add_subplot(1, len(views), place, **view)
        ax.set_box_aspect((4, 4, 3.5), zoom=1.15)
        plot_plane(ax, X, Y, w)
        ax.set_title(f"Elevation {elev}°, azimuth {azim}°")
        ax.set(xlabel="reservations", ylabel="tourists", zlabel="pizzas sold")
        ax.xaxis.labelpad = ax.yaxis.labelpad = 8
    figure.legend(*ax.get_legend_handles_labels(), loc="outside lower center", ncols=2)
    figure.suptitle(f"The plane through the points has a loss of {loss(X, Y, w):.1f}")
    picture.show()
