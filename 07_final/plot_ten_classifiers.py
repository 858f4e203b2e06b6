"""Draw how one image goes through ten classifiers, and the most confident one wins.

The image (left) is given to all ten classifiers at once. Each multiplies the pixels by
its own weights and adds up, and the sigmoid turns that weighted sum into how confident
it is that this is its digit (right). The confidences need not sum to 1.

To tweak: i, at the bottom, from 0 to 9999: the number of a test image. Image 8 is a
mistake: a five that is taken for another digit.
"""

from mnist_classifier_fast import steps

import picture

import numpy as np
from matplotlib.patches import ConnectionPatch

from idx import as_square
from mnist_classifier import classify, forward


def plot_ten_classifiers(figure, image, w):
    """Draw an image (1, 785), the columns of w (785, 10), and what they say of it."""
    weighted_sums, confidences = np.matmul(image, w)[0], forward(image, w)[0]
    limit = np.max(np.abs(w[1:]))
    grid = figure.add_gridspec(10, 4, width_ratios=[3, 1, 1, 4])
    start = figure.add_subplot(grid[3:7, 0])
    start.imshow(as_square(image[0, 1:]), cmap="gray_r")
    start.text(14, 0, "pixels", ha="center", va="top", fontsize=14)
    start.axis("off")
    for digit in range(10):
        wins = digit == np.argmax(confidences)
        color, weight = ("C3", "bold") if wins else ("C9", "normal")
        ax, middle, bar = (figure.add_subplot(grid[digit, i]) for i in (1, 2, 3))
        weights = as_square(w[1:, digit])
        ax.imshow(weights, cmap="cividis_r", vmin=-limit, vmax=limit)
        ax.axis("off")
        middle.text(0.5, 0.5, f"{weighted_sums[digit]:.2f}", ha="center", va="center")
        middle.axis("off")
        confidence = confidences[digit]
        bar.barh(0, confidence, height=0.6, color=color)
        bar.text(confidence, 0, f"  {confidence:.3f}", va="center", weight=weight)
        bar.set(xlim=(0, 1.2), ylim=(-0.5, 0.5), xticks=np.linspace(0, 1, 6), yticks=[])
        bar.tick_params(labelbottom=digit == 9)
        bar.set_ylabel(digit, rotation=0, ha="right", va="center", weight=weight)
        ends = {"xyA": (1, 0.5), "xyB": (-0.05, 0.5)}
        arrow = ConnectionPatch(**ends, coordsA=start.transAxes, coordsB=ax.transAxes)
        arrow.set(arrowstyle="-|>", color="C7", mutation_scale=12)
        figure.add_artist(arrow)
        if digit == 0:
            ax.set_title("weights")
            middle.set_title("weighted sum")
            bar.set_title("sigmoid: how confident is the classifier of the digit?")


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(12, 10))
    import mnist as data

    i = 0
    images = data.X_train, data.Y_train, data.X_test, data.Y_test
    *_, (iterations, _, _, w) = steps(*images, iterations=200, lr=1e-5)
    image, label = data.X_test[[i]], data.Y_test[i].item()
    plot_ten_classifiers(figure, image, w)
    title = f"Labeled {label}, classified as {classify(image, w).item()}."
    figure.suptitle(f"{title} Iterations of training: {iterations}")
    picture.show()
