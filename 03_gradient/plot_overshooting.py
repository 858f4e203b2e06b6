"""Draw the steps on the loss curve: a good learning rate, and one that overshoots.

The exercise asks why the loss grows when lr is raised. With a small lr each step ends
on the same side of the minimum, and lower (left). With a large one it leads across the
minimum, and lands higher on the other side; there the slope is steeper, the next step
is longer still, and the loss grows without end (right).

To tweak: lr, in both calls at the bottom. With lr=0.004 the steps lead across the
minimum too, but land lower each time: a zigzag that still comes down.
"""

import picture
from terminal import table

import matplotlib.pyplot as plt
import numpy as np

from gradient_descent_without_bias import gradient, loss
from plot_descent_path import descend
from plot_loss import plot_loss, plot_minimum


def plot_steps(ax, X, Y, lr, iterations):
    """Draw the steps from w = 0 on the loss curve, and say what the loss becomes."""
    plt.sca(ax)
    path = descend(lambda w: [gradient(X, Y, w)], [0], lr, iterations).ravel()
    reach = max(np.max(np.abs(path - 2)) * 1.1, 3)
    weights = np.linspace(2 - reach, 2 + reach, num=2001)
    plot_loss(X, Y, weights)
    best = plot_minimum(X, Y)

    losses = [loss(X, Y, w, 0) for w in path]
    label = f"{iterations} steps: loss {losses[0]:.0f} to {losses[-1]:.0f}"
    plt.plot(path, losses, "o-", color="C3", mec="black", markersize=8, label=label)
    for i in range(min(4, len(path))):
        side, offset = ("right", -10) if path[i] < best else ("left", 10)
        place = {"xytext": (offset, -4), "textcoords": "offset points", "ha": side}
        plt.annotate(i, (path[i], losses[i]), **place)
    plt.legend(loc="upper center")
    end = "higher" if losses[-1] > losses[0] else "lower"
    side = ", on the other side" if np.any((path < best) != (path[0] < best)) else ""
    plt.title(f"lr = {lr}: each step ends {end}{side}")


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)

    left, right = plt.subplots(ncols=2, figsize=(13, 6))[1]
    plot_steps(left, X, Y, lr=0.001, iterations=5)
    plot_steps(right, X, Y, lr=0.005, iterations=5)
    picture.show()
