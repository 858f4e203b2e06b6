"""The perceptron of chapter 7, once more: to compare the network with.

The functions of 07_final/mnist_classifier.py, letter for letter.
"""

from terminal import stop_if_diverged

import numpy as np


def sigmoid(z):
    """A number between 0 and 1 for any number z, or for each number of an array z."""
    return 1 / (1 + np.exp(-z))


def forward(X, w):
    """Predictions y_hat, between 0 and 1: the sigmoid of the weighted sums.

    X (m, n) holds an example a row, w (n, k) the weights of a classifier a column
    (k = 1 up to chapter 6); y_hat (m, k) holds a row for each example.
    """
    return sigmoid(X @ w)


def classify(X, w):
    """The digits (m, 1): for each row of X, the column of w with the largest y_hat."""
    return np.argmax(forward(X, w), axis=1).reshape(-1, 1)


def loss(X, Y, w):
    """Log loss, a number: summed over the k columns, averaged over the m rows.

    X is (m, n), Y one-hot (m, k), w (n, k). As in chapter 5, the logarithm is that of
    what y_hat gives to the label.
    """
    y_hat = forward(X, w)
    return -np.sum(np.log(Y * y_hat + (1 - Y) * (1 - y_hat))) / X.shape[0]


def gradient(X, Y, w):
    """The gradient of the loss: its partial derivatives, in the shape of w."""
    return X.T @ (forward(X, w) - Y) / X.shape[0]


def report(iteration, X_train, Y_train, X_test, Y_test, w):
    """Print the loss on the training data and the share of test data classified right.

    Y_train is one-hot (m, k), Y_test holds the digits (m, 1).
    """
    training_loss = loss(X_train, Y_train, w)
    stop_if_diverged(training_loss)
    accuracy = np.mean(classify(X_test, w) == Y_test) * 100
    print(f"{iteration} - Loss: {training_loss:.20f}, {accuracy:.2f}%", flush=True)


def train(X_train, Y_train, X_test, Y_test, iterations, lr):
    """The weights w (n, k) after so many steps; the test data serve the report only."""
    w = np.zeros((X_train.shape[1], Y_train.shape[1]))
    for i in range(iterations):
        report(i, X_train, Y_train, X_test, Y_test, w)
        w -= gradient(X_train, Y_train, w) * lr
    report(iterations, X_train, Y_train, X_test, Y_test, w)
    return w
