"""Draw the sigmoid, which turns any number into one between 0 and 1.

It comes ever closer to 0 on the left and to 1 on the right, and never gets there. So a
weighted sum z, which can be any number, becomes a prediction between no and yes: 0.5 is
undecided, and the farther z is from 0, the surer the prediction.

To tweak: the range of z, at the bottom. From -100 to 100 the sigmoid looks like a step,
from -1 to 1 like a straight line.
"""

import picture

import matplotlib.pyplot as plt
import numpy as np

from classifier import sigmoid

if __name__ == "__main__":
    z = np.linspace(-8, 8, 200)

    picture.new_figure()
    limits = {"linestyles": "--", "color": "C7", "label": "the limits 0 and 1"}
    plt.hlines([0, 1], z.min(), z.max(), **limits)
    plt.plot(z, sigmoid(z), "-", color="C3", linewidth=2.5, label="the sigmoid")
    plt.plot(0, sigmoid(0), "o", color="C0", markersize=10)
    plt.text(0, sigmoid(0), f"    sigmoid(0) = {sigmoid(0)}", va="top")
    plt.xlabel("weighted sum z")
    plt.ylabel("sigmoid(z)")
    plt.title("The sigmoid turns any number into one between 0 and 1")
    plt.legend(loc="center left")
    picture.show()
