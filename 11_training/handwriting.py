"""Your own handwriting, read by the network, and by the perceptron beside it.

    python3 handwriting.py photo.jpg more/*.png

New: the network. It learns in minibatches, as the perceptron does in chapter 7, from
MNIST's digits, straightened like yours, and from a copy of each that is turned, slanted
and stretched a little at random. If checkpoint.py has left weights in the current
folder, the page's network reads your digits as MNIST has them, and need not learn.

To tweak: epochs and weights_file, at the bottom. With epochs=1 it learns for seconds.
"""

import os

# NumPy would share its small multiplications among threads that wait for each other.
for library in ("OPENBLAS", "MKL", "OMP", "VECLIB_MAXIMUM"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

from terminal import InputError, stop_if_diverged

from pathlib import Path

import numpy as np

import neural_network as network
import perceptron
from checkpoint import load_weights
from perceptron import gradient, loss
from photo import answer, file_names, read_digits, straighten_rows


def prepare(X):
    """Digits X (m, 784) as the perceptron learns them: straight, and with a bias."""
    return np.insert(straighten_rows(X), 0, 1, axis=1)


def learn_perceptron(X, Y, epochs, lr=0.1, n_images=200):
    """The weights w (n, k) after the last epoch through X (m, n), one-hot Y (m, k).

    A minibatch is n_images of X at random. Its gradient is not that of all, so lr falls
    to 0: else w would go on moving to and fro. May raise FloatingPointError.
    """
    rng = np.random.default_rng(0)
    w = np.zeros((X.shape[1], Y.shape[1]))
    for epoch in range(epochs):
        order = rng.permutation(len(X))
        for rows in np.array_split(order, 1 + (len(X) - 1) // n_images):
            w -= gradient(X[rows], Y[rows], w) * lr * (1 - epoch / epochs)
        stop_if_diverged(loss(X[rows], Y[rows], w))
    return w


def vary(X, Y):
    """Digits X (m, 784), straight, and a changed copy of each: (2m, 784); Y twice."""
    rng = np.random.default_rng(0)
    changes = np.eye(2) + rng.normal(0, 0.1, (len(X), 2, 2))
    rows = straighten_rows(X), straighten_rows(X, changes)
    return np.concatenate(rows), np.concatenate((Y, Y))


def learn_network(X, Y, epochs, n_hidden_nodes=200, lr=0.5, n_images=100, seed=0):
    """The weights w1 and w2: as learn_perceptron, and raising the same."""
    rng = np.random.default_rng(seed)
    w1, w2 = network.initialize_weights(X.shape[1], n_hidden_nodes, Y.shape[1], seed)
    for epoch in range(epochs):
        order = rng.permutation(len(X))
        for rows in np.array_split(order, 1 + (len(X) - 1) // n_images):
            y_hat, h = network.forward(X[rows], w1, w2)
            w1_gradient, w2_gradient = network.back(X[rows], Y[rows], y_hat, w2, h)
            w1 -= w1_gradient * lr * (1 - epoch / epochs)
            w2 -= w2_gradient * lr * (1 - epoch / epochs)
        stop_if_diverged(network.loss(Y[rows], y_hat))
    return w1, w2


if __name__ == "__main__":
    digits, others = read_digits(file_names("handwriting.py"))

    import mnist as data

    images = np.reshape(list(digits.values()), (-1, 784))
    n_hidden_nodes, weights_file = 200, "weights.npz"
    if Path(weights_file).exists():
        print(f"The network has learned before: its weights are in {weights_file}.")
        w1, w2 = load_weights(weights_file, n_hidden_nodes)
        y_hat, _ = network.forward(images, w1, w2)
    else:
        print("First the network learns the digits of MNIST, straightened and varied.")
        X, Y = vary(data.X_train, data.Y_train)
        w1, w2 = learn_network(X, Y, epochs=12, n_hidden_nodes=n_hidden_nodes)
        y_hat, _ = network.forward(straighten_rows(images), w1, w2)
    print("Now the perceptron learns them.")
    w = learn_perceptron(prepare(data.X_train), data.Y_train, epochs=20)

    of_perceptron = perceptron.forward(prepare(images), w)
    for filename, row, beside in zip(digits, y_hat, of_perceptron, strict=True):
        print(f"{filename}: {answer(row)}")
        print(f"    perceptron: {answer(beside / np.sum(beside))}")
    if others:
        raise InputError(f"Not read: {', '.join(others)}")
