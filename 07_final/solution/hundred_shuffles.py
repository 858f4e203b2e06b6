"""The minesweeper on a hundred splits: how much of its accuracy is luck?

New: minesweeper.py's training, repeated with a hundred other divisions of the 208 rows.

To tweak: iterations, at the bottom. With 100000, which takes two minutes, the mean is
77.1 %, and the spread hardly smaller.
"""

import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parent.parent))

import terminal

import numpy as np

from overfitting import watch_splits

if __name__ == "__main__":
    iterations = 20000
    *_, accuracies = watch_splits(n_splits=100, checkpoints=[iterations], lr=0.01)
    n_correct = np.rint(accuracies * 48 / 100).astype(int)
    print("right of 48   accuracy   splits")
    for n in range(n_correct.min(), n_correct.max() + 1):
        stars = "*" * np.sum(n_correct == n)
        print(f"{n:11d}   {n * 100 / 48:6.2f} %   {stars}".rstrip())

    mean = np.mean(accuracies)
    chance = np.sqrt(mean * (100 - mean) / 48)
    print(f"\nmean                                    {mean:5.1f} %")
    print(f"standard deviation                      {np.std(accuracies):5.1f} points")
    print(f"the same for 48 tosses of a biased coin  {chance:5.1f} points")
    print(f"splits with 75 % or more                {np.sum(accuracies >= 75):3d}")
