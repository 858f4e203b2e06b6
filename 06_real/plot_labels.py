"""Draw labels beside their digits: a five becomes 1, and any other digit 0.

The labels of MNIST are the digits 0 to 9. The classifier of this chapter answers one
question with yes or no, is it a five, so its labels have to be 1 and 0. That is what
encode_fives makes of them.

To tweak: n, at the bottom, the number of images, from 1 to 24. Among the first twelve
are two fives.
"""

import picture
from terminal import InputError

from idx import as_square


def plot_labels(axes, X, labels, encoded):
    """Draw images X (m, 785), each below its label (m, 1) and that label encoded."""
    for ax in axes:
        ax.axis("off")
    for ax, x, label, code in zip(axes, X, labels[:, 0], encoded[:, 0], strict=False):
        ax.imshow(as_square(x[1:]), cmap="gray_r", vmin=0, vmax=255)
        style = {"color": "C3", "weight": "bold"} if code == 1 else {}
        ax.set_title(f"{label} becomes {code}", **style)


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(11, 8))
    n = 12
    n_columns = 4
    if not 1 <= n <= 24:
        raise InputError(f"n={n}: please give a number from 1 to 24.")
    import mnist as data

    labels = data.load_labels(data.FOLDER / "train-labels-idx1-ubyte.gz")[:n]
    axes = figure.subplots(-(-n // n_columns), n_columns, squeeze=False).ravel()
    plot_labels(axes, data.X_train[:n], labels, data.encode_fives(labels))
    n_ones = data.encode_fives(labels).sum()
    figure.suptitle(f"Is it a five? Labels that become 1: {n_ones} of {n}")
    picture.show()
