"""Draw a training that is too long: what it learns in the end helps no more.

The losses and accuracies of overfitting.py, on the training rows and on the test rows,
as averages over the same splits. On the training rows both get better to the end. The
test loss soon turns and climbs, since mistakes are made with more and more confidence.
The test accuracy only counts them, so it turns later and falls less.

To tweak: n_splits, at the bottom. With n_splits=1 it is sonar.py's split alone, and the
accuracy goes up and down in leaps.
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


def plot_loss(ax, checkpoints, training_losses, test_losses):
    """Draw the losses, and a cross where the average test loss is lowest."""
    plot_averages(ax, checkpoints, training_losses, test_losses)
    average = test_losses.mean(axis=0)
    lowest = np.argmin(average)
    looks = {"color": "C2", "mec": "black", "markersize": 14}
    ax.plot(checkpoints[lowest], average[lowest], "X", **looks)
    ax.set(ylabel="loss", ylim=(0, None))
    ax.set_title(f"The test loss is lowest at iteration {checkpoints[lowest]}")
    ax.legend(loc="lower left")


def plot_accuracy(ax, checkpoints, training_accuracies, test_accuracies):
    """Draw the accuracies (%), and a band that holds the middle half of the splits."""
    plot_averages(ax, checkpoints, training_accuracies, test_accuracies)
    low, high = np.percentile(test_accuracies, [25, 75], axis=0)
    label = "test rows, half of the splits"
    ax.fill_between(checkpoints, low, high, color="C3", alpha=0.15, label=label)
    average = test_accuracies.mean(axis=0)
    best = np.argmax(average)
    ax.set(ylabel="accuracy (%)", ylim=(40, 100))
    ax.set_title(
        f"The test accuracy is best at iteration {checkpoints[best]}: "
        f"{average[best]:.1f} %"
    )
    ax.legend(loc="lower right")


if __name__ == "__main__":
    left, right = picture.new_figure(figsize=(13, 6)).subplots(ncols=2)
    n_splits, iterations = 100, 20000
    checkpoints = sorted({int(i) for i in np.geomspace(1, iterations, 60)})
    measured = watch_splits(n_splits, checkpoints, lr=0.5)
    plot_loss(left, checkpoints, *measured[:2])
    plot_accuracy(right, checkpoints, *measured[2:])
    left.figure.suptitle(f"A long training (averages over splits: {n_splits})")
    picture.show()
