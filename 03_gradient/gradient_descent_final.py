"""Gradient descent with weight and bias: two slopes, one step.

New: the gradient has two parts, the partial derivatives, and every step moves both w
and b. An eighth of the iterations that chapter 2 takes, and more digits.

To tweak: iterations, at the bottom. After 2000 the bias is still far from its place: it
moves slowly, along the floor of a long valley. With lr=0.005 the loss climbs.
"""

from terminal import stop_if_diverged, table

import numpy as np


def predict(X, w, b):
    """Predictions y_hat for inputs X: a number, or an array (m,)."""
    return X * w + b


def loss(X, Y, w, b):
    """Mean squared error, a number, of the predictions for X (m,), labels Y (m,)."""
    return np.average((predict(X, w, b) - Y) ** 2)


def gradient(X, Y, w, b):
    """The partial derivatives of the loss with respect to w and b, at (w, b)."""
    w_gradient = 2 * np.average(X * (predict(X, w, b) - Y))
    b_gradient = 2 * np.average(predict(X, w, b) - Y)
    return w_gradient, b_gradient


def train(X, Y, iterations, lr):
    """The weight w and bias b after the last iteration, for X (m,) and Y (m,).

    Raises FloatingPointError if the loss is no longer a finite number.
    """
    w = b = 0
    for i in range(iterations):
        current_loss = loss(X, Y, w, b)
        stop_if_diverged(current_loss)
        print(f"Iteration {i:4d} => Loss: {current_loss:.10f}")
        w_gradient, b_gradient = gradient(X, Y, w, b)
        w -= w_gradient * lr
        b -= b_gradient * lr
    return w, b


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    w, b = train(X, Y, iterations=20000, lr=0.001)

    print(f"\nw={w:.10f}, b={b:.10f}")
    x = 20
    print(f"Prediction: x={x} => y={predict(x, w, b):.2f}")
