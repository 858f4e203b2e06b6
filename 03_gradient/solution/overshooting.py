"""From which learning rate on does the loss grow? Found by trying, then explained.

First a table: the loss at the start and after so many steps, for larger and larger lr.
Then the limit between falling and growing is closed in on, by halving the range where
it must be. Beside it stands the limit that the curvature of the loss predicts.

To tweak: the list of learning rates, at the bottom. Where is the loss after 20 steps as
at first? With 0.00457 it stays almost the same.
"""

import contextlib
import io
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from terminal import table

import numpy as np

import gradient_descent_final as with_bias
import gradient_descent_without_bias as without_bias


def find_losses(train, X, Y, iterations, lr):
    """The losses of a training, one for each iteration, from the lines it prints."""
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        train(X, Y, iterations, lr)
    return [float(line.split()[-1]) for line in printed.getvalue().splitlines()]


def find_limit(train, X, Y, iterations):
    """The learning rate between those whose loss falls and those whose loss grows."""
    falls, grows = 0, 0.01
    while grows - falls > 1e-6:
        lr = (falls + grows) / 2
        try:
            *_, before, last = find_losses(train, X, Y, iterations, lr)
        except FloatingPointError:  # It has grown beyond all bounds.
            before, last = 0, np.inf
        if last > before:
            grows = lr
        else:
            falls = lr
    return grows


def predict_limits(X):
    """The limits that the curvature predicts: without a bias, and with one."""
    alone = 2 / (2 * np.mean(X**2))
    curvatures = 2 * np.array([[np.mean(X**2), np.mean(X)], [np.mean(X), 1]])
    return alone, 2 / np.max(np.linalg.eigvalsh(curvatures))


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)

    n_steps = 20
    print(f"lr        loss at first    after 1 step   after {n_steps} steps")
    for lr in [0.001, 0.002, 0.003, 0.004, 0.0045, 0.0046, 0.005, 0.006]:
        losses = find_losses(without_bias.train, X, Y, n_steps + 1, lr)
        print(f"{lr:<8}{losses[0]:>15.2f}{losses[1]:>16.2f}{losses[-1]:>17.2f}")

    alone, both = predict_limits(X)
    print("\nThe loss grows from this lr on:   tried   predicted")
    limit = find_limit(without_bias.train, X, Y, 200)
    print(f"without a bias                  {limit:.5f}     {alone:.5f}")
    limit = find_limit(with_bias.train, X, Y, 5000)
    print(f"with a bias                     {limit:.5f}     {both:.5f}")
