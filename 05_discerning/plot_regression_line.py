"""Draw the labels, 0 or 1, and a regression line: why a line is no model for them.

A straight line is far from most dots. And what would a prediction of 1.2 or -0.1 mean?

To tweak: degree, at the bottom. With degree=3 the line may bend and comes closer to the
labels. But it still leaves the range from 0 to 1, and falls where it should stay at 1.
"""

import picture
from terminal import table

import matplotlib.pyplot as plt
import numpy as np

from police_labels import plot_labels

if __name__ == "__main__":
    x, _, _, y = np.loadtxt(table("police.txt", 4), skiprows=1, unpack=True)
    degree = 1

    picture.new_figure()
    plot_labels(x, y)
    line = np.polyfit(x, y, degree)
    inputs = np.linspace(x.min(), x.max(), 100)
    label = f"regression line of degree {line.size - 1}"
    plt.plot(inputs, np.polyval(line, inputs), "-", color="C3", zorder=1.5, label=label)
    for middle, text in (-0.25, "less than no?"), (1.25, "more than yes?"):
        plt.axhspan(middle - 0.25, middle + 0.25, color="0.9", zorder=0)
        plt.text(15, middle, text, ha="center", va="center", backgroundcolor="0.9")
    plt.axis([0, 30, -0.5, 1.5])
    low, *_, high = sorted(np.polyval(line, x))
    plt.title(f"Labels are 0 or 1; the line predicts {low:.2f} to {high:.2f}")
    plt.legend(loc="center right")
    picture.show()
