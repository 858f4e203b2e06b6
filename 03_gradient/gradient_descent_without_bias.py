"""Gradient descent with one weight: steps that follow the slope of the loss.

New: no more trying out. The gradient tells which way the loss rises and how steeply;
training steps the other way. The bias b is there already, but stays 0.

To tweak: lr, at the bottom. With lr=0.0001 the 100 iterations end short of the minimum;
with lr=0.005 the loss climbs: every step leaps over the minimum and lands higher.
"""

from terminal import stop_if_diverged, table

import numpy as np


def predict(X, w, b):
    """Predictions y_hat for inputs X: a number, or an array (m,)."""
    return X * w + b


def loss(X, Y, w, b):
    """Mean squared error, a number, of the predictions for X (m,), labels Y (m,)."""
    return np.average((predict(X, w, b) - Y) ** 2)


def gradient(X, Y, w):
    """The slope of the loss at w with b held at 0: its derivative with respect to w."""
    return 2 * np.average(X * (predict(X, w, 0) - Y))


def train(X, Y, iterations, lr):
    """The weight w after the last iteration of gradient descent, for X (m,), Y (m,).

    Raises FloatingPointError if the loss is no longer a finite number.
    """
    w = 0
    for i in range(iterations):
        current_loss = loss(X, Y, w, 0)
        stop_if_diverged(current_loss)
        print(f"Iteration {i:4d} => Loss: {current_loss:.10f}")
        w -= gradient(X, Y, w) * lr
    return w


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    w = train(X, Y, iterations=100, lr=0.001)

    print(f"\nw={w:.10f}")
