"""Divide by the rows or by all cells? A tenth of the loss, and the same weights.

A tenth of the loss looks better, but training follows the gradient. If you divide that
by all cells, too, the steps are a tenth as long; ten times the lr makes up for it.

To tweak: iterations, at the bottom. Both losses fall, and one stays a tenth.
"""

from terminal import stop_if_diverged

import numpy as np

from mnist_classifier import classify, forward, gradient, loss


def loss_over_cells(X, Y, w):
    """Log loss, averaged over all cells of Y (m, k), for X (m, n) and w (n, k)."""
    y_hat = forward(X, w)
    return -np.average(Y * np.log(y_hat) + (1 - Y) * np.log(1 - y_hat))


def gradient_over_cells(X, Y, w):
    """The gradient of loss_over_cells, in the shape of w (n, k)."""
    return np.matmul(X.T, forward(X, w) - Y) / Y.size


if __name__ == "__main__":
    import mnist as data

    X, Y, iterations, lr = data.X_train, data.Y_train, 20, 1e-5
    print("                              loss averaged over")
    print("gradient over    lr          rows        cells  accuracy  weights differ by")
    slopes = {"rows": gradient, "cells": gradient_over_cells}
    for name, step in [("rows", lr), ("cells", lr * 10), ("cells", lr)]:
        w = np.zeros((785, 10))
        for _ in range(iterations):
            w -= slopes[name](X, Y, w) * step
        stop_if_diverged(loss(X, Y, w))
        if name == "rows":
            w_of_rows = w
        losses = f"{loss(X, Y, w):13.6f}{loss_over_cells(X, Y, w):13.6f}"
        accuracy = np.mean(classify(data.X_test, w) == data.Y_test)
        difference = np.max(np.abs(w - w_of_rows))
        print(f"{name:14}{step:7g}{losses}{accuracy:10.2%}{difference:19.6f}")
