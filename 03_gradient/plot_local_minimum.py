"""Draw gradient descent on a surface with two dips: the start decides where it ends.

New: a local minimum. All slopes lead into it, so gradient descent never gets out.

To tweak: both starts, at the bottom. The ridge between the dips is at w=0.1.
"""

import picture

import numpy as np

from landscape import plot_descent, plot_lowest, plot_surface


def two_dips(w, b):
    """The height of a surface with a dip near w = -1 and a shallower one near w = 1."""
    return (w**2 - 1) ** 2 + 0.4 * w + 0.3 * b**2


if __name__ == "__main__":
    ax = picture.new_figure().add_subplot(projection="3d", computed_zorder=False)
    weights, biases = np.linspace(-1.6, 1.6, num=65), np.linspace(-1.5, 1.5, num=61)
    lr, iterations = 0.05, 200

    plot_surface(ax, two_dips, weights, biases)
    left = plot_descent(ax, two_dips, (-0.1, -1.4), lr, iterations, ".-", "C1")
    right = plot_descent(ax, two_dips, (0.3, -1.4), lr, iterations, ".--", "C3")
    plot_lowest(ax, two_dips, weights, biases)
    ax.view_init(elev=50, azim=-75)
    ax.legend(loc="upper right")
    starts = np.linalg.norm(right[0, :2] - left[0, :2])
    ends = abs(right[-1, 2] - left[-1, 2])
    ax.set_title(f"Starts {starts:.2f} apart, and in the end losses {ends:.2f} apart")
    picture.show()
