"""Draw the confusion matrix: which digits are taken for which.

The diagonal counts the images that are read correctly; the colors show the mistakes.

To tweak: iterations, at the bottom. After 1, two columns hold 2/3 of the mistakes.
"""

from mnist_classifier_fast import steps

import picture

import numpy as np
import seaborn as sns

from class_names import class_names
from mnist_classifier import classify

if __name__ == "__main__":
    figure = picture.new_figure(figsize=(7, 6.4))
    import mnist as data

    iterations = 200
    print(f"Training. Iterations: {iterations}")
    images = data.X_train, data.Y_train, data.X_test, data.Y_test
    *_, (i, _, _, w) = steps(*images, iterations, lr=1e-5)
    matrix = np.zeros((10, 10), dtype=int)
    np.add.at(matrix, (data.Y_test, classify(data.X_test, w)), 1)

    ax, names = figure.add_subplot(), class_names(data.FOLDER)
    looks = {"fmt": "d", "cmap": "Blues", "cbar": False, "square": True, "ax": ax}
    ticks = {"xticklabels": names, "yticklabels": names}
    sns.heatmap(matrix, annot=True, mask=np.eye(10, dtype=bool), **looks, **ticks)
    for k, count in enumerate(np.diag(matrix)):
        ax.text(k + 0.5, k + 0.5, count, ha="center", va="center", weight="bold")
    ax.set(xlabel="prediction", ylabel="label", facecolor="0.9")
    ax.grid(visible=False)
    ax.tick_params(axis="y", rotation=0)
    accuracy = np.trace(matrix) * 100 / np.sum(matrix)
    ax.set_title(f"{accuracy:.2f}% are on the diagonal. Iterations: {i}")
    picture.show()
