"""Four of five pixels are white: who leaves them out, needs less memory and time.

A white pixel is 0, and 0 times a weight adds nothing. SciPy's sparse arrays store only
what is not 0, and know how to multiply. Here the page's training gets its images once
as they are, dense, and once sparse. np.matmul does not take sparse arrays, so @ stands
for it, in both; nothing else is changed. What comes out is the same.

NumPy shares dense multiplications among all cores; SciPy's sparse ones use one.

This script needs one more package than the others: scipy.

To tweak: iterations, at the bottom. Both take longer; the memory stays the same.
"""

from terminal import SetUpError, stop_if_diverged

import sys
import time

import numpy as np

from mnist_classifier import sigmoid

try:
    from scipy.sparse import csr_array
except ImportError:
    raise SetUpError(
        f'scipy is missing. Run: "{sys.executable}" -m pip install scipy'
    ) from None


def forward(X, w):
    """Predictions y_hat (m, k) for X (m, n), dense or sparse, and w (n, k)."""
    return sigmoid(X @ w)


def loss(X, Y, w):
    """Log loss, a number, as in mnist_classifier.py."""
    y_hat = forward(X, w)
    first_term = Y * np.log(y_hat)
    second_term = (1 - Y) * np.log(1 - y_hat)
    return -np.sum(first_term + second_term) / X.shape[0]


def gradient(X, Y, w):
    """The gradient of the loss, in the shape of w."""
    return X.T @ (forward(X, w) - Y) / X.shape[0]


def train(X, Y, iterations, lr):
    """The weights w (n, k), for X (m, n), dense or sparse, and one-hot Y (m, k).

    Raises FloatingPointError if the loss is then no finite number.
    """
    w = np.zeros((X.shape[1], Y.shape[1]))
    for _ in range(iterations):
        w -= gradient(X, Y, w) * lr
    stop_if_diverged(loss(X, Y, w))
    return w


def compare(X, Y, X_test, Y_test, iterations, lr):
    """Train on X (m, n) dense and sparse; print memory, time, loss and accuracy."""
    sparse = csr_array(X)
    parts = sparse.data, sparse.indices, sparse.indptr
    print(f"{1 - sparse.nnz / X.size:.1%} of X is 0.")
    print("\n         X in MB   seconds         loss   accuracy")
    found = []
    for name, images, n_bytes in [
        ("dense", X, X.nbytes),
        ("sparse", sparse, sum(part.nbytes for part in parts)),
    ]:
        start = time.perf_counter()
        w = train(images, Y, iterations, lr)
        seconds = time.perf_counter() - start
        accuracy = np.mean(np.argmax(forward(X_test, w), axis=1) == Y_test.ravel())
        print(
            f"{name:6}{n_bytes / 1e6:10.0f}{seconds:10.1f}"
            f"{loss(images, Y, w):13.6f}{accuracy:11.2%}"
        )
        found.append(w)
    difference = np.max(np.abs(found[0] - found[1]))
    print(f"\nLargest difference of a weight: {difference:.0e}")


if __name__ == "__main__":
    import mnist as data

    compare(
        data.X_train, data.Y_train, data.X_test, data.Y_test, iterations=40, lr=1e-5
    )
