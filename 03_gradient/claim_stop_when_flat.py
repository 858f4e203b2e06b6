"""We can stop when the gradient is small enough. How small is that?

When are both partial derivatives below a tolerance, and how many digits of w and b are
right then? At 1 not even one is; each digit more takes a gradient a tenth as large.

To tweak: tolerances and lr, at the bottom. With lr=0.002 a digit takes half as many
iterations. 1e-13 is never met: the gradient itself has rounding errors.
"""

from terminal import stop_if_diverged, table

import numpy as np

from gradient_descent_final import gradient, loss


def count_digits(value, right):
    """How many digits are right: 1 if off by less than a tenth, 2 by a hundredth."""
    return max(0, int(-np.log10(max(abs(value / right - 1), 1e-16))))


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    tolerances = [100, 10, 1, 0.1, 0.01, 0.001, 1e-4, 1e-6, 1e-8, 1e-10, 1e-12]
    lr, max_iterations = 0.001, 100000
    best_w, best_b = np.polyfit(X, Y, 1)  # Least squares.

    print("                                                      right digits")
    print("tolerance  iterations              w               b    of w  of b     loss")
    w = b = i = 0
    left = sorted(tolerances)
    while left and i <= max_iterations:
        w_gradient, b_gradient = gradient(X, Y, w, b)
        stop_if_diverged(loss(X, Y, w, b))
        while left and max(abs(w_gradient), abs(b_gradient)) < left[-1]:
            print(f"{left.pop():9g}{i:12d}{w:15.12f}{b:16.12f}", end="")
            print(f"{count_digits(w, best_w):8d}{count_digits(b, best_b):6d}", end="")
            print(f"{loss(X, Y, w, b):9.4f}")
        w -= w_gradient * lr
        b -= b_gradient * lr
        i += 1
    print(f"\nleast squares:       {best_w:15.12f}{best_b:16.12f}", end="")
    print(f"{loss(X, Y, best_w, best_b):23.4f}")
    if left:
        print(f"Not met in {max_iterations} iterations: {left}")
