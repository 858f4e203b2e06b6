"""Draw labels beside their one-hot rows.

A classifier for the digit 3 needs the answer to "is it a 3?", yes or no, for every
image. One-hot encoding writes down all ten answers: a row for each label, nine zeros,
and a one in the column of its digit. A column is what one classifier learns from.

To tweak: n, at the bottom, the number of labels, from 1 to 20.
"""

import picture
from terminal import InputError

import numpy as np

from class_names import class_names


def plot_one_hot(figure, labels, rows, names):
    """Draw labels (m, 1) as a column, and their one-hot rows (m, 10) beside it."""
    m, n_classes = rows.shape
    left, right = figure.subplots(ncols=2, width_ratios=[2, n_classes])
    label_names = np.array(names)[labels]
    for ax, texts, colors in [(left, label_names, 0 * labels), (right, rows, rows)]:
        ax.imshow(colors, "Blues", vmin=0, vmax=1.5, aspect="auto")
        for (row, column), text in np.ndenumerate(texts):
            weight = "normal" if text == 0 else "bold"
            text = text if ax is left else int(text)
            ax.text(column, row, text, ha="center", va="center", weight=weight)
        ax.set_xticks(np.arange(-0.5, texts.shape[1]), minor=True)
        ax.set_yticks(np.arange(-0.5, m), minor=True)
        ax.grid(visible=False)
        ax.grid(which="minor", color="C7")
    left.set(xticks=[], yticks=range(m), title="label", ylabel="example")
    right.set(yticks=[], title="one-hot row: a 1 in the label's column")
    right.set_xticks(range(n_classes), names, rotation=0 if names[0] == "0" else 25)


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(9, 6.4))
    import mnist as data

    n = 12
    if n not in range(1, 21):
        raise InputError(f"n={n}: please give a number of labels from 1 to 20.")
    names = class_names(data.FOLDER)
    plot_one_hot(figure, data.Y_train_unencoded[:n], data.Y_train[:n], names)
    picture.show()
