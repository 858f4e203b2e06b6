"""Draw the ten columns of weights as images: what each classifier looks for.

Each classifier has a weight for every pixel, so its column of w can be drawn as an
image of 28 x 28. Where it is dark, ink speaks for the digit; where it is light, against
it. The zero, for example, wants a ring, and nothing in the middle.

To tweak: iterations, at the bottom. After 1 iteration the images are blurred averages
of the digits; the longer the training, the finer the pattern.
"""

from mnist_classifier_fast import steps

import picture
from terminal import InputError

import numpy as np

from class_names import class_names
from idx import as_square


def plot_weights(figure, w, names):
    """Draw each column of w (785, 10), but for its first row, the bias."""
    axes = figure.subplots(nrows=2, ncols=5)
    largest = np.max(np.abs(w[1:]))
    for ax, column, name in zip(axes.flat, w[1:].T, names, strict=True):
        image = ax.imshow(as_square(column), "cividis_r", vmin=-largest, vmax=largest)
        ax.set_title(name)
        ax.axis("off")
    bar = figure.colorbar(image, ax=axes, shrink=0.8)
    bar.set_label("weight: negative speaks against, positive for the class")


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(12, 6))
    import mnist as data

    iterations = 200
    if iterations < 1:
        raise InputError(f"iterations={iterations}: please give 1 or more.")
    print(f"Training. Iterations: {iterations}")
    # What steps yields last: the weights after all iterations.
    *_, (i, _, _, w) = steps(
        data.X_train, data.Y_train, data.X_test, data.Y_test, iterations, lr=1e-5
    )

    plot_weights(figure, w, class_names(data.FOLDER))
    figure.suptitle(
        f"What each classifier looks for: dark where ink speaks for it. Iterations: {i}"
    )
    picture.show()
