"""Turn weight and bias of the S, and feel where the two losses tell the way down.

On the left is the model with one input, on the right are the losses over the weight,
for the bias that is set. Turn the weight far to the left: the log loss is steep, the
mean squared error is on a plateau, where gradient descent would hardly move.

To tweak: weight and bias, at the bottom: where the sliders are at the start.
"""

import picture
from terminal import table

import matplotlib.pyplot as plt
import numpy as np

from classifier import classify, forward, gradient, loss
from controls import add_moving, add_slider, new_figure
from police_labels import plot_labels
from squared_error import squared_error, squared_error_gradient


def live_sigmoid(x, y, weight, bias):
    """Draw the model of one input x (m,) and labels y (m,), that sliders change."""
    X, Y = np.column_stack((np.ones(x.size), x)), y.reshape(-1, 1)
    X_drawn = np.column_stack((np.ones(301), np.linspace(0, 30, 301)))
    figure = new_figure(13, 6.4)

    ax = figure.add_axes([0.07, 0.29, 0.42, 0.62])
    plot_labels(x, y)
    (curve,) = plt.plot(X_drawn[:, 1], X_drawn[:, 1], "-", color="C3", lw=2.5)
    style = {"color": "black", "fillstyle": "none", "markersize": 17}
    (wrong,) = plt.plot([], [], "s", label="classified wrongly", **style)
    plt.axhline(0.5, ls="--", color="C7", zorder=1, label="rounded up above this")
    plt.axis([0, 30, -0.1, 1.1])
    plt.legend(loc="center right", markerscale=0.7, fontsize=10)
    add_moving(figure, curve, wrong, ax.title)

    panels = []
    weights = np.linspace(-1, 1, 61)
    for name, bottom, highest, height, slopes in (
        ("Log loss", 0.66, 15, loss, gradient),
        ("Mean squared error", 0.29, 1, squared_error, squared_error_gradient),
    ):
        panel = figure.add_axes([0.57, bottom, 0.4, 0.25])
        (line,) = panel.plot(weights, weights, "-", color="C3", lw=2.5)
        (dot,) = panel.plot([0], [0], "o", color="C0", ms=11, mec="white")
        panel.set(xlim=(-1, 1), ylim=(0, highest), ylabel=name.lower())
        add_moving(figure, line, dot, panel.title)
        panels.append((panel, line, dot, name, height, slopes))
    panel.set_xlabel("weight")

    def show():
        """Move the S, the boxes, the losses and the dots to where the sliders stand."""
        weight, bias = (figure.controls[name].val for name in ("weight", "bias"))
        w = np.array([[bias], [weight]])
        curve.set_ydata(forward(X_drawn, w))
        is_wrong = classify(X, w) != Y
        wrong.set_data(X[is_wrong[:, 0], 1], Y[is_wrong])
        ax.set_title(f"{np.sum(~is_wrong)} of {y.size} are right")
        for panel, line, dot, name, height, slopes in panels:
            line.set_ydata([height(X, Y, np.array([[bias], [v]])) for v in weights])
            here, slope = height(X, Y, w), slopes(X, Y, w)[1, 0]
            dot.set_data([weight], [here])
            panel.set_title(f"{name} {here:.3f}, slope {slope:.4f}")

    add_slider(figure, [0.17, 0.12, 0.65, 0.04], "weight", (-1, 1), weight, show)
    add_slider(figure, [0.17, 0.05, 0.65, 0.04], "bias", (-8, 8), bias, show)
    show()


if __name__ == "__main__":
    x1, _, _, y = np.loadtxt(table("police.txt", 4), skiprows=1, unpack=True)
    live_sigmoid(x1, y, weight=0.1, bias=0)
    picture.show()
