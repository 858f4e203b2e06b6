"""Which digit is the hardest? Ten times the chapter's classifier, a digit at a time.

New: the labels, 1 for the digit that is asked for. To say no is right for nine in ten,
so beside the accuracy stand the images found, those missed, and the false alarms.

To tweak: iterations, at the bottom. With 300 every digit is found more often, and the
five with the most mistakes keep their order. With 20 the 5 is found least often.
"""

import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parent.parent))

import terminal

import numpy as np

from digit_classifier import forward, gradient


def show_counts(digit, is_digit, says_yes):
    """Print a line of the first table, of masks (m,); returns missed, false alarms."""
    own, false_alarms = says_yes[is_digit], np.sum(says_yes & ~is_digit)
    found, missed, share = own.sum(), np.sum(~own), own.mean() * 100
    accuracy, always_no = np.mean(says_yes == is_digit) * 100, np.mean(~is_digit) * 100
    print(f"{digit:5d}{own.size:8d}{found:7d}{missed:8d}", end="")
    print(f"{false_alarms:14d}{share:9.1f} %{accuracy:8.2f} %{always_no:9.2f} %")
    return missed, false_alarms


def most_frequent(digits):
    """The three most frequent of some digits (m,), with their numbers, as text."""
    counts = np.bincount(digits, minlength=10)
    three = np.argsort(-counts, kind="stable")[:3]
    return ", ".join(f"{digit} ({counts[digit]})" for digit in three if counts[digit])


def show_confusions(digit, labels, y_hat):
    """Print a line of the second table, for labels (m,) and y_hat (m, 10) of all ten.

    An image that the digit's own classifier misses goes to the most confident of all.
    """
    says_yes, is_digit = y_hat[:, digit] > 0.5, labels == digit
    false_alarms = most_frequent(labels[says_yes & ~is_digit])
    missed = np.argmax(y_hat[~says_yes & is_digit], axis=1)
    print(f"{digit:5d}  {false_alarms:23}{missed.size:8d}", end="")
    print(f"{np.sum(missed == digit):10d}  {most_frequent(missed[missed != digit])}")


if __name__ == "__main__":
    import mnist as data

    X = data.X_train
    digits = data.load_labels(data.FOLDER / "train-labels-idx1-ubyte.gz")
    labels = data.load_labels(data.FOLDER / "t10k-labels-idx1-ubyte.gz").ravel()
    iterations, lr = 100, 1e-5

    print("digit  images  found  missed  false alarms      found  accuracy  always no")
    y_hat, counts = np.zeros((labels.size, 10)), []
    for digit in range(10):
        w = np.zeros((X.shape[1], 1))
        for _ in range(iterations):
            w -= gradient(X, digits == digit, w) * lr
        y_hat[:, [digit]] = forward(data.X_test, w)
        counts.append(show_counts(digit, labels == digit, y_hat[:, digit] > 0.5))

    print("\n                                        for the missed, most confident is")
    print("digit  most often taken for it  missed  its own   else that of")
    for digit in range(10):
        show_confusions(digit, labels, y_hat)

    missed, false_alarms = np.array(counts).T
    averages = np.array([X[digits[:, 0] == d].mean(axis=0) for d in range(10)])
    distances = np.linalg.norm(averages - X.mean(axis=0), axis=1)
    print("\nFrom the hardest to the easiest")
    for measure, figures in {
        "by the share that is missed:": missed / np.bincount(labels),
        "by the number of false alarms:": false_alarms,
        "by accuracy, that is by both together:": missed + false_alarms,
        "by how close its average image is to that of all:": -distances,
    }.items():
        print(f"{measure:52}", *np.argsort(-figures, kind="stable"))

    apart = np.linalg.norm(averages[:, np.newaxis] - averages, axis=2)
    closest = sorted((apart[a, b], a, b) for b in range(10) for a in range(b))[:5]
    print("\nThe average images that are closest to each other:")
    print(", ".join(f"{a} and {b}" for _, a, b in closest))
