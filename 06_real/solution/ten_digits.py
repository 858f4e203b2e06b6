"""Which digit is the hardest? Ten times the chapter's classifier, a digit at a time.

New: the labels. For each digit in turn they are 1 where an image shows it and 0 where
it does not; data, gradient, iterations and lr are the chapter's. The accuracy alone
flatters: nine images in ten are of other digits, and to say no is right for all those.
So three figures stand beside it: the images of the digit that are found, those that are
missed, and the false alarms, which are images of other digits.

To tweak: iterations, at the bottom. With 300 every digit is found more often, and the
five with the most mistakes are the same, in the same order. With 20 it is the five that
is found least often.
"""

import itertools
import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parent.parent))

import terminal

import numpy as np

from digit_classifier import forward, gradient


def learn(X, Y, iterations, lr):
    """The weights (n, 1) that train returns, for X (m, n) and Y (m, 1)."""
    w = np.zeros((X.shape[1], 1))
    for _ in range(iterations):
        w -= gradient(X, Y, w) * lr
    return w


def show_counts(digit, is_digit, says_yes):
    """Print a line of the first table. Returns the numbers of missed and false alarms.

    Of each image: whether it shows the digit (m,), and the classifier's answer (m,).
    """
    found = np.sum(says_yes & is_digit)
    missed = np.sum(~says_yes & is_digit)
    false_alarms = np.sum(says_yes & ~is_digit)
    share = found * 100 / (found + missed)
    accuracy, always_no = np.mean(says_yes == is_digit), np.mean(~is_digit)
    print(
        f"{digit:5d}{found + missed:8d}{found:7d}{missed:8d}{false_alarms:14d}"
        f"{share:9.1f} %{accuracy * 100:8.2f} %{always_no * 100:9.2f} %"
    )
    return missed, false_alarms


def most_frequent(digits):
    """The three most frequent of some digits (m,), with their numbers, as text."""
    counts = np.bincount(digits, minlength=10)
    three = np.argsort(-counts, kind="stable")[:3]
    return ", ".join(f"{digit} ({counts[digit]})" for digit in three if counts[digit])


def show_confusions(digit, labels, y_hat):
    """Print a line of the second table, for labels (m,) and y_hat (m, 10) of all ten.

    An image that the digit's own classifier misses goes to the most confident one. That
    may be its own still, or that of a digit which the image looks more like.
    """
    says_yes, is_digit = y_hat[:, digit] > 0.5, labels == digit
    false_alarms = most_frequent(labels[says_yes & ~is_digit])
    missed = np.argmax(y_hat[~says_yes & is_digit], axis=1)
    others = missed[missed != digit]
    n_own = missed.size - others.size
    print(f"{digit:5d}  {false_alarms:23}{missed.size:8d}{n_own:10d}  ", end="")
    print(most_frequent(others))


def show_order(what, figures):
    """Print the ten digits by their figures (10,), the largest first."""
    print(f"{what:52}", *np.argsort(-figures, kind="stable"))


def show_closest_pairs(averages, n_pairs):
    """Print the pairs of digits whose average images (10, n) are the closest."""
    pairs = list(itertools.combinations(range(10), 2))
    distances = [np.linalg.norm(averages[a] - averages[b]) for a, b in pairs]
    closest = [pairs[i] for i in np.argsort(distances, kind="stable")[:n_pairs]]
    print("\nThe average images that are closest to each other:")
    print(", ".join(f"{a} and {b}" for a, b in closest))


if __name__ == "__main__":
    import mnist as data

    labels_train = data.load_labels(data.FOLDER / "train-labels-idx1-ubyte.gz")
    labels = data.load_labels(data.FOLDER / "t10k-labels-idx1-ubyte.gz").ravel()

    print("digit  images  found  missed  false alarms      found  accuracy  always no")
    y_hat, counts = np.zeros((labels.size, 10)), []
    for digit in range(10):
        w = learn(data.X_train, labels_train == digit, iterations=100, lr=1e-5)
        y_hat[:, [digit]] = forward(data.X_test, w)
        counts.append(show_counts(digit, labels == digit, y_hat[:, digit] > 0.5))

    print("\n                                        for the missed, most confident is")
    print("digit  most often taken for it  missed  its own   else that of")
    for digit in range(10):
        show_confusions(digit, labels, y_hat)

    missed, false_alarms = np.array(counts).T
    print("\nFrom the hardest to the easiest")
    show_order("by the share that is missed:", missed / np.bincount(labels))
    show_order("by the number of false alarms:", false_alarms)
    show_order("by accuracy, that is by both together:", missed + false_alarms)

    digits, X = labels_train.ravel(), data.X_train
    averages = np.array([X[digits == digit].mean(axis=0) for digit in range(10)])
    distances = np.linalg.norm(averages - X.mean(axis=0), axis=1)
    show_order("by how close its average image is to that of all:", -distances)
    show_closest_pairs(averages, n_pairs=5)
