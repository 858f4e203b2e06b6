"""Is this handwritten digit a five? Chapter 5's classifier on real images.

New: only the data. An image is a row of 784 pixels, with the bias in front: 785 weights
instead of 4. And the test is on images that were not in the training. Mind that only
one in eleven is a five: to answer no every time would be right in 91 % of the cases.

To tweak: iterations and lr, at the bottom. More iterations classify better, lr=1e-6 not
so well. With lr=5e-5 the loss leaps up and down; with lr=1e-4 it is nan after 14.
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
    """The predictions (m, 1) rounded to a class: 0 or 1."""
    return np.round(forward(X, w))


def loss(X, Y, w):
    """Log loss, a number, for X (m, n), labels Y (m, 1), each 0 or 1, and w (n, 1).

    It is nan as soon as a prediction is exactly 0 or 1, as 0 times log(0) is.
    """
    y_hat = forward(X, w)
    first_term = Y * np.log(y_hat)
    second_term = (1 - Y) * np.log(1 - y_hat)
    return -np.average(first_term + second_term)


def gradient(X, Y, w):
    """The gradient of the loss: its partial derivatives, in the shape of w."""
    return np.matmul(X.T, forward(X, w) - Y) / X.shape[0]


def train(X, Y, iterations, lr):
    """The weights w (n, 1) after the last iteration, for X (m, n) and Y (m, 1).

    Raises FloatingPointError if the loss is no longer a finite number.
    """
    w = np.zeros((X.shape[1], 1))
    for i in range(iterations):
        current_loss = loss(X, Y, w)
        stop_if_diverged(current_loss)
        print(f"Iteration {i:4d} => Loss: {current_loss:.20f}")
        w -= gradient(X, Y, w) * lr
    return w


def test(X, Y, w):
    """Print how many of the examples X (m, n) get the class that their label Y says."""
    n_examples = X.shape[0]
    n_correct = np.sum(classify(X, w) == Y)
    print(f"\nSuccess: {n_correct}/{n_examples} ({n_correct * 100 / n_examples:.2f}%)")


if __name__ == "__main__":
    import mnist as data

    w = train(data.X_train, data.Y_train, iterations=100, lr=1e-5)

    test(data.X_test, data.Y_test, w)
