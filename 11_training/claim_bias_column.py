"""No gradient flows back through the bias column of the hidden layer.

In front of the hidden nodes h stands a column of ones, the bias. An error comes back to
it, as to every column. But no weight leads into it: whatever w1 is, the column is 1. So
back leaves out the first row of w2: w2[1:]. With the whole of w2 the shapes do not fit;
with w2[:-1], the last row left out instead, they do, but the gradient is wrong.

To tweak: nudge, at the bottom. Even with nudge=1000 the bias column does not move.
"""

import terminal

import numpy as np

from backpropagation import forward, prepend_bias, sigmoid_gradient
from gradient_check import measure_gradients, random_network


def column_changes(X, w1, w2, nudge):
    """How much each column of [1 h] moves, at most, if all of w1 does: (d + 1,)."""
    _, h = forward(X, w1, w2)
    _, h_after = forward(X, w1 + nudge, w2)
    return np.max(np.abs(prepend_bias(h_after) - prepend_bias(h)), axis=0)


def w1_gradient_through(rows, X, delta, h):
    """The gradient of w1 if the error delta (m, k) comes back through rows of w2."""
    hidden_delta = (delta @ rows.T) * sigmoid_gradient(h)
    return prepend_bias(X).T @ hidden_delta / X.shape[0]


def show_columns(name, numbers):
    """Print a line of numbers, one for each column of [1 h]."""
    print(f"{name:24}" + "".join(f"{number:10.6f}" for number in numbers))


def compare(X, Y, w1, w2, nudge):
    """Print what moves, what arrives, and which rows of w2 give the right gradient."""
    y_hat, h = forward(X, w1, w2)
    delta = y_hat - Y
    names = ["bias", *(f"h{i}" for i in range(1, h.shape[1] + 1))]
    print(f"{'column of [1 h]':24}" + "".join(f"{name:>10}" for name in names))
    show_columns("moves, as w1 is nudged", column_changes(X, w1, w2, nudge))
    show_columns("error that arrives there", np.mean(np.abs(delta @ w2.T), axis=0))

    measured = measure_gradients(X, Y, w1, w2, w1)
    print(f"\nBack through rows of w2, to h {h.shape}:")
    for name, rows in [("w2", w2), ("w2[1:]", w2[1:]), ("w2[:-1]", w2[:-1])]:
        shape = (delta @ rows.T).shape
        if shape != h.shape:
            print(f"  {name:7}  {shape} does not fit")
            continue
        gradient = w1_gradient_through(rows, X, delta, h)
        wrong_by = np.max(np.abs(gradient - measured))
        print(f"  {name:7}  {shape} fits; gradient of w1 wrong by {wrong_by:.6f}")
    print(f"The largest gradient of w1 is {np.max(np.abs(measured)):.6f}.")


if __name__ == "__main__":
    X, Y, w1, w2 = random_network(m=10, n=3, d=4, k=3, seed=0)
    compare(X, Y, w1, w2, nudge=0.1)
