"""Draw the gradient on the loss curve: an arrow that points uphill.

New: the gradient, which is the slope of the curve at the hiker's place. Its arrow lies
on the tangent, and is as long as the slope is steep. The hiker goes against it, by lr
times the gradient. The two arrows always point to opposite sides.

To tweak: w and lr, at the bottom. With w=3 uphill is to the right, and the step leads
to the left; with w=1.84 there is hardly a slope, and the hiker stays. With lr=0.005 the
step leads across the minimum, and ends higher than it began.
"""

import picture
from terminal import table

import numpy as np

from gradient_descent_without_bias import gradient, loss
from loss_curve import plot_loss, plot_minimum


def plot_arrow(ax, start, end, color, label):
    """Draw an arrow from start to end, two points, with a label in the legend."""
    arrow = {"arrowstyle": "-|>", "color": color, "lw": 3, "mutation_scale": 22}
    arrow |= {"shrinkA": 0, "shrinkB": 0}
    ax.annotate("", xy=end, xytext=start, arrowprops=arrow, zorder=3)
    ax.plot([], [], color=color, lw=3, label=label)
    ax.update_datalim([start, end])


def plot_gradient(ax, X, Y, w):
    """Draw the gradient at w: an arrow uphill on the tangent, a unit for every 1000."""
    here, slope = loss(X, Y, w, 0), gradient(X, Y, w)
    end = w + slope / 1000, here + slope * slope / 1000
    side = "right" if slope > 0 else "left"
    label = f"the gradient: {slope:.1f}, uphill is to the {side}"
    plot_arrow(ax, (w, here), end, "C1", label)
    beyond = 2 * np.array([w, here]) - end
    ax.plot(*np.transpose([beyond, end]), "--", color="C1", lw=1, label="the tangent")


def plot_step(ax, X, Y, w, lr):
    """Draw the hiker at w, and the step against the gradient; returns both losses."""
    here, step = loss(X, Y, w, 0), -gradient(X, Y, w) * lr
    label = f"the step with lr = {lr:g}: {step:+.3f}"
    plot_arrow(ax, (w, here), (w + step, here), "C3", label)
    style = {"color": "white", "mec": "black", "markersize": 14, "zorder": 4}
    ax.plot(w, here, "o", label=f"the hiker at w = {w:g}", **style)
    return here, loss(X, Y, w + step, 0)


if __name__ == "__main__":
    ax = picture.new_figure().subplots()
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    w = 0.5

    plot_loss(ax, X, Y, weights=np.linspace(-1, 4, num=501))
    plot_minimum(ax, X, Y)
    plot_gradient(ax, X, Y, w)
    here, there = plot_step(ax, X, Y, w, lr=0.001)
    ax.set_title(f"The gradient points uphill; a step: loss {here:.1f} to {there:.1f}")
    ax.legend(loc="upper right")
    picture.show()
