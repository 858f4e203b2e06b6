#!/bin/sh
# pandas 3.1.1 and NumPy 2.4.6, Python 3.11: np.dot and np.matmul of the same two frames.
#
# Guessed: for two matrices np.dot and np.matmul are the same, whatever holds them.
# Seen: np.matmul brings the rows of w into the order of X's columns, by their names, and
# gives a DataFrame; np.dot goes by position, and gives an array with another number.
# There is no warning. (Here the rows of w are not in the order of X's columns.)
#
#     X @ w            DataFrame 110
#     np.matmul(X, w)  DataFrame 110
#     np.dot(X, w)     ndarray 1001
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet numpy==2.4.6 pandas==3.1.1
"$folder/venv/bin/python" -W error - <<'PYTHON'
import numpy as np
import pandas as pd

X = pd.DataFrame([[1.0, 10.0]], columns=["pixel", "bias"])
w = pd.DataFrame([[1.0], [100.0]], index=["bias", "pixel"])
seen = {}
for name, product in [
    ("X @ w", X @ w),
    ("np.matmul(X, w)", np.matmul(X, w)),
    ("np.dot(X, w)", np.dot(X, w)),
]:
    seen[name] = type(product).__name__, int(np.asarray(product)[0, 0])
    print(f"{name:16}", *seen[name])
assert seen == {
    "X @ w": ("DataFrame", 110),
    "np.matmul(X, w)": ("DataFrame", 110),
    "np.dot(X, w)": ("ndarray", 1001),
}
PYTHON
