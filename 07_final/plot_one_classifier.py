"""Draw one classifier as a chain: pixels, weighted sum, sigmoid, and a rounded answer.

The classifier of the fives is one column of w. Its weighted sum of the pixels (and the
bias), squeezed between 0 and 1, is rounded: a five, or not a five.

To tweak: i, at the bottom, from 0 to 9999: the number of a test image; and digit, from
0 to 9: whose classifier is drawn. Image 8 is a five, too, but this classifier says no.
"""

from mnist_classifier_fast import steps

import picture

import itertools

import numpy as np
from matplotlib.patches import ConnectionPatch

from idx import as_square
from mnist_classifier import forward, sigmoid

NAMES = "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"


def plot_chain(figure, image, w, digit):
    """Draw how an image (1, 785) goes through the classifier of a digit, w (785, 1)."""
    axes = figure.subplots(ncols=4, width_ratios=[3, 3, 4, 2])
    pixels, weights, curve, answer = axes
    pixels.imshow(as_square(image[0, 1:]), cmap="gray_r")
    pixels.set_title("pixels")
    limit = np.max(np.abs(w[1:]))
    weights.imshow(as_square(w[1:, 0]), cmap="cividis_r", vmin=-limit, vmax=limit)
    weights.set_title(f"weights of the digit {digit}")

    weighted_sum, y_hat = np.matmul(image, w).item(), forward(image, w).item()
    z = np.linspace(-1, 1, 201) * max(6, 1.2 * abs(weighted_sum))
    curve.plot(z, sigmoid(z), color="C0")
    curve.axhline(0.5, ls="--", color="C7")
    curve.plot(weighted_sum, y_hat, "o", color="C3", mec="black", markersize=12)
    curve.set(xlabel=f"weighted sum: {weighted_sum:.2f}", title=f"sigmoid: {y_hat:.3f}")
    curve.set_box_aspect(1)

    style = {"ha": "center", "va": "center", "fontsize": 18, "weight": "bold"}
    article = "an" if digit == 8 else "a"
    text = f"{'' if np.round(y_hat) == 1 else 'not '}{article} {NAMES[digit]}"
    answer.text(0.5, 0.5, text, color="C3", **style)
    answer.text(0.5, 0.7, "rounded:", ha="center", fontsize=14)
    for ax in (pixels, weights, answer):
        ax.axis("off")
    looks = {"arrowstyle": "-|>", "color": "C7", "mutation_scale": 20}
    for left, right in itertools.pairwise(axes):
        ends = (1.02, 0.5), (-0.02, 0.5), left.transAxes, right.transAxes
        figure.add_artist(ConnectionPatch(*ends, **looks))


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(14, 4.5))
    import mnist as data

    i, digit = 15, 5
    images = data.X_train, data.Y_train, data.X_test, data.Y_test
    *_, (iterations, _, _, w) = steps(*images, iterations=200, lr=1e-5)
    plot_chain(figure, data.X_test[[i]], w[:, [digit]], digit)
    title = f"One classifier as a chain. The image is labeled {data.Y_test[i].item()}."
    figure.suptitle(f"{title} Iterations of training: {iterations}")
    picture.show()
