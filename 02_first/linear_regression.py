"""Predict pizza sales from reservations: a line through the origin.

The model is y = x * w. Training starts with a weight w of zero and turns it up or
down by a fixed step, lr, as long as that lowers the loss. No mathematics needed yet.

To tweak: lr, at the bottom. With lr=0.1 training ends after fewer iterations, but w
is coarser; with lr=0.0001 it runs out of iterations, unless you raise these too.
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


def predict(X, w):
    """Predictions y_hat for inputs X: a number, or an array (m,)."""
    return X * w


def loss(X, Y, w):
    """Mean squared error, a number, of the predictions for X (m,), labels Y (m,)."""
    return np.mean((predict(X, w) - Y) ** 2)


def check_hyperparameters(iterations, lr):
    """End the program, in one line, if one of them is infinite or not a number."""
    if not np.all(np.isfinite([iterations, lr])):
        sys.exit(f"iterations={iterations}, lr={lr}: please give two finite numbers.")


def train(X, Y, iterations, lr):
    """The weight w that no step of lr up or down improves, for X (m,) and Y (m,).

    Ends the program if that takes more than the given number of iterations.
    """
    check_hyperparameters(iterations, lr)
    w = 0
    for i in range(int(iterations)):
        current_loss = loss(X, Y, w)
        print(f"Iteration {i:4d} => Loss: {current_loss:.6f}")

        if loss(X, Y, w + lr) < current_loss:
            w += lr
        elif loss(X, Y, w - lr) < current_loss:
            w -= lr
        else:
            return w

    sys.exit(f"Couldn't converge within {iterations} iterations")


if __name__ == "__main__":
    np.seterr(all="ignore")  # No warnings of overflow: such a loss is no lower.

    X, Y = load_table("pizza.txt", n_columns=2)
    w = train(X, Y, iterations=10000, lr=0.01)

    print(f"\nw={w:.3f}")
    x = 20
    print(f"Prediction: x={x} => y={predict(x, w):.2f}")
