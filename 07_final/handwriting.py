"""Your own handwriting: photograph digits, and let the classifier read them.

    python3 handwriting.py photo.jpg more/*.png

Each photo has one digit, on paper or a board that fills the picture. New: photo.py
makes it an image as in MNIST, straightened as those that are learned from. And it
learns in minibatches: 300 steps, one after every 200 images, in the time of one.

To tweak: epochs, at the bottom. With epochs=1 it takes a moment, and more is misread.
"""

import os

# NumPy would share its small multiplications among threads that wait for each other.
for library in ("OPENBLAS", "MKL", "OMP", "VECLIB_MAXIMUM"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

from terminal import InputError, stop_if_diverged

import numpy as np

from mnist_classifier import classify, forward, gradient, loss
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


if __name__ == "__main__":
    digits, others = read_digits(file_names("handwriting.py"))

    import mnist as data

    print("First the classifier learns the digits of MNIST, straightened.")
    w = learn_perceptron(prepare(data.X_train[:, 1:]), data.Y_train, epochs=20)
    accuracy = np.average(classify(prepare(data.X_test[:, 1:]), w) == data.Y_test)
    print(f"It reads {accuracy:.1%} of those that it has not seen.")

    X = prepare(np.reshape(list(digits.values()), (-1, 784)))
    for filename, y_hat in zip(digits, forward(X, w), strict=True):
        print(f"{filename}: {answer(y_hat / np.sum(y_hat))}")
    if others:
        raise InputError(f"Not read: {', '.join(others)}")
