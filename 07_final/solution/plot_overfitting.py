"""Draw a training that is too long: what it learns in the end helps no more.

The loss and the accuracy of overfitting.py, on the rows that are learned and on those
that are not, as averages of several splits. Learned rows get better to the end. On
unseen rows the loss soon turns and climbs, since mistakes are made with more and more
confidence. The accuracy only counts them, so it turns later and falls less.

To tweak: n_splits, at the bottom. With n_splits=1 it is sonar.py's split alone, and the
accuracy goes up and down in leaps.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import picture

import matplotlib.pyplot as plt
import numpy as np

from overfitting import watch_splits


def plot_averages(moments, values):
    """Draw values (number of splits, number of moments, 2): learned and unseen rows.

    Returns the averages on unseen rows (number of moments,).
    """
    learned, unseen = values.mean(axis=0).T
    plt.plot(moments, learned, "--", color="C1", label="learned rows")
    plt.plot(moments, unseen, "-", color="C3", label="unseen rows")
    plt.xscale("log")
    plt.gca().xaxis.set_major_formatter("{x:.0f}")
    plt.xlabel("iterations")
    return unseen


def plot_loss(moments, losses):
    """Draw the losses, and a cross where that on unseen rows is lowest."""
    unseen = plot_averages(moments, losses)
    lowest = np.argmin(unseen)
    plt.plot(
        moments[lowest],
        unseen[lowest],
        "X",
        color="C2",
        markeredgecolor="black",
        markersize=14,
    )
    plt.ylabel("loss")
    plt.ylim(bottom=0)
    plt.legend(loc="lower left")
    end = "climbs after" if lowest < len(moments) - 1 else "still falls at"
    plt.title(f"On unseen rows the loss {end} {moments[lowest]} iterations")


def plot_accuracy(moments, accuracies):
    """Draw the accuracies, and a band that holds the middle half of the splits."""
    unseen = plot_averages(moments, accuracies)
    low, high = np.percentile(accuracies[:, :, 1], [25, 75], axis=0)
    label = "unseen rows, half of the splits"
    plt.fill_between(moments, low, high, color="C3", alpha=0.15, label=label)
    plt.ylabel("right answers (%)")
    plt.ylim(40, 100)
    plt.legend(loc="lower right")
    plt.title(f"On unseen rows the accuracy ends its rise at {unseen.max():.1f} %")


if __name__ == "__main__":
    picture.check()

    moments = np.unique(np.geomspace(1, 20000, 60).astype(int)).tolist()
    measured = watch_splits(n_splits=30, moments=moments, lr=0.5)

    plt.figure(figsize=(13, 6))
    plt.suptitle(
        "What a long training does on the rows that are learned, and on others "
        f"(an average; splits: {measured.shape[0]})"
    )
    plt.subplot(1, 2, 1)
    plot_loss(moments, measured[:, :, :, 0])
    plt.subplot(1, 2, 2)
    plot_accuracy(moments, measured[:, :, :, 1])
    picture.show()
