"""The minesweeper on a hundred splits: how much of its accuracy is luck?

New: minesweeper.py's training, repeated with a hundred other divisions of the 208 rows
into 160 and 48. The classifier, lr and the number of iterations are the same each time.
All that differs is which rows it is trained on, and which it is tested on.

To tweak: iterations, at the bottom. With 100000, which takes two minutes, the mean is
77.1 %, and the spread hardly smaller.
"""

import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parent.parent))

import terminal

import numpy as np

from overfitting import watch_splits
from sonar import X_test


def show(accuracies, n_rows):
    """Print how often each number of n_rows was right, a star for each accuracy (%)."""
    n_correct = np.rint(accuracies * n_rows / 100).astype(int)
    print(f"right of {n_rows}   accuracy   splits")
    for n in range(n_correct.min(), n_correct.max() + 1):
        stars = "*" * np.sum(n_correct == n)
        print(f"{n:11d}   {n * 100 / n_rows:6.2f} %   {stars}".rstrip())


def show_spread(accuracies, n_rows):
    """Print mean and standard deviation, and the one that chance alone would give."""
    mean = np.mean(accuracies)
    chance = np.sqrt(mean * (100 - mean) / n_rows)
    print(f"\nmean                                    {mean:5.1f} %")
    print(f"standard deviation                      {np.std(accuracies):5.1f} points")
    print(f"the same for {n_rows} tosses of a biased coin  {chance:5.1f} points")
    print(f"splits with 75 % or more                {np.sum(accuracies >= 75):3d}")


if __name__ == "__main__":
    iterations = 20000
    measured = watch_splits(n_splits=100, checkpoints=[iterations], lr=0.01)
    _, _, _, test_accuracies = measured[:, :, 0]
    show(test_accuracies, n_rows=X_test.shape[0])
    show_spread(test_accuracies, n_rows=X_test.shape[0])
