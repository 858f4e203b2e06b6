"""Divide by the rows or by all cells? A tenth of the loss, and the same weights.

The loss sums over ten columns and averages over the rows. If you average over all
cells, rows times columns, you see a tenth of it: that looks better, and is not. The
weights stay the same if only the loss that is shown is divided, since training follows
the gradient. If you divide the gradient as well, the steps are a tenth as long; with
ten times the lr the weights are the same again.

To tweak: iterations, at the bottom. Both losses fall, and one stays a tenth.
"""

import terminal

import numpy as np

from claim_most_confident import learn
from mnist_classifier import classify, forward, gradient, loss


def loss_over_cells(X, Y, w):
    """Log loss, averaged over all cells of Y (m, k)."""
    y_hat = forward(X, w)
    return -np.mean(np.log(Y * y_hat + (1 - Y) * (1 - y_hat)))


def gradient_over_cells(X, Y, w):
    """The gradient of loss_over_cells, in the shape of w (n, k)."""
    return X.T @ (forward(X, w) - Y) / Y.size


def compare(X, Y, X_test, Y_test, iterations, lr):
    """Train with both gradients; print both losses, and how far the weights differ."""
    print("                              loss averaged over")
    print(
        "gradient over    lr          rows        cells     right   weights differ by"
    )
    ways = [
        ("rows", gradient, lr),
        ("cells", gradient_over_cells, lr * Y.shape[1]),
        ("cells", gradient_over_cells, lr),
    ]
    found = []
    for name, slope, lr_of_way in ways:
        w = learn(X, Y, iterations, lr_of_way, slope)
        found.append(w)
        right = np.mean(classify(X_test, w) == Y_test) * 100
        print(
            f"{name:14}{lr_of_way:7g}{loss(X, Y, w):13.6f}"
            f"{loss_over_cells(X, Y, w):13.6f}{right:9.2f}%"
            f"{np.max(np.abs(w - found[0])):20.6f}",
            flush=True,
        )


if __name__ == "__main__":
    import mnist as data

    compare(
        data.X_train, data.Y_train, data.X_test, data.Y_test, iterations=20, lr=1e-5
    )
