#!/bin/sh
# pandas 3.1.1 and NumPy 2.4.6, Python 3.11: np.average, np.mean and np.sum of a frame
# that has nan in it, or nothing but nan.
#
# Guessed: without weights np.average and np.mean are the same, and nan stays nan in both,
# and in np.sum, as with any array.
# Seen: np.average says nan. np.mean and np.sum leave out nan without a warning, so that
# the sum of nothing but nan is 0. (A loss whose labels and predictions have different
# column names is such a frame: its sum is 0, a perfect score.)
#
#     1, nan     np.average nan, np.mean 1.0, np.sum 1.0
#     nan, nan   np.average nan, np.mean nan, np.sum 0.0
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet numpy==2.4.6 pandas==3.1.1
"$folder/venv/bin/python" -W error - <<'PYTHON'
import numpy as np
import pandas as pd

functions = np.average, np.mean, np.sum
for row, expected in [
    ([1.0, np.nan], ["nan", "1.0", "1.0"]),
    ([np.nan, np.nan], ["nan", "nan", "0.0"]),
]:
    seen = [str(function(pd.DataFrame([row]))) for function in functions]
    print(row, dict(zip(["average", "mean", "sum"], seen)))
    assert seen == expected
    assert all(np.isnan(function(np.array([row]))) for function in functions)

labels = pd.DataFrame([[1.0, 0.0]], columns=["five", "other"])
predictions = pd.DataFrame([[0.1, 0.9]])
loss = np.sum(labels * np.log(predictions))
print("sum of labels times log(predictions), other names:", loss)
assert loss == 0
PYTHON
