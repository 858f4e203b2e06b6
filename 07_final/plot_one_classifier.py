"""Draw one classifier as a chain: pixels, weighted sum, sigmoid, and a rounded answer.

The classifier of the fives is one column of w. It multiplies each pixel of the image by
a weight and adds up (the bias, too); the sigmoid squeezes that weighted sum between 0
and 1; rounded, it is an answer: a five, or not a five. plot_ten_classifiers.py draws
ten such chains side by side.

To tweak: i, at the bottom, from 0 to 9999: the number of a test image; and digit, from
0 to 9: whose classifier is drawn. Image 8 is a five, too, but this classifier says no.
"""

from mnist_classifier_fast import steps

import picture
from terminal import InputError

import itertools

import numpy as np
from matplotlib.patches import ConnectionPatch

from idx import as_square
from mnist_classifier import forward, sigmoid

NAMES = ["zero", "one", "two", "three", "four"]
NAMES += ["five", "six", "seven", "eight", "nine"]


def plot_chain(figure, image, w, digit):
    """Draw how an image (1, 785) goes through the classifier of a digit, w (785, 1)."""
    axes = figure.subplots(ncols=4, width_ratios=[3, 3, 4, 2])
    axes[0].imshow(as_square(image[0, 1:]), cmap="gray_r")
    axes[0].set_title("pixels")
    limit = np.max(np.abs(w[1:]))
    axes[1].imshow(as_square(w[1:, 0]), cmap="cividis_r", vmin=-limit, vmax=limit)
    axes[1].set_title(f"weights of the digit {digit}")

    weighted_sum = np.matmul(image, w).item()
    y_hat = forward(image, w).item()
    reach = max(6, 1.2 * abs(weighted_sum))
    z = np.linspace(-reach, reach, 201)
    axes[2].plot(z, sigmoid(z), color="C0")
    axes[2].axhline(0.5, ls="--", color="C7")
    axes[2].plot(weighted_sum, y_hat, "o", color="C3", mec="black", markersize=12)
    axes[2].set_xlabel(f"weighted sum: {weighted_sum:.2f}")
    axes[2].set_title(f"sigmoid: {y_hat:.3f}")
    axes[2].set_box_aspect(1)

    name = ("an " if digit == 8 else "a ") + NAMES[digit]
    answer = name if np.round(y_hat) == 1 else f"not {name}"
    style = {"ha": "center", "va": "center", "fontsize": 18, "weight": "bold"}
    axes[3].text(0.5, 0.5, answer, color="C3", **style)
    axes[3].text(0.5, 0.7, "rounded:", ha="center", fontsize=14)
    for ax in (axes[0], axes[1], axes[3]):
        ax.axis("off")
    for left, right in itertools.pairwise(axes):
        ends = {"xyA": (1.02, 0.5), "xyB": (-0.02, 0.5)}
        arrow = ConnectionPatch(**ends, coordsA=left.transAxes, coordsB=right.transAxes)
        arrow.set(arrowstyle="-|>", color="C7", mutation_scale=20)
        figure.add_artist(arrow)


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(14, 4.5))
    import mnist as data

    i = 15
    digit = 5
    iterations = 200
    if not (0 <= i < len(data.X_test) and 0 <= digit <= 9):
        raise InputError(
            f"i={i}, digit={digit}: please give an image from 0 to "
            f"{len(data.X_test) - 1} and a digit from 0 to 9."
        )
    for step in steps(
        data.X_train, data.Y_train, data.X_test, data.Y_test, iterations, lr=1e-5
    ):
        w = step[-1]
    plot_chain(figure, data.X_test[[i]], w[:, [digit]], digit)
    label = data.Y_test[i].item()
    figure.suptitle(
        f"One classifier as a chain. The image is labeled {label}. "
        f"Iterations of training: {iterations}"
    )
    picture.show()
