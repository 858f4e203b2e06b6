"""Draw a training that is too long: what it learns in the end helps no more.

The test loss soon turns and climbs, since mistakes are made with more and more
confidence. The test accuracy only counts them, so it turns later and falls less.

To tweak: n_splits, at the bottom. With 1, sonar.py's split, the accuracy goes in leaps.
"""

import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parent.parent))

import picture

import numpy as np

from overfitting import watch_splits


def plot_averages(ax, checkpoints, training, test):
    """Draw averages of training and test values, each (n_splits, n_checkpoints)."""
    ax.plot(checkpoints, training.mean(axis=0), "--", color="C1", label="training rows")
    ax.plot(checkpoints, test.mean(axis=0), "-", color="C3", label="test rows")
    ax.set(xscale="log", xlabel="iterations")
    ax.xaxis.set_major_formatter("{x:.0f}")


if __name__ == "__main__":
    left, right = picture.new_figure(figsize=(13, 6)).subplots(ncols=2)
    n_splits, iterations = 100, 20000
    checkpoints = sorted({int(i) for i in np.geomspace(1, iterations, 60)})
    measured = watch_splits(n_splits, checkpoints, lr=0.5)
    _, test_loss, _, test_accuracy = measured.mean(axis=1)

    plot_averages(left, checkpoints, *measured[:2])
    best = checkpoints[np.argmin(test_loss)]
    left.plot(best, np.min(test_loss), "X", color="C2", mec="black", markersize=14)
    title = f"The test loss is lowest at iteration {best}"
    left.set(ylabel="loss", ylim=(0, None), title=title)
    left.legend(loc="lower left")

    plot_averages(right, checkpoints, *measured[2:])
    low, high = np.percentile(measured[3], [25, 75], axis=0)
    label = "test rows, half of the splits"
    right.fill_between(checkpoints, low, high, color="C3", alpha=0.15, label=label)
    best, highest = checkpoints[np.argmax(test_accuracy)], np.max(test_accuracy)
    right.set(ylabel="accuracy (%)", ylim=(40, 100))
    right.set_title(f"The test accuracy is best at iteration {best}: {highest:.1f} %")
    right.legend(loc="lower right")

    left.figure.suptitle(f"A long training (averages over splits: {n_splits})")
    picture.show()
