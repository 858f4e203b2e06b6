"""Which digit is it? Ten classifiers side by side learn all of MNIST.

New: one column of weights for each digit, so w is (785, 10), and Y is one-hot encoded.
The answer is the digit whose classifier is the most confident. The loss sums over the
ten columns, and training reports the accuracy on the test data as it goes.

To tweak: iterations and lr, at the bottom. After 50 iterations the accuracy is 88 %
already. With lr=1e-6 the loss falls from the first step on, but slowly; with lr=1e-4 it
is nan after four.
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


def report(iteration, X_train, Y_train, X_test, Y_test, w):
    """Print the loss on the training data and the accuracy on the test data.

    Y_train is one-hot (m, k), Y_test holds the digits (m, 1). Raises FloatingPointError
    if the loss is no longer a finite number.
    """
    training_loss = loss(X_train, Y_train, w)
    stop_if_diverged(training_loss)
    n_test_examples = X_test.shape[0]
    matches = np.sum(classify(X_test, w) == Y_test)
    print(f"{iteration} - Loss: {training_loss:.20f}, {matches / n_test_examples:.2%}")


def train(X_train, Y_train, X_test, Y_test, iterations, lr):
    """The weights w (n, k) after the last iteration; the test data are for report only.

    Raises FloatingPointError if the loss is no longer a finite number.
    """
    w = np.zeros((X_train.shape[1], Y_train.shape[1]))
    for i in range(iterations):
        report(i, X_train, Y_train, X_test, Y_test, w)
        w -= gradient(X_train, Y_train, w) * lr
    report(iterations, X_train, Y_train, X_test, Y_test, w)
    return w


if __name__ == "__main__":
    import mnist as data

    w = train(
        data.X_train, data.Y_train, data.X_test, data.Y_test, iterations=200, lr=1e-5
    )
