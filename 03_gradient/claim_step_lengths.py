"""The gradient points uphill, and a step is as long as the slope is steep.

Gradient descent with one weight, from the left of the minimum and from the right. At
each place the loss is also computed a little in the direction of the gradient, and a
little against it: one is higher, the other lower. Each step is lr times the slope, so
the steps shrink as the curve levels out, without anybody making lr smaller.

To tweak: lr, at the bottom. With lr=0.004 each step leads across the minimum, so the
slope changes its sign every time; the steps still shrink, by a quarter each.
"""

from terminal import stop_if_diverged, table

import itertools

import numpy as np

from gradient_descent_without_bias import gradient, loss


def show_steps(X, Y, w, iterations, lr):
    """Descend from w, and print each place with its slope, both sides and the step.

    Raises FloatingPointError if the loss diverges.
    """
    print(f"\nfrom w = {w}      the gradient                    loss")
    print("        w        (slope)    uphill       here   downhill        step")
    n_uphill = n_lost = 0
    lengths = []
    for _ in range(iterations):
        slope = gradient(X, Y, w)
        direction = np.clip(slope / 1000, -1e-3, 1e-3)
        here = loss(X, Y, w, 0)
        stop_if_diverged(here)
        uphill, downhill = loss(X, Y, w + direction, 0), loss(X, Y, w - direction, 0)
        step = -slope * lr
        print(
            f"{w:9.4f}{slope:15.4f}{uphill:10.3f}{here:11.3f}{downhill:11.3f}"
            f"{step:12.6f}"
        )
        if uphill > here > downhill:
            n_uphill += 1
        elif abs(uphill - downhill) < 1e-12 * here:
            n_lost += 1
        lengths.append(abs(step))
        w += step
    pairs = list(itertools.pairwise(lengths))
    n_shorter = sum(after < before for before, after in pairs)
    print(f"The gradient points uphill at {n_uphill} of {len(lengths)} places;")
    if n_lost:
        print(f"rounding hides the difference at {n_lost};")
    print(f"{n_shorter} of {len(pairs)} steps are shorter than the one before.")


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    for start in (0, 4):
        show_steps(X, Y, start, iterations=10, lr=0.001)
