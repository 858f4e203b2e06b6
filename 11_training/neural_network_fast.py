"""The network of neural_network.py, in a fraction of the time.

New: nothing to learn, only speed. Each trick is named where it is used, with how many
times as long a step takes without it (processor time, on a Xeon with AVX-512).

To tweak: rows_in_a_block, and what neural_network.py has, at the bottom.
"""

import os

# The threads of trick 6 share the work; NumPy should not split it once more.
for library in ("OPENBLAS", "MKL", "OMP", "VECLIB_MAXIMUM"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

from terminal import InputError, stop_if_diverged

import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from neural_network import initialize_weights, loss, sigmoid_gradient, softmax

n_cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count()
threads = ThreadPoolExecutor(n_cores, initializer=np.seterr, initargs=["ignore"])


def split_into_blocks(X, Y, rows_in_a_block):
    """Yield blocks of rows: X (m, n) after a bias, Y (m, k), the mask (n + 1,) of X."""
    # Trick 1, bytes (1.0): an eighth of the memory; numbers only in a block.
    pixels = X.astype(np.uint8)
    if not np.array_equal(pixels, X):
        raise InputError("The fast version needs whole numbers from 0 to 255 in X.")
    # Trick 2, no white pixels (2.0): images whose ink has the same top, left and right
    # end share a block, and what is white in all of it is left out.
    side = int(X.shape[1] ** 0.5)
    ink = pixels[:, -side * side :].reshape(-1, side, side) > 0
    across, down = ink.any(axis=1), ink.any(axis=2)
    ends = [np.argmax(line, axis=1) for line in (across[:, ::-1], across, down)]
    pixels = np.insert(pixels, 0, 1, axis=1)
    n_rows = int(np.clip(rows_in_a_block, 1, len(X)))
    for rows in np.split(np.lexsort(ends), range(n_rows, len(X), n_rows)):
        mask = pixels[rows].any(axis=0)
        yield np.compress(mask, pixels[rows], axis=1), Y[rows], mask


def forward(X, w1, w2):
    """As in neural_network.py, for numbers X (rows, n + 1) of a block."""
    # Trick 3, tanh (3.5): 1 / (1 + exp(-z)) is the same, but gives numbers so near to
    # 0 that some processors are slow with them, also in all that follows.
    h = 0.5 + 0.5 * np.tanh(0.5 * (X @ w1))
    return softmax((w2[0] + h @ w2[1:]).astype(float)), h


def add_up(blocks, test_blocks, w1, w2):
    """The same as compute, on one core."""
    total, of_w1, of_w2, n_correct = 0, np.zeros(w1.shape), np.zeros(w2.shape), 0
    # Trick 4, blocks (1.9): the backward pass finds the numbers in the cache.
    for pixels, Y, mask in blocks:
        X = pixels.astype(np.float32)
        # Trick 5, one pass (1.5): these predictions serve the loss and the gradients.
        y_hat, h = forward(X, w1[mask], w2)
        total += loss(Y, y_hat) * len(X)
        delta = (y_hat - Y).astype(np.float32)
        of_w2 += np.vstack((np.sum(delta, axis=0), h.T @ delta))
        of_w1[mask] += X.T @ ((delta @ w2[1:].T) * sigmoid_gradient(h))
    for pixels, Y, mask in test_blocks:
        y_hat, _ = forward(pixels.astype(np.float32), w1[mask], w2)
        n_correct += np.sum(np.argmax(y_hat, axis=1) == Y.ravel())
    return total, of_w1, of_w2, n_correct


def compute(blocks, test_blocks, w1, w2):
    """Sums over all rows: loss, gradients of w1 and w2; how many tests are right."""
    # Trick 6, threads: each core has its share of the blocks.
    shares = [[b[i::n_cores] for i in range(n_cores)] for b in (blocks, test_blocks)]
    # Trick 7, single precision (2.2): six digits of a loss, in half the time.
    shares += [[np.float32(w)] * n_cores for w in (w1, w2)]
    try:
        parts = list(threads.map(add_up, *shares))
    except RuntimeError:  # No thread can be started, as in a browser's Python.
        parts = map(add_up, *shares)
    return map(sum, zip(*parts, strict=True))


def steps(
    X_train, Y_train, X_test, Y_test, w1, w2, iterations, lr, rows_in_a_block=500
):
    """Move w1 and w2, in place; yield i, loss, share of X_test right after each step.

    Raises FloatingPointError if the loss is no finite number.
    """
    blocks = list(split_into_blocks(X_train, Y_train, rows_in_a_block))
    test_blocks = list(split_into_blocks(X_test, Y_test, rows_in_a_block))
    _, of_w1, of_w2, _ = compute(blocks, test_blocks, w1, w2)
    for i in range(iterations):
        w1 -= of_w1 / len(X_train) * lr
        w2 -= of_w2 / len(X_train) * lr
        total, of_w1, of_w2, n_correct = compute(blocks, test_blocks, w1, w2)
        stop_if_diverged(total)
        yield i, total / len(X_train), n_correct / len(X_test)


def train(*arguments, **options):
    """Print what neural_network.py does, of the steps that these arguments give."""
    for i, total, accuracy in steps(*arguments, **options):
        print(f"Iteration: {i:5d}, Loss: {total:.8f}, Accuracy: {accuracy:.2%}")


if __name__ == "__main__":
    import mnist as data

    images = data.X_train, data.Y_train, data.X_test, data.Y_test
    w1, w2 = initialize_weights(data.X_train.shape[1], n_hidden_nodes=200, n_classes=10)
    train(*images, w1, w2, iterations=10000, lr=0.01, rows_in_a_block=500)
