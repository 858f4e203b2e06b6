"""What goes wrong with the Sonar data: rows left in their order, and too large an lr.

The file ends with 111 mines: its last 48 rows, kept for the test, ask about mines only.
With too large an lr a prediction becomes 1, and the loss the logarithm of 1 - 1.

To tweak: the list of lr, at the bottom. With 5 the loss ends at 1.40; it began at 1.39.
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
    """The weights (n, k), the last iteration and its loss; inf or nan ends it early."""
    w = np.zeros((X.shape[1], Y.shape[1]))
    for i in range(iterations + 1):
        last_loss = loss(X, Y, w)
        if i == iterations or not np.isfinite(last_loss):
            return w, i, last_loss
        w -= gradient(X, Y, w) * lr


if __name__ == "__main__":
    X, labels, n = data.X, data.Y, data.N_TRAINING_ROWS
    Y = data.one_hot_encode(labels[:n])
    w, _, last_loss = train(X[:n], Y, iterations=20000, lr=0.01)
    stop_if_diverged(last_loss)
    print(f"UNSHUFFLED: the first {n} rows, the training rows:")
    show_answers(X[:n], labels[:n], w)
    print(f"\nThe last {len(X) - n} rows, the test rows:")
    show_answers(X[n:], labels[n:], w)
    print(f"To say mine every time would be right in {np.mean(labels[n:]):.0%}.")

    iterations = 2000
    print(f"\nSHUFFLED, one lr after another. Iterations: {iterations}")
    for lr in [0.001, 0.01, 0.1, 1, 10, 100]:
        w, i, last_loss = train(data.X_train, data.Y_train, iterations, lr)
        accuracy = np.mean(classify(data.X_test, w) == data.Y_test)
        end = f"loss {last_loss:.2f}, {accuracy:.2%} right in the test"
        if not np.isfinite(last_loss):
            end = f"iteration {i}: Stopped: the loss is now {last_loss}"
        print(f"{lr:7}   {end}")

    print("\nWhere the logarithm becomes infinite:")
    for z in [10, 36, 37]:
        rest = 1 - sigmoid(z)
        print(f"z = {z}: 1 - y_hat = {rest:.1e}, its logarithm {np.log(rest):.0f}")
