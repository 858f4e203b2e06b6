"""Training too long: the training loss keeps falling, and the test accuracy falls too.

New: the training is measured at checkpoints, on the training rows and on the test rows,
and is repeated with other splits, since on a single one luck is larger than what there
is to see. lr=0.5 gets as far in 400 iterations as the 0.01 of minesweeper.py in 20000,
and so there is time for a training fifty times as long.

To tweak: n_splits and checkpoints, at the bottom. With another 50000 in checkpoints the
test accuracy falls further, to 74.8 %; it takes more than twice as long.
"""

import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parent.parent))

from terminal import InputError, stop_if_diverged

import numpy as np

import sonar as data
from mnist_classifier import classify, gradient, loss


def watch(X_train, X_test, labels_train, labels_test, checkpoints, lr):
    """Four rows (4, number of checkpoints), what is measured at each checkpoint.

    They are training loss, test loss, training accuracy and test accuracy (in %).
    checkpoints are numbers of iterations in ascending order. Raises FloatingPointError
    if a training loss is no finite number.
    """
    Y_train, Y_test = map(data.one_hot_encode, (labels_train, labels_test))
    w = np.zeros((X_train.shape[1], Y_train.shape[1]))
    measured = []
    for before, checkpoint in zip([0, *checkpoints], checkpoints, strict=False):
        for _ in range(before, checkpoint):
            w -= gradient(X_train, Y_train, w) * lr
        training_loss, test_loss = loss(X_train, Y_train, w), loss(X_test, Y_test, w)
        stop_if_diverged(training_loss)
        training_accuracy = np.mean(classify(X_train, w) == labels_train) * 100
        test_accuracy = np.mean(classify(X_test, w) == labels_test) * 100
        measured.append((training_loss, test_loss, training_accuracy, test_accuracy))
    return np.transpose(measured)


def watch_splits(n_splits, checkpoints, lr):
    """What watch measures, for each of n_splits splits: (4, n_splits, n_checkpoints).

    Raises InputError if there is no split, or if checkpoints do not ascend.
    """
    if n_splits < 1:
        raise InputError(f"n_splits={n_splits}: please give 1 or more.")
    if not checkpoints or np.any(np.diff([-1, *checkpoints]) < 1):
        raise InputError(
            f"checkpoints={checkpoints}: please give them in order, from 0."
        )
    splits = [data.split(data.X, data.Y, seed) for seed in range(n_splits)]
    return np.stack([watch(*split, checkpoints, lr) for split in splits], axis=1)


def show(measured, checkpoints):
    """Print a row for each checkpoint: averages of all splits, and the first split."""
    print("                     loss              accuracy        the first split,")
    print("iterations    training   test     training    test     test accuracy")
    first_split = measured[3, 0]
    for i, averages in enumerate(measured.mean(axis=1).T):
        training_loss, test_loss, training_accuracy, test_accuracy = averages
        print(
            f"{checkpoints[i]:10d}    {training_loss:8.2f} {test_loss:6.2f}     "
            f"{training_accuracy:6.1f} %  {test_accuracy:4.1f} %    "
            f"{first_split[i]:11.2f} %"
        )


def show_change(test_accuracies, checkpoints):
    """Print how test accuracies (n_splits, n_checkpoints) change, from best to last."""
    best = np.argmax(test_accuracies.mean(axis=0))
    change = test_accuracies[:, -1] - test_accuracies[:, best]
    print(
        f"\nTest accuracy, from iteration {checkpoints[best]}, where it is best on "
        f"average,\nto {checkpoints[-1]}: "
        f"it falls in {np.sum(change < 0)} splits, stays in {np.sum(change == 0)} "
        f"and rises in {np.sum(change > 0)};\n"
        f"on average it changes by {change.mean():.2f} percentage points."
    )


if __name__ == "__main__":
    checkpoints = [0, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000]
    measured = watch_splits(n_splits=100, checkpoints=checkpoints, lr=0.5)
    print(f"Averages over splits: {measured.shape[1]}\n")
    show(measured, checkpoints)
    show_change(measured[3], checkpoints)
