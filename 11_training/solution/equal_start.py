"""All weights equal at the start: two hundred hidden nodes that work as a single one.

New: only the start. A network with random weights, one with 200 hidden nodes and all
weights 0, and one with a single hidden node and all weights 0 go through the same
iterations. A fourth has a single node, too, but moves its weights as far as 200 equal
nodes do together. To save time they learn from the first 20000 images; they are tested
on all 10000.

To tweak: value, at the bottom; any other number is as equal. With value=0.01 all hidden
nodes are so close to 1, for every image, that there is no slope left to learn by: the
answer is a one whatever the image shows, and 11.35 % are right.
"""

import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parent.parent))

from terminal import InputError, stop_if_diverged

import numpy as np

from neural_network import back, classify, forward, initialize_weights, loss


def equal_weights(n_input_variables, n_hidden_nodes, n_classes, value):
    """Weights w1 and w2 in the shapes of initialize_weights, all of the same value."""
    w1 = np.full((n_input_variables + 1, n_hidden_nodes), float(value))
    w2 = np.full((n_hidden_nodes + 1, n_classes), float(value))
    return w1, w2


def fold(w1, w2):
    """The weights of a network with one hidden node instead of many equal ones.

    It has the weights w1 of any of them, and behind it the sum of all their rows of w2.
    """
    return w1[:, :1], np.vstack((w2[0], np.sum(w2[1:], axis=0)))


def train(w1, w2, X_train, Y_train, X_test, Y_test, iterations, lr, n=1):
    """Train from w1 and w2: both, and the losses and accuracies (iterations, 2).

    With n, a single hidden node takes the steps that n equal ones take together. Behind
    it a step is n times as long, for n equal weights have moved; in front of it only an
    n-th of the error comes back, since each of the n gets its share. Raises
    FloatingPointError if the loss is no longer a finite number.
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


def show_figures(names, columns, step):
    """Print loss and accuracy of several networks, every step iterations.

    A name is a pair of texts, one for each line of the heading. columns holds for each
    network what train returns last.
    """
    for line in zip(*names, strict=True):
        print(" " * 9 + "".join(f"{text:>16}" for text in line))
    print("iteration" + "     loss  right" * len(columns))
    for i in range(step - 1, len(columns[0]), step):
        cells = [f"{figures[i, 0]:9.4f} {figures[i, 1]:5.2f}%" for figures in columns]
        print(f"{i:9d}" + "".join(cells))


def show_hidden_nodes(name, X, w1, w2):
    """Print what the first four hidden nodes say to an image, and how unlike all are.

    The largest difference is that between any two hidden nodes, for any image of X.
    """
    _, h = forward(X, w1, w2)
    first = "  ".join(f"{value:.3f}" for value in h[0, :4])
    largest = np.max(np.max(h, axis=1) - np.min(h, axis=1))
    print(f"{name:12}  {first} ...  largest difference {largest:.6f}")


if __name__ == "__main__":
    import mnist as data

    value, d, iterations, lr, step = 0, 200, 50, 0.01, 10
    if d < 1 or not 1 <= step <= iterations:
        raise InputError(f"d={d}, step={step}: d from 1 up, step 1 to {iterations}.")
    n = data.X_train.shape[1]
    rows = data.X_train[:20000], data.Y_train[:20000], data.X_test, data.Y_test

    start = initialize_weights(n, d, 10)
    w1_random, w2_random, random = train(*start, *rows, iterations, lr)
    start = equal_weights(n, d, 10, value)
    w1_equal, w2_equal, equal = train(*start, *rows, iterations, lr)
    w1_one, w2_one, one = train(*fold(*start), *rows, iterations, lr, n=d)
    start = equal_weights(n, 1, 10, value)
    _, _, single = train(*start, *rows, iterations, lr)

    names = [
        (f"nodes: {d},", "random start"),
        (f"nodes: {d},", "equal start"),
        ("one node,", "equal start"),
        ("one node, with", f"steps of {d}"),
    ]
    show_figures(names, [random, equal, single, one], step)

    print("\nWhat hidden nodes say to the first test image, and the largest difference")
    show_hidden_nodes("random start", data.X_test, w1_random, w2_random)
    show_hidden_nodes("equal start", data.X_test, w1_equal, w2_equal)

    print(f"\nEqual nodes ({d}) against the one node that takes the steps of {d}:")
    y_hat, _ = forward(data.X_test, w1_equal, w2_equal)
    y_hat_one, _ = forward(data.X_test, w1_one, w2_one)
    difference = np.max(np.abs(y_hat - y_hat_one))
    print(f"largest difference of a prediction {difference:.6f}")
