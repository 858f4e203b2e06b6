"""Pizza sales from three inputs, with a bias.

New: the bias is the weight of one more column, all ones. The functions stay the same.

To tweak: iterations, at the bottom. 1000 are not enough now: the bias, first of the
weights, is still near 0. Leave out the column of ones, and the script before is back.
"""

from terminal import stop_if_diverged, table

import numpy as np


def predict(X, w):
    """Predictions y_hat (m, 1): each row of X (m, n), weighted by w (n, 1), summed."""
    return np.matmul(X, w)


def loss(X, Y, w):
    """Mean squared error, a number, for X (m, n), labels Y (m, 1) and w (n, 1)."""
    return np.average((predict(X, w) - Y) ** 2)


def gradient(X, Y, w):
    """The gradient of the loss: its partial derivatives, in the shape of w."""
    return 2 * np.matmul(X.T, predict(X, w) - Y) / X.shape[0]


def train(X, Y, iterations, lr):
    """The weights w (n, 1) after the last iteration, for X (m, n) and Y (m, 1).

    Raises FloatingPointError if the loss is no longer a finite number.
    """
    w = np.zeros((X.shape[1], 1))
    for i in range(iterations):
        current_loss = loss(X, Y, w)
        stop_if_diverged(current_loss)
        print(f"Iteration {i:4d} => Loss: {current_loss:.20f}")
        w -= gradient(X, Y, w) * lr
    return w


if __name__ == "__main__":
    x1, x2, x3, y = np.loadtxt(table("pizza_3_vars.txt", 4), skiprows=1, unpack=True)
    X = np.column_stack((np.ones(x1.size), x1, x2, x3))
    Y = y.reshape(-1, 1)
    w = train(X, Y, iterations=100000, lr=0.001)

    print(f"\nWeights: {w.T}")
    print("\nA few predictions:")
    for i in range(5):
        print(f"X[{i}] -> {predict(X[i], w).item():.4f} (label: {Y[i].item():.0f})")
