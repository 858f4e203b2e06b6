"""Ten columns at once give what ten separate classifiers give, much faster.

First a w of ten columns learns all digits. Then ten classifiers learn one after
another, each with one column of weights and one column of labels, as in chapter 6. The
columns do not know of each other, so the weights are the same. But the images, which
are many more numbers than the weights, are read once instead of ten times.

To tweak: iterations, at the bottom. Both take longer; how many times longer the
separate ones take stays about the same.
"""

from terminal import stop_if_diverged

import time

import numpy as np

from mnist_classifier import classify, gradient, loss


def learn(X, Y, iterations, lr):
    """The weights w (n, k) after some iterations, for X (m, n) and Y (m, k).

    Raises FloatingPointError if the loss is then no finite number.
    """
    w = np.zeros((X.shape[1], Y.shape[1]))
    for _ in range(iterations):
        w -= gradient(X, Y, w) * lr
    stop_if_diverged(loss(X, Y, w))
    return w


def learn_separately(X, Y, iterations, lr):
    """The weights (n, k) of k classifiers that learn a column of Y (m, k) each."""
    columns = [learn(X, Y[:, [k]], iterations, lr) for k in range(Y.shape[1])]
    return np.hstack(columns)


def compare(X, Y, X_test, Y_test, iterations, lr):
    """Learn in both ways; print seconds and accuracies, and how far they are apart."""
    found = []
    for name, function in [("ten at once", learn), ("ten, one each", learn_separately)]:
        start = time.perf_counter()
        w = function(X, Y, iterations, lr)
        seconds = time.perf_counter() - start
        accuracy = np.mean(classify(X_test, w) == Y_test) * 100
        print(f"{name:15}{seconds:6.1f} s{accuracy:10.2f}%")
        found.append((seconds, w))
    (seconds, w), (seconds_separately, w_separately) = found
    ratio = seconds_separately / seconds
    print(f"\nOne after another takes {ratio:.1f} times as long.")
    difference = np.max(np.abs(w - w_separately))
    print(f"Largest weight: {np.max(np.abs(w)):.6f}. ", end="")
    print(f"Largest difference: {difference:.6f}.")


if __name__ == "__main__":
    import mnist as data

    compare(
        data.X_train, data.Y_train, data.X_test, data.Y_test, iterations=20, lr=1e-5
    )
