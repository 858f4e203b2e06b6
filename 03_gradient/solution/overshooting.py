"""From which learning rate on does the loss grow? Found by trying, then explained.

First a table of losses; then the limit, beside that which the curvature predicts.

To tweak: the list of learning rates, at the bottom. At which one is the loss the same
at iteration 20 as at 0? With 0.00457 it almost is.
"""

import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parent.parent))

from terminal import table

import numpy as np

from gradient_descent_final import gradient, loss


def descend(X, Y, iterations, lr, has_bias):
    """The losses for X (m,) and Y (m,), the first before training: iterations + 1."""
    w = b = 0
    losses = [loss(X, Y, w, b)]
    for _ in range(iterations):
        w_gradient, b_gradient = gradient(X, Y, w, b)
        w -= w_gradient * lr
        b -= b_gradient * lr * has_bias
        losses.append(loss(X, Y, w, b))
    return losses


def find_limit(X, Y, iterations, has_bias):
    """The learning rate between those whose loss falls and those whose loss grows."""
    falls, grows = 0, 0.01
    while grows - falls > 1e-6:
        lr = (falls + grows) / 2
        *_, before, last = descend(X, Y, iterations, lr, has_bias)
        if last <= before < np.inf:
            falls = lr
        else:
            grows = lr
    return grows


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)

    shown = [0, 1, 20]
    print("Iteration " + "".join(f" {i:16d}" for i in shown))
    for lr in [0.001, 0.002, 0.003, 0.004, 0.0045, 0.0046, 0.005, 0.006]:
        losses = descend(X, Y, max(shown), lr, has_bias=False)
        print(f"lr={lr:<7g}" + "".join(f" {losses[i]:16.2f}" for i in shown))

    # A step of 2 divided by the curvature leads as far across as it came.
    curvature, slant = 2 * np.average(X**2), 2 * np.average(X)
    alone = 2 / curvature
    both = 2 / np.max(np.linalg.eigvalsh([[curvature, slant], [slant, 2]]))
    print("\nThe loss grows from this lr on:   tried   predicted")
    tried = find_limit(X, Y, iterations=200, has_bias=False)
    print(f"without a bias                  {tried:.5f}     {alone:.5f}")
    tried = find_limit(X, Y, iterations=5000, has_bias=True)
    print(f"with a bias                     {tried:.5f}     {both:.5f}")
