"""Draw many samples of one digit from MNIST: what a classifier has to see as the same.

Every image here is a five, and no two are the same. It would be hard to write down a
rule that they all keep to. So the classifier is given thousands of samples, and has to
find its own.

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
    drawn = samples[: n_rows * n_columns]
    for place, x in enumerate(drawn, start=1):
        plt.subplot(n_rows, n_columns, place, xticks=[], yticks=[])
        plt.imshow(as_square(x[1:]), cmap="gray_r", vmin=0, vmax=255)
    counts = f"{len(drawn)} of {len(samples)}"
    figure.suptitle(f"{counts} samples of {digit}: no two are the same")
    picture.show()
