"""Backpropagation: all gradients of a network in one pass from its end to its start.

New: a hidden layer between images and digits, so the weights are two matrices, w1 and
w2; softmax, which makes the ten predictions of an image sum to one; and back, which
finds the gradients of both matrices by the chain rule.

When run, the script checks its gradients: it turns one weight after another a little up
and down, and compares how the loss changes with what back has computed.

To tweak: break back on purpose. Swap a sign, use w2[:-1] instead of w2[1:], leave
out sigmoid_gradient: a slip that a training may hide for hours shows at once.
"""

import terminal

import numpy as np


def sigmoid(z):
    """A number between 0 and 1 for any number z, or for each number of an array z."""
    return 1 / (1 + np.exp(-z))


def softmax(logits):
    """Rows of positive numbers that sum to one, for logits (m, k), rows of any numbers.

    To subtract a number from a whole row changes nothing, but keeps exp from overflow.
    """
    exponentials = np.exp(logits - np.max(logits, axis=1, keepdims=True))
    return exponentials / np.sum(exponentials, axis=1, keepdims=True)


def sigmoid_gradient(sigmoid):
    """The slope of the sigmoid, from its output and in its shape."""
    return sigmoid * (1 - sigmoid)


def loss(Y, y_hat):
    """Cross-entropy, a number: one-hot labels Y (m, k), predictions y_hat (m, k).

    Of each row, the logarithm is that of the prediction for the label: the others count
    0 times, and may be 0, which has no logarithm.
    """
    return -np.sum(np.log(np.sum(Y * y_hat, axis=1))) / Y.shape[0]


def prepend_bias(X):
    """X (m, n) with a column of ones in front: (m, n + 1)."""
    return np.column_stack((np.ones(X.shape[0]), X))


def forward(X, w1, w2):
    """Predictions y_hat (m, k) and, on the way to them, the hidden nodes h (m, d).

    X is (m, n), w1 (n + 1, d), w2 (d + 1, k); the first row of each holds the biases.
    """
    h = sigmoid(np.matmul(prepend_bias(X), w1))
    y_hat = softmax(np.matmul(prepend_bias(h), w2))
    return y_hat, h


def back(X, Y, y_hat, w2, h):
    """The gradients of the loss with respect to w1 and w2, in the shapes of w1 and w2.

    Y (m, k) are one-hot labels, y_hat and h what forward gave for X with w1 and w2. The
    first row of w2 is left out on the way to w1: nothing lies behind a bias.
    """
    w2_gradient = np.matmul(prepend_bias(h).T, y_hat - Y) / X.shape[0]
    w1_gradient = (
        np.matmul(
            prepend_bias(X).T,
            np.matmul(y_hat - Y, w2[1:].T) * sigmoid_gradient(h),
        )
        / X.shape[0]
    )
    return w1_gradient, w2_gradient


if __name__ == "__main__":
    import mnist as data
    from gradient_check import check_gradients

    # With pixels from 0 to 255 most hidden nodes are so close to 0 or 1 that there is
    # no slope left to measure; with pixels from 0 to 1 there is.
    X, Y = data.X_train[:10] / 255, data.Y_train[:10]
    check_gradients(forward, back, loss, X, Y, n_hidden_nodes=20, n_samples=20)
