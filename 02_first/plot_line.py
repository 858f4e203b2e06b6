"""Draw the learned lines among the points: what a bias is good for.

New: both models of this chapter, trained and drawn in one picture. The line through
the origin is too low on quiet evenings and too high on busy ones. With a bias a line
starts where it likes, and its mean squared error is a third.

To tweak: lr, at the bottom. With lr=1 the steps are so coarse that both lines are off.
With lr=0.0001 they fit a little better still, and training takes some 10 s.
"""

import picture
from terminal import table

import matplotlib.pyplot as plt
import numpy as np

import linear_regression as without_bias
import linear_regression_with_bias as with_bias
from trial_steps import steps


def plot_lines(X, Y, lr):
    """Train both models on X (m,) and Y (m,), and draw the line that each predicts.

    Returns the losses: without a bias, and with one.
    """
    *_, (w_alone,) = steps(without_bias.loss, X, Y, [0], lr)
    *_, (w, b) = steps(with_bias.loss, X, Y, [0, 0], lr)

    ends = np.array([0, 30])
    label = f"without a bias: y = {w_alone:.2f} x"
    plt.plot(ends, without_bias.predict(ends, w_alone), "--", color="C1", label=label)
    label = f"with a bias: y = {w:.2f} x + {b:.2f}"
    plt.plot(ends, with_bias.predict(ends, w, b), "-", color="C3", label=label)
    return without_bias.loss(X, Y, w_alone), with_bias.loss(X, Y, w, b)


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)

    picture.new_figure()
    plt.plot(X, Y, "o", color="C0", markersize=8, label="an evening")
    loss_alone, loss = plot_lines(X, Y, lr=0.01)
    plt.axis([0, 30, 0, 60])
    plt.xlabel("reservations")
    plt.ylabel("pizzas sold")
    plt.title(f"With a bias the loss is {loss:.1f}, without one {loss_alone:.1f}")
    plt.legend(loc="upper left")
    picture.show()
