"""Ten columns at once give what ten separate classifiers give, much faster.

First a w of ten columns learns all digits. Then ten classifiers learn one after
another, each with one column of weights and one column of labels, as in chapter 6. The
columns do not know of each other, so the weights are the same. But the images, which
are many more numbers than the weights, are walked through once instead of ten times.

To tweak: iterations, at the bottom. Both take longer; how many times longer the
separate ones take stays about the same.
"""

import terminal

import time

import numpy as np

from claim_most_confident import learn
from mnist_classifier import classify


def learn_separately(X, Y, iterations, lr):
    """The weights (n, k) of k classifiers that learn a column of Y (m, k) each."""
    columns = [learn(X, Y[:, [k]], iterations, lr) for k in range(Y.shape[1])]
    return np.hstack(columns)


def compare(X, Y, X_test, Y_test, iterations, lr):
    """Learn in both ways; print seconds, what is right, and how far they are apart."""
    found = []
    for name, function in [("ten at once", learn), ("ten, one each", learn_separately)]:
        start = time.perf_counter()
        w = function(X, Y, iterations, lr)
        seconds = time.perf_counter() - start
        right = np.mean(classify(X_test, w) == Y_test) * 100
        print(f"{name:15}{seconds:6.1f} s{right:10.2f}%", flush=True)
        found.append((seconds, w))
    (seconds, w), (seconds_separately, w_separately) = found
    print(
        f"\nOne after another takes {seconds_separately / seconds:.1f} times as long."
    )
    difference = np.max(np.abs(w - w_separately))
    print(f"Largest weight: {np.max(np.abs(w)):.6f}. ", end="")
    print(f"Largest difference: {difference:.6f}.")


if __name__ == "__main__":
    import mnist as data

    compare(
        data.X_train, data.Y_train, data.X_test, data.Y_test, iterations=20, lr=1e-5
    )
