"""Pizza sales from three inputs: reservations, temperature and tourists.

New: matrices. An example is a row of X, an input variable a column, and every column
has its own weight; one multiplication, X @ w, weighs and sums them for all examples.
The formulas keep their shape: only products became matrix products.

To tweak: iterations and lr, at the bottom. 1000 iterations give almost the same loss
as 100000. With lr=0.01 the loss climbs until it is too large for a number.
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
    """Predictions y_hat (m, 1): each row of X (m, n), weighted by w (n, 1), summed."""
    return X @ w


def loss(X, Y, w):
    """Mean squared error, a number, for X (m, n), labels Y (m, 1) and w (n, 1)."""
    return np.mean((predict(X, w) - Y) ** 2)


def gradient(X, Y, w):
    """The gradient of the loss: its partial derivatives, in the shape of w."""
    return 2 * (X.T @ (predict(X, w) - Y)) / X.shape[0]


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
    """The weights w (n, 1) after so many steps, for X (m, n) and Y (m, 1)."""
    check_hyperparameters(iterations, lr)
    w = np.zeros((X.shape[1], 1))
    for i in range(int(iterations)):
        current_loss = loss(X, Y, w)
        stop_if_diverged(i, current_loss)
        print(f"Iteration {i:4d} => Loss: {current_loss:.20f}")
        w -= gradient(X, Y, w) * lr
    return w


if __name__ == "__main__":
    np.seterr(all="ignore")  # No warnings of overflow: the loss is checked.

    x1, x2, x3, y = load_table("pizza_3_vars.txt", n_columns=4)
    X = np.column_stack((x1, x2, x3))
    Y = y.reshape(-1, 1)
    w = train(X, Y, iterations=100000, lr=0.001)
