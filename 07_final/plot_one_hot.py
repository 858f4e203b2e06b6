"""Draw labels beside their one-hot rows.

Is it my digit, yes or no? A row has all ten answers for a label: nine zeros, and a one
in the column of its digit. A column is what one classifier learns from.

To tweak: n, at the bottom, the number of labels, from 1 to 20.
"""

import picture

import numpy as np

from class_names import class_names

if __name__ == "__main__":
    figure = picture.new_figure(figsize=(9, 6.4))
    import mnist as data

    n = 12
    labels, rows = data.Y_train_unencoded[:n], data.Y_train[:n].astype(int)
    names = class_names(data.FOLDER)
    left, right = figure.subplots(ncols=2, width_ratios=[2, 10])
    label_names = np.array(names)[labels]
    for ax, texts, colors in [(left, label_names, 0 * labels), (right, rows, rows)]:
        ax.imshow(colors, "Blues", vmin=0, vmax=1.5, aspect="auto")
        for (row, column), text in np.ndenumerate(texts):
            weight = "normal" if text == 0 else "bold"
            ax.text(column, row, text, weight=weight, ha="center", va="center")
        ax.set_xticks(np.arange(-0.5, texts.shape[1]), minor=True)
        ax.set_yticks(np.arange(-0.5, n), minor=True)
        ax.grid(visible=False)
        ax.grid(which="minor", color="C7")
    left.set(xticks=[], yticks=range(n), title="label", ylabel="example")
    right.set(yticks=[], title="one-hot row: a 1 in the label's column")
    right.set_xticks(range(10), names, rotation=0 if names[0] == "0" else 25)
    picture.show()
