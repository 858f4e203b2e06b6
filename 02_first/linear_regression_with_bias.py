"""Predict pizza sales from reservations: a line that may start anywhere.

New: the bias b. The model is now y = x * w + b, so that an evening without
reservations can sell pizzas too, and training tries four steps instead of two.

To tweak: lr, at the bottom. lr=0.0001 gives a line that fits better, but needs more
than 150000 iterations to get there: raise iterations to 200000 as well.
"""

from terminal import table

import numpy as np


def predict(X, w, b):
    """Predictions y_hat for inputs X: a number, or an array (m,)."""
    return X * w + b


def loss(X, Y, w, b):
    """Mean squared error, a number, of the predictions for X (m,), labels Y (m,)."""
    return np.average((predict(X, w, b) - Y) ** 2)


def train(X, Y, iterations, lr):
    """The weight w and bias b that no step of lr improves, for X (m,) and Y (m,).

    Raises RuntimeError if that takes more than the given number of iterations.
    """
    w = b = 0
    for i in range(iterations):
        current_loss = loss(X, Y, w, b)
        print(f"Iteration {i:4d} => Loss: {current_loss:.6f}")
        if loss(X, Y, w + lr, b) < current_loss:
            w += lr
        elif loss(X, Y, w - lr, b) < current_loss:
            w -= lr
        elif loss(X, Y, w, b + lr) < current_loss:
            b += lr
        elif loss(X, Y, w, b - lr) < current_loss:
            b -= lr
        else:
            return w, b
    raise RuntimeError(f"Couldn't converge within {iterations} iterations")


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    w, b = train(X, Y, iterations=10000, lr=0.01)

    print(f"\nw={w:.3f}, b={b:.3f}")
    x = 20
    print(f"Prediction: x={x} => y={predict(x, w, b):.2f}")
