"""We can stop when the gradient is small enough. How small is that?

Training goes on until both partial derivatives are smaller than a tolerance. The table
says after how many iterations that is, and how many digits of w and b are right then:
those of the best line there is, which the formulas of least squares give. Where the
valley floor is almost level the gradient is small far from the minimum, so a tolerance
of 1 is met before w and b are within a tenth of their places. From then on each further
digit takes a gradient a tenth as large, and about 4330 iterations.

To tweak: tolerances and lr, at the bottom. With lr=0.002 a digit takes half as many
iterations. 1e-13 is never met: the gradient itself has rounding errors.
"""

from terminal import stop_if_diverged, table

import numpy as np

from gradient_descent_final import gradient, loss


def least_squares(X, Y):
    """Weight and bias of the line with the least loss there is, for X and Y (m,)."""
    w = np.sum((X - np.average(X)) * Y) / np.sum((X - np.average(X)) * X)
    return w, np.average(Y) - w * np.average(X)


def count_digits(value, right):
    """How many digits are right: 1 if off by less than a tenth, 2 by a hundredth."""
    error = abs(value / right - 1)
    return max(0, int(-np.log10(max(error, 1e-16))))


def stops(X, Y, tolerances, lr, max_iterations):
    """Yield each tolerance, from the largest on, when the gradient is below it.

    Yields (tolerance, iterations, w, b); ends after max_iterations, whatever is left.
    Raises FloatingPointError if the loss diverges.
    """
    w = b = 0
    left = sorted(tolerances)
    for i in range(max_iterations + 1):
        w_gradient, b_gradient = gradient(X, Y, w, b)
        while left and max(abs(w_gradient), abs(b_gradient)) < left[-1]:
            yield left.pop(), i, w, b
        if not left:
            return
        w -= w_gradient * lr
        b -= b_gradient * lr
        stop_if_diverged(w_gradient + b_gradient)


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    best_w, best_b = least_squares(X, Y)
    tolerances = [100, 10, 1, 0.1, 0.01, 0.001, 1e-4, 1e-6, 1e-8, 1e-10, 1e-12]
    lr = 0.001
    max_iterations = 100000

    print("                                                      right digits")
    print("tolerance  iterations              w               b    of w  of b     loss")
    left = sorted(tolerances)
    for tolerance, i, w, b in stops(X, Y, tolerances, lr, max_iterations):
        left.remove(tolerance)
        n_w, n_b = count_digits(w, best_w), count_digits(b, best_b)
        print(f"{tolerance:9g}{i:12d}{w:15.12f}{b:16.12f}", end="")
        print(f"{n_w:8d}{n_b:6d}{loss(X, Y, w, b):9.4f}")
    print(f"\nleast squares:       {best_w:15.12f}{best_b:16.12f}", end="")
    print(f"              {loss(X, Y, best_w, best_b):9.4f}")
    if left:
        print(f"Not met in {max_iterations} iterations: {left}")
