"""Draw how the loss falls over the iterations, for several learning rates.

With an lr that is too small the loss has hardly moved at the end. The larger it is, the
faster the loss falls, up to a point: near 0.0023 a single step is almost enough. Beyond
it the steps overshoot, and the loss falls more slowly again; beyond 0.0046 it grows.

To tweak: learning_rates and iterations, at the bottom. With 0.0023 among them, see
what a single step is worth.
"""

import picture
from terminal import table

import numpy as np

from descent import descend
from gradient_descent_without_bias import gradient, loss


def plot_learning_rates(ax, X, Y, learning_rates, iterations):
    """Draw the loss over the iterations, a line for each of the learning rates.

    Returns the losses at the end, by learning rate.
    """
    markers = "osD^vXP*"
    ends = {}
    for i, lr in enumerate(learning_rates):
        path = descend(lambda w: [gradient(X, Y, w)], [0], lr, iterations)
        losses = [loss(X, Y, w, 0) for w in path.ravel()]
        ends[lr] = losses[-1]
        marker = markers[i % len(markers)]
        ax.plot(losses, marker=marker, markersize=6, label=f"lr = {lr:g}")
    ax.set_yscale("log")
    ax.locator_params("x", integer=True)
    ax.set_xlabel("iteration")
    ax.set_ylabel("loss (logarithmic scale)")
    return ends


if __name__ == "__main__":
    ax = picture.new_figure().subplots()
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)

    learning_rates = [0.00001, 0.0001, 0.0005, 0.002, 0.0045, 0.005]
    ends = plot_learning_rates(ax, X, Y, learning_rates, iterations=20)
    lowest = f"{min(ends.values()):.1f}"
    best = [lr for lr, end in ends.items() if f"{end:.1f}" == lowest]
    ax.set_title(f"The lowest loss at the end: {lowest}, with lr in {best}")
    ax.legend()
    picture.show()
