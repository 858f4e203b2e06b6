"""What do the learned weights say about each input, and what do they not say?

Prints the weights after trainings of different lengths; what one unit more of an input
does to the odds; how well the classifier does without an input; and how the weights
scatter if the thirty evenings had been others: drawn anew, with repeats, from the same.

To tweak: n_draws, at the bottom; it takes a quarter of a second each.
"""

import contextlib
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from terminal import table

import numpy as np

from classifier import classify, train

NAMES = ["bias", "reservations", "temperature", "tourists"]


def learn(X, Y, iterations):
    """The weights (n,) after a training."""
    with contextlib.redirect_stdout(None):  # train prints every iteration
        return train(X, Y, iterations, lr=0.01).ravel()


def show_weights(X, Y, lengths):
    """Print the weights after each length of training, and how many rows are right."""
    print("iterations" + "".join(f"{name:>14}" for name in NAMES) + "   right")
    for iterations in lengths:
        w = learn(X, Y, iterations)
        right = np.sum(classify(X, w.reshape(-1, 1)) == Y)
        print(f"{iterations:10d}" + "".join(f"{x:14.2f}" for x in w) + f"{right:8d}")


def show_odds(X, Y, iterations):
    """Print by what one unit more, and a typical difference, multiplies the odds."""
    w = learn(X, Y, iterations)
    print("input           odds times, for 1 more   spread   for a spread more")
    for i in range(1, len(NAMES)):
        spread = np.std(X[:, i])
        odds = np.exp(w[i]), np.exp(w[i] * spread)
        print(f"{NAMES[i]:<14}{odds[0]:20.2f}{spread:14.1f}{odds[1]:17.1f}")


def show_without(X, Y, iterations):
    """Print how many rows are right if an input is left out."""
    for i in range(1, len(NAMES)):
        rest = np.delete(X, i, axis=1)
        w = learn(rest, Y, iterations)
        right = np.sum(classify(rest, w.reshape(-1, 1)) == Y)
        print(f"without {NAMES[i]:<14}{right} of {Y.size} right")


def show_scatter(X, Y, iterations, n_draws, seed):
    """Print how the weights vary over draws of as many rows from X, with repeats."""
    print(f"\n{n_draws} draws of {len(X)} evenings each:")
    random = np.random.default_rng(seed)
    weights = []
    for _ in range(n_draws):
        rows = random.integers(Y.size, size=Y.size)
        weights.append(learn(X[rows], Y[rows], iterations))
    low, middle, high = np.percentile(weights, [5, 50, 95], axis=0)
    print("input              5 %  middle    95 %   above 0 in")
    for i in range(1, len(NAMES)):
        positive = np.mean(np.array(weights)[:, i] > 0) * 100
        spread = f"{low[i]:8.2f}{middle[i]:8.2f}{high[i]:8.2f}"
        print(f"{NAMES[i]:<14}{spread}{positive:10.0f} %")


if __name__ == "__main__":
    x1, x2, x3, y = np.loadtxt(table("police.txt", 4), skiprows=1, unpack=True)
    X = np.column_stack((np.ones(x1.size), x1, x2, x3))
    Y = y.reshape(-1, 1)

    show_weights(X, Y, lengths=[1000, 10000, 100000])
    print()
    show_odds(X, Y, iterations=10000)
    print()
    show_without(X, Y, iterations=10000)
    show_scatter(X, Y, iterations=10000, n_draws=100, seed=0)
