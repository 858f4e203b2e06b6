#!/bin/sh
# NumPy 2.4.6, Python 3.11: np.matmul (or @) of masked arrays.
#
# Guessed: it works for every shape that fits, and leaves out what is masked, as
# np.ma.dot does; or it raises for every masked array.
# Seen: shapes that fit but are not square raise, for the masks are broadcast element by
# element, as for a sum. Square ones multiply without a word: the hidden numbers take
# part in the products, and only the elements where an input is masked are masked.
#
#     a, 1000 hidden   [[-- 1], [1 1]]
#     np.ma.dot(a, a)  [[1.0 1.0], [1.0 2.0]]
#     np.matmul(a, a)  [[-- 1001.0], [1001.0 2.0]]
#     (2, 3), (3, 2)   ValueError: operands could not be broadcast together
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet numpy==2.4.6
"$folder/venv/bin/python" -W error - <<'PYTHON'
import numpy as np

a = np.ma.array([[1000.0, 1.0], [1.0, 1.0]], mask=[[True, False], [False, False]])
right = np.ma.dot(a, a)
print("np.ma.dot(a, a)", right.tolist())
assert right.tolist() == [[1.0, 1.0], [1.0, 2.0]]
for product in np.matmul(a, a), a @ a:
    print("np.matmul(a, a)", product.tolist())
    assert product.tolist() == [[None, 1001.0], [1001.0, 2.0]]

try:
    np.matmul(np.ma.ones((2, 3)), np.ones((3, 2)))  # No mask: this is right.
    np.matmul(np.ma.array(np.ones((2, 3)), mask=np.eye(2, 3)), np.ones((3, 2)))
    raise SystemExit("np.matmul did not raise")
except ValueError as error:
    print("(2, 3), (3, 2)", error)
    assert "could not be broadcast together" in str(error)
PYTHON
