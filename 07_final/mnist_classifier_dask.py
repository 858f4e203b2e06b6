"""The classifier of mnist_classifier.py on more processes, or machines, than one.

New: X and Y are arrays of Dask, cut into blocks of rows. A gradient is an average over
rows, and rows can lie anywhere: so loss, gradient and classify stay as they are. Called
with such arrays they note what is to be done with each block; dask.compute then has
workers do it. Only bytes stay in memory. A block becomes numbers where it is used, and
only as long, so the images may be more than the memory holds.

The workers are processes on this machine, and end with the script. For a cluster,
start a scheduler, on each machine a worker, and name the scheduler at the bottom, as
"tcp://HOST:8786". They obey whoever can reach them: keep them in a network of your own.

    python3 -m dask scheduler
    python3 -m dask worker tcp://HOST:8786 --nthreads 1 --nworkers -1

To tweak: copies, at the bottom. Each is MNIST once more, moved by up to two pixels.
With copies=9 a step takes nine times as long, and the classifier gets no better: each
column of weights is one pattern in one place.
"""

from terminal import stop_if_diverged
from workers import check, start_workers

import itertools
from pathlib import Path

import dask
import dask.array as da
import numpy as np
from dask.system import CPU_COUNT

from idx import check_digits, check_sizes, load_idx
from mnist_classifier import classify, gradient, loss

FOLDER = Path(__file__).resolve().parent.parent / "data" / "mnist"

# Pixels down and to the right, the shortest way first: none, one, one diagonally, ...
MOVES = sorted(itertools.product(range(-2, 3), repeat=2), key=np.linalg.norm)


def load(name):
    """Pixels as bytes (m, 28, 28) and digits (m, 1), from two files."""
    pixels = load_idx(FOLDER / f"{name}-images-idx3-ubyte.gz", magic=2051)
    filename = FOLDER / f"{name}-labels-idx1-ubyte.gz"
    labels = load_idx(filename, magic=2049).reshape(-1, 1).astype(int)
    check_digits(labels, filename)
    return pixels, labels


def to_rows(pixels, block_info):
    """A block of X: a row, bias first, for each image that belongs into it.

    In X are all images in pixels (m, 28, 28), which is copy 0 and not moved, then all
    once more, and so on. Dask says in block_info from which to which row a block goes.
    """
    m, height, width = pixels.shape
    first, end = block_info[None]["array-location"][0]
    down, right = MOVES[first // m % len(MOVES)]
    paper = np.pad(pixels[first % m :][: end - first], ((0, 0), (2, 2), (2, 2)))
    moved = paper[:, 2 - down : 2 - down + height, 2 - right : 2 - right + width]
    return np.column_stack((np.ones(end - first), moved.reshape(end - first, -1)))


def cut(pixels, Y, copies, rows_in_a_block):
    """X (copies * m, 785) of pixels (m, 28, 28), and Y as often, in blocks of rows."""
    m, height, width = pixels.shape
    blocks = da.core.normalize_chunks(rows_in_a_block, (m,))[0]
    # What is persisted is sent to the workers once, and stays there.
    pixels, Y = dask.persist(dask.delayed(pixels), da.from_array(Y, (blocks, -1)))
    X = da.map_blocks(
        to_rows,
        pixels,
        chunks=(blocks * copies, (1 + height * width,)),
        dtype=float,
        meta=np.empty((0, 0)),
    )
    return X, da.concatenate([Y] * copies)


def load_mnist(copies, rows_in_a_block):
    """X_train, Y_train, X_test, Y_test as in mnist.py, the first two in copies."""
    check(copies=copies, rows_in_a_block=rows_in_a_block)
    (pixels, labels), test_data = load("train"), load("t10k")
    check_sizes(FOLDER, pixels, labels, *test_data)
    Y = (labels == np.arange(10)).astype(int)
    X_train, Y_train = cut(pixels, Y, copies, rows_in_a_block)
    return X_train, Y_train, *cut(*test_data, 1, rows_in_a_block)


def train(X_train, Y_train, X_test, Y_test, iterations, lr):
    """The weights w (n, k) after so many steps; prints what the plain script does."""
    w = np.zeros((X_train.shape[1], Y_train.shape[1]))
    for i in range(iterations + 1):
        # One call for all: forward(X_train, w), which two of them need, is done once.
        training_loss, slope, accuracy = dask.compute(
            loss(X_train, Y_train, w),
            gradient(X_train, Y_train, w),
            np.mean(classify(X_test, w) == Y_test) * 100,
        )
        stop_if_diverged(training_loss)
        print(f"{i} - Loss: {training_loss:.20f}, {accuracy:.2f}%", flush=True)
        if i < iterations:
            w -= slope * lr
    return w


if __name__ == "__main__":
    with start_workers(n_workers=CPU_COUNT, scheduler=None):
        w = train(*load_mnist(copies=1, rows_in_a_block=10000), iterations=200, lr=1e-5)
