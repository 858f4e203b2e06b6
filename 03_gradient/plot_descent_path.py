"""Draw the path that gradient descent takes over the loss surface, seen from above.

New: many steps in a row. The first ones lead down the steep wall, overshoot the valley
floor, and turn back: two sharp turns. Then the path follows the floor, which is almost
level, so that thousands of short steps are needed. It is not the shortest way: every
step goes where it is steepest just there, not towards the minimum.

To tweak: start, lr and iterations, at the bottom. With lr=0.001 the path does not
overshoot, and has one turn; with lr=0.004 it swings to and fro many times.
"""

import picture
from terminal import stop_if_diverged, table

import matplotlib.pyplot as plt
import numpy as np

from gradient_descent_final import gradient, loss


def descend(gradient, start, lr, iterations):
    """The points on the way, (iterations + 1, n), for a gradient of n parameters."""
    path = [np.array(start, dtype=float)]
    for _ in range(iterations):
        path.append(path[-1] - np.array(gradient(*path[-1])) * lr)
        stop_if_diverged(np.sum(path[-1]))
    return np.array(path)


def length(path):
    """The length of a path of points (k, n)."""
    return np.sum(np.linalg.norm(np.diff(path, axis=0), axis=1))


def plot_contours(surface, weights, biases, levels):
    """Draw a surface from above, by lines that join points of the same height."""
    heights = [[surface(w, b) for w in weights] for b in biases]
    lines = plt.contour(weights, biases, heights, levels=levels, cmap="viridis")
    plt.clabel(lines, fmt="%.0f", fontsize=9)
    plt.xlabel("weight w")
    plt.ylabel("bias b")


def plot_path(path, color, label):
    """Draw a path (k, 2) from above, each step a dot."""
    plt.plot(*path.T, ".-", color=color, lw=1, label=label)
    plt.plot(*path[0], "o", color="white", mec="black", markersize=12, label="start")


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    path = descend(
        lambda w, b: gradient(X, Y, w, b), start=(-6, -40), lr=0.003, iterations=20000
    )

    plot_contours(
        lambda w, b: loss(X, Y, w, b),
        weights=np.linspace(-8, 10, num=91),
        biases=np.linspace(-50, 60, num=111),
        levels=[30, 100, 300, 1000, 3000, 10000, 20000, 40000],
    )
    iterations, here = len(path) - 1, path[-1]
    label = f"gradient descent: {iterations} steps, length {length(path):.1f}"
    plot_path(path, "C3", label)
    straight = path[[0, -1]]
    label = f"the straight way: length {length(straight):.1f}"
    plt.plot(*straight.T, "--", color="C1", lw=2, label=label)
    label = f"the end: w = {here[0]:.2f}, b = {here[1]:.2f}"
    plt.plot(*here, "X", color="C2", mec="black", markersize=14, label=label)
    lengths = f"{length(path):.1f} by steps, {length(straight):.1f} straight"
    plt.title(f"How long is the way down? {lengths}")
    plt.legend(loc="upper left")
    picture.show()
