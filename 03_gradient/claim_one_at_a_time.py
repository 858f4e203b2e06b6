"""One parameter at a time: what improves w spoils b, and the other way round.

Each moves to its best place while the other is held. Gradient descent moves both.

To tweak: rounds, at the bottom. With 40 both come to rest, where gradient descent does.
"""

from terminal import table

import numpy as np

from descent import descend
from gradient_descent_final import gradient, loss


def best_w(X, Y, b):
    """The weight with the least loss while the bias b is held: its slope is 0 there."""
    return np.sum(X * (Y - b)) / np.sum(X**2)


def best_b(X, Y, w):
    """The bias with the least loss while the weight w is held: its slope is 0 there."""
    return np.mean(Y - X * w)


def show(title, X, Y, w, b):
    """Print where w and b are, and how far each is off its best while one is held."""
    print(f"{title:18}{w:9.4f}{b:9.4f}{loss(X, Y, w, b):10.4f}", end="")
    print(f"{w - best_w(X, Y, b):11.4f}{b - best_b(X, Y, w):11.4f}")


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    rounds = 5

    print("                          w        b      loss   w off by   b off by")
    w = b = 0
    show("start", X, Y, w, b)
    for _ in range(rounds):
        w = best_w(X, Y, b)
        show("w moves alone", X, Y, w, b)
        b = best_b(X, Y, w)
        show("b moves alone", X, Y, w, b)
    path = descend(gradient, (X, Y), start=(0, 0), lr=0.001, iterations=20000)
    show("gradient descent", X, Y, *path[-1])
