"""What do a very large and a very small learning rate do? One after another.

Trains the model with a bias once for each lr and prints a line: how many iterations it
took, where weight and bias ended, and how far the loss is above the least that any line
can reach. That one is computed by NumPy's least squares, as a yardstick.

To tweak: the list of learning rates, at the bottom. With 0.00001 it takes ten times as
many iterations again, more than are allowed here.
"""

import contextlib
import io
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from terminal import table

import numpy as np

from linear_regression_with_bias import loss, train


def find_least_loss(X, Y):
    """The mean squared error of the best line there is."""
    with_ones = np.column_stack((X, np.ones(X.size)))
    (w, b), *_ = np.linalg.lstsq(with_ones, Y, rcond=None)
    return loss(X, Y, w, b)


def show(X, Y, lr, iterations):
    """Train with a learning rate, and print what came of it in a line."""
    try:
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            w, b = train(X, Y, iterations, lr)
    except RuntimeError as stop:
        print(f"{lr:<8}{stop}")
        return
    n_iterations = printed.getvalue().count("\n")
    above = loss(X, Y, w, b) - find_least_loss(X, Y)
    print(
        f"{lr:<8}{n_iterations:>10}{w:>11.4f}{b:>11.4f}{loss(X, Y, w, b):>11.4f}"
        f"{above:>14.6f}"
    )


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)

    print("lr      iterations          w          b       loss   above least")
    for lr in [100, 10, 1, 0.1, 0.01, 0.001, 0.0001]:
        show(X, Y, lr, iterations=200000)
