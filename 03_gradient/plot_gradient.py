"""Draw the gradient on the loss curve: an arrow that points uphill.

New: the gradient, the slope at the hiker's place. Its arrow lies on the tangent, and is
as long as the slope is steep. The hiker steps against it.

To tweak: w and lr, at the bottom. With w=3 uphill is to the right; with w=1.84 the
hiker stays. With lr=0.005 the step leads across the minimum, and ends higher.
"""

import picture
from terminal import table

import numpy as np

from gradient_descent_without_bias import gradient, loss
from landscape import plot_curve


def plot_arrow(ax, start, end, color, label):
    """Draw an arrow from start to end, two points, with a label in the legend."""
    look = {"color": color, "lw": 3, "mutation_scale": 22, "shrinkA": 0, "shrinkB": 0}
    arrow = {"arrowstyle": "-|>", **look}
    ax.annotate("", xy=end, xytext=start, arrowprops=arrow, zorder=3)
    ax.plot([], [], color=color, lw=3, label=label)
    ax.update_datalim([start, end])


if __name__ == "__main__":
    ax = picture.new_figure().subplots()
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    w, lr = 0.5, 0.001
    here, slope = loss(X, Y, w, 0), gradient(X, Y, w)
    step = -slope * lr

    plot_curve(ax, X, Y, weights=np.linspace(-1, 4, num=501))
    side = "right" if slope > 0 else "left"
    label = f"the gradient: {slope:.1f}, uphill is to the {side}"
    run, rise = slope / 1000, slope * slope / 1000  # A unit for every 1000.
    plot_arrow(ax, (w, here), (w + run, here + rise), "C1", label)
    tangent = [w - run, w + run], [here - rise, here + rise]
    ax.plot(*tangent, "--", color="C1", lw=1, label="the tangent")
    label = f"the step with lr = {lr:g}: {step:+.3f}"
    plot_arrow(ax, (w, here), (w + step, here), "C3", label)
    label = f"the hiker at w = {w:g}"
    ax.plot(w, here, "o", color="white", mec="black", ms=14, zorder=4, label=label)
    losses = f"loss {here:.1f} to {loss(X, Y, w + step, 0):.1f}"
    ax.set_title(f"The gradient points uphill; a step: {losses}")
    ax.legend(loc="upper right")
    picture.show()
