"""Draw the confusion matrix of the network beside that of chapter 7's perceptron.

A row for each true digit, a column for each guess. On the diagonal, left grey, are the
images that are read right. The colours have the same scale on both sides: the paler
one makes fewer mistakes. Both train for about the same time; the perceptron's steps are
shorter, so that it takes more of them.

To tweak: both iterations, at the bottom. With a tenth of each the perceptron is ahead.
"""

import picture

import contextlib

import matplotlib.pyplot as plt
import numpy as np
import seaborn as sns

import perceptron
from neural_network import classify, prepend_bias
from plot_hidden_nodes import train_network


def train_perceptron(data, n_images, iterations, lr):
    """The weights w (785, 10) of chapter 7's classifier after a short training."""
    with contextlib.redirect_stdout(None):  # train prints every iteration
        return perceptron.train(
            prepend_bias(data.X_train[:n_images]),
            data.Y_train[:n_images],
            prepend_bias(data.X_test),
            data.Y_test,
            iterations,
            lr,
        )


def count_confusions(guesses, labels):
    """How often each label (row) got each guess (column): (10, 10)."""
    matrix = np.zeros((10, 10), dtype=int)
    np.add.at(matrix, (labels.ravel(), guesses.ravel()), 1)
    return matrix


def plot_confusion_matrix(ax, matrix, name, most):
    """Draw a confusion matrix (10, 10); cells with the most mistakes are darkest."""
    sns.heatmap(
        matrix,
        annot=True,
        fmt="d",
        cmap="Blues",
        vmin=0,
        vmax=most,
        mask=np.eye(10, dtype=bool),
        square=True,
        cbar=False,
        ax=ax,
    )
    for digit, count in enumerate(np.diag(matrix)):
        center = digit + 0.5
        ax.text(center, center, count, ha="center", va="center", weight="bold")
    accuracy = np.trace(matrix) * 100 / np.sum(matrix)
    ax.set_title(f"{name}: {accuracy:.2f}% right")
    ax.set(xlabel="guess", ylabel="true digit", facecolor="0.9")
    ax.tick_params(axis="y", rotation=0)
    ax.grid(visible=False)


if __name__ == "__main__":
    picture.check()
    import mnist as data

    w1, w2 = train_network(
        data, 200, n_images=5000, iterations=70, lr=0.4, weights_file=None
    )
    w = train_perceptron(data, n_images=5000, iterations=400, lr=1e-5)
    of_perceptron = perceptron.classify(prepend_bias(data.X_test), w)
    matrices = {
        "Perceptron": count_confusions(of_perceptron, data.Y_test),
        "Network": count_confusions(classify(data.X_test, w1, w2), data.Y_test),
    }
    mistakes = [np.max(m - np.diag(np.diag(m))) for m in matrices.values()]
    axes = plt.subplots(ncols=2, figsize=(15, 8))[1]
    for ax, (name, matrix) in zip(axes, matrices.items(), strict=True):
        plot_confusion_matrix(ax, matrix, name, most=max(mistakes))
    picture.show()
