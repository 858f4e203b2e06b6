"""Which digit is the hardest? Ten times the chapter's classifier, a digit at a time.

New: the labels. For each digit in turn they are 1 where an image shows it and 0 where
it does not; data, functions, iterations and lr are the chapter's. The accuracy alone
flatters: nine images in ten are of other digits, and to say no is right for all those.
So three figures stand beside it: the images of the digit that are found, those that are
missed, and the false alarms, which are images of other digits.

To tweak: iterations, at the bottom. With 300 every digit is found more often, and the
five with the most mistakes are the same, in the same order. With 20 it is the five that
is found least often.
"""

import contextlib
import itertools
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import terminal

import numpy as np

from digit_classifier import forward, train


def train_for(digit, X, labels, iterations, lr):
    """The weights (n, 1) of a digit's classifier; X (m, n), labels (m, 1) 0 to 9."""
    Y = (labels == digit).astype(int)
    with contextlib.redirect_stdout(None):  # train prints every iteration
        return train(X, Y, iterations, lr)


def count(digit, y_hat, labels):
    """How many images of a digit are found and missed, and how many alarms are false.

    y_hat (m, 1) are the predictions of the digit's classifier, labels (m, 1) 0 to 9.
    """
    says_yes, is_digit = y_hat > 0.5, labels == digit
    found = np.sum(says_yes & is_digit)
    missed = np.sum(~says_yes & is_digit)
    false_alarms = np.sum(says_yes & ~is_digit)
    return found, missed, false_alarms


def show_counts(digit, found, missed, false_alarms, m):
    """Print a digit's line of the first table; m images have been classified."""
    n_images = found + missed
    found_share = found * 100 / n_images
    accuracy = (m - missed - false_alarms) * 100 / m
    always_no = (m - n_images) * 100 / m
    print(
        f"{digit:5d}  {n_images:6d}  {found:5d}  {missed:6d}  {false_alarms:12d}  "
        f"{found_share:7.1f} %  {accuracy:6.2f} %  {always_no:7.2f} %",
        flush=True,
    )


def most_frequent(digits):
    """The three most frequent ones of some digits, with their numbers, as text."""
    counts = np.bincount(digits, minlength=10)
    three = np.argsort(-counts, kind="stable")[:3]
    return ", ".join(f"{digit} ({counts[digit]})" for digit in three)


def show_confusions(digit, y_hat, labels):
    """Print a digit's line of the second table.

    y_hat (m, 10) are the predictions of all ten classifiers, labels (m, 1) 0 to 9. Of
    each image that the digit's own classifier misses, the most confident one is found:
    it may be the digit's own still, or that of a digit which the image looks more like.
    """
    says_yes, is_digit = y_hat[:, digit] > 0.5, labels[:, 0] == digit
    false_alarms = labels[says_yes & ~is_digit, 0]
    missed = np.argmax(y_hat[~says_yes & is_digit], axis=1)
    others = missed[missed != digit]
    print(
        f"{digit:5d}  {most_frequent(false_alarms):23}  {missed.size:6d}  "
        f"{missed.size - others.size:8d}  {most_frequent(others)}"
    )


def average_images(X, labels):
    """The average image of each digit, a row for each: (10, n)."""
    return np.array([X[labels[:, 0] == digit].mean(axis=0) for digit in range(10)])


def show_order(what, figures):
    """Print the ten digits by their figures (10,), the largest first."""
    order = np.argsort(-figures, kind="stable")
    print(f"{what:52}", *order)


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
    labels_test = data.load_labels(data.FOLDER / "t10k-labels-idx1-ubyte.gz")

    print("digit  images  found  missed  false alarms      found  accuracy  always no")
    columns, counts = [], []
    for digit in range(10):
        w = train_for(digit, data.X_train, labels_train, iterations=100, lr=1e-5)
        columns.append(forward(data.X_test, w))
        counts.append(count(digit, columns[digit], labels_test))
        show_counts(digit, *counts[digit], labels_test.size)

    y_hat = np.hstack(columns)
    print("\n                                        for the missed, most confident is")
    print("digit  most often taken for it  missed  its own   else that of")
    for digit in range(10):
        show_confusions(digit, y_hat, labels_test)

    found, missed, false_alarms = np.array(counts).T
    print("\nFrom the hardest to the easiest")
    show_order("by the share that is missed:", missed / (found + missed))
    show_order("by the number of false alarms:", false_alarms)
    show_order("by accuracy, that is by both together:", missed + false_alarms)

    averages = average_images(data.X_train, labels_train)
    distances = np.linalg.norm(averages - data.X_train.mean(axis=0), axis=1)
    show_order("by how close its average image is to that of all:", -distances)
    show_closest_pairs(averages, n_pairs=5)
