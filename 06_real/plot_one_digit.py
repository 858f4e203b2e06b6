"""Draw many samples of one digit from MNIST: what a classifier has to see as the same.

Every image here is a five, and no two are the same: they are upright or slanted, thin
or thick, large or small. It would be hard to write down a rule that they all keep to.
So the classifier is given thousands of samples, and has to find its own.

To tweak: digit, at the bottom. With digit=7 some samples have a bar through the middle
and most have not. Those of digit=1 are the most alike, except for how they slant.
"""

import picture

import matplotlib.pyplot as plt

from plot_random_digits import plot_image


def plot_one_digit(X, labels, digit, n_rows, n_columns):
    """Draw the first images of a digit in X (m, 785), which has the labels (m, 1)."""
    samples = X[labels[:, 0] == digit]
    drawn = samples[: n_rows * n_columns]
    for place, x in enumerate(drawn, start=1):
        plt.subplot(n_rows, n_columns, place)
        plot_image(x)
    n_drawn = f"{len(drawn)} of {len(samples)}"
    plt.suptitle(f"{n_drawn} samples of {digit}: no two are the same")


if __name__ == "__main__":
    import mnist as data

    labels = data.load_labels(data.FOLDER / "train-labels-idx1-ubyte.gz")

    plt.figure(figsize=(10, 8))
    plot_one_digit(data.X_train, labels, digit=5, n_rows=8, n_columns=10)
    picture.show()
