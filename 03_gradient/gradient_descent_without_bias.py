"""Gradient descent with one weight: steps that follow the slope of the loss.

New: no more trying out. The gradient tells which way the loss rises and how steeply;
training steps the other way, far where the slope is steep, little near the minimum.
The bias b is there already but stays 0, so that only one number is learned.

To tweak: lr, at the bottom. With lr=0.0001 the 100 iterations end short of the minimum;
with lr=0.005 the loss climbs: every step leaps over the minimum and lands higher.
"""

import terminal

import sys
from pathlib import Path

import numpy as np


def load_table(filename, n_columns):
    """Read a table of numbers that lies beside this script.

    Returns its columns, an array (n_columns, m); the first line, with their names,
    is left out. Ends the program if the file cannot be read or is no such table.
    """
    path = Path(__file__).parent / filename
    try:
        lines = path.read_text(encoding="utf-8-sig").rstrip().splitlines()
        rows = [line.split() for line in lines[1:]]
        if not rows:
            raise ValueError("it has no rows of numbers")
        for number, row in enumerate(rows, start=2):
            if len(row) != n_columns:
                raise ValueError(
                    f"line {number} has {len(row)} columns, not {n_columns}"
                )
        table = np.array(rows, dtype=float)
        if not np.all(np.isfinite(table)):
            raise ValueError("it has a number that is not finite")
    except (OSError, ValueError) as error:
        sys.exit(f"Cannot read {path}, please mend or replace it: {error}")
    return table.T


def predict(X, w, b):
    """Predictions y_hat for inputs X: a number, or an array (m,)."""
    return X * w + b


def loss(X, Y, w, b):
    """Mean squared error, a number, of the predictions for X (m,), labels Y (m,)."""
    return np.mean((predict(X, w, b) - Y) ** 2)


def gradient(X, Y, w):
    """The slope of the loss at w, with b held at 0: its derivative by w, a number."""
    return 2 * np.mean(X * (predict(X, w, 0) - Y))


def stop_if_diverged(iteration, loss):
    """End the program, in one line, if the loss is infinite or not a number."""
    if not np.isfinite(loss):
        sys.exit(
            f"Stopped at iteration {iteration}: the loss is no longer a finite number. "
            "Try a smaller lr, above 0."
        )


def check_hyperparameters(iterations, lr):
    """End the program, in one line, if one of them is infinite or not a number."""
    if not np.all(np.isfinite([iterations, lr])):
        sys.exit(f"iterations={iterations}, lr={lr}: please give two finite numbers.")


def train(X, Y, iterations, lr):
    """The weight w after so many steps down the gradient, for X (m,) and Y (m,)."""
    check_hyperparameters(iterations, lr)
    w = 0
    for i in range(int(iterations)):
        current_loss = loss(X, Y, w, 0)
        stop_if_diverged(i, current_loss)
        print(f"Iteration {i:4d} => Loss: {current_loss:.10f}")
        w -= gradient(X, Y, w) * lr
    return w


if __name__ == "__main__":
    np.seterr(all="ignore")  # No warnings of overflow: the loss is checked.

    X, Y = load_table("pizza.txt", n_columns=2)
    w = train(X, Y, iterations=100, lr=0.001)

    print(f"\nw={w:.10f}")
