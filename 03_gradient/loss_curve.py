"""The loss over the weight, with the bias held at 0: a curve for several pictures."""

import numpy as np

from gradient_descent_without_bias import loss


def plot_loss(ax, X, Y, weights):
    """Draw the loss for each of the weights (k,); X and Y are (m,)."""
    losses = [loss(X, Y, w, 0) for w in weights]
    ax.plot(weights, losses, color="C0", label="loss with b = 0")
    ax.set_xlabel("weight w")
    ax.set_ylabel("loss (mean squared error)")


def plot_minimum(ax, X, Y):
    """Mark the weight with the lowest loss by a cross, and return that weight.

    It is where the gradient, 2 * average(X * (X * w - Y)), is 0.
    """
    best = np.sum(X * Y) / np.sum(X * X)
    lowest = loss(X, Y, best, 0)
    label = f"minimum: w = {best:.2f}, loss {lowest:.1f}"
    ax.plot(best, lowest, "X", color="C2", mec="black", markersize=14, label=label)
    return best
