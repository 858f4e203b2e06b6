"""The network against the perceptron of chapter 7, and by how much it is ahead.

Both learn from the same images in about the same time: a step of the perceptron is
shorter, so it takes more. It is ahead at first, but ten columns of weights soon stop
getting better. To save time they learn from 5000 images, with pixels from 0 to 1, on
which lr=0.65 does for the perceptron what lr=1e-5 does in chapter 7.

To tweak: rounds, at the bottom. With rounds=1 the perceptron is ahead; with rounds=3
the network is ahead by one point.
"""

from terminal import stop_if_diverged

import time
from itertools import islice

import numpy as np

import perceptron
from neural_network import classify, forward, initialize_weights, loss, prepend_bias
from training_steps import network_steps, perceptron_steps


def compare(X, Y, X_test, Y_test, rounds, n_hidden_nodes, lr_perceptron, lr_network):
    """Train in turn, print accuracies. FloatingPointError if a loss is not finite."""
    steps_perceptron = perceptron_steps(X, Y, lr_perceptron)
    weights = initialize_weights(X.shape[1], n_hidden_nodes, Y.shape[1])
    steps_network = network_steps(X, Y, *weights, lr_network)
    next(steps_perceptron), next(steps_network)  # the weights before any step
    seconds = np.zeros(2)
    print("     perceptron         network")
    print("   steps   right   steps   right   difference")
    for i in range(1, rounds + 1):
        start = time.monotonic()
        *_, (w,) = islice(steps_perceptron, 150)
        middle = time.monotonic()
        *_, (w1, w2) = islice(steps_network, 50)
        seconds += middle - start, time.monotonic() - middle

        stop_if_diverged(perceptron.loss(prepend_bias(X), Y, w))
        stop_if_diverged(loss(Y, forward(X, w1, w2)[0]))
        guesses = perceptron.classify(prepend_bias(X_test), w)
        right = np.average(guesses == Y_test) * 100
        network_right = np.average(classify(X_test, w1, w2) == Y_test) * 100
        steps = f"{150 * i:8d}{right:7.2f}%{50 * i:8d}{network_right:7.2f}%"
        print(f"{steps}{network_right - right:+13.2f}")
    print("\nSeconds: {:.0f} and {:.0f}.".format(*seconds))


if __name__ == "__main__":
    import mnist as data

    m = 5000
    X, Y = data.X_train[:m] / 255, data.Y_train[:m]
    test = data.X_test / 255, data.Y_test
    compare(X, Y, *test, rounds=8, n_hidden_nodes=50, lr_perceptron=0.65, lr_network=2)
