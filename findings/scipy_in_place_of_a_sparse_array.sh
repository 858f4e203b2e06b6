#!/bin/sh
# SciPy 1.17.1 and NumPy 2.4.6, Python 3.11: w -= gradient with a sparse gradient.
#
# Guessed: w is a NumPy array, so w -= ... changes it in place, whoever holds it; or it
# raises, as with a Dask array.
# Seen: w becomes a new array and the old one stays as it was, for NumPy lets SciPy
# subtract, and SciPy makes a new array. A function that is given w, and moves it by
# w -= gradient, does nothing for its caller. (np.subtract(w, gradient, out=w) raises.)
#
#     w -= np.ones((2, 2))             the caller's w is -1
#     w -= csr_array(np.ones((2, 2)))  the caller's w is 0, w in the function is -1
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet numpy==2.4.6 scipy==1.17.1
"$folder/venv/bin/python" -W error - <<'PYTHON'
import numpy as np
from scipy.sparse import csr_array


def step(w, gradient):
    w -= gradient
    return w


dense = np.ones((2, 2))
for gradient, expected in (dense, -1), (csr_array(dense), 0):
    w = np.zeros((2, 2))
    inside = step(w, gradient)
    print(f"{type(gradient).__name__}: the caller's w", w[0, 0], "inside", inside[0, 0])
    assert np.all(w == expected) and np.all(inside == -1)
    assert type(inside) is np.ndarray and (inside is w) == (gradient is dense)
try:
    np.subtract(w, gradient, out=w)
    raise SystemExit("np.subtract did not raise")
except Exception as error:
    print("np.subtract, out=w:", type(error).__name__)
PYTHON
