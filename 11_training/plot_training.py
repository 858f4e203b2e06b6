"""Draw how fast the network and chapter 7's perceptron learn, on one time axis.

Both train on the same images for the same time. A step of the perceptron is much
shorter, so it is ahead at first; but it soon reaches what ten columns of weights can
do, and the network goes past it. (Their losses are different formulas: no comparison.)

To tweak: seconds and lr, at the bottom. With the chapter's lr=0.01 the network takes
minutes to catch up. On a slow or busy computer, give both more seconds.
"""

import picture
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


def train_network(X, Y, X_test, Y_test, n_hidden_nodes, seconds, lr):
    """The accuracy of a network on its way: seconds and percent, an array (k, 2).

    Raises FloatingPointError if the loss is no longer a finite number.
    """
    w1, w2 = initialize_weights(X.shape[1], n_hidden_nodes, Y.shape[1])
    spent, curve = 0, []
    while spent < seconds:
        curve.append((spent, np.average(classify(X_test, w1, w2) == Y_test) * 100))
        start = time.monotonic()
        for _ in range(2):
            y_hat, h = forward(X, w1, w2)
            w1_gradient, w2_gradient = back(X, Y, y_hat, w2, h)
            w1, w2 = w1 - w1_gradient * lr, w2 - w2_gradient * lr
        spent += time.monotonic() - start
    stop_if_diverged(loss(Y, forward(X, w1, w2)[0]))
    return np.array(curve)


def train_perceptron(X, Y, X_test, Y_test, seconds, lr):
    """The same for chapter 7's classifier, which takes X (m, n) with a bias column."""
    X, X_test = prepend_bias(X), prepend_bias(X_test)
    w = np.zeros((X.shape[1], Y.shape[1]))
    spent, curve = 0, []
    while spent < seconds:
        right = perceptron.classify(X_test, w) == Y_test
        curve.append((spent, np.average(right) * 100))
        start = time.monotonic()
        for _ in range(10):
            w -= perceptron.gradient(X, Y, w) * lr
        spent += time.monotonic() - start
    stop_if_diverged(perceptron.loss(X, Y, w))
    return np.array(curve)


def plot_training(ax, curves, n_images):
    """Draw curves of accuracy over time: arrays (k, 2), perceptron and network."""
    for (name, curve), style in zip(curves.items(), ["--", "-"], strict=True):
        label = f"{name}: {curve[-1, 1]:.2f}% in the end"
        ax.plot(*curve.T, style, lw=2, label=label)
    ax.set(xlabel="training time in seconds", ylabel="accuracy on the test data (%)")
    perceptron_end, network_end = (curve[-1, 1] for curve in curves.values())
    ax.set_ylim(min(50, perceptron_end - 10, network_end - 10), 100)
    ax.legend(loc="lower right")
    ahead = "ahead of" if network_end > perceptron_end else "not ahead of"
    ax.set_title(
        f"In the end the network is {ahead} the perceptron (images: {n_images})"
    )


if __name__ == "__main__":
    ax = picture.new_figure().subplots()
    import mnist as data

    n_images, seconds = 10000, 18
    if not (1 <= n_images <= len(data.X_train) and seconds > 0):
        problem = f"n_images={n_images}, seconds={seconds}"
        raise InputError(f"{problem}: take 1 to {len(data.X_train)}, and more than 0.")
    print(f"Training both. Images: {n_images}, seconds for each: {seconds}")
    X, Y = data.X_train[:n_images], data.Y_train[:n_images]
    everything = X, Y, data.X_test, data.Y_test
    curves = {
        "perceptron": train_perceptron(*everything, seconds, lr=1e-5),
        "network": train_network(*everything, 100, seconds, lr=0.2),
    }
    plot_training(ax, curves, n_images)
    picture.show()
