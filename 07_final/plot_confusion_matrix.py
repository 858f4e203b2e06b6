"""Draw the confusion matrix: which digits are taken for which.

A row for each true digit, a column for each prediction. On the diagonal are the images
that are classified correctly; all others are mistakes. The colors show the mistakes
only: the diagonal, far larger, is left gray.

To tweak: iterations, at the bottom. After 1 iteration two columns hold two thirds of
the mistakes.
"""

from mnist_classifier_fast import steps

import picture

import numpy as np
import seaborn as sns

from class_names import class_names
from mnist_classifier import classify


def count_confusions(predictions, labels):
    """How often each label (row) got each prediction (column): (10, 10).

    predictions and labels are (m, 1), each 0 to 9.
    """
    matrix = np.zeros((10, 10), dtype=int)
    np.add.at(matrix, (labels.ravel(), predictions.ravel()), 1)
    return matrix


def plot_confusion_matrix(ax, matrix, names):
    """Draw a confusion matrix (10, 10) as a table of colored counts."""
    diagonal = np.eye(10, dtype=bool)
    looks = {"fmt": "d", "cbar": False, "square": True, "ax": ax}
    ticks = {"xticklabels": names, "yticklabels": names}
    sns.heatmap(matrix, annot=True, mask=diagonal, cmap="Blues", **looks, **ticks)
    for i, count in enumerate(np.diag(matrix)):
        ax.text(i + 0.5, i + 0.5, count, ha="center", va="center", weight="bold")
    ax.set(xlabel="prediction", ylabel="label", facecolor="0.9")
    ax.grid(visible=False)
    ax.tick_params(axis="y", rotation=0)
    if any(len(name) > 1 for name in names):
        ax.tick_params(axis="x", rotation=90)


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(7, 6.4))
    import mnist as data

    iterations = 200
    print(f"Training. Iterations: {iterations}")
    # What steps yields last: the weights after all iterations.
    *_, (i, _, _, w) = steps(
        data.X_train, data.Y_train, data.X_test, data.Y_test, iterations, lr=1e-5
    )

    matrix = count_confusions(classify(data.X_test, w), data.Y_test)
    ax = figure.add_subplot()
    plot_confusion_matrix(ax, matrix, class_names(data.FOLDER))
    accuracy = np.trace(matrix) * 100 / np.sum(matrix)
    ax.set_title(f"{accuracy:.2f}% are on the diagonal. Iterations: {i}")
    picture.show()
