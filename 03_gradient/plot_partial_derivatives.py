"""Draw both partial derivatives at one point of the surface, and what they make.

New: the gradient of a surface. Each partial derivative is the slope of a slice, drawn
as a tangent (left). Together they span a plane, on which the step goes down (right).

To tweak: w, b and lr, at the bottom. At the minimum, 1.081 and 13.172, both tangents
are level, and there is no step.
"""

import picture
from terminal import table

import numpy as np

from gradient_descent_final import gradient, loss
from landscape import plot_point, plot_surface

if __name__ == "__main__":
    in_3d = {"projection": "3d", "computed_zorder": False}
    axes = picture.new_figure(figsize=(14, 6)).subplots(ncols=2, subplot_kw=in_3d)
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    w, b, lr = 0, 0, 0.001
    w_gradient, b_gradient = gradient(X, Y, w, b)
    here = loss(X, Y, w, b)

    def on_plane(dw, db):
        """The point of the plane that is so far from (w, b), as three coordinates."""
        return w + dw, b + db, here + w_gradient * dw + b_gradient * db

    weights, biases = np.linspace(-1, 3, num=61), np.linspace(-10, 40, num=51)
    dw, db = np.meshgrid([-0.7, 0.7], [-15, 15])
    look = {"lw": 4, "zorder": 9}
    for ax in axes:
        plot_surface(ax, lambda w, b: loss(X, Y, w, b), weights, biases)
        plot_point(ax, w, b, here, "o", "white", f"w = {w}, b = {b}")
        label = f"slope along the weight: {w_gradient:.1f}"
        ax.plot(*on_plane(dw[0], np.zeros(2)), "-", color="C3", label=label, **look)
        label = f"slope along the bias: {b_gradient:.1f}"
        ax.plot(*on_plane(np.zeros(2), db[:, 0]), "--", color="C1", label=label, **look)
    ax.plot_surface(*on_plane(dw, db), color="C1", alpha=0.5, shade=False, zorder=8)
    w_step, b_step = -w_gradient * lr, -b_gradient * lr
    label = f"the step with lr = {lr:g}: w {w_step:+.3f}, b {b_step:+.3f}"
    step = on_plane(np.array([0, w_step]), np.array([0, b_step]))
    ax.plot(*step, "-", color="black", label=label, **look)
    axes[0].set_title("Two slices through a point have two slopes")
    axes[1].set_title("Together they give the direction of the step")
    for ax in axes:
        ax.legend(loc="upper left", fontsize=10)
    picture.show()
