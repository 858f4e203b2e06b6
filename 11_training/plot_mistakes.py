"""Draw the surest mistakes of the network beside those of chapter 7's perceptron.

Some images mislead both; and some of those that mislead only the perceptron are plain
to read for a person. Both train as in plot_confusion_matrices.py.

To tweak: n, at the bottom: so many are drawn of each, in rows of four.
"""

import picture

import numpy as np

from comparison import train_both
from idx import as_square

if __name__ == "__main__":
    halves = picture.new_figure(figsize=(13, 6.4)).subfigures(ncols=2, wspace=0.08)
    import mnist as data

    n, n_images, iterations_perceptron, iterations_network = 12, 10000, 200, 100
    both = train_both(data, n_images, iterations_perceptron, iterations_network)
    labels = data.Y_test.ravel()
    for half, (name, y_hat) in zip(halves, both.items(), strict=True):
        guesses, sure = np.argmax(y_hat, axis=1), np.max(y_hat, axis=1)
        mistakes = np.flatnonzero(guesses != labels)
        surest = mistakes[np.argsort(-sure[mistakes], kind="stable")][:n]
        half.suptitle(f"{name}\nThe {len(surest)} surest of {len(mistakes)} mistakes")
        axes = half.subplots(-(-len(surest) // 4), 4, squeeze=False)
        for ax in axes.flat:
            ax.axis("off")
        for ax, row in zip(axes.flat, surest, strict=False):
            ax.imshow(as_square(data.X_test[row]), cmap="gray_r")
            title = f"{labels[row]} taken for {guesses[row]}\n({sure[row]:.4f} sure)"
            ax.set_title(title, fontsize=11, pad=4)
    picture.show()
