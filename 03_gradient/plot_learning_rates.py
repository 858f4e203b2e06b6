"""Draw how the loss falls over the iterations, for several learning rates.

With a lr that is too small the loss has hardly moved at the end. The larger it is, the
faster the loss falls, up to a point: near 0.0023 a single step is almost enough. Beyond
it the steps overshoot, and the loss falls more slowly again; beyond 0.0046 it grows.

To tweak: learning_rates and iterations, at the bottom. With 0.0023 among them, see
what a single step is worth.
"""

import picture
from terminal import table

import matplotlib.pyplot as plt
import numpy as np

from gradient_descent_without_bias import gradient, loss
from plot_descent_path import descend


def plot_learning_rates(X, Y, learning_rates, iterations):
    """Draw the loss over the iterations, a line for each of the learning rates."""
    markers = "osD^vXP*"
    for i, lr in enumerate(learning_rates):
        path = descend(lambda w: [gradient(X, Y, w)], [0], lr, iterations)
        losses = [loss(X, Y, w, 0) for w in path.ravel()]
        marker = markers[i % len(markers)]
        plt.plot(losses, marker=marker, markersize=6, label=f"lr = {lr}")
    plt.yscale("log")
    plt.locator_params("x", integer=True)
    plt.xlabel("iteration")
    plt.ylabel("loss (logarithmic scale)")


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)

    learning_rates = [0.00001, 0.0001, 0.0005, 0.002, 0.0045, 0.005]
    plot_learning_rates(X, Y, learning_rates, iterations=20)
    plt.title("Too small a learning rate crawls, too large a one overshoots")
    plt.legend()
    picture.show()
