"""Draw how one image goes through ten classifiers, and the most confident one wins.

The image (left) is given to all ten classifiers at once. Each multiplies it with its
own weights (middle) and says how confident it is that this is its digit (right). The
most confident one names the digit. The confidences need not sum to 1.

To tweak: i, at the bottom, from 0 to 9999: the number of an image of the test. Image 8
is a mistake: a five that is taken for another digit.
"""

import picture

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.patches import ConnectionPatch

from mnist_classifier import classify, forward
from plot_weights import plot_image, train_weights


def plot_ten_classifiers(image, label, w):
    """Draw an image (1, 785) with its label, the columns of w and their confidences."""
    confidences = forward(image, w).ravel()
    guess = classify(image, w).item()
    largest = np.max(np.abs(w[1:]))

    figure = plt.figure(figsize=(11, 9))
    figure.get_layout_engine().set(h_pad=0.08, hspace=0)
    grid = figure.add_gridspec(10, 3, width_ratios=[3, 1.2, 4])
    start = figure.add_subplot(grid[3:7, 0])
    plot_image(start, image[0, 1:], f"an image, labelled {label}")
    for digit in range(10):
        ax = figure.add_subplot(grid[digit, 1])
        limits = {"vmin": -largest, "vmax": largest}
        plot_image(ax, w[1:, digit], "", "cividis_r", **limits)
        ends = {"xyA": (1, 0.5), "xyB": (-0.02, 0.5)}  # beside the middle of each
        arrow = ConnectionPatch(**ends, coordsA=start.transAxes, coordsB=ax.transAxes)
        arrow.set(arrowstyle="-|>", color="C7", mutation_scale=12)
        figure.add_artist(arrow)

    bars = figure.add_subplot(grid[:, 2])
    colors = ["C3" if digit == guess else "C9" for digit in range(10)]
    bars.barh(range(10), confidences, height=0.5, color=colors)
    for digit, confidence in enumerate(confidences):
        weight = "bold" if digit == guess else "normal"
        text = f"  {confidence:.3f}"
        bars.text(confidence, digit, text, va="center", weight=weight)
    bars.set(xlim=(0, 1.2), xticks=np.linspace(0, 1, 6))
    bars.set(ylim=(9.5, -0.5), yticks=range(10))
    bars.grid(axis="y", visible=False)
    bars.set_xlabel("confidence")
    bars.set_ylabel("classifier of the digit")
    figure.suptitle(f"The most confident of ten classifiers says: {guess}")


if __name__ == "__main__":
    picture.check()
    import mnist as data

    w = train_weights(data, iterations=40, lr=1e-5)
    i = 0
    plot_ten_classifiers(data.X_test[[i]], data.Y_test[i].item(), w)
    picture.show()
