"""Draw the loss over the weight: a curve with one lowest point.

The cross marks it. Gradient descent finds that point without seeing the curve.

To tweak: the range of weights, at the bottom. Over -50 to 50 the curve looks as if the
lowest point were at 0: seen from far away, the right weight is hard to make out.
"""

import picture
from terminal import table

import numpy as np

from landscape import plot_curve

if __name__ == "__main__":
    ax = picture.new_figure().subplots()
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)

    best = plot_curve(ax, X, Y, weights=np.linspace(-1, 4, num=501))
    ax.set_title(f"The loss has one minimum, at w = {best:.2f}")
    ax.legend()
    picture.show()
