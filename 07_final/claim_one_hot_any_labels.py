"""One-hot encoding works for any labels, in any order, as long as it stays the same.

A duck, a platypus, a tapir: which column belongs to which? (MNIST has no animals, so
images of 0, 1 and 2 stand in for them.) For every order of the three names the labels
are encoded, a classifier learns, and its answers are translated back. Whatever the
order, the answers are the same. Read in another order than that of the training, they
are worthless.

To tweak: the names, at the bottom, two to four of them. Give three others, and the
figures stay.
"""

from terminal import InputError, stop_if_diverged

import itertools

import numpy as np

from mnist_classifier import classify, gradient, loss


def one_hot_encode(names, order):
    """One-hot rows (m, k) for names (m, 1), a column for each of the k in order."""
    return (names == np.array(order)).astype(int)


def decode(columns, order):
    """The names (m, 1) of the columns (m, 1), numbers from 0 on, that were answered."""
    return np.array(order)[columns]


def compare_orders(X_train, names_train, X_test, names_test, names, iterations, lr):
    """Train once for each order of the names, and print how good the answers are.

    Raises FloatingPointError if a loss is no longer a finite number.
    """
    answers = []
    print("order of the columns                first labels            accuracy")
    for order in itertools.permutations(names):
        Y_train = one_hot_encode(names_train, order)
        w = np.zeros((X_train.shape[1], len(order)))
        for _ in range(iterations):
            w -= gradient(X_train, Y_train, w) * lr
        stop_if_diverged(loss(X_train, Y_train, w))
        answers.append(decode(classify(X_test, w), order))
        rows = " ".join("".join(map(str, row)) for row in Y_train[:4])
        accuracy = np.mean(answers[-1] == names_test) * 100
        print(f"{', '.join(order):35} {rows:20}{accuracy:11.2f}%")
    n_same = np.sum(np.all(np.array(answers) == answers[0], axis=0))
    print(f"\nAll orders give the same answer to {n_same} of {len(names_test)} images.")

    another = order[1:] + order[:1]
    accuracy = np.mean(decode(classify(X_test, w), another) == names_test) * 100
    print(f"Learned as {', '.join(order)}, read as {', '.join(another)}: ", end="")
    print(f"{accuracy:.2f}%")


if __name__ == "__main__":
    names = ["duck", "platypus", "tapir"]
    if not 2 <= len(set(names)) == len(names) <= 4:
        raise InputError(f"{', '.join(names)}: please give two to four different ones.")
    import mnist as data

    training = data.Y_train_unencoded.ravel() < len(names)
    test = data.Y_test.ravel() < len(names)
    compare_orders(
        data.X_train[training],
        np.array(names)[data.Y_train_unencoded[training]],
        data.X_test[test],
        np.array(names)[data.Y_test[test]],
        names,
        iterations=20,
        lr=1e-5,
    )
