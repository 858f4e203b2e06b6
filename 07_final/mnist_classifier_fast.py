"""The classifier of mnist_classifier.py, in a fraction of the time.

New: nothing to learn, only speed. Each trick is named where it is used, with how many
times as long a step takes without it (processor time, on a Xeon with AVX-512).

To tweak: rows_in_a_block, at the bottom. With 20 rows it is slower, since Python has
more to do; with 30000 as well, since a block no longer fits into the cache.
"""

import os

# The threads of trick 6 share the work; NumPy should not split it once more.
for library in ("OPENBLAS", "MKL", "OMP", "VECLIB_MAXIMUM"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

from terminal import InputError, stop_if_diverged

import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from mnist_classifier import forward

n_cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count()
threads = ThreadPoolExecutor(n_cores, initializer=np.seterr, initargs=["ignore"])


def split_into_blocks(X, Y, rows_in_a_block):
    """Yield blocks of rows of X (m, n) and Y (m, k), as stacks of matrices, and mask.

    The columns of X that are 0 in the whole block are left out: mask (n,) has the rest.
    """
    # Trick 1, bytes (1.0): an eighth of the memory; numbers only in a block.
    pixels = X.astype(np.uint8)
    if not np.array_equal(pixels, X):
        raise InputError("The fast version needs whole numbers from 0 to 255 in X.")
    # Trick 2, no white pixels (2.4): images whose ink has the same top, left and right
    # end share a block, and what is white in all of it is left out.
    side = int(X.shape[1] ** 0.5)
    ink = pixels[:, -side * side :].reshape(-1, side, side) > 0
    across, down = ink.any(axis=1), ink.any(axis=2)
    ends = [np.argmax(line, axis=1) for line in (across[:, ::-1], across, down)]
    n_rows = int(np.clip(rows_in_a_block, 1, len(X)))
    for rows in np.split(np.lexsort(ends), range(n_rows, len(X), n_rows)):
        mask = pixels[rows].any(axis=0)
        # Trick 3, a stack of small matrices (1.6): if they lie in memory row by row,
        # 100 rows each, the processor's library has a faster way to multiply them.
        height = 100 if len(rows) % 100 == 0 else len(rows)
        stack = np.compress(mask, pixels[rows], axis=1).reshape(-1, height, sum(mask))
        yield stack, Y[rows].reshape(len(stack), height, -1).astype(float), mask


def add_up(blocks, test_blocks, w):
    """The same as compute, on one core."""
    loss, gradient, n_correct = 0, np.zeros(w.shape), 0
    # Trick 4, blocks (5.2): the backward pass finds the numbers in the cache.
    for pixels, Y, mask in blocks:
        X = pixels.astype(float)
        # Trick 5, one pass (1.7): these predictions serve the loss and the gradient.
        y_hat = forward(X, w[mask])
        loss -= np.sum(np.log(np.abs(y_hat - (1 - Y))))
        gradient[mask] += np.matmul(X.transpose(0, 2, 1), y_hat - Y).sum(axis=0)
    for pixels, Y, mask in test_blocks:
        y_hat = forward(pixels.astype(float), w[mask])
        n_correct += np.sum(np.argmax(y_hat, axis=2) == Y[:, :, 0])
    return loss, gradient, n_correct


def compute(blocks, test_blocks, w):
    """Loss and gradient (n, k), summed over rows; how many test images are right."""
    # Trick 6, threads: each core has its share of the blocks.
    shares = [[b[i::n_cores] for i in range(n_cores)] for b in (blocks, test_blocks)]
    try:
        parts = list(threads.map(add_up, *shares, [w] * n_cores))
    except RuntimeError:  # No thread can be started, as in a browser's Python.
        parts = map(add_up, *shares, [w] * n_cores)
    return map(sum, zip(*parts, strict=True))


def steps(X_train, Y_train, X_test, Y_test, iterations, lr, rows_in_a_block=500):
    """Yield i, loss, share of X_test classified right and w (n, k), before each step.

    A step moves w in place. Raises FloatingPointError if the loss is no finite number.
    """
    blocks = list(split_into_blocks(X_train, Y_train, rows_in_a_block))
    test_blocks = list(split_into_blocks(X_test, Y_test, rows_in_a_block))
    w, gradient = np.zeros((X_train.shape[1], Y_train.shape[1])), 0
    for i in range(max(iterations, 0) + 1):
        w -= gradient / len(X_train) * lr
        loss, gradient, n_correct = compute(blocks, test_blocks, w)
        stop_if_diverged(loss)
        yield i, loss / len(X_train), n_correct / len(X_test), w


def train(X_train, Y_train, X_test, Y_test, iterations, lr, rows_in_a_block=500):
    """The weights w (n, k) after the last step; prints what the plain script does."""
    images = X_train, Y_train, X_test, Y_test
    for i, loss, accuracy, weights in steps(*images, iterations, lr, rows_in_a_block):
        print(f"{i} - Loss: {loss:.20f}, {accuracy:.2%}")
        w = weights
    return w


if __name__ == "__main__":
    import mnist as data

    images = data.X_train, data.Y_train, data.X_test, data.Y_test
    w = train(*images, iterations=200, lr=1e-5, rows_in_a_block=500)
