"""How many losses does a step cost? Trying everything, against one after another.

With a step of lr up, down, or none for each, n parameters can be combined in 3^n ways.
One after another costs 2n + 1. All ways are never worse, but soon nobody can wait.

To tweak: most_parameters, at the bottom. One more takes three times as long.
"""

import terminal

import itertools
import time

import numpy as np


def find_losses(X, Y, all_parameters):
    """The mean squared errors for X (m, n), Y (m,) and each of some parameters (n,)."""
    return [np.average((np.matmul(X, p) - Y) ** 2) for p in all_parameters]


if __name__ == "__main__":
    most_parameters, lr = 10, 0.01

    print("                 all ways            one after another")
    print("parameters   losses    lowest        losses    lowest       seconds")
    for n in range(1, most_parameters + 1):
        rng = np.random.default_rng(seed=0)
        X = rng.integers(1, 30, size=(30, n))
        X[:, -1] = 1  # The bias column.
        Y = rng.integers(1, 60, size=30)
        start = time.perf_counter()
        losses = find_losses(X, Y, itertools.product([-lr, 0, lr], repeat=n))
        seconds = time.perf_counter() - start
        singles = find_losses(X, Y, [np.zeros(n), *np.eye(n) * lr, *np.eye(n) * -lr])
        print(f"{n:10d}{len(losses):9d}{min(losses):10.2f}", end="")
        print(f"{len(singles):14d}{min(singles):10.2f}{seconds:14.3f}")
