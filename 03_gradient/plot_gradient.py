"""Draw where the hiker stands on the loss curve, and how steep it is there.

New: the gradient, which is the slope of the curve at the hiker's place, drawn as a
tangent. It is negative where the curve falls to the right. The way down is always
against the gradient, and the steeper the slope, the longer the step.

To tweak: both w, at the bottom. With w=3 the slope rises to the right, and the step
leads to the left; with w=1.84 the tangent is almost level, and the hiker stays.
"""

import picture
from terminal import table

import matplotlib.pyplot as plt
import numpy as np

from gradient_descent_without_bias import gradient, loss
from plot_loss import plot_loss, plot_minimum


def plot_tangent(X, Y, w, width):
    """Draw the tangent to the loss curve at w: as steep as the gradient says."""
    here, slope = loss(X, Y, w, 0), gradient(X, Y, w)
    ends = np.array([w - width / 2, w + width / 2])
    label = f"tangent: the gradient is {slope:.0f}"
    plt.plot(ends, here + slope * (ends - w), "--", color="C1", lw=3, label=label)


def plot_step(X, Y, w, lr):
    """Draw the hiker at w, and an arrow to where the next step leads.

    Returns the losses at both.
    """
    here = loss(X, Y, w, 0)
    next_w = w - gradient(X, Y, w) * lr
    label = f"the hiker at w = {w:.2f}, next step {next_w - w:+.2f}"
    plt.plot(w, here, "o", color="C3", mec="black", markersize=14, label=label)
    plt.annotate(
        "",
        xy=(next_w, here),
        xytext=(w, here),
        arrowprops={"arrowstyle": "-|>", "color": "C3", "lw": 2, "mutation_scale": 20},
    )
    return here, loss(X, Y, next_w, 0)


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    weights = np.linspace(-1, 4, num=501)

    plot_loss(X, Y, weights)
    plot_minimum(X, Y)
    plot_tangent(X, Y, w=0.5, width=1.2)
    here, there = plot_step(X, Y, w=0.5, lr=0.001)
    plt.title(f"A step against the slope: from loss {here:.1f} to {there:.1f}")
    plt.legend(loc="upper right")
    picture.show()
