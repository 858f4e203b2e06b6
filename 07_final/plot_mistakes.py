"""Draw the most confident mistakes: wrong, and most sure of it.

Among the test images that are misclassified, these are the ones whose classifier was
the surest. Some of them a person might misread too; others are plain to read, but not
for a classifier that only adds up weighted pixels.

To tweak: n, at the bottom, from 1 to 48 images; or iterations: with more of them the
mistakes become fewer, but not all go.
"""

from mnist_classifier_fast import steps

import picture
from terminal import InputError

import numpy as np

from class_names import class_names
from idx import as_square
from mnist_classifier import forward


def find_mistakes(y_hat, labels, n):
    """The rows of the n surest mistakes, for y_hat (m, 10) and labels (m, 1)."""
    predictions, confidences = np.argmax(y_hat, axis=1), np.max(y_hat, axis=1)
    wrong = np.flatnonzero(predictions != labels.ravel())
    return wrong[np.argsort(-confidences[wrong], kind="stable")[:n]]


def plot_mistakes(figure, images, y_hat, labels, names):
    """Draw images (n, 784), each with its label (n, 1) and its prediction (n, 10)."""
    n_columns = 6 if len(images) <= 18 else 12
    axes = figure.subplots(-(-len(images) // n_columns), n_columns, squeeze=False)
    for ax in axes.flat:
        ax.axis("off")
    for i, ax in enumerate(axes.flat[: len(images)]):
        prediction = np.argmax(y_hat[i])
        ax.imshow(as_square(images[i]), cmap="gray_r")
        ax.set_title(
            f"{names[labels[i, 0]]}, taken for\n{names[prediction]} "
            f"({y_hat[i, prediction]:.3f})",
            fontsize=11,
        )


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(11, 6.4))
    import mnist as data

    n, iterations = 18, 200
    if n not in range(1, 49):
        raise InputError(f"n={n}: please give a number of images from 1 to 48.")
    print(f"Training. Iterations: {iterations}")
    # What steps yields last: the weights after all iterations.
    *_, (i, _, _, w) = steps(
        data.X_train, data.Y_train, data.X_test, data.Y_test, iterations, lr=1e-5
    )

    y_hat = forward(data.X_test, w)
    n_wrong = np.sum(np.argmax(y_hat, axis=1) != data.Y_test.ravel())
    rows = find_mistakes(y_hat, data.Y_test, n)
    images, names = data.X_test[rows, 1:], class_names(data.FOLDER)
    plot_mistakes(figure, images, y_hat[rows], data.Y_test[rows], names)
    figure.suptitle(f"The surest of {n_wrong} mistakes, and how sure. Iterations: {i}")
    picture.show()
