"""Draw what some hidden nodes look for: their columns of w1 as images.

The weights start as random noise, and after a short training most of that is still
there (upper row). What training has added to it (lower row) are strokes and blobs: no
node looks for a whole digit any more, as the classifiers of chapter 7 did; the digits
are put together from such parts.

To tweak: iterations, lr and weights_file, at the bottom. With the file of a long
training, as kept_weights.py keeps it, the upper row comes closer to the lower one.
"""

import picture
from terminal import FileError, InputError

import contextlib
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

from idx import as_square
from kept_weights import load_weights
from neural_network import initialize_weights, train


def train_network(data, n_hidden_nodes, n_images, iterations, lr, weights_file=None):
    """The weights w1 and w2 of a short training, or those in a file, if named."""
    if weights_file is not None:
        if not (Path(weights_file).is_file() and Path(weights_file).stat().st_size):
            raise FileError(f"There are no weights in {weights_file}.")
        return load_weights(weights_file, n_hidden_nodes, data.X_train.shape[1])
    print(f"Training on {n_images} images for {iterations} iterations.", flush=True)
    with contextlib.redirect_stdout(None), contextlib.redirect_stderr(None):
        return train(
            data.X_train[:n_images],
            data.Y_train[:n_images],
            data.X_test,
            data.Y_test,
            n_hidden_nodes,
            iterations,
            lr,
        )


def find_start(w1):
    """The random weights that w1 has started from, found among the first 100 seeds.

    The first pixel is white in all images, so its weights have never moved. Raises
    InputError if no seed has them.
    """
    for seed in range(100):
        start, _ = initialize_weights(len(w1) - 1, w1.shape[1], 10, seed)
        if np.array_equal(start[1], w1[1]):
            return start
    raise InputError(
        "These weights started from none of the seeds 0 to 99: what they have learned "
        "can't be told from what they started with."
    )


def plot_image(ax, pixels, title, cmap="gray_r", **limits):
    """Draw pixels (784,) as a square image, without the numbers of its axes."""
    image = ax.imshow(as_square(pixels), cmap=cmap, **limits)
    ax.set_title(title)
    ax.axis("off")
    return image


def plot_hidden_nodes(start, w1, n):
    """Draw the n columns of w1 that have changed most, and their changes."""
    change = w1 - start
    most_changed = np.argsort(-np.linalg.norm(change, axis=0))[:n]
    figure, axes = plt.subplots(2, n, figsize=(12, 5), squeeze=False)
    for row, weights, name in [(axes[0], w1, "weight"), (axes[1], change, "change")]:
        pixels = weights[1:, most_changed]
        largest = np.max(np.abs(pixels))
        for ax, node, column in zip(row, most_changed, pixels.T, strict=True):
            title = f"node {node}" if weights is w1 else "what it learned"
            limits = {"vmin": -largest, "vmax": largest}
            image = plot_image(ax, column, title, "cividis_r", **limits)
        figure.colorbar(image, ax=row, shrink=0.8).set_label(name)
    figure.suptitle("Weights of hidden nodes; below, what training has changed in them")


if __name__ == "__main__":
    picture.check()
    import mnist as data

    n_hidden_nodes = 200
    w1, w2 = train_network(
        data, n_hidden_nodes, n_images=10000, iterations=60, lr=0.2, weights_file=None
    )
    plot_hidden_nodes(find_start(w1), w1, n=6)
    picture.show()
