"""Draw the most confident mistakes: wrong, and most sure of it.

Among the images of the test that are read wrong, these are the ones whose classifier
was the surest. Some of them a person might misread too; others are plain to read, but
not for a classifier that only adds up weighted pixels.

To tweak: n, at the bottom; iterations, and the mistakes become fewer, but not all go.
"""

import picture

import matplotlib.pyplot as plt
import numpy as np

from mnist_classifier import forward
from plot_weights import plot_image, train_weights


def find_mistakes(y_hat, labels, n):
    """The rows of the n surest mistakes, for y_hat (m, 10) and labels (m, 1)."""
    guesses, confidences = np.argmax(y_hat, axis=1), np.max(y_hat, axis=1)
    wrong = np.flatnonzero(guesses != labels.ravel())
    return wrong[np.argsort(-confidences[wrong], kind="stable")[:n]]


def plot_mistakes(images, y_hat, labels):
    """Draw images (n, 784) in rows of six, each with its label and its guess."""
    n_rows = -(-len(images) // 6)
    figure, axes = plt.subplots(n_rows, 6, figsize=(11, 2.1 * n_rows + 0.8))
    for ax in axes.flat:
        ax.axis("off")
    for ax, image, confidences, label in zip(
        axes.flat, images, y_hat, labels.ravel(), strict=False
    ):
        guess = np.argmax(confidences)
        title = f"{label} taken for {guess}\n({confidences[guess]:.3f} sure)"
        plot_image(ax, image, title)
    return figure


if __name__ == "__main__":
    picture.check()
    import mnist as data

    w = train_weights(data, iterations=40, lr=1e-5)
    y_hat = forward(data.X_test, w)
    n = 18
    rows = find_mistakes(y_hat, data.Y_test, n)
    figure = plot_mistakes(data.X_test[rows, 1:], y_hat[rows], data.Y_test[rows])
    n_wrong = np.sum(np.argmax(y_hat, axis=1) != data.Y_test.ravel())
    figure.suptitle(f"The surest {len(rows)} of {n_wrong} mistakes")
    picture.show()
