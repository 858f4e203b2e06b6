"""Draw labels beside their one-hot rows.

A classifier for the digit 3 needs the answer to "is it a 3?", yes or no, for every
image. One-hot encoding writes down all ten answers: a row for each label, nine zeros,
and a one in the column of its digit. A column is what one classifier learns from.

To tweak: n, at the bottom, the number of labels.
"""

import picture

import matplotlib.pyplot as plt
import numpy as np


def plot_one_hot(labels, rows):
    """Draw labels (m, 1) as a column of numbers, and their one-hot rows beside it."""
    m, n_classes = rows.shape
    left, right = plt.subplots(ncols=2, width_ratios=[1, n_classes], figsize=(10, 8))[1]
    for ax, numbers in [(left, labels), (right, rows)]:
        ax.imshow(numbers if ax is right else np.zeros_like(labels), "Blues", vmax=1.5)
        for (row, column), number in np.ndenumerate(numbers):
            weight = "bold" if ax is left or number == 1 else "normal"
            ax.text(column, row, number, ha="center", va="center", weight=weight)
        ax.set_xticks(np.arange(-0.5, numbers.shape[1]), minor=True)
        ax.set_yticks(np.arange(-0.5, m), minor=True)
        ax.grid(visible=False)
        ax.grid(which="minor", color="C7")
    left.set(xticks=[], yticks=range(m), title="label", ylabel="example")
    right.set(xticks=range(n_classes), yticks=[], title="one-hot row: a 1 at the label")
    right.set_xlabel("column, one for each digit")


if __name__ == "__main__":
    import mnist as data

    n = 12
    plot_one_hot(data.Y_train_unencoded[:n], data.Y_train[:n])
    picture.show()
