"""All weights equal at the start: two hundred hidden nodes that work as a single one.

New: only the start. Four networks go through the same iterations: random weights; 200
hidden nodes and all weights 0; a single hidden node and all weights 0; and a single
node that moves as far as 200 equal nodes do together. They learn from 20000 images.

To tweak: value, at the bottom. With value=0.01 all hidden nodes are so close to 1 that
there is no slope left to learn by: the answer is always a one, and 11.35 % are right.
"""

import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parent.parent))

from terminal import stop_if_diverged

import numpy as np

from neural_network import back, classify, forward, initialize_weights, loss


def fold(w1, w2):
    """The weights of one hidden node for many equal ones: their rows of w2 add up."""
    return w1[:, :1], np.vstack((w2[0], np.sum(w2[1:], axis=0)))


def train(w1, w2, X_train, Y_train, X_test, Y_test, iterations, lr, n=1):
    """Train from w1 and w2: both, and the losses and accuracies (iterations, 2).

    With n, a single hidden node takes the steps of n equal ones together: behind it
    they are n times as long, for n weights have moved; in front of it only an n-th of
    the error comes back. Raises FloatingPointError if the loss is not finite.
    """
    figures = np.zeros((iterations, 2))
    y_hat, h = forward(X_train, w1, w2)
    for i in range(iterations):
        w1_gradient, w2_gradient = back(X_train, Y_train, y_hat, w2, h)
        w1 = w1 - w1_gradient * lr / n
        w2 = w2 - w2_gradient * lr * np.where(np.arange(len(w2)) == 0, 1, n)[:, None]
        y_hat, h = forward(X_train, w1, w2)
        accuracy = np.average(classify(X_test, w1, w2) == Y_test) * 100
        figures[i] = loss(Y_train, y_hat), accuracy
        stop_if_diverged(figures[i, 0])
    return w1, w2, figures


if __name__ == "__main__":
    import mnist as data

    value, d, iterations, lr, step = 0, 200, 50, 0.01, 10
    n = data.X_train.shape[1]
    rows = data.X_train[:20000], data.Y_train[:20000], data.X_test, data.Y_test

    start = initialize_weights(n, d, 10)
    *w_random, random = train(*start, *rows, iterations, lr)
    start = np.full((n + 1, d), value), np.full((d + 1, 10), value)
    *w_equal, equal = train(*start, *rows, iterations, lr)
    *w_one, one = train(*fold(*start), *rows, iterations, lr, n=d)
    start = np.full((n + 1, 1), value), np.full((2, 10), value)
    _, _, single = train(*start, *rows, iterations, lr)

    nodes, steps = f"nodes: {d},", f"steps of {d}"
    print(f"{nodes:>25}{nodes:>16}       one node,  one node, with")
    print(f"             random start     equal start     equal start{steps:>16}")
    print("iteration" + "     loss  right" * 4)
    for i in range(step - 1, iterations, step):
        row = random[i], equal[i], single[i], one[i]
        print(f"{i:9d}" + "".join("{:9.4f} {:5.2f}%".format(*pair) for pair in row))

    print("\nWhat hidden nodes say to the first test image, and the largest difference")
    for name, weights in [("random start", w_random), ("equal start", w_equal)]:
        _, h = forward(data.X_test, *weights)
        first = "  ".join(f"{number:.3f}" for number in h[0, :4])
        largest = np.max(np.ptp(h, axis=1))
        print(f"{name:12}  {first} ...  largest difference {largest:.6f}")

    print(f"\nEqual nodes ({d}) against the one node that takes the steps of {d}:")
    of_many, of_one = (forward(data.X_test, *w)[0] for w in (w_equal, w_one))
    difference = np.max(np.abs(of_many - of_one))
    print(f"largest difference of a prediction {difference:.6f}")
