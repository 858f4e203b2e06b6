"""Draw how the loss falls over the iterations, for several learning rates.

The larger lr is, the faster the loss falls, up to a point: near 0.0023 a single step is
almost enough. Beyond it the steps overshoot; beyond 0.0046 the loss grows.

To tweak: learning_rates, with 0.0023 among them, and iterations, at the bottom.
"""

import picture
from terminal import table

import numpy as np

from descent import descend
from gradient_descent_without_bias import gradient, loss

if __name__ == "__main__":
    ax = picture.new_figure().subplots()
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    learning_rates = [0.00001, 0.0001, 0.0005, 0.002, 0.0045, 0.005]
    iterations = 20

    ends = {}
    for i, lr in enumerate(learning_rates):
        path = descend(gradient, (X, Y), [0], lr, iterations)
        losses = [loss(X, Y, w, 0) for w in path.ravel()]
        ends[lr] = f"{losses[-1]:.1f}"
        ax.plot(losses, marker="osD^vXP*"[i % 8], markersize=6, label=f"lr = {lr:g}")
    lowest = min(ends.values(), key=float)
    best = [lr for lr in ends if ends[lr] == lowest]
    ax.set(xlabel="iteration", ylabel="loss (logarithmic scale)", yscale="log")
    ax.locator_params("x", integer=True)
    ax.set_title(f"The lowest loss at the end: {lowest}, with lr in {best}")
    ax.legend()
    picture.show()
