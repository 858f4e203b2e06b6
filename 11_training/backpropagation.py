"""Backpropagation: all gradients of a network in one walk from its end to its start.

New: a hidden layer between images and digits, so the weights are two matrices, w1 and
w2; softmax, which makes the ten predictions of an image sum to one; and back, which
finds the gradients of both matrices by the chain rule.

Started, the script proves its gradients: it turns one weight after another a little up
and down, measures how the loss changes, and compares that with what back has computed.

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
    For the large X the bias is added, which comes to the same as prepend_bias(X) @ w1
    but does not copy all the images at every step.
    """
    h = sigmoid(w1[0] + X @ w1[1:])
    y_hat = softmax(prepend_bias(h) @ w2)
    return y_hat, h


def back(X, Y, y_hat, w2, h):
    """The gradients of the loss by w1 and by w2, each in the shape of its weights.

    Y (m, k) are one-hot labels, y_hat and h what forward gave for X with w1 and w2.
    """
    m = X.shape[0]
    delta = y_hat - Y
    w2_gradient = prepend_bias(h).T @ delta / m

    hidden_delta = (delta @ w2[1:].T) * sigmoid_gradient(h)
    bias_gradient = np.sum(hidden_delta, axis=0)
    w1_gradient = np.vstack((bias_gradient, X.T @ hidden_delta)) / m

    return w1_gradient, w2_gradient


if __name__ == "__main__":
    import mnist as data
    from gradient_check import check_gradients

    # With pixels from 0 to 255 most hidden nodes are so close to 0 or 1 that there is
    # no slope left to measure; with pixels from 0 to 1 there is.
    X, Y = data.X_train[:10] / 255, data.Y_train[:10]
    check_gradients(forward, back, loss, X, Y, n_hidden_nodes=20, n_samples=20)
