"""Training too long: the training loss keeps falling, and the test accuracy falls too.

New: the training is measured at checkpoints, on the training rows and on the test rows,
and is repeated with other splits, since on a single one luck is larger than what there
is to see. lr=0.5 gets as far in 400 iterations as the 0.01 of minesweeper.py in 20000.

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
    """Training loss, test loss, and both accuracies (%), a row each, by checkpoint.

    checkpoints are numbers of iterations in ascending order. Raises FloatingPointError
    if a training loss is no finite number.
    """
    Y_train, Y_test = map(data.one_hot_encode, (labels_train, labels_test))
    w = np.zeros((X_train.shape[1], Y_train.shape[1]))
    measured = []
    for before, checkpoint in zip([0, *checkpoints], checkpoints, strict=False):
        for _ in range(before, checkpoint):
            w -= gradient(X_train, Y_train, w) * lr
        losses = loss(X_train, Y_train, w), loss(X_test, Y_test, w)
        stop_if_diverged(losses[0])
        training_accuracy = np.mean(classify(X_train, w) == labels_train) * 100
        test_accuracy = np.mean(classify(X_test, w) == labels_test) * 100
        measured.append((*losses, training_accuracy, test_accuracy))
    return np.transpose(measured)


def watch_splits(n_splits, checkpoints, lr):
    """What watch measures, for each of n_splits splits: (4, n_splits, n_checkpoints).

    Raises InputError if checkpoints do not ascend.
    """
    if np.any(np.diff([-1, *checkpoints]) < 1):
        why = "please give them in order, from 0."
        raise InputError(f"checkpoints={checkpoints}: {why}")
    splits = [data.split(data.X, data.Y, seed) for seed in range(n_splits)]
    return np.stack([watch(*split, checkpoints, lr) for split in splits], axis=1)


if __name__ == "__main__":
    checkpoints = [0, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000]
    measured = watch_splits(n_splits=100, checkpoints=checkpoints, lr=0.5)
    averages, test_accuracies = measured.mean(axis=1), measured[3]
    print(f"Averages over splits: {measured.shape[1]}\n")
    print("                     loss              accuracy        the first split,")
    print("iterations    training   test     training    test     test accuracy")
    line = "{:10d}    {:8.2f} {:6.2f}     {:6.1f} %  {:4.1f} %    {:11.2f} %"
    for numbers in zip(checkpoints, *averages, test_accuracies[0], strict=True):
        print(line.format(*numbers))

    best = np.argmax(averages[3])
    change = test_accuracies[:, -1] - test_accuracies[:, best]
    down, same, up = (np.sum(np.sign(change) == sign) for sign in (-1, 0, 1))
    start, end = checkpoints[best], checkpoints[-1]
    print(f"\nTest accuracy, from iteration {start}, where it is best on average,")
    print(f"to {end}: it falls in {down} splits, stays in {same} and rises in {up};")
    print(f"on average it changes by {change.mean():.2f} percentage points.")
