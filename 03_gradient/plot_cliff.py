"""Draw gradient descent on a surface with a cliff: it is thrown past the minimum.

New: a surface made up for this picture, and a gradient that is measured. On the cliff
one step leads far beyond the minimum at its foot, to a level plain, and ends there.

To tweak: lr, at the bottom. With lr=0.2 the steps are short enough to come down the
cliff and end in the minimum. With lr=0.004 the hiker never leaves the plateau.
"""

import picture

import numpy as np

from landscape import plot_descent, plot_lowest, plot_surface


def cliff(w, b):
    """The height of a plateau, a cliff at w = 0, a dip at its foot, and a plain."""
    plateau = 6 / (1 + np.exp(8 * w)) - 0.4 * np.tanh(w + 2)
    dip = 2.5 * np.exp(-(((w - 1.5) / 0.8) ** 2))
    return plateau - dip + 0.2 * b**2


if __name__ == "__main__":
    ax = picture.new_figure().add_subplot(projection="3d", computed_zorder=False)
    weights, biases = np.linspace(-2.5, 5.5, num=161), np.linspace(-2, 2, num=41)
    start, lr, iterations = (-1.2, -1.5), 0.4, 300

    plot_surface(ax, cliff, weights, biases)
    path = plot_descent(ax, cliff, start, lr, iterations, ".-", "C3")
    above = max(path[-1, 2] - plot_lowest(ax, cliff, weights, biases), 0)
    ax.view_init(elev=30, azim=-65)
    ax.legend(loc="upper right")
    longest = np.max(np.abs(np.diff(path[:, 0])), initial=0)
    moves = f"the longest step moves w by {longest:.2f}"
    ax.set_title(f"It ends {above:.2f} above the lowest loss; {moves}")
    picture.show()
