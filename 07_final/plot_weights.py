"""Draw the ten columns of weights as images: what each classifier looks for.

Each classifier has a weight for every pixel, so its column of w can be drawn as an
image of 28 x 28. Where it is dark, ink speaks for the digit; where it is light, against
it. The zero, for example, wants a ring, and nothing in the middle.

To tweak: iterations, at the bottom. After 1 iteration the images are blurred averages
of the digits; the longer the training, the finer the pattern.
"""

import picture

import contextlib

import matplotlib.pyplot as plt
import numpy as np

from idx import as_square
from mnist_classifier import train


def train_weights(data, iterations, lr):
    """The weights w (785, 10) after a training that is shorter than the chapter's."""
    print(f"Training for {iterations} iterations.", flush=True)
    with contextlib.redirect_stdout(None):  # train prints every iteration
        return train(
            data.X_train, data.Y_train, data.X_test, data.Y_test, iterations, lr
        )


def plot_image(ax, pixels, title, cmap="gray_r", **limits):
    """Draw pixels (784,) as a square image, without the numbers of its axes."""
    image = ax.imshow(as_square(pixels), cmap=cmap, **limits)
    ax.set_title(title)
    ax.axis("off")
    return image


def plot_weights(w):
    """Draw each column of w (785, 10), but for its first row, the bias."""
    figure, axes = plt.subplots(nrows=2, ncols=5, figsize=(12, 6))
    largest = np.max(np.abs(w[1:]))
    for digit, ax in enumerate(axes.flat):
        pixels = w[1:, digit]
        image = plot_image(ax, pixels, digit, "cividis_r", vmin=-largest, vmax=largest)
    bar = figure.colorbar(image, ax=axes, shrink=0.8)
    bar.set_label("weight: negative speaks against, positive for the digit")
    figure.suptitle("What each classifier looks for: dark where ink speaks for it")


if __name__ == "__main__":
    picture.check()
    import mnist as data

    w = train_weights(data, iterations=40, lr=1e-5)
    plot_weights(w)
    picture.show()
