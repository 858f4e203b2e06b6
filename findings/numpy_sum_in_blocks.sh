#!/bin/sh
# NumPy 2.2.6 and 2.3.0, Python 3.11, x86-64: the order in which np.sum adds.
#
# Guessed: np.sum adds pairwise (halves of halves, as its documentation says), so an array
# without gaps is summed alike by all versions of NumPy 2, to the last bit.
# Seen: up to 2.2.6 it is pairwise only within blocks of 8192 numbers (np.getbufsize()),
# whose sums are added from left to right, though nothing has to be buffered. From 2.3.0
# on it is pairwise all through. Longer arrays have other last digits in the two.
#
#     of 100 sums of 10000    2.2.6  in blocks 100, pairwise fewer
#                             2.3.0  in blocks fewer, pairwise 100
#     of 100 sums of 8192     both ways 100 in both
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for version in 2.2.6 2.3.0; do
  python3 -m venv "$folder/$version"
  "$folder/$version/bin/pip" install --quiet numpy==$version
  "$folder/$version/bin/python" - <<'PYTHON'
import numpy as np


def in_blocks(x):
    total = np.sum(x[:8192])
    for start in range(8192, x.size, 8192):
        total = total + np.sum(x[start : start + 8192])
    return total


def pairwise(x):
    if x.size <= 128:  # So few are added at once.
        return np.sum(x)
    half = x.size // 2 - x.size // 2 % 8
    return pairwise(x[:half]) + pairwise(x[half:])


assert np.getbufsize() == 8192
rng = np.random.default_rng(0)
for size in 8192, 10000:
    xs = [rng.random(size) for _ in range(100)]
    same = [sum(add(x) == np.sum(x) for x in xs) for add in (in_blocks, pairwise)]
    print(f"NumPy {np.__version__}, {size}: in blocks {same[0]}, pairwise {same[1]}")
    if size == 8192:
        assert same == [100, 100]
    elif np.__version__ == "2.2.6":
        assert same[0] == 100 > same[1]
    else:
        assert same[1] == 100 > same[0]
PYTHON
done
