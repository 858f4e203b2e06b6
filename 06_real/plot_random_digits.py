"""Draw a sheet of random digits from MNIST, each under its label.

An image is a row of X, here folded back into 28 rows of 28 pixels: 0 is white paper,
255 black ink. The label above it says which digit it is. A thick frame means yes to the
chapter's question, is it a five; about one image in eleven has one.

To tweak: seed, at the bottom. Another seed draws other digits, the same seed always the
same. Look for one that you would have read as another digit than its label says.
"""

import picture

import matplotlib.pyplot as plt
import numpy as np

from idx import as_square


def plot_random_digits(X, labels, n_rows, n_columns, seed):
    """Draw random images of X (m, 785), and the labels (m, 1) that belong to them."""
    rng = np.random.default_rng(seed)
    chosen = rng.choice(X.shape[0], n_rows * n_columns, replace=False)
    for place, i in enumerate(chosen, start=1):
        ax = plt.subplot(n_rows, n_columns, place, xticks=[], yticks=[])
        plt.imshow(as_square(X[i, 1:]), cmap="gray_r", vmin=0, vmax=255)
        plt.title(labels[i].item(), pad=4)
        if labels[i] == 5:
            ax.spines[:].set(color="C3", linewidth=4)


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(8, 6.4))
    import mnist as data

    labels = data.load_labels(data.FOLDER / "train-labels-idx1-ubyte.gz")

    plot_random_digits(data.X_train, labels, n_rows=6, n_columns=10, seed=2)
    figure.suptitle("Random digits of MNIST and their labels, fives in a thick frame")
    picture.show()
