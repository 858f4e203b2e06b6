"""How heavy is a penguin? Chapter 4's regression on a real data set.

New: only the data. Bill length, bill depth and flipper length, in millimetres, predict
the body mass in grams. The yardstick is NumPy's least squares, which computes at once
what gradient descent approaches step by step.

The raw columns make gradient descent crawl. Scaled to a mean of 0 and a spread of 1,
they let it arrive in a few dozen steps.

To tweak: the learning rates, at the bottom. Ten times the lr for the raw columns is too
much: training stops.
"""

import contextlib
import io
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from terminal import table

import numpy as np

from multiple_regression_final import loss, predict, train

PENGUINS = Path(__file__).resolve().parents[2] / "data" / "penguins" / "penguins.txt"


def prepend_ones(columns):
    """X (m, n + 1) from columns (m, n): the bias column in front."""
    return np.column_stack((np.ones(columns.shape[0]), columns))


def typical_error(X, Y, w):
    """The root of the mean squared error, in the unit of Y (m, 1): here, grams."""
    return np.sqrt(loss(X, Y, w))


def find_errors(X, Y, iterations, lr):
    """The typical errors after 0, 1, 2 ... iterations, from what train prints."""
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        train(X, Y, iterations + 1, lr)  # The last one prints what came before it.
    lines = printed.getvalue().splitlines()
    return np.sqrt([float(line.split()[-1]) for line in lines])


def show_predictions(X, Y, w, rows):
    """Print a prediction beside its label for some rows of X."""
    print("penguin   predicted   label   error")
    for i in rows:
        label, y_hat = Y[i].item(), predict(X[i], w).item()
        print(f"{i:7d}{y_hat:12.0f}{label:8.0f}{y_hat - label:+8.0f}")


def show_descent(name, X, Y, iterations, lr, best):
    """Print how far gradient descent gets, and when it is within a gram of the best."""
    curvature = np.linalg.eigvalsh(2 * X.T @ X / X.shape[0])
    errors = find_errors(X, Y, iterations, lr)
    near = np.flatnonzero(errors <= best + 1)
    when = f"within 1 g after {near[0]}" if near.size else "never within 1 g"
    print(f"{name}, lr={lr}: {errors[-1]:.0f} g after {iterations} iterations, {when}")
    print(f"  steepest curvature / flattest: {curvature[-1] / curvature[0]:.2g}")


if __name__ == "__main__":
    *columns, mass = np.loadtxt(table(PENGUINS, 4), skiprows=1, unpack=True)
    raw = np.column_stack(columns)
    X, Y = prepend_ones(raw), mass.reshape(-1, 1)
    scaled = prepend_ones((raw - raw.mean(axis=0)) / raw.std(axis=0))

    w, *_ = np.linalg.lstsq(X, Y, rcond=None)
    best = typical_error(X, Y, w)
    print(f"{Y.size} penguins, {Y.min():.0f} to {Y.max():.0f} g")
    print(f"Typical error of always saying {Y.mean():.0f} g: {Y.std():.0f} g")
    print(f"Typical error of the best hyperplane: {best:.0f} g\n")
    show_predictions(X, Y, w, rows=[0, 50, 100, 150, 200, 250, 300])

    print("\nGradient descent on its way to this hyperplane:")
    show_descent("Raw columns", X, Y, iterations=100000, lr=2e-5, best=best)
    show_descent("Scaled columns", scaled, Y, iterations=1000, lr=0.1, best=best)
