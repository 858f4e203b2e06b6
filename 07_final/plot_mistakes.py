"""Draw the most confident mistakes: wrong, and most sure of it.

Some a person might misread, too; others mislead only a sum of weighted pixels.

To tweak: n, at the bottom, from 1 to 48; or iterations: more leave fewer mistakes.
"""

from mnist_classifier_fast import steps

import picture

import numpy as np

from class_names import class_names
from idx import as_square
from mnist_classifier import forward

if __name__ == "__main__":
    figure = picture.new_figure(figsize=(11, 6.4))
    import mnist as data

    n, iterations = 18, 200
    print(f"Training. Iterations: {iterations}")
    images = data.X_train, data.Y_train, data.X_test, data.Y_test
    *_, (i, _, _, w) = steps(*images, iterations, lr=1e-5)
    y_hat, labels = forward(data.X_test, w), data.Y_test
    wrong = np.flatnonzero(np.argmax(y_hat, axis=1) != labels.ravel())
    surest = wrong[np.argsort(-np.max(y_hat[wrong], axis=1), kind="stable")[:n]]

    names = class_names(data.FOLDER)
    n_columns = 6 if n <= 18 else 12
    for place, row in enumerate(surest, start=1):
        ax = figure.add_subplot(-(-n // n_columns), n_columns, place)
        ax.axis("off")
        ax.imshow(as_square(data.X_test[row, 1:]), cmap="gray_r")
        guess = f"{names[np.argmax(y_hat[row])]} ({np.max(y_hat[row]):.3f})"
        ax.set_title(f"{names[labels[row, 0]]}, taken for\n{guess}", fontsize=11)
    title = f"The surest of {len(wrong)} mistakes, and how sure."
    figure.suptitle(f"{title} Iterations: {i}")
    picture.show()
