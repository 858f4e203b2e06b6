"""Draw what some hidden nodes look for: their columns of w1 as images.

The weights start as random noise, and after a short training most of that is still
there (upper row). What training has added (lower row) are strokes and blobs: no node
looks for a whole digit, as chapter 7's classifiers did, but for parts of them.

To tweak: iterations, lr and weights_file, at the bottom. With the weights_file of a
long training, as checkpoint.py keeps it, the upper row comes closer to the lower one.
"""

import picture
from terminal import InputError

import numpy as np

from checkpoint import load_weights
from comparison import train_network
from idx import as_square
from neural_network import initialize_weights

if __name__ == "__main__":
    figure = picture.new_figure(figsize=(12, 5.4))
    import mnist as data

    n_hidden_nodes, n, weights_file = 200, 6, None
    if weights_file:
        w1, _ = load_weights(weights_file, n_hidden_nodes, data.X_train.shape[1])
        trained = weights_file
    else:
        n_images, iterations = 10000, 60
        w1, _ = train_network(data, n_hidden_nodes, n_images, iterations, lr=0.2)
        trained = f"iterations: {iterations}, images: {n_images}"
    # The first pixel is white in all images, so its weights have never moved.
    start, _ = initialize_weights(len(w1) - 1, n_hidden_nodes, 10)
    if not np.array_equal(start[1], w1[1]):
        raise InputError("These weights have started from another seed.")

    change = w1 - start
    most_changed = np.argsort(-np.linalg.norm(change, axis=0))[:n]
    axes = figure.subplots(2, len(most_changed), squeeze=False)
    for row, weights, name in [(axes[0], w1, "weight"), (axes[1], change, "change")]:
        largest = np.max(np.abs(weights[1:, most_changed]))
        style = {"cmap": "cividis_r", "vmin": -largest, "vmax": largest}
        for ax, node in zip(row, most_changed, strict=True):
            image = ax.imshow(as_square(weights[1:, node]), **style)
            ax.set_title(f"node {node}" if weights is w1 else "its change")
            ax.axis("off")
        figure.colorbar(image, ax=row, shrink=0.8, label=name)
    title = "Weights of hidden nodes; below, what training has changed in them"
    figure.suptitle(f"{title}\n({trained})")
    picture.show()
