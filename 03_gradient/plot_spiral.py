"""Draw the course of a weight as a staircase or a spiral around the minimum.

New: a cobweb diagram, the weight after a step over the weight before it. The course
goes from the line to the diagonal and back: where a step ends, the next one begins.
With a small lr it is a staircase; where each step leads across the minimum, a spiral.

To tweak: the learning rates, at the bottom. With lr=0.0046 the spiral hardly opens.
"""

import picture
from terminal import table

import numpy as np

from descent import descend
from gradient_descent_without_bias import gradient


def plot_course(ax, X, Y, lr, iterations):
    """Draw the course of the weight from 0, for X and Y (m,), as a cobweb diagram."""
    path = descend(gradient, (X, Y), [0], lr, iterations).ravel()
    best = np.sum(X * Y) / np.sum(X * X)
    ends = best + 1.1 * np.max(np.abs(path - best)) * np.array([-1, 1])
    leads_to = [w - gradient(X, Y, w) * lr for w in ends]
    ax.plot(ends, leads_to, color="C0", label="where a step leads")
    ax.plot(ends, ends, "--", color="C7", label="where nothing changes")
    twice = np.repeat(path, 2)  # (w0, w0), (w0, w1), (w1, w1), (w1, w2) and so on.
    ax.plot(twice[:-1], twice[1:], "-", color="C3", lw=1.5, label="the course")
    ax.plot(path[0], path[0], "o", color="white", mec="black", ms=10, label="start")
    label = f"minimum: w = {best:.2f}"
    ax.plot(best, best, "X", color="C2", mec="black", ms=12, label=label)
    ax.set(xlabel="weight before a step", ylabel="weight after it", aspect="equal")

    kind = "spiral" if len(set(path[:2] < best)) == 2 else "staircase"
    way = "inward" if abs(path[-1] - best) < abs(path[0] - best) else "outward"
    course = f"a {kind} {way}" if np.ptp(path) > 1e-9 else "the weight stays"
    ax.set_title(f"lr = {lr:g}: {course}")


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(15, 5.8))
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)

    learning_rates = [0.001, 0.004, 0.005]
    for i, lr in enumerate(learning_rates, start=1):
        ax = figure.add_subplot(1, len(learning_rates), i)
        plot_course(ax, X, Y, lr, iterations=10)
    labels = ax.get_legend_handles_labels()
    figure.legend(*labels, loc="outside lower center", ncol=5)
    picture.show()
