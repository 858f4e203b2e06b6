"""Draw the sigmoid and its slope: steepest in the middle, level at both ends.

Its output gives the slope, h * (1 - h), without another exponential. The crosses are
measured, by a nudge of z. Where the slope is almost 0, hardly any gradient passes.

To tweak: z, at the bottom, where the tangent is drawn.
"""

import picture

import numpy as np

from backpropagation import sigmoid, sigmoid_gradient
from gradient_check import measure_slope

if __name__ == "__main__":
    ax = picture.new_figure().subplots()
    z = 1
    zs = np.linspace(-8, 8, num=321)
    h = sigmoid(zs)
    slopes, measured = sigmoid_gradient(h), measure_slope(sigmoid, zs)
    ax.plot(zs, h, "-C0", lw=3, label="sigmoid: h")
    ax.plot(zs, slopes, "-.C3", lw=3, label="its slope, from its output: h · (1 - h)")
    apart = np.max(np.abs(slopes - measured))
    label = f"the slope, measured: {apart:.6f} apart at most"
    ax.plot(zs[::20], measured[::20], "x", color="black", ms=9, mew=2, label=label)

    here, slope = sigmoid(z), sigmoid_gradient(sigmoid(z))
    ends = np.array([z - 1.5, z + 1.5])
    label = f"tangent at z = {z:g}: slope {slope:.3g}"
    ax.plot(ends, here + slope * (ends - z), "--C1", lw=3, label=label)
    ax.plot([z, z], [slope, here], "o:", color="black", ms=8)
    ax.set(xlabel="weighted sum z", ylabel="output h, and its slope")
    ax.legend(loc="upper left")
    steepest = zs[np.argmax(slopes)]
    ax.set_title(f"The slope is at most {np.max(slopes):.2f}, at z = {steepest:g}")
    picture.show()
