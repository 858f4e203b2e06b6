"""Draw a sheet of random digits from MNIST, each under its label.

An image is a row of X, here folded back into 28 rows of 28 pixels: 0 is white paper,
255 black ink. A thick frame marks a five, as is about one image in eleven.

To tweak: seed, at the bottom, for other digits. Look for one that you would misread.
"""

import picture

import matplotlib.pyplot as plt
import numpy as np

from idx import as_square

if __name__ == "__main__":
    figure = picture.new_figure(figsize=(8, 6.4))
    import mnist as data

    seed = 2
    n_rows, n_columns = 6, 10
    labels = data.load_labels(data.FOLDER / "train-labels-idx1-ubyte.gz")
    rng = np.random.default_rng(seed)
    chosen = rng.choice(len(labels), n_rows * n_columns, replace=False)
    for place, i in enumerate(chosen, start=1):
        ax = plt.subplot(n_rows, n_columns, place, xticks=[], yticks=[])
        plt.imshow(as_square(data.X_train[i, 1:]), cmap="gray_r", vmin=0, vmax=255)
        plt.title(labels[i].item(), pad=4)
        if labels[i] == 5:
            ax.spines[:].set(color="C3", linewidth=4)
    figure.suptitle("Random images and their labels, fives in a thick frame")
    picture.show()
