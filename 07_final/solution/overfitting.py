"""Training too long: the loss falls on, and the accuracy on unseen rows falls too.

New: the training is watched on both sides, on the rows that it learns from and on those
kept for the test, and is repeated with other splits, since on a single one luck is
larger than what there is to see. lr=0.5 gets as far in 400 iterations as the 0.01 of
minesweeper.py in 20000, and so there is time for fifty times as long a training.

To tweak: n_splits and moments, at the bottom. With another 50000 in moments the
accuracy on unseen rows falls further, to 74.8 %; it takes more than twice as long.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import terminal

import numpy as np

import sonar as data
from mnist_classifier import classify, gradient, loss


def measure(X, labels, w):
    """The loss of w (n, 2) on X (m, n), and how many percent of the labels it hits."""
    accuracy = np.mean(classify(X, w) == labels) * 100
    return loss(X, data.one_hot_encode(labels), w), accuracy


def watch(X_train, X_test, labels_train, labels_test, moments, lr):
    """Losses and accuracies after so many iterations as moments lists, in their order.

    Returns an array (number of moments, 2, 2): for each moment a row for the training
    data and one for the test data, each with the loss and the accuracy. The steps are
    those of train, which reports every iteration, but on the test's accuracy only.
    """
    Y_train = data.one_hot_encode(labels_train)
    w = np.zeros((X_train.shape[1], Y_train.shape[1]))
    measured = []
    for i in range(max(moments) + 1):
        if i in moments:
            training = measure(X_train, labels_train, w)
            test = measure(X_test, labels_test, w)
            measured.append((training, test))
        w -= gradient(X_train, Y_train, w) * lr
    return np.array(measured)


def watch_splits(n_splits, moments, lr):
    """What watch measures, for so many splits: (n_splits, number of moments, 2, 2)."""
    splits = [data.split(data.X, data.Y, seed) for seed in range(n_splits)]
    return np.array([watch(*split, moments, lr) for split in splits])


def show(measured, moments):
    """Print a row for each moment: averages of all splits, and the first split."""
    average = measured.mean(axis=0)
    print("                loss on rows      right on rows      the first split,")
    print("iterations    learned  unseen    learned  unseen    right on unseen rows")
    for i, moment in enumerate(moments):
        (loss_learned, learned), (loss_unseen, unseen) = average[i]
        first_split = measured[0, i, 1, 1]
        print(
            f"{moment:10d}    {loss_learned:7.2f}  {loss_unseen:6.2f}    "
            f"{learned:5.1f} %  {unseen:4.1f} %    {first_split:18.2f} %"
        )


def show_fall(measured, moments):
    """Print how far the accuracy on unseen rows falls, from its highest to the end."""
    accuracies = measured[:, :, 1, 1]
    best = np.argmax(accuracies.mean(axis=0))
    change = accuracies[:, -1] - accuracies[:, best]
    print(
        f"\nOn unseen rows, from {moments[best]} to {moments[-1]} iterations,\n"
        f"the accuracy falls in {np.sum(change < 0)} splits, stays in "
        f"{np.sum(change == 0)}, and rises in {np.sum(change > 0)};\n"
        f"on average it changes by {change.mean():.2f} percentage points."
    )


if __name__ == "__main__":
    moments = [0, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000]
    measured = watch_splits(n_splits=100, moments=moments, lr=0.5)
    print(f"Averages of {measured.shape[0]} splits:\n")
    show(measured, moments)
    show_fall(measured, moments)
