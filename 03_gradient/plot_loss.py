"""Draw the loss over the weight: a curve with one lowest point.

As long as the bias is 0, the loss depends on the weight alone, so it can be drawn as a
curve: a weight that is too small or too large predicts badly. Training looks for the
lowest point, which the cross marks. Gradient descent finds it without seeing the curve.

To tweak: the range of weights, at the bottom. Over -50 to 50 the curve looks as if the
lowest point were at 0: seen from far away, the right weight is hard to make out.
"""

import picture
from terminal import table

import matplotlib.pyplot as plt
import numpy as np

from gradient_descent_without_bias import loss


def plot_loss(X, Y, weights):
    """Draw the loss for each of the weights, with the bias at 0."""
    losses = [loss(X, Y, w, 0) for w in weights]
    plt.plot(weights, losses, color="C0", label="loss with b = 0")
    plt.xlabel("weight w")
    plt.ylabel("loss (mean squared error)")


def plot_minimum(X, Y):
    """Mark the weight with the lowest loss by a cross, and return that weight.

    It is where the gradient, 2 * mean(X * (X * w - Y)), is 0.
    """
    best = np.sum(X * Y) / np.sum(X * X)
    lowest = loss(X, Y, best, 0)
    label = f"minimum: w = {best:.2f}, loss {lowest:.1f}"
    plt.plot(best, lowest, "X", color="C2", mec="black", markersize=14, label=label)
    return best


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    weights = np.linspace(-1, 4, num=501)

    picture.new_figure()
    plot_loss(X, Y, weights)
    best = plot_minimum(X, Y)
    plt.title(f"The loss has one minimum, at w = {best:.2f}")
    plt.legend()
    picture.show()
