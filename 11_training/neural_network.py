"""A neural network learns to read digits: the goal of the book.

New: training. The functions up to back are those of backpropagation.py. Each iteration
is a forward pass, a backward pass and an update of both matrices of weights. It reports
after the update, so its line 0 is what one step has learned; chapter 7's line 0 comes
before any step. The predictions for the report serve the next backward pass.

10000 iterations take hours. Ctrl-C ends the training early; checkpoint.py keeps what
has been learned in a file.

To tweak: iterations, n_hidden_nodes and lr, at the bottom. 100 iterations read 78 %,
with n_hidden_nodes=20 only 62 %. With lr=0.1, 20 iterations read 84 % instead of 48 %;
lr=1 leaps to and fro, and reads 62 to 66 %. Another seed, in initialize_weights, is
another start.
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


def classify(X, w1, w2):
    """The digits (m, 1): for each row of X (m, n), where y_hat is the largest."""
    y_hat, _ = forward(X, w1, w2)
    labels = np.argmax(y_hat, axis=1)
    return labels.reshape(-1, 1)


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

    Y_train is one-hot (m, k), Y_test holds the digits (m, 1). Raises FloatingPointError
    if the loss is no longer a finite number.
    """
    training_loss = loss(Y_train, y_hat)
    stop_if_diverged(training_loss)
    accuracy = np.average(classify(X_test, w1, w2) == Y_test) * 100
    print(
        f"Iteration: {iteration:5d}, Loss: {training_loss:.8f}, "
        f"Accuracy: {accuracy:.2f}%"
    )


def train(X_train, Y_train, X_test, Y_test, n_hidden_nodes, iterations, lr):
    """The weights w1 and w2 after the last iteration, in the shapes of forward.

    The test data are for report only. Raises FloatingPointError if the loss is no
    longer a finite number.
    """
    n_input_variables, n_classes = X_train.shape[1], Y_train.shape[1]
    w1, w2 = initialize_weights(n_input_variables, n_hidden_nodes, n_classes)
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
