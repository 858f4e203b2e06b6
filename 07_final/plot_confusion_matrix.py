"""Draw the confusion matrix: which digits are taken for which.

A row for each true digit, a column for each guess. On the diagonal are the images that
are read right; all others are mistakes. The colours follow the mistakes, so that those
can be compared: the diagonal, far larger, is left grey.

To tweak: iterations, at the bottom. After 1 iteration two columns hold two thirds of
them.
"""

import picture

import matplotlib.pyplot as plt
import numpy as np
import seaborn as sns

from mnist_classifier import classify
from plot_weights import train_weights


def count_confusions(guesses, labels):
    """How often each label (row) got each guess (column): (10, 10)."""
    matrix = np.zeros((10, 10), dtype=int)
    np.add.at(matrix, (labels.ravel(), guesses.ravel()), 1)
    return matrix


def plot_confusion_matrix(ax, matrix):
    """Draw a confusion matrix (10, 10) as a table of coloured counts."""
    mistakes = matrix - np.diag(np.diag(matrix))
    sns.heatmap(
        mistakes,
        annot=matrix,
        fmt="d",
        cmap="Blues",
        mask=np.eye(10, dtype=bool),
        square=True,
        cbar=False,
        ax=ax,
    )
    for digit, count in enumerate(np.diag(matrix)):
        center = digit + 0.5
        ax.text(center, center, count, ha="center", va="center", weight="bold")
    ax.set(xlabel="guess", ylabel="true digit", facecolor="0.9")
    ax.grid(visible=False)
    ax.tick_params(axis="y", rotation=0)


if __name__ == "__main__":
    picture.check()
    import mnist as data

    w = train_weights(data, iterations=40, lr=1e-5)
    matrix = count_confusions(classify(data.X_test, w), data.Y_test)
    plot_confusion_matrix(plt.figure(figsize=(8, 8)).add_subplot(), matrix)
    accuracy = np.trace(matrix) * 100 / np.sum(matrix)
    plt.title(f"{accuracy:.2f}% are on the diagonal, read right")
    picture.show()
