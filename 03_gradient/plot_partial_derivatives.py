"""Draw both partial derivatives at one point of the surface, and what they make.

New: the gradient of a surface. Each partial derivative is the slope of one slice, drawn
as a tangent (left). Together the two tangents span a plane that touches the surface
(right). The step of gradient descent goes down on it, by one part along the weight and
another along the bias: the steeper the slope, the longer the part.

To tweak: w, b and lr, at the bottom. At the minimum, 1.081 and 13.172, both tangents
are level, and there is no step.
"""

import picture
from terminal import table

import numpy as np

from gradient_descent_final import gradient, loss
from surface import plot_point, plot_surface


def plot_loss_at(ax, X, Y, w, b):
    """Draw the loss surface on 3D axes, and the point (w, b) on it."""
    weights, biases = np.linspace(-1, 3, num=61), np.linspace(-10, 40, num=51)
    plot_surface(ax, lambda w, b: loss(X, Y, w, b), weights, biases)
    plot_point(ax, w, b, loss(X, Y, w, b), "o", "white", f"w = {w}, b = {b}")


def plot_tangents(ax, X, Y, w, b):
    """Draw a tangent along the weight and one along the bias, which touch at (w, b)."""
    here = loss(X, Y, w, b)
    w_gradient, b_gradient = gradient(X, Y, w, b)
    change = np.array([-0.7, 0.7])
    label = f"slope along the weight: {w_gradient:.1f}"
    tangent = [w + change, [b, b], here + w_gradient * change]
    ax.plot(*tangent, "-", color="C3", lw=4, zorder=9, label=label)
    change = np.array([-15, 15])
    label = f"slope along the bias: {b_gradient:.1f}"
    tangent = [[w, w], b + change, here + b_gradient * change]
    ax.plot(*tangent, "--", color="C1", lw=4, zorder=9, label=label)


def plot_plane(ax, X, Y, w, b):
    """Draw the plane that both tangents at (w, b) lie in."""
    here = loss(X, Y, w, b)
    w_gradient, b_gradient = gradient(X, Y, w, b)
    w_change, b_change = np.meshgrid([-0.7, 0.7], [-15, 15])
    heights = here + w_gradient * w_change + b_gradient * b_change
    style = {"color": "C1", "alpha": 0.5, "shade": False, "zorder": 8}
    ax.plot_surface(w + w_change, b + b_change, heights, **style)


def plot_step(ax, X, Y, w, b, lr):
    """Draw the step of gradient descent from (w, b) on that plane."""
    here = loss(X, Y, w, b)
    w_gradient, b_gradient = gradient(X, Y, w, b)
    w_step, b_step = -w_gradient * lr, -b_gradient * lr
    there = here + w_gradient * w_step + b_gradient * b_step
    label = f"the step with lr = {lr:g}: w {w_step:+.3f}, b {b_step:+.3f}"
    step = [[w, w + w_step], [b, b + b_step], [here, there]]
    ax.plot(*step, "-", color="black", lw=4, zorder=9, label=label)


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(14, 6))
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    w, b = 0, 0

    in_3d = {"projection": "3d", "computed_zorder": False}
    left, right = figure.subplots(ncols=2, subplot_kw=in_3d)
    for ax in (left, right):
        plot_loss_at(ax, X, Y, w, b)
        plot_tangents(ax, X, Y, w, b)
    plot_plane(right, X, Y, w, b)
    plot_step(right, X, Y, w, b, lr=0.001)
    left.set_title("Two slices through a point have two slopes")
    right.set_title("Together they give the direction of the step")
    for ax in (left, right):
        ax.legend(loc="upper left", fontsize=10)
    picture.show()
