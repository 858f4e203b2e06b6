"""Draw how fast the network and chapter 7's perceptron learn, on one time axis.

Both train on the same images for the same time. A step of the perceptron is much
shorter, so it is ahead at first; but it soon reaches what ten columns of weights can
do, and the network goes past it. (Their losses are different formulas: no comparison.)

To tweak: seconds and lr, at the bottom. With the chapter's lr=0.01 the network takes
minutes to catch up.
"""

import picture

import time

import matplotlib.pyplot as plt
import numpy as np

from neural_network import back, classify, forward, initialize_weights, prepend_bias
from plot_confusion_matrices import perceptron


def train_network(X, Y, X_test, Y_test, n_hidden_nodes, seconds, lr):
    """The accuracy of a network on its way, (k, 2): after how many seconds, percent."""
    w1, w2 = initialize_weights(X.shape[1], n_hidden_nodes, Y.shape[1])
    spent, curve = 0, []
    while spent < seconds:
        curve.append((spent, np.mean(classify(X_test, w1, w2) == Y_test) * 100))
        start = time.monotonic()
        for _ in range(2):
            y_hat, h = forward(X, w1, w2)
            w1_gradient, w2_gradient = back(X, Y, y_hat, w2, h)
            w1, w2 = w1 - w1_gradient * lr, w2 - w2_gradient * lr
        spent += time.monotonic() - start
    return np.array(curve)


def train_perceptron(X, Y, X_test, Y_test, seconds, lr):
    """The same for chapter 7's classifier, on X (m, 785) with a bias column."""
    w = np.zeros((X.shape[1], Y.shape[1]))
    spent, curve = 0, []
    while spent < seconds:
        right = perceptron.classify(X_test, w) == Y_test
        curve.append((spent, np.mean(right) * 100))
        start = time.monotonic()
        for _ in range(10):
            w -= perceptron.gradient(X, Y, w) * lr
        spent += time.monotonic() - start
    return np.array(curve)


def plot_training(curves):
    """Draw curves of accuracy over time: a dictionary of arrays (k, 2) by name."""
    for (name, curve), style in zip(curves.items(), ["--", "-"], strict=True):
        label = f"{name}: {curve[-1, 1]:.2f}% in the end"
        plt.plot(*curve.T, style, lw=2, label=label)
    plt.xlabel("training time in seconds")
    plt.ylabel("accuracy on the test data (%)")
    plt.ylim(50, 100)
    plt.legend(loc="lower right")
    first, second = (curve[-1, 1] for curve in curves.values())
    ahead = "The network goes past" if second > first else "The network is still behind"
    plt.title(f"{ahead} the perceptron")


if __name__ == "__main__":
    picture.check()
    import mnist as data

    m, seconds = 10000, 18
    print(f"Training both on {m} images for {seconds} seconds.", flush=True)
    X, Y = data.X_train[:m], data.Y_train[:m]
    X_test, Y_test = data.X_test, data.Y_test
    with_bias, test_with_bias = prepend_bias(X), prepend_bias(X_test)
    curves = {
        "perceptron": train_perceptron(
            with_bias, Y, test_with_bias, Y_test, seconds, lr=1e-5
        ),
        "network": train_network(
            X, Y, X_test, Y_test, n_hidden_nodes=100, seconds=seconds, lr=0.2
        ),
    }
    plot_training(curves)
    picture.show()
