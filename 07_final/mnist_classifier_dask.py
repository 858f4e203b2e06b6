"""The classifier of mnist_classifier.py on more processes, or machines, than one.

New: losses and gradients are sums over rows, and rows can lie anywhere. Each worker has
a share of them, is sent the weights in each step, and sends its loss and gradient back.

For a cluster, start these two, the second on each machine, and name "tcp://HOST:8786"
at the bottom. They obey whoever can reach them: keep them in a network of your own.

    python3 -m dask scheduler
    python3 -m dask worker tcp://HOST:8786 --nthreads 1 --nworkers -1

To tweak: copies, at the bottom. Each is MNIST once more, moved by up to two pixels. It
takes longer and gets no better: a column of weights is one pattern in one place.
"""

import mnist_classifier_fast
from mnist_classifier_fast import add_up, split_into_blocks

import terminal
from terminal import stop_if_diverged
from workers import start_workers

from pathlib import Path

import cloudpickle
import numpy as np

import mnist_classifier
from idx import check_digits, check_sizes, load_idx

FOLDER = Path(__file__).resolve().parent.parent / "data" / "mnist"
# Where a copy begins on paper with a margin of 2 pixels: in the middle, then around it.
CORNERS = sorted(np.ndindex(5, 5), key=lambda yx: np.hypot(yx[0] - 2, yx[1] - 2))
for module in (terminal, mnist_classifier, mnist_classifier_fast):
    cloudpickle.register_pickle_by_value(module)  # for workers without its file


def load(name):
    """Images as bytes (m, 28, 28), and their labels (m, 1), from two files."""
    images = load_idx(FOLDER / f"{name}-images-idx3-ubyte.gz", magic=2051)
    labels = load_idx(FOLDER / f"{name}-labels-idx1-ubyte.gz", magic=2049)
    check_digits(labels, FOLDER / f"{name}-labels-idx1-ubyte.gz")
    return images, labels.reshape(-1, 1)


def split(images, labels, test_images, test_labels, copies):
    """A share: blocks of training images, once for each copy, and of test images."""
    blocks, paper = [], np.pad(images, ((0, 0), (2, 2), (2, 2)))
    for y, x in [CORNERS[copy % 25] for copy in range(copies)]:
        moved = paper[:, y : y + 28, x : x + 28].reshape(-1, 784)
        X, one_hot = np.insert(moved, 0, 1, axis=1), labels == np.arange(10)
        for pixels, Y, mask in split_into_blocks(X, one_hot, rows_in_a_block=200):
            blocks.append((pixels, Y.astype(bool), mask))  # an eighth of the memory
    X_test = np.insert(test_images.reshape(-1, 784), 0, 1, axis=1)
    return blocks, list(split_into_blocks(X_test, test_labels, rows_in_a_block=200))


def distribute(client, copies):
    """Shares on the workers, and of how many training and test images these are."""
    arrays = *load("train"), *load("t10k")
    check_sizes(FOLDER, *arrays)
    m, n = copies * len(arrays[0]), len(client.nthreads())
    n *= 1 + (m - 1) // n // 200000  # shares, none of more images than that
    parts = [[array[k::n] for array in arrays] for k in range(n)]
    shares = [client.submit(split, *part, copies) for part in parts]
    return shares, m, len(arrays[2])


def compute(share, w):
    """Loss, gradient (785, 10) and how many test images are right, summed up."""
    with np.errstate(all="ignore"):  # on the way to an infinite loss
        return add_up(*share, w)


def steps(client, data, iterations, lr):
    """Yield i, the loss, the share of test images right, w (785, 10) before step i.

    w is moved in place: copy what you keep. Raises FloatingPointError if it diverges.
    """
    (shares, m, n_test), w, gradient = data, np.zeros((785, 10)), 0
    for i in range(iterations + 1):
        w -= gradient / m * lr
        parts = client.gather(client.map(compute, shares, w=w, pure=False))
        loss, gradient, n_correct = map(sum, zip(*parts, strict=True))
        stop_if_diverged(loss)
        yield i, loss / m, n_correct / n_test, w


def train(client, data, iterations, lr):
    """The weights w (785, 10) after the last step; prints what the plain one prints."""
    for i, loss, accuracy, weights in steps(client, data, iterations, lr):
        print(f"{i} - Loss: {loss:.20f}, {accuracy:.2%}")
        w = weights
    return w


if __name__ == "__main__":
    with start_workers(n_workers=None, scheduler=None) as client:  # one for each core
        w = train(client, distribute(client, copies=1), iterations=200, lr=1e-5)
