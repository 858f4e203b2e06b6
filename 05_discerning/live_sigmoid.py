"""Turn weight and bias of the S, and feel where the two losses tell the way down.

On the left is the model with one input, the reservations, and a box around each evening
that it classifies wrongly. On the right are the losses over the weight, for the bias
that is set; the dot is where the sliders stand, and the title says how steep it is
there. Turn the weight far to the left: no call is predicted any more. There the log
loss is steep, and says clearly which way to go. The mean squared error is on a plateau:
its slope is almost 0, and gradient descent would hardly move.

To tweak: weight and bias, at the bottom: where the sliders are at the start.
"""

import picture
from terminal import table

import matplotlib.pyplot as plt
import numpy as np

import controls
from classifier import classify, forward, gradient, loss
from plot_losses import squared_error, squared_error_gradient
from plot_regression_line import plot_labels

WEIGHTS = np.linspace(-1, 1, 61)


def add_bias(x):
    """Inputs x (m,) behind a column of ones: (m, 2)."""
    return np.column_stack((np.ones(x.size), x))


def losses_over_weights(X, Y, loss, bias):
    """The loss for each of WEIGHTS with the same bias, X (m, 2) and Y (m, 1)."""
    return [loss(X, Y, np.array([[bias], [weight]])) for weight in WEIGHTS]


def plot_loss(ax, name, highest):
    """Draw a loss over the weight on ax, as yet without its values: a curve, a dot."""
    (curve,) = ax.plot(WEIGHTS, np.zeros(WEIGHTS.size), "-", color="C3", lw=2.5)
    (dot,) = ax.plot([0], [0], "o", color="C0", ms=11, mec="white")
    ax.set(xlim=(-1, 1), ylim=(0, highest), xlabel="weight", ylabel=name)
    return curve, dot


def live_sigmoid(x, y, weight, bias):
    """Draw the model of one input x (m,) and labels y (m,), that sliders change."""
    X, Y = add_bias(x), y.reshape(-1, 1)
    X_drawn = add_bias(np.linspace(0, 30, 301))
    figure = controls.new_figure(13, 7.5)

    ax = figure.add_axes([0.07, 0.27, 0.42, 0.63])
    plot_labels(x, y)
    (curve,) = plt.plot(X_drawn[:, 1], X_drawn[:, 1], "-", color="C3", lw=2.5)
    style = {"color": "black", "fillstyle": "none", "markersize": 17}
    (wrong,) = plt.plot([], [], "s", label="classified wrongly", **style)
    plt.axhline(
        0.5, ls="--", color="C7", zorder=1, label="rounded up above, down below"
    )
    plt.axis([0, 30, -0.1, 1.1])
    plt.legend(loc="center right", markerscale=0.7, fontsize=10)

    log_ax = figure.add_axes([0.57, 0.64, 0.4, 0.26])
    squared_ax = figure.add_axes([0.57, 0.27, 0.4, 0.26])
    log_curve, log_dot = plot_loss(log_ax, "log loss", 15)
    squared_curve, squared_dot = plot_loss(squared_ax, "mean squared error", 1)
    log_ax.set_xlabel("")
    log_ax.tick_params(labelbottom=False)
    controls.add_moving(figure, curve, wrong, ax.title)
    controls.add_moving(figure, log_curve, log_dot, log_ax.title)
    controls.add_moving(figure, squared_curve, squared_dot, squared_ax.title)

    def turn_bias():
        """The losses over the weight are others now."""
        log_curve.set_ydata(losses_over_weights(X, Y, loss, bias_slider.val))
        errors = losses_over_weights(X, Y, squared_error, bias_slider.val)
        squared_curve.set_ydata(errors)
        turn_weight()

    def turn_weight():
        """Move the S, the boxes and the dots to where the sliders stand."""
        w = np.array([[bias_slider.val], [weight_slider.val]])
        curve.set_ydata(forward(X_drawn, w)[:, 0])
        is_wrong = classify(X, w) != Y
        wrong.set_data(X[is_wrong[:, 0], 1], Y[is_wrong])
        ax.set_title(f"{np.sum(~is_wrong)} of {y.size} are right")
        here, slope = loss(X, Y, w), gradient(X, Y, w)[1, 0]
        log_dot.set_data([weight_slider.val], [here])
        log_ax.set_title(f"Log loss {here:.3f}, slope {slope:.4f}")
        here, slope = squared_error(X, Y, w), squared_error_gradient(X, Y, w)[1, 0]
        squared_dot.set_data([weight_slider.val], [here])
        squared_ax.set_title(f"Mean squared error {here:.3f}, slope {slope:.4f}")

    place, ends = [0.17, 0.12, 0.65, 0.04], (-1, 1)
    weight_slider = controls.add_slider(
        figure, place, "weight", ends, weight, turn_weight
    )
    place, ends = [0.17, 0.05, 0.65, 0.04], (-8, 8)
    bias_slider = controls.add_slider(figure, place, "bias", ends, bias, turn_bias)
    turn_bias()


if __name__ == "__main__":
    x1, x2, x3, y = np.loadtxt(table("police.txt", 4), skiprows=1, unpack=True)
    live_sigmoid(x1, y, weight=0.1, bias=0)
    picture.show()
