"""The MNIST data for chapter 6: images of digits, and for each whether it is a five.

import mnist as data loads them: data.X_train (60000, 785) and data.X_test (10000, 785)
hold an image a row, the bias column in front; data.Y_train (60000, 1) and data.Y_test
(10000, 1) hold 1 for a five and 0 for any other digit.
"""

import terminal

from pathlib import Path

import numpy as np

from idx import check_digits, check_sizes, load_idx

# Other data in the same form: name its folder here.
FOLDER = Path(__file__).resolve().parent.parent / "data" / "mnist"


def load_images(filename):
    """Images as X (m, 784): an image a row, its pixels as bytes, 0 white, 255 black."""
    images = load_idx(filename, magic=2051)
    m, n_rows, n_columns = images.shape
    return images.reshape(m, n_rows * n_columns)


def prepend_bias(X):
    """X (m, n) with a column of ones in front: (m, n + 1)."""
    return np.column_stack((np.ones(X.shape[0]), X))


def load_labels(filename):
    """Labels (m, 1): the digits 0 to 9. Raises InputError if one is no digit."""
    labels = load_idx(filename, magic=2049).reshape(-1, 1).astype(int)
    check_digits(labels, filename)
    return labels


def encode_fives(Y):
    """1 where the label in Y is a five, 0 where it is another digit; in Y's shape."""
    return (Y == 5).astype(int)


# The ones make the pixels floating point: no multiplication has to convert bytes.
X_train = prepend_bias(load_images(FOLDER / "train-images-idx3-ubyte.gz"))
X_test = prepend_bias(load_images(FOLDER / "t10k-images-idx3-ubyte.gz"))
Y_train = encode_fives(load_labels(FOLDER / "train-labels-idx1-ubyte.gz"))
Y_test = encode_fives(load_labels(FOLDER / "t10k-labels-idx1-ubyte.gz"))

check_sizes(FOLDER, X_train, Y_train, X_test, Y_test)

if __name__ == "__main__":
    print(f"X_train {X_train.shape}, Y_train {Y_train.shape}")
    print(f"X_test {X_test.shape}, Y_test {Y_test.shape}")
