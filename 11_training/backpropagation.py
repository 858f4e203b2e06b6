"""Backpropagation: all gradients of a network in one walk from its end to its start.

New: a hidden layer between images and digits, so the weights are two matrices, w1 and
w2; softmax, which makes the ten predictions of an image sum to one; and back, which
finds the gradients of both matrices by the chain rule.

Started, the script proves its gradients: it turns one weight after another a little up
and down, measures how the loss changes, and compares that with what back has computed.

To tweak: break back on purpose. Swap a sign, use w2[:-1] in place of w2[1:], leave
out sigmoid_gradient: a slip that a training may hide for hours shows at once.
"""

import terminal

import sys

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


def measure_gradient(X, Y, w1, w2, weights, position):
    """How the loss changes with the weight at a position of weights, which is w1 or w2.

    The weight is turned a little up, then a little down, then back to where it was.
    """
    little = 1e-4
    here = weights[position]
    weights[position] = here + little
    loss_above = loss(Y, forward(X, w1, w2)[0])
    weights[position] = here - little
    loss_below = loss(Y, forward(X, w1, w2)[0])
    weights[position] = here
    return (loss_above - loss_below) / (2 * little)


def check_gradients(X, Y, n_hidden_nodes, n_samples, seed):
    """Print computed and measured gradients of random weights; end if they differ.

    Takes n_samples weights each of w1 and w2, but none whose input is always 0: such a
    weight, of a pixel that is white in all images, has no influence on the loss.
    """
    w1, w2 = initialize_weights(X.shape[1], n_hidden_nodes, Y.shape[1], seed)
    y_hat, h = forward(X, w1, w2)
    w1_gradient, w2_gradient = back(X, Y, y_hat, w2, h)

    rng = np.random.default_rng(seed)
    largest = 0
    print("weight         computed by back        measured   relative difference")
    for name, weights, gradient, inputs in [
        ("w1", w1, w1_gradient, prepend_bias(X)),
        ("w2", w2, w2_gradient, prepend_bias(h)),
    ]:
        for _ in range(n_samples):
            row = rng.choice(np.flatnonzero(inputs.any(axis=0)))
            column = rng.choice(weights.shape[1])
            computed = gradient[row, column]
            measured = measure_gradient(X, Y, w1, w2, weights, (row, column))
            size = max(abs(computed) + abs(measured), 1e-12)
            difference = abs(computed - measured) / size
            largest = max(largest, difference)
            print(
                f"{name}[{row:3d}, {column:2d}]  {computed:18.12f}  "
                f"{measured:14.12f}  {difference:20.1e}"
            )

    print(f"\nLargest relative difference: {largest:.1e}")
    if not largest < 1e-6:
        sys.exit("The gradients differ: there is a slip in back, or in forward.")
    print("The computed gradients are the measured ones.")


if __name__ == "__main__":
    import mnist as data

    # With pixels from 0 to 255 most hidden nodes are so close to 0 or 1 that there is
    # no slope left to measure; with pixels from 0 to 1 there is.
    X, Y = data.X_train[:10] / 255, data.Y_train[:10]
    check_gradients(X, Y, n_hidden_nodes=20, n_samples=20, seed=0)
