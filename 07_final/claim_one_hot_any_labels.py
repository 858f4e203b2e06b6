"""One-hot encoding works for any labels, in any order, as long as it stays the same.

A duck, a platypus, a tapir: which column belongs to which? (MNIST has no animals, so
images of 0, 1 and 2 stand in for them.) For every order of the three names the labels
are encoded, a classifier learns, and its answers are translated back. Whatever the
order, the answers are the same. With another order than that of the training they are
not worth anything.

To tweak: the names, at the bottom. Give other ones, and the figures stay.
"""

import terminal

import itertools

import numpy as np

from claim_most_confident import learn
from mnist_classifier import classify


def one_hot_encode(names, order):
    """One-hot rows (m, k) for names (m, 1), a column for each of the k in order."""
    return (names == np.array(order)).astype(int)


def decode(numbers, order):
    """The names (m, 1) of the columns whose numbers (m, 1) a classifier gives."""
    return np.array(order)[numbers]


def compare_orders(X_train, names_train, X_test, names_test, names):
    """Learn once for each order of the names, and print the answers' worth."""
    answers = []
    print("order of the columns          first labels             right")
    for order in itertools.permutations(names):
        Y_train = one_hot_encode(names_train, order)
        w = learn(X_train, Y_train, iterations=20, lr=1e-5)
        answers.append(decode(classify(X_test, w), order))
        rows = " ".join("".join(map(str, row)) for row in Y_train[:5])
        right = np.mean(answers[-1] == names_test) * 100
        print(f"{', '.join(order):30}{rows:20}{right:9.2f}%")
    n_same = np.sum(np.all(np.array(answers) == answers[0], axis=0))
    print(f"\nAll orders give the same answer to {n_same} of {len(names_test)} images.")

    another = order[1:] + order[:1]
    right = np.mean(decode(classify(X_test, w), another) == names_test) * 100
    print(f"Learned as {', '.join(order)}, read as {', '.join(another)}: {right:.2f}%")


if __name__ == "__main__":
    import mnist as data

    names = ["duck", "platypus", "tapir"]
    train = data.Y_train_unencoded.ravel() < len(names)
    test = data.Y_test.ravel() < len(names)
    compare_orders(
        data.X_train[train],
        np.array(names)[data.Y_train_unencoded[train]],
        data.X_test[test],
        np.array(names)[data.Y_test[test]],
        names,
    )
