"""Draw the shapes of the multiplication that classifies all images at once.

X has a row for each image, w a column for each digit. A row of X times a column of w
gives one number, so the product has a row for each image and a column for each digit.
The inner sizes must be equal: every input needs its weight.

To tweak: the data, at the bottom. Use data.X_test, and only the first size changes.
"""

import picture

import numpy as np
from matplotlib.patches import Rectangle

CENTERED = {"ha": "center", "va": "center"}


def plot_matrix(ax, x, name, shape, size, color):
    """Draw a matrix at x as a box of a size, with its name and its shape."""
    width, height = size
    box = Rectangle((x, -height / 2), width, height, fc=color, ec="black", alpha=0.6)
    ax.add_patch(box)
    ax.text(x + width / 2, 0, name, **CENTERED, fontsize=18)
    ax.text(x - 0.3, 0, shape[0], rotation=90, **CENTERED, fontsize=13)
    ax.text(x + width / 2, height / 2 + 0.4, shape[1], **CENTERED, fontsize=13)


def plot_shapes(ax, X_shape, w_shape, product_shape):
    """Draw X times w as boxes; sides of the same length are drawn alike."""
    plot_matrix(ax, 0, "X", X_shape, (3, 8), "C9")
    plot_matrix(ax, 5, "w", w_shape, (0.9, 3), "C1")
    plot_matrix(ax, 8.2, "X · w", product_shape, (1.44, 8), "C2")
    ax.text(4, 0, "·", **CENTERED, fontsize=30)
    ax.text(7, 0, "=", **CENTERED, fontsize=30)
    equal = f"the inner sizes are equal: {X_shape[1]} inputs, {w_shape[0]} weights"
    ax.text(4.8, -5, equal, ha="center", color="C3", fontsize=13)
    looks = {"arrowstyle": "<|-|>", "color": "C3", "lw": 2}
    looks["connectionstyle"] = "arc3,rad=0.3"
    ax.annotate("", xy=(2, 4.4), xytext=(4.7, 0.6), arrowprops=looks)
    ax.set(xlim=(-1, 10), ylim=(-5.5, 5.5), aspect="equal")
    ax.axis("off")
    ax.set_title(f"{X_shape} · {w_shape} = {product_shape}")


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(8, 6.4))
    import mnist as data

    X = data.X_train
    w = np.zeros((X.shape[1], data.Y_train.shape[1]))
    plot_shapes(figure.add_subplot(), X.shape, w.shape, np.matmul(X, w).shape)
    picture.show()
