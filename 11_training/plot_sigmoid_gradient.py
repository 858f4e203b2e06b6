"""Draw the sigmoid and its slope: steepest in the middle, level at both ends.

The slope can be computed from the sigmoid's own output, h * (1 - h): no exponential is
needed again on the way back. The crosses are measured, by a nudge of z: they lie on the
computed curve. It is never more than 0.25; and where the sigmoid is close
to 0 or 1 it is almost 0, so that hardly any gradient passes.

To tweak: z, at the bottom, where the tangent is drawn.
"""

import picture

import matplotlib.pyplot as plt
import numpy as np

from backpropagation import sigmoid, sigmoid_gradient
from claim_chain_rule import measure_slope


def plot_sigmoid_gradient(z):
    """Draw both curves, and a tangent at z that is as steep as the lower curve says."""
    numbers = np.linspace(-8, 8, num=321)
    h = sigmoid(numbers)
    plt.plot(numbers, h, "-", color="C0", lw=3, label="sigmoid: h")
    label = "its slope, from its output: h · (1 - h)"
    plt.plot(numbers, sigmoid_gradient(h), "-.", color="C3", lw=3, label=label)

    measured = measure_slope(sigmoid, numbers)
    apart = np.max(np.abs(sigmoid_gradient(h) - measured))
    label = f"the slope, measured: {apart:.6f} apart at most"
    marks = {"color": "black", "markersize": 9, "markeredgewidth": 2}
    plt.plot(numbers[::20], measured[::20], "x", label=label, **marks)

    here, slope = sigmoid(z), sigmoid_gradient(sigmoid(z))
    ends = np.array([z - 1.5, z + 1.5])
    label = f"tangent at z = {z}: slope {slope:.3f}"
    plt.plot(ends, here + slope * (ends - z), "--", color="C1", lw=3, label=label)
    plt.plot([z, z], [slope, here], "o:", color="black", markersize=8)
    plt.xlabel("weighted sum z")
    plt.ylabel("output h, and its slope")
    plt.legend(loc="upper left")
    plt.title(f"The slope is at most {sigmoid_gradient(sigmoid(0)):.2f}, at z = 0")


if __name__ == "__main__":
    plot_sigmoid_gradient(z=1)
    picture.show()
