"""Draw why equal weights stay equal: equal columns give equal columns.

Each column of w1 belongs to a hidden node. Where all columns are equal, so are all
columns of the hidden nodes h: every node computes the same. Backward it is the same
again, since the nodes' rows of w2 are equal, too: all columns of w1's gradient are
equal, and after a step the columns of w1 still are. However many hidden nodes there
are, they act as one.

To tweak: start w1 and w2 with rng.normal(size=...) instead of np.full, at the bottom:
the columns differ, and keep differing.
"""

import picture

import numpy as np

from backpropagation import back, forward


def draw_matrix(ax, numbers, title, is_shaded):
    """Draw a matrix as a table of numbers, shaded or white."""
    shade = 0.2 if is_shaded else 0
    ax.imshow(np.full(numbers.shape, shade), "Oranges", vmin=0, vmax=1, aspect="auto")
    for (row, column), number in np.ndenumerate(numbers):
        ax.text(column, row, f"{number:.3f}", ha="center", va="center", fontsize=11)
    ax.set_xticks(np.arange(-0.5, numbers.shape[1]), minor=True)
    ax.set_yticks(np.arange(-0.5, numbers.shape[0]), minor=True)
    ax.set(xticks=[], yticks=[], title=title)
    ax.grid(which="minor", color="black")


def have_equal_columns(matrix):
    """Whether all columns of a matrix hold the same numbers."""
    return np.allclose(matrix, matrix[:, :1])


def plot_equal_weights(figure, X, Y, w1, w2):
    """Draw X, w1, the hidden nodes h that follow, and the gradient of w1."""
    y_hat, h = forward(X, w1, w2)
    w1_gradient, _ = back(X, Y, y_hat, w2, h)
    axes = figure.subplots(2, 2)
    draw_matrix(axes[0, 0], X, "X: inputs, an example a row", is_shaded=False)
    for ax, matrix, title in [
        (axes[0, 1], w1, "w1: a hidden node a column, bias on top"),
        (axes[1, 0], h, "forward: the hidden nodes h"),
        (axes[1, 1], w1_gradient, "backward: the gradient of w1"),
    ]:
        draw_matrix(ax, matrix, title, have_equal_columns(matrix))
    weights = "equal" if have_equal_columns(w1) else "different"
    gradients = "equal" if have_equal_columns(w1_gradient) else "different"
    stay = ", and stay equal" if weights == gradients == "equal" else ""
    figure.suptitle(
        f"{weights.capitalize()} columns of weights get {gradients} gradients{stay}"
    )


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(10, 6.4))
    rng = np.random.default_rng(seed=0)
    X = rng.uniform(size=(3, 4))
    Y = np.eye(2)[[0, 1, 1]]
    w1 = np.full((5, 3), 0.5)
    w2 = np.full((4, 2), 0.5)
    w2[:, 1] = -0.5

    plot_equal_weights(figure, X, Y, w1, w2)
    picture.show()
