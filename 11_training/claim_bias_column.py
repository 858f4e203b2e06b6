"""No gradient flows back through the bias column of the hidden layer.

In front of the hidden nodes h stands a column of ones, the bias. An error comes back to
it, too, but whatever w1 is, the column is 1. So back leaves out the first row of w2.

To tweak: nudge, at the bottom. Even with nudge=1000 the bias column does not move.
"""

import terminal

import numpy as np

from backpropagation import forward, prepend_bias, sigmoid_gradient
from gradient_check import measure_gradients, random_network

if __name__ == "__main__":
    nudge = 0.1
    X, Y, w1, w2 = random_network(m=10, n=3, d=4, k=3, seed=0)
    y_hat, h = forward(X, w1, w2)
    delta = y_hat - Y
    _, h_after = forward(X, w1 + nudge, w2)
    moves = np.max(np.abs(prepend_bias(h_after) - prepend_bias(h)), axis=0)
    errors = np.mean(np.abs(delta @ w2.T), axis=0)
    names = ["bias", *(f"h{i}" for i in range(1, len(moves)))]
    print("column of [1 h]         " + "".join(f"{name:>10}" for name in names))
    print("moves, as w1 is nudged  " + "".join(f"{move:10.6f}" for move in moves))
    print("error that arrives there" + "".join(f"{error:10.6f}" for error in errors))
    measured = measure_gradients(X, Y, w1, w2, w1)
    print(f"\nBack through rows of w2, to h {h.shape}:")
    for name, rows in [("w2", w2), ("w2[1:]", w2[1:]), ("w2[:-1]", w2[:-1])]:
        arrives = delta @ rows.T
        text = "does not fit"
        if arrives.shape == h.shape:
            gradient = prepend_bias(X).T @ (arrives * sigmoid_gradient(h)) / len(X)
            error = np.max(np.abs(gradient - measured))
            text = f"fits; gradient of w1 wrong by {error:.6f}"
        print(f"  {name:7}  {arrives.shape} {text}")
    print(f"The largest gradient of w1 is {np.max(np.abs(measured)):.6f}.")
