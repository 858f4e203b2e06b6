"""Gradient checking: the gradients that back computes beside measured ones.

Nudge one weight a little up and down: that is how the loss changes with it. It takes
two forward passes a weight, too slow for training; but it finds every slip in back.

To tweak: epsilon. The measured slopes are less exact with 1e-2, and with 1e-10, where
the two losses differ only in their last digits; the check fails with both.
"""

from terminal import InputError

import numpy as np

from neural_network import forward, initialize_weights, loss, prepend_bias


def measure_slope(function, at, epsilon=1e-4):
    """How steep a function of a number, or of each number of an array, is there."""
    return (function(at + epsilon) - function(at - epsilon)) / (2 * epsilon)


def measure_gradient(weights, position, X, Y, w1, w2, forward=forward, loss=loss):
    """How the loss changes with the weight at a position of weights, w1 or w2."""
    weight = weights[position]

    def loss_with(weight):
        weights[position] = weight
        return loss(Y, forward(X, w1, w2)[0])

    slope = measure_slope(loss_with, weight)
    weights[position] = weight  # as it was
    return slope


def measure_gradients(X, Y, w1, w2, weights):
    """The gradient with respect to all weights, w1 or w2 themselves, in their shape."""
    places = np.ndindex(weights.shape)
    slopes = [measure_gradient(weights, place, X, Y, w1, w2) for place in places]
    return np.reshape(slopes, weights.shape)


def random_network(m, n, d, k, seed):
    """Random X (m, n), one-hot Y (m, k), w1 (n + 1, d) and w2 (d + 1, k)."""
    rng = np.random.default_rng(seed)
    X, Y = rng.normal(size=(m, n)), np.eye(k)[rng.integers(k, size=m)]
    return X, Y, *initialize_weights(n, d, k, seed)


def check_gradients(forward, back, loss, X, Y, n_hidden_nodes, n_samples, seed=0):
    """Print computed and measured gradients. Raises InputError if they differ.

    Takes n_samples weights each of w1 and w2, but none whose input is 0 in all images.
    """
    if n_samples < 1:
        raise InputError("To measure takes a sample.")
    w1, w2 = initialize_weights(X.shape[1], n_hidden_nodes, Y.shape[1], seed)
    y_hat, h = forward(X, w1, w2)
    w1_gradient, w2_gradient = back(X, Y, y_hat, w2, h)
    rng, largest = np.random.default_rng(seed), 0
    print("weight         computed by back        measured   relative difference")
    for name, weights, gradient, inputs in [
        ("w1", w1, w1_gradient, prepend_bias(X)),
        ("w2", w2, w2_gradient, prepend_bias(h)),
    ]:
        for _ in range(n_samples):
            i = rng.choice(np.flatnonzero(inputs.any(axis=0)))
            j = rng.choice(weights.shape[1])
            computed = gradient[i, j]
            measured = measure_gradient(weights, (i, j), X, Y, w1, w2, forward, loss)
            size = max(abs(computed) + abs(measured), 1e-12)
            difference = abs(computed - measured) / size
            largest = max(largest, difference)
            figures = f"{computed:18.12f}  {measured:14.12f}  {difference:20.1e}"
            print(f"{name}[{i:3d}, {j:2d}]  {figures}")
    print(f"\nLargest relative difference: {largest:.1e}")
    if not largest < 1e-6:
        raise InputError("The gradients differ: there is a slip in back, or forward.")
    print("The computed gradients are the measured ones.")
