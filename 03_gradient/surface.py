"""A surface over weight and bias, in three dimensions and from above, for pictures.

A surface is a function of w and b that gives a height, such as the loss. Axes in three
dimensions are those of add_subplot(projection="3d", computed_zorder=False).
"""

import numpy as np


def heights_of(surface, weights, biases):
    """The height at all pairs of weights (i,) and biases (j,): an array (j, i)."""
    return np.array([[surface(w, b) for w in weights] for b in biases])


def plot_surface(ax, surface, weights, biases):
    """Draw a surface over all pairs of weights and biases, on axes in 3D."""
    heights = heights_of(surface, weights, biases)
    grid = np.meshgrid(weights, biases)
    ax.plot_surface(*grid, heights, cmap="viridis", alpha=0.7, linewidth=0)
    ax.set_xlabel("weight w", labelpad=6)
    ax.set_ylabel("bias b", labelpad=6)
    ax.set_zlabel("loss", labelpad=7)
    ax.locator_params(nbins=5)
    ax.set_box_aspect((4, 4, 3), zoom=1)
    ax.view_init(elev=30, azim=-50)


def plot_point(ax, w, b, height, marker, color, label):
    """Mark a point on axes in 3D so that it is seen through the surface."""
    style = {"markersize": 14, "mec": "black", "zorder": 10}
    ax.plot([w], [b], [height], marker, color=color, label=label, **style)


def plot_lowest(ax, surface, weights, biases):
    """Mark the lowest point over all weights and biases, in 3D; returns its height."""
    heights = heights_of(surface, weights, biases)
    row, column = np.unravel_index(np.argmin(heights), heights.shape)
    height = heights[row, column]
    label = f"lowest point drawn: loss {height:.2f}"
    plot_point(ax, weights[column], biases[row], height, "X", "C2", label)
    return height


def plot_descent(ax, surface, path, style, color):
    """Draw a path of points (k, 2) on the surface, in 3D; returns its last height.

    The start is a white dot, the end a square in the color of the line.
    """
    heights = [surface(w, b) for w, b in path]
    label = f"from w = {path[0, 0]:g} to loss {heights[-1]:.2f}"
    ax.plot(*path.T, heights, style, color=color, lw=2, zorder=9, label=label)
    plot_point(ax, *path[0], heights[0], "o", "white", label=None)
    plot_point(ax, *path[-1], heights[-1], "s", color, label=None)
    return heights[-1]


def plot_contours(ax, surface, weights, biases, levels):
    """Draw a surface from above, by lines that join points of the same height."""
    heights = heights_of(surface, weights, biases)
    lines = ax.contour(weights, biases, heights, levels=levels, cmap="viridis")
    ax.clabel(lines, fmt="%.0f", fontsize=9)
    ax.set_xlabel("weight w")
    ax.set_ylabel("bias b")
