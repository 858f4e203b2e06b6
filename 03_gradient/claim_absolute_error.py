"""Why squares? The mean absolute error has a kink where the squared one is smooth.

Near its minimum the squared error levels out, and the steps with it. The slope of the
absolute error jumps there: gradient descent would leap to and fro.

To tweak: the distances, at the bottom. At 1000 squares are 100 times as steep as at 10.
"""

from terminal import table

import numpy as np

from gradient_descent_without_bias import gradient, predict


def absolute_gradient(X, Y, w):
    """The slope of the mean absolute error at w, for X (m,) and Y (m,)."""
    return np.average(X * np.sign(predict(X, w, 0) - Y))


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    best_squared = np.sum(X * Y) / np.sum(X**2)
    # There is a kink where the line meets a point; the lowest is the minimum.
    best_absolute = min(Y / X, key=lambda w: np.sum(np.abs(predict(X, w, 0) - Y)))
    print(f"minimum of the squared error: w = {best_squared:.4f}")
    print(f"minimum of the absolute error: w = {best_absolute:.4f}\n")
    print("distance from     slope of the squared     slope of the absolute")
    print("   minimum          left      right            left      right")
    for distance in [100, 10, 1, 0.1, 0.01, 0.001, 0.0001]:
        print(f"{distance:10g}", end="")
        for slope, best in (gradient, best_squared), (absolute_gradient, best_absolute):
            left, right = slope(X, Y, best - distance), slope(X, Y, best + distance)
            print(f"{left:15.3f}{right:11.3f}", end="")
        print()
