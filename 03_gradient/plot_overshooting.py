"""Draw the steps on the loss curve: a good learning rate, and one that overshoots.

With a small lr each step ends on the same side of the minimum, and lower. With a large
one it lands higher on the other side: a steeper slope, so a longer step, and so on.

To tweak: lr and iterations, in both calls at the bottom. With lr=0.004 the steps lead
across the minimum too, but land lower each time: a zigzag that still comes down.
"""

import picture
from terminal import table

import numpy as np

from descent import descend
from gradient_descent_without_bias import gradient, loss
from landscape import plot_curve


def plot_steps(ax, X, Y, lr, iterations):
    """Draw the steps from w = 0 on the loss curve, and say where each one ends."""
    path = descend(gradient, (X, Y), [0], lr, iterations).ravel()
    reach = max(np.max(np.abs(path - 2)) * 1.1, 3)
    best = plot_curve(ax, X, Y, np.linspace(2 - reach, 2 + reach, num=2001))

    losses = np.array([loss(X, Y, w, 0) for w in path])
    label = f"loss {losses[0]:.0f} to {losses[-1]:.0f}"
    ax.plot(path, losses, "o-", color="C3", mec="black", markersize=8, label=label)
    for i, w in enumerate(path):  # Numbered where that can be read.
        if all(abs(w - number.xy[0]) > reach / 20 for number in ax.texts):
            side, offset = ("right", -8) if w < best else ("left", 8)
            place = {"xytext": (offset, -14), "textcoords": "offset points", "ha": side}
            ax.annotate(i, (w, losses[i]), **place)
    ax.margins(y=0.1)
    ax.legend(loc="upper center")
    n_higher = np.sum(np.diff(losses) > 1e-9)  # Less is only rounding.
    n_across = np.sum((path[1:] < best) != (path[:-1] < best))
    counts = f"ending higher: {n_higher}, on the other side: {n_across}"
    ax.set_title(f"lr = {lr:g}, steps: {iterations}, {counts}")


if __name__ == "__main__":
    left, right = picture.new_figure(figsize=(14, 6)).subplots(ncols=2)
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)

    plot_steps(left, X, Y, lr=0.001, iterations=5)
    plot_steps(right, X, Y, lr=0.005, iterations=5)
    picture.show()
