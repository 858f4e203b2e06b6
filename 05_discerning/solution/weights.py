"""What do the learned weights say about each input, and what do they not say?

Prints the weights after trainings of different lengths; what one unit more of an input
does to the odds; how well the classifier does without an input; and how the weights
scatter if the thirty evenings had been others: drawn anew, with repeats, from the same.

To tweak: n_draws, at the bottom; it takes a tenth of a second each.
"""

import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parent.parent))

from terminal import InputError, table

import numpy as np

from classifier import classify, gradient

NAMES = ["bias", "reservations", "temperature", "tourists"]


def learn(X, Y, iterations, lr=0.01):
    """The weights (n, 1) that train returns, for X (m, n) and Y (m, 1)."""
    w = np.zeros((X.shape[1], 1))
    for _ in range(iterations):
        w -= gradient(X, Y, w) * lr
    return w


def show_weights(X, Y, lengths):
    """Print the weights after each length of training, and how many rows are right."""
    print("iterations" + "".join(f"{name:>14}" for name in NAMES) + "   right")
    for iterations in lengths:
        w = learn(X, Y, iterations)
        n_right = np.sum(classify(X, w) == Y)
        weights = "".join(f"{weight:14.2f}" for weight in w[:, 0])
        print(f"{iterations:10d}{weights}{n_right:8d}")


def show_odds(X, w):
    """Print by what one unit, and one standard deviation, more multiplies the odds."""
    print("\ninput           odds times, for 1 more   std dev   for a std dev more")
    for name, column, weight in zip(NAMES[1:], X.T[1:], w[1:, 0], strict=True):
        spread = np.std(column)
        one, typical = np.exp(weight), np.exp(weight * spread)
        print(f"{name:<14}{one:20.2f}{spread:14.1f}{typical:17.1f}")


def show_without(X, Y, iterations):
    """Print how many rows are right if an input is left out."""
    print()
    for i, name in enumerate(NAMES[1:], start=1):
        rest = np.delete(X, i, axis=1)
        n_right = np.sum(classify(rest, learn(rest, Y, iterations)) == Y)
        print(f"without {name:<14}{n_right} of {Y.size} right")


def show_scatter(X, Y, iterations, n_draws, seed):
    """Print how the weights vary over draws of as many rows from X, with repeats.

    Raises InputError if there are no draws.
    """
    if n_draws < 1:
        raise InputError(f"n_draws={n_draws}: please draw once or more")
    rng = np.random.default_rng(seed)
    draws = rng.integers(Y.size, size=(n_draws, Y.size))
    weights = np.array([learn(X[rows], Y[rows], iterations) for rows in draws])
    print(f"\nDraws: {n_draws}, of {Y.size} evenings each")
    print("input              5 %  median    95 %   above 0 in")
    for i, name in enumerate(NAMES[1:], start=1):
        low, median, high = np.percentile(weights[:, i, 0], [5, 50, 95])
        positive = np.mean(weights[:, i, 0] > 0) * 100
        print(f"{name:<14}{low:8.2f}{median:8.2f}{high:8.2f}{positive:10.0f} %")


if __name__ == "__main__":
    x1, x2, x3, y = np.loadtxt(table("police.txt", 4), skiprows=1, unpack=True)
    X = np.column_stack((np.ones(x1.size), x1, x2, x3))
    Y = y.reshape(-1, 1)

    show_weights(X, Y, lengths=[1000, 10000, 100000])
    show_odds(X, learn(X, Y, iterations=10000))
    show_without(X, Y, iterations=10000)
    show_scatter(X, Y, iterations=10000, n_draws=100, seed=0)
