"""Draw gradient descent on a surface with a cliff: it is thrown past the minimum.

New: a loss surface made up for this picture, instead of the pizzeria's, and a gradient
that is measured: the height a little to the right, minus the height a little to the
left, tells how steep it is. On the cliff it is so steep that one step leads far beyond
the minimum at its foot, to a plain that is level: there the descent stays.

To tweak: lr, at the bottom. With lr=0.2 the steps are short enough to come down the
cliff and end in the minimum.
"""

import picture

import matplotlib.pyplot as plt
import numpy as np

from claim_slopes_of_slices import measure_gradient
from plot_descent_path import descend
from plot_loss_surface import plot_point, plot_surface


def cliff(w, b):
    """The height of a plateau, a cliff at w = 0, a dip at its foot, and a plain."""
    plateau = 6 / (1 + np.exp(8 * w)) - 0.4 * np.tanh(w + 2)
    dip = 2.5 * np.exp(-(((w - 1.5) / 0.8) ** 2))
    return plateau - dip + 0.2 * b**2


def plot_descent(ax, surface, start, lr, iterations, style, color):
    """Draw a descent on 3D axes that show the surface; returns the loss at its end."""
    path = descend(lambda w, b: measure_gradient(surface, w, b), start, lr, iterations)
    heights = np.array([surface(w, b) for w, b in path])
    label = f"from w = {start[0]} it ends at loss {heights[-1]:.2f}"
    ax.plot(*path.T, heights + 0.05, style, color=color, lw=2, zorder=9, label=label)
    plot_point(ax, *path[0], heights[0], "o", "white", label=None)
    plot_point(ax, *path[-1], heights[-1], "s", color, label=None)
    return heights[-1]


def plot_lowest(ax, surface, weights, biases):
    """Mark a surface's lowest point over all weights and biases; returns its loss."""
    points = [(surface(w, b), w, b) for w in weights for b in biases]
    height, w, b = min(points)
    plot_point(ax, w, b, height, "X", "C2", f"lowest point drawn: loss {height:.2f}")
    return height


if __name__ == "__main__":
    weights, biases = np.linspace(-2.5, 5.5, num=161), np.linspace(-2, 2, num=41)

    ax = plt.figure().add_subplot(projection="3d", computed_zorder=False)
    plot_surface(ax, cliff, weights, biases)
    end = plot_descent(
        ax, cliff, (-1.2, -1.5), lr=0.4, iterations=300, style=".-", color="C3"
    )
    lowest = plot_lowest(ax, cliff, weights, biases)
    ax.view_init(elev=30, azim=-65)
    ax.legend(loc="upper right")
    plt.title(f"Over a cliff to loss {end:.2f}; the lowest is {lowest:.2f}")
    picture.show()
