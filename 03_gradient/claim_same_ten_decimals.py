"""The last losses print the same ten decimals; do they still differ?

Training ends with two lines that look the same. The losses are computed twice: with the
computer's floating point numbers, which have 16 digits or so, and exactly, as fractions
of whole numbers of any length. (The same functions do both: NumPy computes with what it
is given.) Exactly, no two neighbours are ever equal: each step shortens the way to the
minimum by the same factor, and never ends it. But soon the difference is too small even
for floating point numbers, and in the end these only waver in their last digit or stay.

To tweak: lr, at the bottom. With lr="0.0001" the ten decimals still differ at the end.
"""

from terminal import table

import itertools
from fractions import Fraction

import numpy as np

from gradient_descent_without_bias import gradient, loss


def find_losses(X, Y, iterations, lr):
    """The losses of a training, one for each iteration, of the type of X, Y and lr."""
    w = 0
    losses = []
    for _ in range(iterations):
        losses.append(loss(X, Y, w, 0))
        w -= gradient(X, Y, w) * lr
    return losses


def exactly(numbers):
    """An array of whole numbers as fractions."""
    return np.array([Fraction(int(number)) for number in numbers])


def compare(X, Y, iterations, lr):
    """Print losses with ten decimals, and by how much each is below the one before."""
    losses = find_losses(X, Y, iterations, float(lr))
    exact = find_losses(exactly(X), exactly(Y), iterations, Fraction(lr))
    print("                               below the one before it by")
    print("iteration            loss    floating point      exactly")
    for i in range(1, iterations):
        fall, exact_fall = losses[i - 1] - losses[i], float(exact[i - 1] - exact[i])
        if i % 10 == 0 or i >= iterations - 2:
            print(f"{i:9d}{losses[i]:16.10f}{fall:18.1e}{exact_fall:13.1e}")
    print(f"\nThe last two print {losses[-2]:.10f} and {losses[-1]:.10f}.")
    print(f"In floating point they differ by {losses[-2] - losses[-1]:.1e}, ", end="")
    print(f"exactly by {float(exact[-2] - exact[-1]):.1e}.")
    n_equal = sum(a == b for a, b in itertools.pairwise(exact))
    print(f"Exactly equal neighbours: {n_equal} of {iterations - 1}.")


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    compare(X, Y, iterations=100, lr="0.001")
