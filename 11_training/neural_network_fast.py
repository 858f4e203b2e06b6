"""The network of neural_network.py, in two fifths of the time.

New: nothing to learn, only speed. Tricks 1 to 6 are named where they are used, with the
milliseconds that a step takes longer without it: on two cores, where it takes 180.
Single precision (trick 6) keeps 7 digits in place of 16. Weights and loss stay double:
6 printed digits are as there; a test image in 10000 may be classified otherwise.

To tweak: what neural_network.py names, and rows_in_a_block, all at the bottom.
"""

import os

# Trick 5, threads (159 ms), and blocks for their caches (36 ms). NumPy stays with one.
os.environ["OPENBLAS_NUM_THREADS"] = "1"

import terminal

import sys
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np

import neural_network as plain
from backpropagation import sigmoid_gradient, softmax

threads = ThreadPoolExecutor(os.cpu_count(), initializer=np.seterr, initargs=["ignore"])


def as_bytes(X):
    """X as bytes, an eighth of the size. Ends the program if its numbers are others."""
    pixels = X.astype(np.uint8)
    if not np.array_equal(pixels, X):
        sys.exit("The fast version needs pixels that are whole numbers from 0 to 255.")
    return pixels


def in_blocks(function, X, Y, weights, rows_in_a_block):
    """What a function of X, Y and weights gives for one block of rows after another."""
    # Trick 6, single precision (180 ms): the large multiplications take half the time.
    weights = [w.astype(np.float32) for w in weights]
    if not rows_in_a_block >= 1:
        sys.exit(f"rows_in_a_block={rows_in_a_block}: please give a number from 1 up.")
    rows = int(min(rows_in_a_block, len(X)))
    blocks = [slice(start, start + rows) for start in range(0, len(X), rows)]
    return threads.map(lambda at: function(np.float32(X[at]), Y[at], *weights), blocks)


def forward(X, w1, w2):
    """As in backpropagation.py, but for a block X (m, n + 1) with a bias column."""
    h = X @ w1
    # Trick 1, in place (2 ms): the sigmoid writes over what it is given, step by step.
    np.exp(np.negative(h, out=h), out=h)
    np.reciprocal(np.add(h, 1, out=h), out=h)
    return softmax((w2[0] + h @ w2[1:]).astype(float)), h


def walk(X, Y, w1, w2):
    """The loss of a block and its gradients by w1 and by w2, summed over the rows."""
    # Trick 2, one walk (79 ms): these predictions serve the loss and the gradients.
    y_hat, h = forward(X, w1, w2)
    delta = (y_hat - Y).astype(np.float32)
    w2_gradient = np.vstack((np.sum(delta, axis=0), h.T @ delta))
    hidden_delta = delta @ w2[1:].T
    hidden_delta *= sigmoid_gradient(h)
    return plain.loss(Y, y_hat) * len(X), X.T @ hidden_delta, w2_gradient


def count_right(X, Y, w1, w2):
    """How many images X (m, n + 1) are classified as their labels Y (m, 1) say."""
    y_hat, _ = forward(X, w1, w2)
    return np.sum(np.argmax(y_hat, axis=1) == Y.ravel())


def train(X_train, Y_train, X_test, Y_test, w1, w2, iterations, lr, rows_in_a_block):
    """Move the weights w1 and w2, in place, and print what neural_network.py does."""
    plain.check_hyperparameters(iterations, lr)
    # Trick 3, bytes (12 ms): an eighth to read from memory; numbers only in a block.
    X, X_test = (np.insert(as_bytes(X), 0, 1, axis=1) for X in (X_train, X_test))
    # Trick 4, no idle pixels (16 ms): white in all images, they have no influence.
    used = X.any(axis=0)
    X = X[:, used]

    def walk_all():
        """The loss and its gradients, averaged over all images."""
        sums = 0, np.zeros_like(w1[used]), np.zeros_like(w2)
        for block in in_blocks(walk, X, Y_train, [w1[used], w2], rows_in_a_block):
            sums = [a + b for a, b in zip(sums, block, strict=True)]
        return [total / len(X) for total in sums]

    start = time.monotonic()
    _, w1_gradient, w2_gradient = walk_all()
    for i in range(int(iterations)):
        w1[used] -= w1_gradient * lr
        w2 -= w2_gradient * lr
        mean_loss, w1_gradient, w2_gradient = walk_all()
        plain.stop_if_diverged(i, mean_loss)
        right = in_blocks(count_right, X_test, Y_test, [w1, w2], rows_in_a_block)
        accuracy = sum(right) / len(X_test) * 100
        line = f"Iteration: {i:5d}, Loss: {mean_loss:.8f}, Accuracy: {accuracy:.2f}%"
        print(line, flush=True)
        plain.estimate_time(i + 1, iterations, time.monotonic() - start)


if __name__ == "__main__":
    import mnist as data

    np.seterr(all="ignore")  # No warnings of overflow: the loss is checked.
    n_hidden_nodes = 200
    weights_file = None
    weights = plain.load_weights(weights_file, n_hidden_nodes)
    w1, w2 = weights or plain.initialize_weights(784, n_hidden_nodes, 10, seed=0)
    everything = data.X_train, data.Y_train, data.X_test, data.Y_test, w1, w2
    try:
        train(*everything, iterations=10000, lr=0.01, rows_in_a_block=1000)
    except (KeyboardInterrupt, BrokenPipeError):
        plain.save_weights(weights_file, w1, w2)
        raise
    plain.save_weights(weights_file, w1, w2)
