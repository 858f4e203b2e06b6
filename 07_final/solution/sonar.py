"""The Sonar data for the minesweeper: the loader that takes the place of mnist.py.

    import sonar as data

shuffles data/sonar/sonar.all-data into arrays named as mnist.py's: data.X_train
(160, 61), data.X_test (48, 61), the bias in front; data.Y_train (160, 2), one-hot; and
labels, 0 a rock, 1 a mine: data.Y_train_unencoded (160, 1) and data.Y_test (48, 1).

To tweak: seed, at the bottom. Every seed is another split: with seed=3 the same
training ends at 66.67 % instead of 79.17 %. hundred_shuffles.py tries a hundred.
"""

import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parent.parent))

from terminal import InputError

import numpy as np

FILE = Path(__file__).resolve().parents[2] / "data" / "sonar" / "sonar.all-data"
CLASSES = ["R", "M"]  # rocks become class 0, mines class 1
N_TRAINING_ROWS = 160


def load_sonar(filename):
    """All rows, in the file's order: X (208, 61) with the bias column, Y (208, 1).

    Raises InputError if the file cannot be read, or holds anything else.
    """
    try:
        rows = [line.split(",") for line in filename.read_text("utf-8").splitlines()]
        X = np.array([row[:-1] for row in rows], dtype=float)
        Y = np.array([[CLASSES.index(row[-1])] for row in rows])
        if X.shape != (208, 60) or not np.all((X >= 0) & (X <= 1)):
            raise ValueError(f"shape {X.shape}, from {np.min(X)} to {np.max(X)}")
    except (OSError, ValueError) as error:
        needed = "It needs 208 lines of 60 numbers from 0 to 1 and R or M"
        raise InputError(f"Cannot read {filename}. {needed}: {error}") from None
    return np.insert(X, 0, 1, axis=1), Y


def split(X, Y, seed):
    """X_train (160, n), X_test, Y_train (160, 1), Y_test: rows, shuffled by seed."""
    order = np.random.default_rng(seed).permutation(X.shape[0])
    training, test = np.split(order, [N_TRAINING_ROWS])
    return X[training], X[test], Y[training], Y[test]


def one_hot_encode(Y):
    """One-hot rows (m, 2) for labels Y (m, 1): 1 in the label's column, else 0."""
    n_labels = Y.shape[0]
    n_classes = 2
    encoded_Y = np.zeros((n_labels, n_classes))
    for row, label in enumerate(Y.ravel()):
        encoded_Y[row, label] = 1
    return encoded_Y


X, Y = load_sonar(FILE)
X_train, X_test, Y_train_unencoded, Y_test = split(X, Y, seed=0)
Y_train = one_hot_encode(Y_train_unencoded)

if __name__ == "__main__":
    for name, labels in [("training", Y_train_unencoded), ("test", Y_test)]:
        n_mines = np.sum(labels)
        print(f"{name}: {labels.size - n_mines} rocks and {n_mines} mines")
