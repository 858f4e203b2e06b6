"""The perceptron of chapter 7, letter for letter: to compare the network with."""

import numpy as np

from neural_network import sigmoid


def forward(X, w):
    """Predictions y_hat, between 0 and 1: the sigmoid of the weighted sums.

    X (m, n) holds an example a row, w (n, k) the weights of a classifier a column
    (k = 1 up to chapter 6); y_hat (m, k) holds a row for each example.
    """
    weighted_sum = np.matmul(X, w)
    return sigmoid(weighted_sum)


def classify(X, w):
    """The digits (m, 1): for each row of X, the column of w with the largest y_hat."""
    y_hat = forward(X, w)
    labels = np.argmax(y_hat, axis=1)
    return labels.reshape(-1, 1)


def loss(X, Y, w):
    """Log loss, a number: summed over the k columns, averaged over the m rows.

    X is (m, n), Y one-hot (m, k), w (n, k). As in chapter 5 it is nan as soon as a
    prediction is exactly 0 or 1.
    """
    y_hat = forward(X, w)
    first_term = Y * np.log(y_hat)
    second_term = (1 - Y) * np.log(1 - y_hat)
    return -np.sum(first_term + second_term) / X.shape[0]


def gradient(X, Y, w):
    """The gradient of the loss: its partial derivatives, in the shape of w."""
    return np.matmul(X.T, forward(X, w) - Y) / X.shape[0]
