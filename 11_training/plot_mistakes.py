"""Draw the surest mistakes of the network beside those of chapter 7's perceptron.

Each of them is wrong, and very sure of it. Some images mislead both; and some of those
that mislead only the perceptron are plain to read for a person.

To tweak: n, at the bottom: so many are drawn of each, in rows of four.
"""

import picture

import matplotlib.pyplot as plt
import numpy as np

from backpropagation import forward, prepend_bias
from plot_confusion_matrices import perceptron, train_perceptron
from plot_hidden_nodes import plot_image, train_network


def find_mistakes(y_hat, labels, n):
    """The rows of the n surest mistakes, for y_hat (m, 10) and labels (m, 1)."""
    guesses, confidences = np.argmax(y_hat, axis=1), np.max(y_hat, axis=1)
    wrong = np.flatnonzero(guesses != labels.ravel())
    return wrong[np.argsort(-confidences[wrong], kind="stable")[:n]]


def plot_mistakes(figure, name, images, y_hat, labels, n):
    """Draw the n surest mistakes in rows of four, each with its label and its guess."""
    n_wrong = np.sum(np.argmax(y_hat, axis=1) != labels.ravel())
    figure.suptitle(f"{name}: the surest of {n_wrong} mistakes")
    axes = figure.subplots(-(-n // 4), 4).ravel()
    for ax, row in zip(axes, find_mistakes(y_hat, labels, n), strict=False):
        label, guess = labels[row].item(), np.argmax(y_hat[row])
        title = f"{label} taken for {guess}\n({y_hat[row, guess]:.4f} sure)"
        plot_image(ax, images[row], title)


if __name__ == "__main__":
    picture.check()
    import mnist as data

    w1, w2 = train_network(
        data, 200, n_images=5000, iterations=70, lr=0.4, weights_file=None
    )
    w = train_perceptron(data, n_images=5000, iterations=400, lr=1e-5)
    n = 12
    left, right = plt.figure(figsize=(14, 7)).subfigures(ncols=2)
    y_hat = perceptron.forward(prepend_bias(data.X_test), w)
    plot_mistakes(left, "Perceptron", data.X_test, y_hat, data.Y_test, n)
    y_hat, _ = forward(data.X_test, w1, w2)
    plot_mistakes(right, "Network", data.X_test, y_hat, data.Y_test, n)
    picture.show()
