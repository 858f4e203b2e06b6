#!/bin/sh
# NumPy 2.4.6 and SciPy 1.17.1, Python 3.11: np.dot of a sparse array.
#
# Guessed: np.dot(X, w) raises, as np.matmul(X, w) does, or multiplies, as X @ w does.
# Seen: no error and no warning, but an array of objects in the shape of w, each of them
# a whole sparse array, X times one number of w. No object of it has the shape of X @ w.
#
#     X @ w            ndarray float64 (3, 2)
#     np.dot(X, w)     ndarray object (3, 2), of csr_array (3, 3)
#     np.matmul(X, w)  ValueError
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet numpy==2.4.6 scipy==1.17.1
"$folder/venv/bin/python" - <<'PYTHON'
import numpy as np
from scipy.sparse import csr_array

X = csr_array(np.eye(3) * 2)
w = np.arange(6.0).reshape(3, 2)
product = X @ w
print("X @ w            ", type(product).__name__, product.dtype, product.shape)
assert product.dtype == float and np.all(product == 2 * w)

objects = np.dot(X, w)
first = objects[0, 1]
print("np.dot(X, w)     ", type(objects).__name__, objects.dtype, objects.shape, end="")
print(", of", type(first).__name__, first.shape)
assert objects.dtype == object and objects.shape == (3, 2)
assert isinstance(first, csr_array) and first.shape == (3, 3)
assert np.all(first.toarray() == np.eye(3) * 2 * w[0, 1])

try:
    np.matmul(X, w)
    raise SystemExit("np.matmul did not raise")
except ValueError as error:
    print("np.matmul(X, w)  ", type(error).__name__)
PYTHON
