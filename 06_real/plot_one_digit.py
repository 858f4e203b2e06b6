"""Draw many samples of one digit from MNIST: what a classifier has to see as the same.

Every image here is a five. It would be hard to write down a rule that they all keep to.
So the classifier is given thousands of samples, and has to find its own.

To tweak: digit, at the bottom. With digit=7 some samples have a bar through the middle
and most have not. Those of digit=1 are the most alike, except for how they slant.
"""

import picture
from terminal import InputError

import matplotlib.pyplot as plt

from idx import as_square

if __name__ == "__main__":
    figure = picture.new_figure(figsize=(8, 6.4))
    import mnist as data

    digit = 5
    n_rows, n_columns = 8, 10
    labels = data.load_labels(data.FOLDER / "train-labels-idx1-ubyte.gz")
    samples = data.X_train[labels[:, 0] == digit]
    if not len(samples):
        raise InputError(f"digit={digit}: no image shows it, only the digits 0 to 9")
    n = min(n_rows * n_columns, len(samples))
    for i in range(n):
        plt.subplot(n_rows, n_columns, i + 1, xticks=[], yticks=[])
        plt.imshow(as_square(samples[i, 1:]), cmap="gray_r", vmin=0, vmax=255)
    figure.suptitle(f"{n} of {len(samples)} samples of {digit}: no two are the same")
    picture.show()
