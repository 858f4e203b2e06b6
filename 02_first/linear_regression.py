"""Predict pizza sales from reservations: a line through the origin.

The model is y = x * w. Training starts with a weight w of zero and turns it up or
down by a fixed step, lr, as long as that lowers the loss. No mathematics needed yet.

To tweak: lr, at the bottom. With lr=0.1 training ends after fewer iterations, but w
is coarser; with lr=0.0001 it runs out of iterations, unless you raise these too.
"""

from terminal import table

import numpy as np


def predict(X, w):
    """Predictions y_hat for inputs X: a number, or an array (m,)."""
    return X * w


def loss(X, Y, w):
    """Mean squared error, a number, of the predictions for X (m,), labels Y (m,)."""
    return np.average((predict(X, w) - Y) ** 2)


def train(X, Y, iterations, lr):
    """The weight w that no step of lr up or down improves, for X (m,) and Y (m,).

    Raises RuntimeError if that takes more than the given number of iterations.
    """
    w = 0
    for i in range(iterations):
        current_loss = loss(X, Y, w)
        print(f"Iteration {i:4d} => Loss: {current_loss:.6f}")
        if loss(X, Y, w + lr) < current_loss:
            w += lr
        elif loss(X, Y, w - lr) < current_loss:
            w -= lr
        else:
            return w
    raise RuntimeError(f"Couldn't converge within {iterations} iterations")


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    w = train(X, Y, iterations=10000, lr=0.01)

    print(f"\nw={w:.3f}")
    x = 20
    print(f"Prediction: x={x} => y={predict(x, w):.2f}")
