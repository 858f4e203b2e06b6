"""Chapter 4's loss for chapter 5's predictions, to set it beside the log loss."""

import numpy as np

from classifier import forward


def squared_error(X, Y, w):
    """Mean squared error, a number, for X (m, n), labels Y (m, 1) and w (n, 1)."""
    return np.average((forward(X, w) - Y) ** 2)


def squared_error_gradient(X, Y, w):
    """Its gradient, in the shape of w: almost 0 where every y_hat is almost 0 or 1."""
    y_hat = forward(X, w)
    return 2 * np.matmul(X.T, (y_hat - Y) * y_hat * (1 - y_hat)) / X.shape[0]
