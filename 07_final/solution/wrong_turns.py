"""What goes wrong with the Sonar data: rows left in their order, and too large an lr.

The file begins with 97 rocks and ends with 111 mines. If you keep its last 48 rows
for the test, you ask about mines only. With too large an lr a prediction becomes 1 to
the last digit, and the loss needs the logarithm of 1 - 1, which is minus infinity.

To tweak: the list of lr, at the bottom. With 5 the training ends at a loss higher than
at the start, 1.40 instead of 1.39.
"""

import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parent.parent))

from terminal import stop_if_diverged

import numpy as np

import sonar as data
from minesweeper import show_answers
from mnist_classifier import classify, gradient, loss, sigmoid


def train(X, Y, iterations, lr):
    """The weights w (n, k) for X (m, n) and one-hot Y (m, k), without reports.

    Raises FloatingPointError, which says when, if the loss is no finite number.
    """
    w = np.zeros((X.shape[1], Y.shape[1]))
    for i in range(iterations + 1):
        try:
            stop_if_diverged(loss(X, Y, w))
        except FloatingPointError as stop:
            raise FloatingPointError(f"iteration {i}: {stop}") from None
        if i < iterations:
            w -= gradient(X, Y, w) * lr
    return w


def show_unshuffled(X, labels, iterations, lr):
    """Train on the first 160 rows of X (208, n), and show the answers to the others."""
    n = data.N_TRAINING_ROWS
    w = train(X[:n], data.one_hot_encode(labels[:n]), iterations, lr)
    print(f"UNSHUFFLED: the first {n} rows, the training rows:")
    show_answers(X[:n], labels[:n], w)
    print(f"\nThe last {len(X) - n} rows, the test rows:")
    show_answers(X[n:], labels[n:], w)
    always_mine = np.mean(labels[n:] == 1)
    print(f"To say mine every time would be right in {always_mine:.0%}.")


def show_learning_rate(lr, iterations):
    """Train on sonar.py's split, and print a line: the end of it, or why it stopped."""
    X, Y = data.X_train, data.Y_train
    try:
        w = train(X, Y, iterations, lr)
    except FloatingPointError as stop:
        print(f"{lr:7}   {str(stop).split(',')[0]}")
    else:
        accuracy = np.mean(classify(data.X_test, w) == data.Y_test)
        print(f"{lr:7}   loss {loss(X, Y, w):.2f}, {accuracy:.2%} right in the test")


def show_limit(z):
    """Print what is left of 1 - y_hat, and of its logarithm, for a weighted sum z."""
    rest = 1 - sigmoid(z)
    print(f"z = {z}: 1 - y_hat = {rest:.1e}, its logarithm {np.log(rest):.0f}")


if __name__ == "__main__":
    show_unshuffled(data.X, data.Y, iterations=20000, lr=0.01)

    iterations = 2000
    print(f"\nSHUFFLED, one lr after another. Iterations: {iterations}")
    for lr in [0.001, 0.01, 0.1, 1, 10, 100]:
        show_learning_rate(lr, iterations)

    print("\nWhere the logarithm becomes infinite:")
    for z in [10, 36, 37]:
        show_limit(z)
