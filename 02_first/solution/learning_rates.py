"""What do a very large and a very small learning rate do? One after another.

How far above the least loss, that of NumPy's least squares, does training end?

To tweak: the list of learning rates, at the bottom. With 0.00001 it takes a minute.
"""

import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parent.parent))

from terminal import table

import numpy as np

from linear_regression_with_bias import loss
from trial_steps import steps

if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    least = loss(X, Y, *np.polyfit(X, Y, 1))

    print("lr      iterations          w          b       loss   above least")
    for lr in [100, 10, 1, 0.1, 0.01, 0.001, 0.0001]:
        path = list(steps(loss, X, Y, [0, 0], lr))
        w, b = path[-1]
        here = loss(X, Y, w, b)
        print(f"{lr:<8g}{len(path):10d}{w:11.4f}{b:11.4f}{here:11.4f}", end="")
        print(f"{here - least:14.6f}")
