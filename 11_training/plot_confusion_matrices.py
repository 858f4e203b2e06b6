"""Draw the confusion matrix of the network beside that of chapter 7's perceptron.

A row for each true digit, a column for each guess. On the diagonal, left grey, are the
images that are read right. The colors have the same scale on both sides: the paler one
makes fewer mistakes. Both train for about the same time; the perceptron's steps are
shorter, so that it takes more of them. To save time they learn from 10000 images.

To tweak: both iterations, at the bottom. With a tenth of each the perceptron is ahead.
"""

import picture

import numpy as np
import seaborn as sns

import perceptron
from comparison import train_network, train_perceptron
from neural_network import classify, prepend_bias


def count_confusions(guesses, labels):
    """How often each label (row) got each guess (column): (10, 10)."""
    matrix = np.zeros((10, 10), dtype=int)
    np.add.at(matrix, (labels.ravel(), guesses.ravel()), 1)
    return matrix


def most_mistakes(matrix):
    """The largest number in a confusion matrix (10, 10) that is not on its diagonal."""
    return np.max(matrix - np.diag(np.diag(matrix)))


def plot_confusion_matrix(ax, matrix, name, most):
    """Draw a confusion matrix (10, 10); a cell with the most mistakes is darkest."""
    is_right = np.eye(10, dtype=bool)
    style = {"annot": True, "fmt": "d", "cmap": "Blues", "square": True, "cbar": False}
    sns.heatmap(matrix, vmin=0, vmax=most, mask=is_right, ax=ax, **style)
    for digit, count in enumerate(np.diag(matrix)):
        center = digit + 0.5
        ax.text(center, center, count, ha="center", va="center", weight="bold")
    accuracy = np.trace(matrix) * 100 / np.sum(matrix)
    ax.set_title(f"{name}\n{accuracy:.2f}% right")
    ax.set(xlabel="guess", ylabel="true digit", facecolor="0.9")
    ax.tick_params(axis="y", rotation=0)
    ax.grid(visible=False)


if __name__ == "__main__":
    left, right = picture.new_figure(figsize=(13, 6.4)).subplots(ncols=2)
    import mnist as data

    n_images, iterations_perceptron, iterations_network = 10000, 200, 100
    w = train_perceptron(data, n_images, iterations_perceptron, lr=1e-5)
    w1, w2 = train_network(data, 200, n_images, iterations_network, lr=0.4)
    guesses = perceptron.classify(prepend_bias(data.X_test), w)
    of_perceptron = count_confusions(guesses, data.Y_test)
    of_network = count_confusions(classify(data.X_test, w1, w2), data.Y_test)
    most = max(most_mistakes(of_perceptron), most_mistakes(of_network))
    learned = f"iterations: {iterations_perceptron}, images: {n_images}"
    plot_confusion_matrix(left, of_perceptron, f"Perceptron, {learned}", most)
    learned = f"iterations: {iterations_network}, images: {n_images}"
    plot_confusion_matrix(right, of_network, f"Network, {learned}", most)
    picture.show()
