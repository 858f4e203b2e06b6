"""Draw the confusion matrix of the network beside that of chapter 7's perceptron.

A row for each true digit, a column for each guess. On the diagonal, left grey, are the
images that are read right. The colors have the same scale: the paler side makes fewer
mistakes. Both train for about the same time; the perceptron's steps are shorter.

To tweak: both iterations, at the bottom. With a tenth of each the perceptron is ahead.
"""

import picture

import numpy as np
import seaborn as sns

from comparison import train_both


def count_confusions(y_hat, labels):
    """How often each label (row) got each guess (column): (10, 10)."""
    matrix = np.zeros((10, 10), dtype=int)
    np.add.at(matrix, (labels.ravel(), np.argmax(y_hat, axis=1)), 1)
    return matrix


def plot_confusion_matrix(ax, matrix, title, most):
    """Draw a confusion matrix (10, 10); a cell with the most mistakes is darkest."""
    is_right = np.eye(10, dtype=bool)
    style = {"annot": True, "fmt": "d", "cmap": "Blues", "square": True, "cbar": False}
    sns.heatmap(matrix, vmin=0, vmax=most, mask=is_right, ax=ax, **style)
    for digit, count in enumerate(np.diag(matrix)):
        center = digit + 0.5
        ax.text(center, center, count, ha="center", va="center", weight="bold")
    accuracy = np.trace(matrix) * 100 / np.sum(matrix)
    ax.set_title(f"{title}\n{accuracy:.2f}% right")
    ax.set(xlabel="guess", ylabel="true digit", facecolor="0.9")
    ax.tick_params(axis="y", rotation=0)
    ax.grid(visible=False)


if __name__ == "__main__":
    axes = picture.new_figure(figsize=(13, 6.4)).subplots(ncols=2)
    import mnist as data

    n_images, iterations_perceptron, iterations_network = 10000, 200, 100
    both = train_both(data, n_images, iterations_perceptron, iterations_network)
    matrices = [count_confusions(y_hat, data.Y_test) for y_hat in both.values()]
    most = np.max(matrices * (1 - np.eye(10, dtype=int)))
    for ax, matrix, title in zip(axes, matrices, both, strict=True):
        plot_confusion_matrix(ax, matrix, title, most)
    picture.show()
