"""The network against the perceptron of chapter 7, and by how much it is ahead.

Both learn for about the same time. The perceptron, whose steps are shorter, is ahead at
first, but ten columns of weights soon stop getting better. They learn from 5000 images,
with pixels from 0 to 1, on which lr=0.65 does what lr=1e-5 does in chapter 7.

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

if __name__ == "__main__":
    import mnist as data

    m, rounds = 5000, 8
    X, Y = data.X_train[:m] / 255, data.Y_train[:m]
    X_test, Y_test = data.X_test / 255, data.Y_test
    steps_perceptron = perceptron_steps(X, Y, lr=0.65)
    weights = initialize_weights(X.shape[1], 50, Y.shape[1])
    steps_network = network_steps(X, Y, *weights, lr=2)
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
        right = np.average(perceptron.classify(prepend_bias(X_test), w) == Y_test) * 100
        network_right = np.average(classify(X_test, w1, w2) == Y_test) * 100
        steps = f"{150 * i:8d}{right:7.2f}%{50 * i:8d}{network_right:7.2f}%"
        print(f"{steps}{network_right - right:+13.2f}")
    print("\nSeconds: {:.0f} and {:.0f}.".format(*seconds))
