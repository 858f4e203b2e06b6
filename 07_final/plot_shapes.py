"""Draw the shapes of the multiplication that classifies all images at once.

A row of X (an image) times a column of w (a digit) gives one number, so the product has
a row for each image and a column for each digit. Every input needs its weight.

To tweak: the data, at the bottom. Use data.X_test, and only the first size changes.
"""

import picture

import numpy as np
from matplotlib.patches import Rectangle

CENTERED = {"ha": "center", "va": "center"}


def plot_matrix(ax, x, name, shape, size, color):
    """Draw a matrix at x as a box of a size, with its name and its shape."""
    width, height = size
    box = (x, -height / 2), width, height
    ax.add_patch(Rectangle(*box, fc=color, ec="black", alpha=0.6))
    ax.text(x + width / 2, 0, name, **CENTERED, fontsize=18)
    ax.text(x - 0.3, 0, shape[0], rotation=90, **CENTERED, fontsize=13)
    ax.text(x + width / 2, height / 2 + 0.4, shape[1], **CENTERED, fontsize=13)


if __name__ == "__main__":
    ax = picture.new_figure(figsize=(8, 6.4)).add_subplot()
    import mnist as data

    X = data.X_train
    w = np.zeros((X.shape[1], data.Y_train.shape[1]))
    product = np.matmul(X, w)
    plot_matrix(ax, 0, "X", X.shape, (3, 8), "C9")
    plot_matrix(ax, 5, "w", w.shape, (0.9, 3), "C1")
    plot_matrix(ax, 8.2, "X · w", product.shape, (1.44, 8), "C2")
    ax.text(4, 0, "·", **CENTERED, fontsize=30)
    ax.text(7, 0, "=", **CENTERED, fontsize=30)
    equal = f"the inner sizes are equal: {X.shape[1]} inputs, {w.shape[0]} weights"
    ax.text(4.8, -5, equal, ha="center", color="C3", fontsize=13)
    bow = "arc3,rad=0.3"
    looks = {"arrowstyle": "<|-|>", "color": "C3", "lw": 2, "connectionstyle": bow}
    ax.annotate("", xy=(2, 4.4), xytext=(4.7, 0.6), arrowprops=looks)
    ax.set(xlim=(-1, 10), ylim=(-5.5, 5.5), aspect="equal")
    ax.axis("off")
    ax.set_title(f"{X.shape} · {w.shape} = {product.shape}")
    picture.show()
