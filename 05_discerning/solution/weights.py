"""What do the learned weights say about each input, and what do they not say?

Prints weights of short and long trainings; what an input does to the odds; how many are
right without it; and how weights scatter if the evenings are drawn anew, with repeats.

To tweak: n_draws, at the bottom; it takes a tenth of a second each.
"""

import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parent.parent))

from terminal import table

import numpy as np

from classifier import classify, gradient


def learn(X, Y, iterations, lr=0.01):
    """The weights (n, 1) that train returns, for X (m, n) and Y (m, 1)."""
    w = np.zeros((X.shape[1], 1))
    for _ in range(iterations):
        w -= gradient(X, Y, w) * lr
    return w


if __name__ == "__main__":
    x1, x2, x3, y = np.loadtxt(table("police.txt", 4), skiprows=1, unpack=True)
    X = np.column_stack((np.ones(x1.size), x1, x2, x3))
    Y = y.reshape(-1, 1)
    names = ["bias", "reservations", "temperature", "tourists"]
    iterations = 10000

    print("iterations" + "".join(f"{name:>14}" for name in names) + "   right")
    for length in [1000, 10000, 100000]:
        w = learn(X, Y, length)
        weights = "".join(f"{weight:14.2f}" for weight in w[:, 0])
        print(f"{length:10d}{weights}{np.sum(classify(X, w) == Y):8d}")

    w = learn(X, Y, iterations)
    print("\ninput           odds times, for 1 more   std dev   for a std dev more")
    for i in (1, 2, 3):
        spread = X[:, i].std()
        one, typical = np.exp(w[i] * [1, spread])
        print(f"{names[i]:14}{one:20.2f}{spread:14.1f}{typical:17.1f}")
    print()
    for i in (1, 2, 3):
        rest = np.delete(X, i, axis=1)
        n_right = np.sum(classify(rest, learn(rest, Y, iterations)) == Y)
        print(f"without {names[i]:14}{n_right} of {Y.size} right")

    n_draws = 100
    draws = np.random.default_rng(seed=0).integers(Y.size, size=(n_draws, Y.size))
    weights = np.array([learn(X[rows], Y[rows], iterations) for rows in draws])
    print(f"\nDraws: {n_draws}, of {Y.size} evenings each")
    print("input              5 %  median    95 %   above 0 in")
    for i in (1, 2, 3):
        low, median, high = np.percentile(weights[:, i], [5, 50, 95])
        positive = np.mean(weights[:, i] > 0) * 100
        print(f"{names[i]:14}{low:8.2f}{median:8.2f}{high:8.2f}{positive:10.0f} %")
