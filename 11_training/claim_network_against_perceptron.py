"""The network against the perceptron of chapter 7, and by how much it is ahead.

Both learn from the same images and are tested on the same others, and both have about
the same time: a step of the perceptron is shorter, so it takes more of them. It is
ahead at first, but ten columns of weights soon stop getting better. The network goes
past, and is ahead by more than two points of a hundred.

To save time they learn from 5000 images, for a few seconds each. The pixels are from 0
to 1 for both, for which the network learns faster. For the perceptron, lr=0.65 does the
same on them as chapter 7's lr=1e-5 on pixels from 0 to 255.

To tweak: rounds, at the bottom. With rounds=1 the perceptron is ahead; with rounds=3
the network is ahead by one point.
"""

from terminal import InputError, stop_if_diverged

import time

import numpy as np

import perceptron
from neural_network import (
    back,
    classify,
    forward,
    initialize_weights,
    loss,
    prepend_bias,
)


def train_perceptron(X, Y, w, iterations, lr):
    """The weights w (n + 1, k) after more iterations, for X (m, n + 1)."""
    for _ in range(iterations):
        w = w - perceptron.gradient(X, Y, w) * lr
    return w


def train_network(X, Y, w1, w2, iterations, lr):
    """The weights w1 and w2 after more iterations, for X (m, n)."""
    for _ in range(iterations):
        y_hat, h = forward(X, w1, w2)
        w1_gradient, w2_gradient = back(X, Y, y_hat, w2, h)
        w1, w2 = w1 - w1_gradient * lr, w2 - w2_gradient * lr
    return w1, w2


def compare(X, Y, X_test, Y_test, rounds, n_hidden_nodes, lr_perceptron, lr_network):
    """Train both in turn, and print after each round the accuracy on the test data.

    Raises InputError without rounds or images, FloatingPointError if it diverges.
    """
    if rounds < 1 or len(X) < 1:
        raise InputError(f"rounds={rounds}, m={len(X)}: take 1 or more.")
    X_bias, X_test_bias = prepend_bias(X), prepend_bias(X_test)
    w = np.zeros((X_bias.shape[1], Y.shape[1]))
    w1, w2 = initialize_weights(X.shape[1], n_hidden_nodes, Y.shape[1])
    seconds_perceptron = seconds_network = 0
    print("     perceptron         network")
    print("   steps   right   steps   right   difference")
    for i in range(1, rounds + 1):
        start = time.monotonic()
        w = train_perceptron(X_bias, Y, w, 150, lr_perceptron)
        middle = time.monotonic()
        w1, w2 = train_network(X, Y, w1, w2, 50, lr_network)
        seconds_perceptron += middle - start
        seconds_network += time.monotonic() - middle

        stop_if_diverged(perceptron.loss(X_bias, Y, w))
        stop_if_diverged(loss(Y, forward(X, w1, w2)[0]))
        right = np.average(perceptron.classify(X_test_bias, w) == Y_test) * 100
        network_right = np.average(classify(X_test, w1, w2) == Y_test) * 100
        print(
            f"{150 * i:8d}{right:7.2f}%{50 * i:8d}{network_right:7.2f}%"
            f"{network_right - right:+13.2f}"
        )
    print(f"\nSeconds: {seconds_perceptron:.0f} and {seconds_network:.0f}.")


if __name__ == "__main__":
    import mnist as data

    m = 5000
    compare(
        data.X_train[:m] / 255,
        data.Y_train[:m],
        data.X_test / 255,
        data.Y_test,
        rounds=8,
        n_hidden_nodes=50,
        lr_perceptron=0.65,
        lr_network=2,
    )
