"""Draw the labels, 0 or 1, and a regression line: why a line is no model for them.

Every dot is an evening, or as many evenings as the number in it says. All labels are 0
or 1, so a straight line is far from most of them. And it does not end there: what
would a prediction of 1.2 or -0.1 mean?

To tweak: degree, at the bottom. With degree=3 the line may bend and comes closer to the
labels. But it still leaves the range from 0 to 1, and falls where it should stay at 1.
"""

import picture
from terminal import table

import matplotlib.pyplot as plt
import numpy as np

from police_labels import plot_labels


def plot_regression_line(x, y, degree):
    """Draw the line with the least mean squared error: straight if its degree is 1.

    Returns its lowest and its highest prediction for the inputs x (m,), labels y (m,).
    """
    line = np.polyfit(x, y, degree)
    inputs = np.linspace(x.min(), x.max(), 100)
    label = f"regression line of degree {line.size - 1}"
    plt.plot(inputs, np.polyval(line, inputs), "-", color="C3", zorder=1.5, label=label)
    y_hat = np.polyval(line, x)
    return y_hat.min(), y_hat.max()


def shade_impossible(low, high):
    """Shade what is no answer: predictions from low to 0, and from 1 to high."""
    for start, end, text in [(low, 0, "less than no?"), (1, high, "more than yes?")]:
        middle = (start + end) / 2
        plt.axhspan(start, end, color="0.9", zorder=0)
        plt.text(15, middle, text, ha="center", va="center", backgroundcolor="0.9")
    plt.axis([0, 30, low, high])


if __name__ == "__main__":
    x1, x2, x3, y = np.loadtxt(table("police.txt", 4), skiprows=1, unpack=True)

    picture.new_figure()
    plot_labels(x1, y)
    lowest, highest = plot_regression_line(x1, y, degree=1)
    shade_impossible(low=-0.5, high=1.5)
    plt.title(f"Labels are 0 or 1; the line predicts {lowest:.2f} to {highest:.2f}")
    plt.legend(loc="center right")
    picture.show()
