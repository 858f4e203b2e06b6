"""The classifier of mnist_classifier.py on more processes, or machines, than one.

New: losses and gradients are sums over rows, and rows can lie anywhere. Each worker has
a block of them, is sent the weights in each step, and sends its loss and gradient back.

The workers are processes on this machine, and end with the script. For a cluster, start
these two, the second on each machine, and name "tcp://HOST:8786" at the bottom. They
obey whoever can reach them: keep them in a network of your own.

    python3 -m dask scheduler
    python3 -m dask worker tcp://HOST:8786 --nthreads 1 --nworkers -1

To tweak: copies, at the bottom. Each is MNIST once more, moved by up to two pixels. It
takes longer and gets no better: a column of weights is one pattern in one place.
"""

from terminal import InputError, stop_if_diverged
from workers import start_workers

from pathlib import Path

import cloudpickle
import numpy as np

import mnist_classifier
from idx import check_digits, check_sizes, load_idx
from mnist_classifier import classify, forward

FOLDER = Path(__file__).resolve().parent.parent / "data" / "mnist"
# Where a copy begins on paper with a margin of 2 pixels: in the middle, then around it.
CORNERS = sorted(np.ndindex(5, 5), key=lambda yx: np.hypot(yx[0] - 2, yx[1] - 2))
cloudpickle.register_pickle_by_value(mnist_classifier)  # for workers without its file


def load(name):
    """Images as bytes (m, 28, 28), and their labels (m, 1), from two files."""
    images = load_idx(FOLDER / f"{name}-images-idx3-ubyte.gz", magic=2051)
    labels = load_idx(FOLDER / f"{name}-labels-idx1-ubyte.gz", magic=2049)
    check_digits(labels, FOLDER / f"{name}-labels-idx1-ubyte.gz")
    return images, labels.reshape(-1, 1)


def split(images, labels, copies):
    """A block: portions (X, Y, mask) of 200 rows, without columns that are white."""
    block, paper = [], np.pad(images, ((0, 0), (2, 2), (2, 2)))
    for y, x in [CORNERS[copy % 25] for copy in range(copies)]:
        moved = paper[:, y : y + 28, x : x + 28]
        # Images whose ink begins and ends alike come together: half of X is left out.
        rows, columns = moved.any(axis=2), moved.any(axis=1)
        ends = [np.argmax(ink, axis=1) for ink in (columns[:, ::-1], rows, columns)]
        for portion in np.array_split(np.lexsort(ends), range(200, len(moved), 200)):
            X = np.insert(moved[portion].reshape(-1, 784), 0, 1, axis=1)
            mask = X.any(axis=0)
            block.append((X[:, mask].copy(), labels[portion] == np.arange(10), mask))
    return block


def distribute(client, copies):
    """Blocks on the workers, how many rows these are, X_test (10000, 785), Y_test."""
    if not isinstance(copies, int) or copies < 1:
        raise InputError(f"copies={copies!r}: please give a whole number from 1 up.")
    (images, Y), (test_images, Y_test) = load("train"), load("t10k")
    check_sizes(FOLDER, images, Y, test_images, Y_test)
    m, n = copies * len(images), len(client.nthreads())
    n *= 1 + (m - 1) // n // 200000  # blocks, none of more rows than that
    blocks = [client.submit(split, images[k::n], Y[k::n], copies) for k in range(n)]
    X_test = np.insert(test_images.reshape(-1, 784).astype(float), 0, 1, axis=1)
    return blocks, m, X_test, Y_test


def add_up(block, w):
    """The loss, and its gradient in the shape of w (785, 10), summed over a block."""
    loss, gradient = 0, np.zeros(w.shape)
    with np.errstate(all="ignore"):  # on the way to an infinite loss
        for X, Y, mask in block:
            X = X.astype(float)  # Made once, for both passes.
            y_hat = forward(X, w[mask])
            loss -= np.sum(np.log(np.where(Y, y_hat, 1 - y_hat)))
            gradient[mask] += X.T @ (y_hat - Y)
    return loss, gradient


def steps(client, data, iterations, lr):
    """Yield i, the loss, the share of test images right, w (785, 10) before step i.

    w is moved in place: copy what you keep. Raises FloatingPointError if it diverges.
    """
    (blocks, m, X_test, Y_test), w, gradient = data, np.zeros((785, 10)), 0
    for i in range(iterations + 1):
        w -= gradient / m * lr
        parts = client.map(add_up, blocks, w=w, pure=False)
        accuracy = np.mean(classify(X_test, w) == Y_test)  # in the meantime
        loss, gradient = map(sum, zip(*client.gather(parts), strict=True))
        stop_if_diverged(loss)
        yield i, loss / m, accuracy, w


def train(client, data, iterations, lr):
    """The weights w (785, 10) after the last step; prints what the plain one prints."""
    for i, loss, accuracy, weights in steps(client, data, iterations, lr):
        print(f"{i} - Loss: {loss:.20f}, {accuracy:.2%}")
        w = weights
    return w


if __name__ == "__main__":
    with start_workers(n_workers=None, scheduler=None) as client:  # one for each core
        w = train(client, distribute(client, copies=1), iterations=200, lr=1e-5)
