"""One parameter at a time: what improves w spoils b, and the other way round.

The weight is moved to the best place there is while the bias is held; then the bias,
while the weight is held; and so on. Each move lowers the loss. But the other parameter,
which was at its best before, is off its best after it: the line has turned under it.
Gradient descent moves both at once.

To tweak: rounds, at the bottom. With rounds=40 both come to rest, at the values of
gradient descent, in many small turns.
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
    w_off, b_off = w - best_w(X, Y, b), b - best_b(X, Y, w)
    print(
        f"{title:18}{w:9.4f}{b:9.4f}{loss(X, Y, w, b):10.4f}{w_off:11.4f}{b_off:11.4f}"
    )


def move_in_turn(X, Y, rounds):
    """Move w, then b, then w again, each to its best place; print all places."""
    w = b = 0
    show("start", X, Y, w, b)
    for _ in range(rounds):
        w = best_w(X, Y, b)
        show("w moves alone", X, Y, w, b)
        b = best_b(X, Y, w)
        show("b moves alone", X, Y, w, b)


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)

    print("                          w        b      loss   w off by   b off by")
    move_in_turn(X, Y, rounds=5)
    path = descend(
        lambda w, b: gradient(X, Y, w, b), start=(0, 0), lr=0.001, iterations=20000
    )
    show("gradient descent", X, Y, *path[-1])
