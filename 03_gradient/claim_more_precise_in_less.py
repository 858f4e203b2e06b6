"""Gradient descent against chapter 2's steps: more precise, in fewer iterations.

How far is the line of each from the best one, that of NumPy's least squares?

To tweak: iterations, at the bottom. With 10000 gradient descent is less precise.
"""

from terminal import table

import numpy as np

from descent import descend
from gradient_descent_final import gradient, loss


def try_each_move(X, Y, lr):
    """After how many of chapter 2's steps none helps any more, and its w and b then."""
    w = b = n_steps = 0
    while True:
        current_loss = loss(X, Y, w, b)
        for w_step, b_step in [(lr, 0), (-lr, 0), (0, lr), (0, -lr)]:
            if loss(X, Y, w + w_step, b + b_step) < current_loss:
                w, b = w + w_step, b + b_step
                n_steps += 1
                break
        else:
            return n_steps, w, b


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)

    print(" " * 50 + "off the best line by")
    print(" " * 23 + "steps          w          b      w         b      loss")
    best_w, best_b = np.polyfit(X, Y, 1)
    end = try_each_move(X, Y, lr=0.0001)
    path = descend(gradient, (X, Y), (0, 0), lr=0.001, iterations=20000)
    ends = ("chapter 2's steps", *end), ("gradient descent", len(path) - 1, *path[-1])
    for name, n_steps, w, b in ends:
        above = loss(X, Y, w, b) - loss(X, Y, best_w, best_b)
        print(f"{name:18}{n_steps:10d}{w:11.6f}{b:11.6f}", end="")
        print(f"{abs(w - best_w):10.1e}{abs(b - best_b):10.1e}{above:10.1e}")
