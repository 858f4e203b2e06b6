"""Divide by the rows or by all cells? A tenth of the loss, and the same weights.

The loss sums over ten columns and averages over the rows. If you average over all
cells, rows times columns, you see a tenth of it: that looks better, and is not. If only
the loss that is shown is divided, the weights stay the same, since training follows the
gradient. If you divide the gradient as well, the steps are a tenth as long; with ten
times the lr the weights are the same again.

To tweak: iterations, at the bottom. Both losses fall, and one stays a tenth.
"""

from terminal import stop_if_diverged

import numpy as np

from mnist_classifier import classify, forward, gradient, loss


def loss_over_cells(X, Y, w):
    """Log loss, averaged over all cells of Y (m, k), for X (m, n) and w (n, k)."""
    y_hat = forward(X, w)
    first_term = Y * np.log(y_hat)
    second_term = (1 - Y) * np.log(1 - y_hat)
    return -np.average(first_term + second_term)


def gradient_over_cells(X, Y, w):
    """The gradient of loss_over_cells, in the shape of w (n, k)."""
    return np.matmul(X.T, forward(X, w) - Y) / Y.size


def compare(X, Y, X_test, Y_test, iterations, lr):
    """Train with both gradients; print both losses, and how far the weights differ.

    Raises FloatingPointError if a loss is no longer a finite number.
    """
    print("                              loss averaged over")
    print("gradient over    lr          rows        cells  accuracy  weights differ by")
    k = Y.shape[1]
    w_of_rows = None
    for name, slope, step in [
        ("rows", gradient, lr),
        ("cells", gradient_over_cells, lr * k),
        ("cells", gradient_over_cells, lr),
    ]:
        w = np.zeros((X.shape[1], k))
        for _ in range(iterations):
            w -= slope(X, Y, w) * step
        over_rows, over_cells = loss(X, Y, w), loss_over_cells(X, Y, w)
        stop_if_diverged(over_rows)
        w_of_rows = w if w_of_rows is None else w_of_rows
        accuracy = np.mean(classify(X_test, w) == Y_test) * 100
        difference = np.max(np.abs(w - w_of_rows))
        print(
            f"{name:14}{step:7g}{over_rows:13.6f}{over_cells:13.6f}{accuracy:9.2f}%"
            f"{difference:19.6f}"
        )


if __name__ == "__main__":
    import mnist as data

    compare(
        data.X_train, data.Y_train, data.X_test, data.Y_test, iterations=20, lr=1e-5
    )
