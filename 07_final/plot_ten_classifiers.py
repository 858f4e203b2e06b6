"""Draw how one image goes through ten classifiers, and the most confident one wins.

A confidence is the sigmoid of a weighted sum of the pixels. The ten need not sum to 1.

To tweak: i, at the bottom: a test image, from 0 to 9999. Image 8 is a misread five.
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
    looks = {"arrowstyle": "-|>", "color": "C7", "mutation_scale": 12}
    for digit, confidence in enumerate(confidences):
        wins = digit == np.argmax(confidences)
        color, weight = ("C3", "bold") if wins else ("C9", "normal")
        ax, middle, bar = (figure.add_subplot(grid[digit, i]) for i in (1, 2, 3))
        ax.imshow(as_square(w[1:, digit]), "cividis_r", vmin=-limit, vmax=limit)
        ax.axis("off")
        middle.text(0.5, 0.5, f"{weighted_sums[digit]:.2f}", ha="center", va="center")
        middle.axis("off")
        bar.barh(0, confidence, height=0.6, color=color)
        bar.text(confidence, 0, f"  {confidence:.3f}", va="center", weight=weight)
        bar.set(xlim=(0, 1.2), ylim=(-0.5, 0.5), xticks=np.linspace(0, 1, 6), yticks=[])
        bar.tick_params(labelbottom=digit == 9)
        bar.set_ylabel(digit, rotation=0, ha="right", va="center", weight=weight)
        ends = (1, 0.5), (-0.05, 0.5), start.transAxes, ax.transAxes
        figure.add_artist(ConnectionPatch(*ends, **looks))
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
