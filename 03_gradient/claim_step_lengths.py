"""The gradient points uphill, and a step is as long as the slope is steep.

A little in the direction of the gradient the loss is higher, a little against it lower.
The steps, lr times the slope, shrink; in the end rounding hides which way is uphill.

To tweak: lr, at the bottom. With lr=0.004 each step leads across the minimum, so the
slope changes its sign every time; the steps still shrink, by a quarter each.
"""

from terminal import stop_if_diverged, table

import numpy as np

from gradient_descent_without_bias import gradient, loss

if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    iterations, lr = 10, 0.001

    for w in (0, 4):
        print(f"\nfrom w = {w}      the gradient                    loss")
        print("        w        (slope)    uphill       here   downhill        step")
        n_uphill, steps = 0, []
        for _ in range(iterations):
            here, slope = loss(X, Y, w, 0), gradient(X, Y, w)
            stop_if_diverged(here)
            nudge = 0.001 * np.sign(slope)
            uphill, downhill = loss(X, Y, w + nudge, 0), loss(X, Y, w - nudge, 0)
            n_uphill += uphill > downhill
            steps.append(-slope * lr)
            print(f"{w:9.4f}{slope:15.4f}{uphill:10.3f}{here:11.3f}", end="")
            print(f"{downhill:11.3f}{steps[-1]:12.6f}")
            w += steps[-1]
        shrunk = np.diff(np.abs(steps)) < 0
        print(f"The gradient points uphill at {n_uphill} of {iterations} places;")
        print(f"{sum(shrunk)} of {shrunk.size} steps are shorter than the one before.")
