"""A neural network learns to read digits: the goal of the book.

New: training. The functions up to back are those of backpropagation.py. Train walks
forward, then back, moves both matrices of weights, and starts over. It walks forward
once a step: the predictions that report needs are those that the next walk back needs.

A step takes about a second, so 10000 take hours. Ctrl-C ends the training early.
kept_weights.py does the same, and keeps what has been learned in a file.

To tweak: iterations, n_hidden_nodes and lr, at the bottom; begin with 100 iterations.
Another seed, in initialize_weights, is another start.
"""

from terminal import stop_if_diverged

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


def classify(X, w1, w2):
    """The digits (m, 1): for each row of X (m, n), where y_hat is the largest."""
    y_hat, _ = forward(X, w1, w2)
    return np.argmax(y_hat, axis=1).reshape(-1, 1)


def initialize_weights(n_input_variables, n_hidden_nodes, n_classes, seed=0):
    """Random weights w1 (n_input_variables + 1, n_hidden_nodes) and w2, never equal.

    Normally distributed, scaled by the root of 1 / rows, so that weighted sums of many
    inputs are no larger than those of few. The same seed gives the same weights.
    """
    rng = np.random.default_rng(seed)
    w1_rows = n_input_variables + 1
    w1 = rng.normal(size=(w1_rows, n_hidden_nodes)) * np.sqrt(1 / w1_rows)
    w2_rows = n_hidden_nodes + 1
    w2 = rng.normal(size=(w2_rows, n_classes)) * np.sqrt(1 / w2_rows)
    return w1, w2


def report(iteration, Y_train, y_hat, X_test, Y_test, w1, w2):
    """Print the loss of the predictions y_hat (m, k) and the accuracy on the test data.

    Y_train is one-hot (m, k), Y_test holds the digits (m, 1).
    """
    training_loss = loss(Y_train, y_hat)
    stop_if_diverged(training_loss)
    accuracy = np.mean(classify(X_test, w1, w2) == Y_test) * 100
    print(
        f"Iteration: {iteration:5d}, Loss: {training_loss:.8f}, "
        f"Accuracy: {accuracy:.2f}%",
        flush=True,
    )


def train(
    X_train, Y_train, X_test, Y_test, n_hidden_nodes, iterations, lr, weights=None
):
    """The weights w1 and w2 after so many steps; the test data serve the report only.

    Starts from weights, a pair of w1 and w2 that is moved in place, or else from random
    ones. Shapes are those of forward.
    """
    n_input_variables, n_classes = X_train.shape[1], Y_train.shape[1]
    w1, w2 = weights or initialize_weights(n_input_variables, n_hidden_nodes, n_classes)
    y_hat, h = forward(X_train, w1, w2)
    for i in range(iterations):
        w1_gradient, w2_gradient = back(X_train, Y_train, y_hat, w2, h)
        w1 -= w1_gradient * lr
        w2 -= w2_gradient * lr
        y_hat, h = forward(X_train, w1, w2)
        report(i, Y_train, y_hat, X_test, Y_test, w1, w2)
    return w1, w2


if __name__ == "__main__":
    import mnist as data

    w1, w2 = train(
        data.X_train,
        data.Y_train,
        data.X_test,
        data.Y_test,
        n_hidden_nodes=200,
        iterations=10000,
        lr=0.01,
    )
