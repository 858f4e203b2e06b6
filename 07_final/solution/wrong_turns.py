"""What goes wrong with the Sonar data: rows left in their order, and too large an lr.

The file begins with 97 rocks and ends with 111 mines. If you keep its last 48 rows
for the test, you ask about mines only. With too large an lr a wrong prediction becomes
1 to the last digit, and the loss needs the logarithm of 1 - 1, which is minus infinity.

To tweak: the list of lr, at the bottom. The training survives 7, but ends at a loss
higher than at the start, 1.39.
"""

import contextlib
import sys
import textwrap
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import terminal

import numpy as np

import sonar as data
from minesweeper import show_answers
from mnist_classifier import classify, loss, sigmoid, train


def show_unshuffled(X, labels, iterations, lr):
    """Train on the first 160 rows of X (m, n), and show the answers to the others."""
    n = data.N_TRAINING_ROWS
    Y_train = data.one_hot_encode(labels[:n])
    with contextlib.redirect_stdout(None):  # train prints every iteration
        w = train(X[:n], Y_train, X[n:], labels[n:], iterations, lr)

    print(f"UNSHUFFLED: the first {n} rows, which it has been trained on:")
    show_answers(X[:n], labels[:n], w)
    print(f"\nThe last {len(X) - n} rows:")
    show_answers(X[n:], labels[n:], w)
    always_mine = np.mean(labels[n:] == 1) * 100
    print(f"To say mine every time would be right in {always_mine:.0f} %.")


def show_learning_rate(lr, iterations):
    """Train on sonar.py's split, and print a line: the end of it, or why it stopped."""
    try:
        with contextlib.redirect_stdout(None):  # train prints every iteration
            w = train(
                data.X_train, data.Y_train, data.X_test, data.Y_test, iterations, lr
            )
    except FloatingPointError as stop:
        print(textwrap.fill(f"{lr:6}   {stop}", subsequent_indent=" " * 9))
    else:
        training_loss = loss(data.X_train, data.Y_train, w)
        accuracy = np.mean(classify(data.X_test, w) == data.Y_test) * 100
        print(f"{lr:6}   loss {training_loss:.2f}, {accuracy:.2f} % right in the test")


def show_limit(z):
    """Print what is left of 1 - y_hat, and of its logarithm, for a weighted sum z."""
    rest = 1 - sigmoid(z)
    print(f"z = {z}: 1 - y_hat = {rest:.1e}, its logarithm {np.log(rest):.0f}")


if __name__ == "__main__":
    show_unshuffled(data.X, data.Y, iterations=20000, lr=0.01)

    iterations = 2000
    print(f"\nSHUFFLED, {iterations} iterations with one lr after another:")
    for lr in [0.001, 0.01, 0.1, 1, 10, 100]:
        show_learning_rate(lr, iterations)

    print("\nWhere the logarithm breaks:")
    for z in [10, 36, 37]:
        show_limit(z)
