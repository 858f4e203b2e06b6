"""A partial derivative is the slope of the slice through the surface.

The slope is measured, from heights epsilon to both sides; the derivative is computed.

To tweak: epsilon, at the bottom. With epsilon=1 the slopes are still right, as the
slices are parabolas; with epsilon=1e-13 rounding spoils them.
"""

from terminal import table

import numpy as np

from descent import measure_gradient
from gradient_descent_final import gradient, loss

if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    epsilon = 1e-3

    print("                     slice along the weight      slice along the bias")
    print("      w        b      measured     derivative      measured   derivative")
    for w, b in [(0, 0), (3, 0), (0, 40), (-1, -10), (1.844, 0), (1.081, 13.172)]:
        measured = measure_gradient(lambda w, b: loss(X, Y, w, b), w, b, epsilon)
        w_gradient, b_gradient = gradient(X, Y, w, b)
        print(f"{w:7.3f}{b:9.3f}{measured[0]:14.4f}{w_gradient:15.4f}", end="")
        print(f"{measured[1]:14.4f}{b_gradient:13.4f}")
