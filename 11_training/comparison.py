"""The network and chapter 7's perceptron, trained on MNIST: for what compares them.

A line says what is trained, and on how much; there is none for each iteration.
"""

from neural_network_fast import steps

from terminal import InputError, stop_if_diverged

import numpy as np

import perceptron
from neural_network import initialize_weights, prepend_bias


def first_images(data, n_images, iterations):
    """The first n_images of the training data: X (n_images, n) and one-hot Y.

    Raises InputError if there are not so many, or if iterations is less than 0.
    """
    if not 1 <= n_images <= len(data.X_train):
        raise InputError(f"n_images={n_images}: there are 1 to {len(data.X_train)}.")
    if iterations < 0:
        raise InputError(f"iterations={iterations}: take 0 or more.")
    return data.X_train[:n_images], data.Y_train[:n_images]


def train_network(data, n_hidden_nodes, n_images, iterations, lr):
    """The weights w1 and w2 of the chapter's network, in the shapes of forward.

    Raises FloatingPointError if the loss is no longer a finite number.
    """
    X, Y = first_images(data, n_images, iterations)
    print(f"Training the network. Images: {n_images}, iterations: {iterations}")
    w1, w2 = initialize_weights(X.shape[1], n_hidden_nodes, Y.shape[1])
    for _ in steps(X, Y, data.X_test, data.Y_test, w1, w2, iterations, lr):
        pass
    return w1, w2


def train_perceptron(data, n_images, iterations, lr):
    """The weights w (n + 1, k) of chapter 7's classifier.

    Raises FloatingPointError if the loss is no longer a finite number.
    """
    X, Y = first_images(data, n_images, iterations)
    X = prepend_bias(X)
    print(f"Training the perceptron. Images: {n_images}, iterations: {iterations}")
    w = np.zeros((X.shape[1], Y.shape[1]))
    for _ in range(iterations):
        w -= perceptron.gradient(X, Y, w) * lr
    stop_if_diverged(perceptron.loss(X, Y, w))
    return w
