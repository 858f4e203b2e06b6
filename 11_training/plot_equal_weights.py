"""Draw why equal weights stay equal: equal columns give equal columns.

Each column of w1 belongs to a hidden node. Where all columns are equal, so are all
columns of the hidden nodes h: every node computes the same. Backward it is the same
again, since the nodes' rows of w2 are equal too, and stay so: all columns of w1's
gradient are equal, and after a step the columns of w1 still are. However many hidden
nodes there are, they act as one.

To tweak: start w1 and w2 with rng.normal(size=...) instead of np.full, at the bottom:
the columns differ, and keep differing.
"""

import picture

import matplotlib.pyplot as plt
import numpy as np

from backpropagation import back, forward


def draw_matrix(ax, numbers, title, equal_columns):
    """Draw a matrix as a table of numbers; columns of equal numbers are coloured."""
    shade = 0.2 if equal_columns else 0
    ax.imshow(np.full(numbers.shape, shade), "Oranges", vmin=0, vmax=1)
    for (row, column), number in np.ndenumerate(numbers):
        ax.text(column, row, f"{number:.2f}", ha="center", va="center", fontsize=11)
    ax.set_xticks(np.arange(-0.5, numbers.shape[1]), minor=True)
    ax.set_yticks(np.arange(-0.5, numbers.shape[0]), minor=True)
    ax.set(xticks=[], yticks=[], title=title)
    ax.grid(which="minor", color="black")


def have_equal_columns(matrix):
    """Whether all columns of a matrix hold the same numbers."""
    return np.allclose(matrix, matrix[:, :1])


def plot_equal_weights(X, Y, w1, w2):
    """Draw X, w1, the hidden nodes h that follow, and the gradient of w1."""
    y_hat, h = forward(X, w1, w2)
    w1_gradient, _ = back(X, Y, y_hat, w2, h)
    axes = plt.subplots(2, 2, figsize=(10, 7))[1]
    for ax, matrix, title in [
        (axes[0, 0], X, "X: inputs, an example a row"),
        (axes[0, 1], w1, "w1: a column for each hidden node, bias on top"),
        (axes[1, 0], h, "forward: the hidden nodes h"),
        (axes[1, 1], w1_gradient, "backward: the gradient of w1"),
    ]:
        equal = matrix is not X and have_equal_columns(matrix)
        draw_matrix(ax, matrix, title, equal)
    stay = have_equal_columns(w1_gradient)
    plt.suptitle(
        "Equal columns of weights get equal gradients, and stay equal"
        if stay
        else "Columns of weights that differ get different gradients"
    )


if __name__ == "__main__":
    rng = np.random.default_rng(seed=0)
    X = rng.uniform(size=(3, 4))
    Y = np.eye(2)[[0, 1, 1]]
    w1 = np.full((5, 3), 0.5)
    w2 = np.full((4, 2), 0.5)
    w2[:, 1] = -0.5

    plot_equal_weights(X, Y, w1, w2)
    picture.show()
