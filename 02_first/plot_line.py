"""Draw the learned lines among the points: what a bias is good for.

New: both models of this chapter, trained and drawn in one picture. The line through
the origin is too low on quiet evenings and too high on busy ones. With a bias a line
starts where it likes, and its mean squared error is a third.

To tweak: lr, at the bottom. With lr=1 the steps are so coarse that both lines are off.
"""

import picture
from terminal import table

import contextlib

import matplotlib.pyplot as plt
import numpy as np

import linear_regression as without_bias
import linear_regression_with_bias as with_bias
from plot_data import plot_data


def plot_lines(X, Y, iterations, lr):
    """Train both models on X (m,) and Y (m,), and draw the line that each predicts.

    Returns the losses of both.
    """
    with contextlib.redirect_stdout(None):  # train prints every iteration
        w_alone = without_bias.train(X, Y, iterations, lr)
        w, b = with_bias.train(X, Y, iterations, lr)

    ends = np.array([0, 30])
    y_hat = without_bias.predict(ends, w_alone)
    loss_alone = without_bias.loss(X, Y, w_alone)
    label = f"without a bias: y = {w_alone:.2f} x, loss {loss_alone:.1f}"
    plt.plot(ends, y_hat, "--", color="C1", label=label)

    y_hat = with_bias.predict(ends, w, b)
    loss = with_bias.loss(X, Y, w, b)
    label = f"with a bias: y = {w:.2f} x + {b:.2f}, loss {loss:.1f}"
    plt.plot(ends, y_hat, "-", color="C3", label=label)
    return loss_alone, loss


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)

    plot_data(X, Y)
    loss_alone, loss = plot_lines(X, Y, iterations=10000, lr=0.01)
    plt.title(f"With a bias the loss is {loss:.1f}, without one {loss_alone:.1f}")
    plt.legend(loc="upper left")
    picture.show()
