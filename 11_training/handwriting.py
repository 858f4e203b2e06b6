"""Your own handwriting, read by the network, and by the perceptron beside it.

    python3 handwriting.py photo.jpg more/*.png

New: the network. It learns in minibatches, as chapter 7's perceptron, from MNIST's
digits, straightened like yours, and from a copy of each, turned, slanted and stretched
a little at random. If checkpoint.py has left weights in the current folder, the page's
network reads your digits as MNIST has them, and need not learn.

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


def minibatches(m, epochs, lr, n_images, seed=0):
    """Yield rows at random, and an lr that falls to 0, so that weights come to rest."""
    rng = np.random.default_rng(seed)
    for epoch in range(epochs):
        for rows in np.array_split(rng.permutation(m), 1 + (m - 1) // n_images):
            yield rows, lr * (1 - epoch / epochs)


def learn_perceptron(X, Y, epochs):
    """The weights w (n, k) for X (m, n), one-hot Y (m, k); or FloatingPointError."""
    w = np.zeros((X.shape[1], Y.shape[1]))
    for rows, lr in minibatches(len(X), epochs, lr=0.1, n_images=200):
        w -= gradient(X[rows], Y[rows], w) * lr
    stop_if_diverged(loss(X[:200], Y[:200], w))
    return w


def vary(X, Y):
    """Digits X (m, 784), straight, and a changed copy of each: (2m, 784); Y twice."""
    rng = np.random.default_rng(0)
    changes = np.eye(2) + rng.normal(0, 0.1, (len(X), 2, 2))
    rows = straighten_rows(X), straighten_rows(X, changes)
    return np.concatenate(rows), np.concatenate((Y, Y))


def learn_network(X, Y, epochs, n_hidden_nodes=200, seed=0):
    """The weights w1 and w2: as learn_perceptron, and raising the same."""
    w1, w2 = network.initialize_weights(X.shape[1], n_hidden_nodes, Y.shape[1], seed)
    for rows, lr in minibatches(len(X), epochs, lr=0.5, n_images=100, seed=seed):
        y_hat, h = network.forward(X[rows], w1, w2)
        stop_if_diverged(network.loss(Y[rows], y_hat))
        w1_gradient, w2_gradient = network.back(X[rows], Y[rows], y_hat, w2, h)
        w1 -= w1_gradient * lr
        w2 -= w2_gradient * lr
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
