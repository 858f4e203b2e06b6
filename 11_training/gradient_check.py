"""Gradient checking: the gradients that back computes beside measured ones.

A gradient says how the loss changes with each weight. That can be measured, without any
calculus: nudge one weight a little up and down, and compare the losses. It takes two
forward passes a weight, far too slow for training; but it finds every slip in back.

Run backpropagation.py: it hands its own forward, back and loss to check_gradients.

To tweak: epsilon. The measured slopes are less exact with 1e-2, and with 1e-10, where
the two losses differ only in their last digits; the check fails with both.
"""

from terminal import InputError

import numpy as np

from neural_network import forward, initialize_weights, loss, prepend_bias


def measure_slope(function, at, epsilon=1e-4):
    """How steep a function of a number, or of each number of an array, is there."""
    return (function(at + epsilon) - function(at - epsilon)) / (2 * epsilon)


def measure_gradient(loss_here, weights, position):
    """How the loss that loss_here() gives changes with the weight at a position.

    The weight is moved while it is measured, and is what it was afterward.
    """
    weight = weights[position]

    def loss_with(weight):
        weights[position] = weight
        return loss_here()

    slope = measure_slope(loss_with, weight)
    weights[position] = weight
    return slope


def measure_gradients(X, Y, w1, w2, weights):
    """The gradient with respect to all weights, w1 or w2 themselves, in their shape."""
    gradient = np.zeros(weights.shape)
    for position in np.ndindex(weights.shape):
        gradient[position] = measure_gradient(
            lambda: loss(Y, forward(X, w1, w2)[0]), weights, position
        )
    return gradient


def random_network(m, n, d, k, seed):
    """Random X (m, n), one-hot Y (m, k), w1 (n + 1, d) and w2 (d + 1, k).

    Raises InputError if one of the sizes is less than 1.
    """
    if min(m, n, d, k) < 1:
        raise InputError(f"m={m}, n={n}, d={d}, k={k}: take numbers from 1 up.")
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(m, n))
    Y = np.eye(k)[rng.integers(k, size=m)]
    w1, w2 = initialize_weights(n, d, k, seed)
    return X, Y, w1, w2


def check_gradients(forward, back, loss, X, Y, n_hidden_nodes, n_samples, seed=0):
    """Print computed and measured gradients. Raises InputError if they differ.

    The weights are random, in the shapes of backpropagation.py. Takes n_samples weights
    each of w1 and w2, but none whose input is always 0: such a weight, of a pixel that
    is white in all images, has no influence on the loss.
    """
    if min(len(X), n_hidden_nodes, n_samples) < 1:
        raise InputError("To measure takes an image, a hidden node and a sample.")
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
            measured = measure_gradient(
                lambda: loss(Y, forward(X, w1, w2)[0]), weights, (row, column)
            )
            size = max(abs(computed) + abs(measured), 1e-12)
            difference = abs(computed - measured) / size
            largest = max(largest, difference)
            print(
                f"{name}[{row:3d}, {column:2d}]  {computed:18.12f}  "
                f"{measured:14.12f}  {difference:20.1e}"
            )

    print(f"\nLargest relative difference: {largest:.1e}")
    if not largest < 1e-6:
        raise InputError("The gradients differ: there is a slip in back, or forward.")
    print("The computed gradients are the measured ones.")
