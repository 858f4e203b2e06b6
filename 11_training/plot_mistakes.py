"""Draw the surest mistakes of the network beside those of chapter 7's perceptron.

Each of them is wrong, and very sure of it. Some images mislead both; and some of those
that mislead only the perceptron are plain to read for a person. Both train as in
plot_confusion_matrices.py.

To tweak: n, at the bottom: so many are drawn of each, in rows of four.
"""

import picture
from terminal import InputError

import numpy as np

import perceptron
from comparison import train_network, train_perceptron
from idx import as_square
from neural_network import forward, prepend_bias


def find_mistakes(y_hat, labels):
    """The rows of all mistakes, the surest first, for y_hat (m, 10), labels (m, 1)."""
    guesses, confidences = np.argmax(y_hat, axis=1), np.max(y_hat, axis=1)
    wrong = np.flatnonzero(guesses != labels.ravel())
    return wrong[np.argsort(-confidences[wrong], kind="stable")]


def plot_mistakes(figure, name, images, y_hat, labels, n):
    """Draw the n surest mistakes in rows of four, each with its label and its guess.

    name is the title's first line. Raises InputError if there are not so many.
    """
    mistakes = find_mistakes(y_hat, labels)
    if n > len(mistakes):
        raise InputError(f"n={n}: there are {len(mistakes)} mistakes.")
    figure.suptitle(f"{name}\nThe {n} surest of {len(mistakes)} mistakes")
    axes = figure.subplots(-(-n // 4), 4, squeeze=False).ravel()
    for ax in axes:
        ax.axis("off")
    for ax, row in zip(axes, mistakes[:n], strict=False):
        label, guess = labels[row].item(), np.argmax(y_hat[row])
        ax.imshow(as_square(images[row]), cmap="gray_r")
        title = f"{label} taken for {guess}\n({y_hat[row, guess]:.4f} sure)"
        ax.set_title(title, fontsize=11, pad=4)


if __name__ == "__main__":
    left, right = picture.new_figure(figsize=(13, 6.4)).subfigures(ncols=2, wspace=0.08)
    import mnist as data

    n, n_images, iterations_perceptron, iterations_network = 12, 10000, 200, 100
    if n < 1:
        raise InputError(f"n={n}: draw 1 mistake or more.")
    w = train_perceptron(data, n_images, iterations_perceptron, lr=1e-5)
    w1, w2 = train_network(data, 200, n_images, iterations_network, lr=0.4)
    y_hat = perceptron.forward(prepend_bias(data.X_test), w)
    name = f"Perceptron, iterations: {iterations_perceptron}, images: {n_images}"
    plot_mistakes(left, name, data.X_test, y_hat, data.Y_test, n)
    y_hat, _ = forward(data.X_test, w1, w2)
    name = f"Network, iterations: {iterations_network}, images: {n_images}"
    plot_mistakes(right, name, data.X_test, y_hat, data.Y_test, n)
    picture.show()
