"""How heavy is a penguin? Chapter 4's regression on a real data set.

New: only the data. Bill length, bill depth and flipper length, in millimeters, predict
the mass in grams. Raw columns make gradient descent crawl; scaled ones let it arrive.

To tweak: lr, at the bottom. For the raw columns ten times as much stops the training.
"""

import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parent.parent))

from terminal import stop_if_diverged, table

import numpy as np

from multiple_regression_final import gradient, loss, predict


def show_descent(name, X, Y, iterations, lr, best):
    """Print how far gradient descent gets, and when it is within a gram of the best.

    Raises FloatingPointError if the loss becomes infinite.
    """
    w = np.zeros((X.shape[1], 1))
    errors = [np.sqrt(loss(X, Y, w))]
    for _ in range(iterations):
        w -= gradient(X, Y, w) * lr
        errors.append(np.sqrt(loss(X, Y, w)))
        stop_if_diverged(errors[-1])
    arrival = next((i for i, error in enumerate(errors) if error <= best + 1), "never")
    print(f"{name:9}{lr:8g}{iterations:12d}{errors[-1]:9.0f}", end="")
    print(f"{arrival:>15}{np.linalg.cond(np.matmul(X.T, X)):12.2g}")


if __name__ == "__main__":
    penguins = Path(__file__).resolve().parents[2] / "data/penguins/penguins.txt"
    *columns, mass = np.loadtxt(table(penguins, 4), skiprows=1, unpack=True)
    X = np.column_stack((np.ones(mass.size), *columns))
    X_scaled = X.copy()
    X_scaled[:, 1:] = (X[:, 1:] - X[:, 1:].mean(axis=0)) / X[:, 1:].std(axis=0)
    Y = mass.reshape(-1, 1)

    w, *_ = np.linalg.lstsq(X, Y, rcond=None)
    best = np.sqrt(loss(X, Y, w))
    print(f"{Y.size} penguins, {Y.min():.0f} to {Y.max():.0f} g")
    print("Root mean squared error")
    print(f"  of always saying {Y.mean():.0f} g: {Y.std():.0f} g")
    print(f"  of the best hyperplane: {best:.0f} g\n")
    print("penguin   predicted   label   error")
    for i in [0, 50, 100, 150, 200, 250, 300]:
        label, y_hat = mass[i], predict(X[i], w).item()
        print(f"{i:7d}{y_hat:12.0f}{label:8.0f}{y_hat - label:+8.0f}")

    print("\nGradient descent on its way to this hyperplane:")
    print("columns        lr  iterations  error/g  within 1 g at  curvatures")
    show_descent("raw", X, Y, iterations=100000, lr=2e-5, best=best)
    show_descent("scaled", X_scaled, Y, iterations=1000, lr=0.1, best=best)
