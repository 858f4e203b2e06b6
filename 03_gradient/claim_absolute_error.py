"""Why squares? The mean absolute error has a kink where the squared one is smooth.

Two losses over one weight, with the bias held at 0: the mean of the squared errors, and
the mean of the errors without their signs. Slopes are measured at places closer and
closer to the minimum of each. The squared error levels out, and its steps with it. The
absolute error is as steep right beside its minimum as a little further away, and jumps
to the other sign: a kink, across which gradient descent would leap to and fro. Far out
it is the squared error that gets steeper and steeper; the other's slope stays the same.

To tweak: the distances, at the bottom. At 1000 the squared error is a hundred times as
steep as at 10.
"""

from terminal import InputError, table

import numpy as np

from gradient_descent_without_bias import loss, predict


def absolute_loss(X, Y, w):
    """Mean absolute error, a number, of the predictions for X (m,), labels Y (m,)."""
    return np.mean(np.abs(predict(X, w, 0) - Y))


def measure_slope(curve, x, epsilon):
    """The slope of a curve at x, from its heights epsilon to both sides."""
    return (curve(x + epsilon) - curve(x - epsilon)) / (2 * epsilon)


def compare(X, Y, distances):
    """Print the slopes of both losses on both sides of their minima."""
    if not min(distances) > 0:
        raise InputError("Please give distances above 0: they go to both sides.")

    def squared(w):
        return loss(X, Y, w, 0)

    def absolute(w):
        return absolute_loss(X, Y, w)

    best_squared = np.sum(X * Y) / np.sum(X**2)
    best_absolute = min(Y / X, key=absolute)  # Where a line meets a point is a kink.
    print(f"minimum of the squared error: w = {best_squared:.4f}")
    print(f"minimum of the absolute error: w = {best_absolute:.4f}\n")
    print("distance from     slope of the squared     slope of the absolute")
    print("   minimum          left      right            left      right")
    for distance in distances:
        epsilon = min(1e-6, distance / 10)  # It must not reach across the minimum.
        print(f"{distance:10g}", end="")
        for curve, best in [(squared, best_squared), (absolute, best_absolute)]:
            left = measure_slope(curve, best - distance, epsilon)
            right = measure_slope(curve, best + distance, epsilon)
            print(f"{left:15.3f}{right:11.3f}", end="")
        print()


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    compare(X, Y, distances=[100, 10, 1, 0.1, 0.01, 0.001, 0.0001])
