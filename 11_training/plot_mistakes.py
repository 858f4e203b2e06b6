"""Draw the surest mistakes of the network beside those of chapter 7's perceptron.

Each of them is wrong, and very sure of it. Some images mislead both; and some of those
that mislead only the perceptron are plain to read for a person. Both train as in
plot_confusion_matrices.py.

To tweak: n, at the bottom: so many are drawn of each, in rows of four.
"""

import picture

import numpy as np

from comparison import train_both
from idx import as_square


def plot_mistakes(figure, name, images, y_hat, labels, n):
    """Draw the n surest mistakes of predictions y_hat (m, 10) for labels (m, 1)."""
    guesses, confidences = np.argmax(y_hat, axis=1), np.max(y_hat, axis=1)
    mistakes = np.flatnonzero(guesses != labels.ravel())
    surest = mistakes[np.argsort(-confidences[mistakes], kind="stable")][:n]
    figure.suptitle(f"{name}\nThe {len(surest)} surest of {len(mistakes)} mistakes")
    axes = figure.subplots(-(-len(surest) // 4), 4, squeeze=False).ravel()
    for ax in axes:
        ax.axis("off")
    for ax, row in zip(axes, surest, strict=False):
        ax.imshow(as_square(images[row]), cmap="gray_r")
        title = f"{labels[row, 0]} taken for {guesses[row]}"
        ax.set_title(f"{title}\n({confidences[row]:.4f} sure)", fontsize=11, pad=4)


if __name__ == "__main__":
    halves = picture.new_figure(figsize=(13, 6.4)).subfigures(ncols=2, wspace=0.08)
    import mnist as data

    n, n_images, iterations_perceptron, iterations_network = 12, 10000, 200, 100
    both = train_both(data, n_images, iterations_perceptron, iterations_network)
    for half, (name, y_hat) in zip(halves, both.items(), strict=True):
        plot_mistakes(half, name, data.X_test, y_hat, data.Y_test, n)
    picture.show()
