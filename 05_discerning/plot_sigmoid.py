"""Draw the sigmoid, which turns any number into one between 0 and 1.

It comes ever closer to 0 and to 1, and never gets there. So a weighted sum z becomes a
prediction: 0.5 is undecided, and the farther z is from 0, the surer the prediction.

To tweak: the range of z, at the bottom. From -100 to 100 it looks like a step, from -1
to 1 like a straight line.
"""

import picture

import numpy as np

from classifier import sigmoid

if __name__ == "__main__":
    z = np.linspace(-8, 8, 200)

    ax = picture.new_figure().subplots()
    ax.hlines([0, 1], z.min(), z.max(), "C7", "--", label="the limits 0 and 1")
    ax.plot(z, sigmoid(z), "-", color="C3", linewidth=2.5, label="the sigmoid")
    ax.plot(0, sigmoid(0), "o", color="C0", markersize=10)
    ax.text(0, sigmoid(0), f"    sigmoid(0) = {sigmoid(0)}", va="top")
    ax.set(xlabel="weighted sum z", ylabel="sigmoid(z)")
    ax.set_title("The sigmoid turns any number into one between 0 and 1")
    ax.legend(loc="center left")
    picture.show()
