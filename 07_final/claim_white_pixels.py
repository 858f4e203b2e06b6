"""Four of five pixels are white: who leaves them out, needs less memory and time.

SciPy's sparse arrays store only what is not 0. np.matmul does not take them; @ does.
NumPy shares dense multiplications among all cores; SciPy's sparse ones use one.

To tweak: iterations, at the bottom. Both take longer; the memory stays the same.
"""

from terminal import SetUpError, stop_if_diverged

import sys
import time

import numpy as np

from mnist_classifier import classify, sigmoid

try:
    from scipy.sparse import csr_array
except ImportError:
    command = f'"{sys.executable}" -m pip install scipy'
    raise SetUpError(f"scipy is missing. Run: {command}") from None


def forward(X, w):
    """Predictions y_hat (m, k) for X (m, n), dense or sparse, and w (n, k)."""
    return sigmoid(X @ w)


def loss(X, Y, w):
    """Log loss, a number, as in mnist_classifier.py."""
    y_hat = forward(X, w)
    return -np.sum(Y * np.log(y_hat) + (1 - Y) * np.log(1 - y_hat)) / X.shape[0]


def gradient(X, Y, w):
    """The gradient of the loss, in the shape of w."""
    return X.T @ (forward(X, w) - Y) / X.shape[0]


if __name__ == "__main__":
    import mnist as data

    X, Y, iterations, lr = data.X_train, data.Y_train, 40, 1e-5
    sparse, weights = csr_array(X), []
    sizes = X.nbytes, sparse.data.nbytes + sparse.indices.nbytes + sparse.indptr.nbytes
    print(f"{1 - sparse.nnz / X.size:.1%} of X is 0.")
    print("\n         X in MB   seconds         loss   accuracy")
    for name, images, n in zip(("dense", "sparse"), (X, sparse), sizes, strict=True):
        start = time.perf_counter()
        w = np.zeros((785, 10))
        for _ in range(iterations):
            w -= gradient(images, Y, w) * lr
        seconds, last = time.perf_counter() - start, loss(images, Y, w)
        stop_if_diverged(last)
        accuracy = np.mean(classify(data.X_test, w) == data.Y_test)
        print(f"{name:6}{n / 1e6:10.0f}{seconds:10.1f}{last:13.6f}{accuracy:11.2%}")
        weights.append(w)
    print(f"\nLargest difference of a weight: {np.max(np.ptp(weights, axis=0)):.0e}")
