"""How many losses does a step cost? Trying everything, against one after another.

With each parameter a step of lr up, down, or unchanged, n parameters can be combined in
3^n ways. Here all of them are tried, and the losses are counted. Beside it stands the
way of this chapter's training, one parameter after another: it costs 2n + 1 losses at
most. All ways together find a loss that is as low or lower, but soon nobody can wait.

To tweak: most_parameters, at the bottom. For each one more the last line takes three
times as long; the count on the right grows by 2.
"""

import terminal

import itertools
import time

import numpy as np


def make_examples(n, m=30):
    """Inputs X (m, n), the last column all 1 for the bias, and labels Y (m,)."""
    rng = np.random.default_rng(seed=0)
    X = rng.integers(1, 30, size=(m, n))
    X[:, -1] = 1
    return X, rng.integers(1, 60, size=m)


def find_losses(X, Y, all_parameters):
    """The mean squared errors for X (m, n), Y (m,) and each of some parameters (n,)."""
    return [np.average((np.matmul(X, p) - Y) ** 2) for p in all_parameters]


def all_steps(n, lr):
    """Every combination of up, down and unchanged, one array (n,) after another."""
    return map(np.array, itertools.product([-lr, 0, lr], repeat=n))


def single_steps(n, lr):
    """No step, and each parameter alone up and down: an array (2n + 1, n)."""
    return np.vstack((np.zeros(n), np.eye(n) * lr, np.eye(n) * -lr))


if __name__ == "__main__":
    most_parameters, lr = 10, 0.01

    print("                 all ways            one after another")
    print("parameters   losses    lowest        losses    lowest       seconds")
    for n in range(1, most_parameters + 1):
        X, Y = make_examples(n)
        start = time.perf_counter()
        losses = find_losses(X, Y, all_steps(n, lr))
        seconds = time.perf_counter() - start
        singles = find_losses(X, Y, single_steps(n, lr))
        print(
            f"{n:10d}{len(losses):9d}{min(losses):10.2f}{len(singles):14d}"
            f"{min(singles):10.2f}{seconds:14.3f}"
        )
