"""Draw what a photo goes through before it is classified, and the ten confidences.

    python3 plot_handwriting.py                         a photo that is made up
    python3 plot_handwriting.py photo.jpg               your photo, or several
    python3 plot_handwriting.py photo.jpg picture.png   the same, into picture.png

A last name that ends in .png, .pdf or .svg is the picture's. If there is such a file
already it is a photo, and not written over, unless its name begins with picture.

To tweak: index, at the bottom: which of the test digits is made a photo, if you name
none. With index=1 it is a two.
"""

from mnist_classifier_fast import train

import picture
from terminal import InputError

import contextlib
import sys
from pathlib import Path

import matplotlib.pyplot as plt
import numpy as np

import handwriting
from mnist_classifier import classify, forward
from photographs import photograph


def split_names(names):
    """The names of photos, and a list with the picture's, if the last one is that."""
    last = Path(names[-1] if names else "")
    is_free = not last.exists() or last.name.startswith("picture")
    is_picture = last.suffix in (".png", ".pdf", ".svg") and is_free
    n_photos = len(names) - is_picture
    return names[:n_photos], names[n_photos:]


def plot_steps(axes, photo, digit, y_hat):
    """Draw, in a row, a photo (rows, columns, 3), its steps, and y_hat (10,)."""
    differences = handwriting.take_out_light(photo)
    is_ink = handwriting.leave_out_specks(handwriting.find_ink(differences))
    thick = handwriting.thicken(handwriting.crop(is_ink))
    image = handwriting.center(handwriting.scale(thick))

    axes[0].imshow(photo.astype(np.uint8))
    axes[1].imshow(np.linalg.norm(differences, axis=2), cmap="gray_r")
    axes[2].imshow(is_ink, cmap="gray_r")
    axes[3].imshow(thick, cmap="gray_r")
    axes[4].imshow(image, cmap="gray_r")
    for ax in axes[:5]:
        ax.grid(visible=False)
        ax.set(xticks=[], yticks=[])

    bars = axes[5].barh(range(10), y_hat, color="0.7")
    bars[digit].set_color("C0")
    axes[5].set(xlim=(0, 1), yticks=range(10), xlabel="confidence")
    axes[5].set_ylabel(f"read as {digit}")
    axes[5].invert_yaxis()


STEPS = (
    "The photo",
    "without its light",
    "ink or paper",
    "cropped, not too thin",
    "what is classified",
    "ten confidences",
)


def plot_ways(photos, digits, y_hat):
    """Draw a row for each of the photos, by name; digits (m, 1) and y_hat (m, 10)."""
    axes = plt.subplots(
        nrows=len(photos), ncols=6, figsize=(16, 0.8 + 2.7 * len(photos)), squeeze=False
    )[1]
    for ax, title in zip(axes[0], STEPS, strict=True):
        ax.set_title(title)
    for row, name in enumerate(photos):
        plot_steps(axes[row], photos[name], digits[row, 0], y_hat[row])
        axes[row, 0].set_ylabel(Path(name).name)


if __name__ == "__main__":
    names, sys.argv[1:] = split_names(sys.argv[1:])
    picture.check()
    import mnist as data

    handwriting.check_size(data.X_train.shape[1] - 1)
    index = 0
    others = []
    if names:
        images, others = handwriting.read_digits(names)
        photos = {name: handwriting.read_photo(name) for name in images}
    else:
        rng = np.random.default_rng(0)
        made = photograph(data.X_test[index, 1:], "ink", rng)
        photos = {"made up": np.asarray(made, dtype=float)}
        images = {"made up": handwriting.normalize(photos["made up"])}

    everything = data.X_train, data.Y_train, data.X_test, data.Y_test
    with contextlib.redirect_stdout(None):  # train prints every iteration
        w = train(*everything, iterations=200, lr=1e-5, rows_in_a_block=1000)

    X = data.prepend_bias(np.reshape(list(images.values()), (-1, 784)))
    plot_ways(photos, classify(X, w), forward(X, w))
    picture.show()
    if others:
        raise InputError(f"Not read: {', '.join(others)}")
