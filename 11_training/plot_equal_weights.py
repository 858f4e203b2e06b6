"""Draw why equal weights stay equal: equal columns give equal columns.

Each column of w1 belongs to a hidden node. Where all are equal, every node computes the
same, a column of h. Backward it is the same again, since the nodes' rows of w2 are
equal, too: after a step the columns of w1 still are equal, and the nodes act as one.

To tweak: start w1 and w2 with rng.normal(size=...) instead of np.full, at the bottom:
the columns differ, and keep differing.
"""

import picture

import numpy as np

from backpropagation import back, forward


def draw_matrix(ax, numbers, title):
    """Draw a table, shaded if its columns are equal; returns "equal" or "different"."""
    are_equal = np.allclose(numbers, numbers[:, :1])
    shade = np.full(numbers.shape, 0.2 * are_equal)
    ax.imshow(shade, "Oranges", vmin=0, vmax=1, aspect="auto")
    for (row, column), number in np.ndenumerate(numbers):
        ax.text(column, row, f"{number:.3f}", ha="center", va="center", fontsize=11)
    ax.set_xticks(np.arange(-0.5, numbers.shape[1]), minor=True)
    ax.set_yticks(np.arange(-0.5, numbers.shape[0]), minor=True)
    ax.set(xticks=[], yticks=[], title=title)
    ax.grid(which="minor", color="black")
    return "equal" if are_equal else "different"


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(10, 6.4))
    rng = np.random.default_rng(seed=0)
    X = rng.uniform(size=(3, 4))
    Y = np.eye(2)[[0, 1, 1]]
    w1 = np.full((5, 3), 0.5)
    w2 = np.full((4, 2), 0.5)
    w2[:, 1] = -0.5

    y_hat, h = forward(X, w1, w2)
    w1_gradient, _ = back(X, Y, y_hat, w2, h)
    axes = figure.subplots(2, 2).ravel()
    draw_matrix(axes[0], X, "X: inputs, an example a row")
    weights = draw_matrix(axes[1], w1, "w1: a hidden node a column, bias on top")
    draw_matrix(axes[2], h, "forward: the hidden nodes h")
    gradients = draw_matrix(axes[3], w1_gradient, "backward: the gradient of w1")
    stay = ", and stay equal" if weights == gradients == "equal" else ""
    columns = f"{weights.capitalize()} columns of weights"
    figure.suptitle(f"{columns} get {gradients} gradients{stay}")
    picture.show()
