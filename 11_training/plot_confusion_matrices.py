"""Draw the confusion matrix of the network beside that of chapter 7's perceptron.

On the diagonal, left grey, are the images that are read right. The colors have the same
scale: the paler side makes fewer mistakes. Both train for about the same time; the
perceptron's steps are shorter.

To tweak: both iterations, at the bottom. With a tenth of each the perceptron is ahead.
"""

import picture

import numpy as np
import seaborn as sns

from comparison import train_both

if __name__ == "__main__":
    axes = picture.new_figure(figsize=(13, 6.4)).subplots(ncols=2)
    import mnist as data

    n_images, iterations_perceptron, iterations_network = 10000, 200, 100
    both = train_both(data, n_images, iterations_perceptron, iterations_network)
    matrices = np.zeros((2, 10, 10), dtype=int)
    for matrix, y_hat in zip(matrices, both.values(), strict=True):
        np.add.at(matrix, (data.Y_test.ravel(), np.argmax(y_hat, axis=1)), 1)

    is_right = np.eye(10, dtype=bool)
    looks = {"fmt": "d", "cmap": "Blues", "square": True, "cbar": False}
    looks |= {"mask": is_right, "vmin": 0, "vmax": np.max(matrices[:, ~is_right])}
    for ax, matrix, title in zip(axes, matrices, both, strict=True):
        sns.heatmap(matrix, annot=True, ax=ax, **looks)
        for k, count in enumerate(np.diag(matrix)):
            ax.text(k + 0.5, k + 0.5, count, ha="center", va="center", weight="bold")
        accuracy = np.trace(matrix) * 100 / np.sum(matrix)
        ax.set(xlabel="guess", ylabel="true digit", facecolor="0.9")
        ax.set_title(f"{title}\n{accuracy:.2f}% right")
        ax.tick_params(axis="y", rotation=0)
        ax.grid(visible=False)
    picture.show()
