"""Supporting code, skip at first: the loss as a curve or a surface, and ways on it.

A surface is a function of w and b that gives a height. Axes in 3D are those of
add_subplot(projection="3d", computed_zorder=False).
"""

import numpy as np

from descent import descend, measure_gradient
from gradient_descent_without_bias import loss


def plot_curve(ax, X, Y, weights):
    """Draw the loss for X, Y (m,) over weights (k,); returns its minimum's weight."""
    losses = [loss(X, Y, w, 0) for w in weights]
    ax.plot(weights, losses, color="C0", label="loss with b = 0")
    ax.set(xlabel="weight w", ylabel="loss (mean squared error)")
    best = np.sum(X * Y) / np.sum(X * X)  # Where the gradient is 0.
    lowest = loss(X, Y, best, 0)
    label = f"minimum: w = {best:.2f}, loss {lowest:.1f}"
    ax.plot(best, lowest, "X", color="C2", mec="black", ms=14, label=label)
    return best


def plot_surface(ax, surface, weights, biases):
    """Draw a surface over all pairs of weights (i,) and biases (j,), in 3D."""
    w, b = np.meshgrid(weights, biases)
    ax.plot_surface(w, b, np.vectorize(surface)(w, b), cmap="viridis", alpha=0.7, lw=0)
    ax.set_xlabel("weight w", labelpad=6)
    ax.set_ylabel("bias b", labelpad=6)
    ax.set_zlabel("loss", labelpad=7)
    ax.locator_params(nbins=5)
    ax.view_init(elev=30, azim=-50)


def plot_point(ax, w, b, height, marker, color, label=None):
    """Mark a point in 3D so that it is seen through the surface."""
    style = {"markersize": 14, "mec": "black", "zorder": 10}
    ax.plot([w], [b], [height], marker, color=color, label=label, **style)


def plot_lowest(ax, surface, weights, biases):
    """Mark the lowest point over all weights and biases, in 3D; returns its height."""
    height, w, b = min((surface(w, b), w, b) for w in weights for b in biases)
    plot_point(ax, w, b, height, "X", "C2", f"lowest point drawn: loss {height:.2f}")
    return height


def plot_descent(ax, surface, start, lr, iterations, style, color):
    """Draw gradient descent in 3D; returns w, b and height of its points: (k, 3)."""
    path = descend(measure_gradient, [surface], start, lr, iterations)
    points = np.array([(w, b, surface(w, b)) for w, b in path])
    label = f"from w = {points[0, 0]:g} to loss {points[-1, 2]:.2f}"
    ax.plot(*points.T, style, color=color, lw=2, zorder=9, label=label)
    plot_point(ax, *points[0], "o", "white")
    plot_point(ax, *points[-1], "s", color)
    return points


def plot_contours(ax, X, Y, levels):
    """Draw the loss for X, Y (m,) from above: lines join points of the same loss."""
    weights, biases = np.linspace(-8, 10, num=241), np.linspace(-50, 60, num=221)
    losses = [[loss(X, Y, w, b) for w in weights] for b in biases]
    lines = ax.contour(weights, biases, losses, levels=levels, cmap="viridis")
    ax.clabel(lines, fmt="%.0f", fontsize=9)
    ax.set(xlabel="weight w", ylabel="bias b")
