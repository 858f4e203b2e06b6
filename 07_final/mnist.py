"""The MNIST data for chapter 7: images of digits, their labels one-hot encoded.

    import mnist as data

loads the four files under data/mnist and gives the arrays data.X_train (60000, 785) and
data.X_test (10000, 785), one image a row, the bias column in front; data.Y_train
(60000, 10), a row of nine zeros and a one for each label; and the labels as they were,
digits, in data.Y_train_unencoded (60000, 1) and data.Y_test (10000, 1).
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


def one_hot_encode(Y):
    """One-hot rows (m, 10) for labels Y (m, 1): 1 in the label's column, else 0."""
    n_labels = Y.shape[0]
    n_classes = 10
    encoded_Y = np.zeros((n_labels, n_classes))
    for row, label in enumerate(Y.ravel()):
        encoded_Y[row, label] = 1
    return encoded_Y


# The ones make the pixels floating point: no multiplication has to convert bytes.
X_train = prepend_bias(load_images(FOLDER / "train-images-idx3-ubyte.gz"))
X_test = prepend_bias(load_images(FOLDER / "t10k-images-idx3-ubyte.gz"))
Y_train_unencoded = load_labels(FOLDER / "train-labels-idx1-ubyte.gz")
Y_train = one_hot_encode(Y_train_unencoded)
Y_test = load_labels(FOLDER / "t10k-labels-idx1-ubyte.gz")

check_sizes(FOLDER, X_train, Y_train, X_test, Y_test)

if __name__ == "__main__":
    print(f"X_train {X_train.shape}, Y_train {Y_train.shape}")
    print(f"X_test {X_test.shape}, Y_test {Y_test.shape}")
