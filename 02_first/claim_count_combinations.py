"""How many losses does a step cost? Trying everything, against one after another.

With each parameter a step of lr up, down, or unchanged, n parameters can be combined in
3^n ways. Here all of them are tried, and the losses are counted. Beside it stands the
way of this chapter's training, one parameter after another: it costs 2n + 1 losses at
most. All ways together find a step that is better, but soon nobody can wait for it.

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


def loss(X, Y, parameters):
    """Mean squared error of the predictions for X (m, n), with parameters (n,)."""
    return np.mean((np.sum(X * parameters, axis=1) - Y) ** 2)


def find_lowest(X, Y, parameters, steps):
    """How many losses were computed, and the lowest, if each of the steps is tried."""
    n_losses, lowest = 0, np.inf
    for step in steps:
        lowest = min(lowest, loss(X, Y, parameters + step))
        n_losses += 1
    return n_losses, lowest


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
        n_all, lowest = find_lowest(X, Y, np.zeros(n), all_steps(n, lr))
        seconds = time.perf_counter() - start
        n_single, lowest_single = find_lowest(X, Y, np.zeros(n), single_steps(n, lr))
        print(
            f"{n:10d}{n_all:9d}{lowest:10.2f}{n_single:14d}{lowest_single:10.2f}"
            f"{seconds:14.3f}",
            flush=True,
        )
