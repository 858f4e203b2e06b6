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


def plot_labels(x, y):
    """Draw labels y (m,) over one input x (m,). A dot for equal ones counts them."""
    dots, counts = np.unique(np.column_stack((x, y)), axis=0, return_counts=True)
    label = "an evening, or as many as it says"
    plt.plot(dots[:, 0], dots[:, 1], "o", color="C0", markersize=12, label=label)
    for (x_dot, y_dot), count in zip(dots, counts, strict=True):
        if count > 1:
            style = {"color": "white", "fontsize": 10, "fontweight": "bold"}
            plt.text(x_dot, y_dot, count, ha="center", va="center_baseline", **style)
    plt.yticks([0, 0.5, 1])
    plt.xlabel("reservations")
    plt.ylabel("police called: 0 no, 1 yes")


def plot_regression_line(x, y, degree):
    """Draw the line with the least mean squared error: straight if its degree is 1."""
    line = np.polyfit(x, y, degree)
    y_hat = np.polyval(line, x)
    label = f"a regression line, from {y_hat.min():.2f} to {y_hat.max():.2f}"
    inputs = np.linspace(x.min(), x.max(), 100)
    plt.plot(inputs, np.polyval(line, inputs), "-", color="C3", zorder=1.5, label=label)


def shade_impossible(low, high):
    """Shade what is no answer: predictions from low to 0, and from 1 to high."""
    for start, end, text in [(low, 0, "less than no?"), (1, high, "more than yes?")]:
        middle = (start + end) / 2
        plt.axhspan(start, end, color="0.9", zorder=0)
        plt.text(15, middle, text, ha="center", va="center", backgroundcolor="0.9")
    plt.axis([0, 30, low, high])


if __name__ == "__main__":
    x1, x2, x3, y = np.loadtxt(table("police.txt", 4), skiprows=1, unpack=True)
    plot_labels(x1, y)
    plot_regression_line(x1, y, degree=1)
    shade_impossible(low=-0.5, high=1.5)
    plt.title("A line is a bad answer to a question of yes or no")
    plt.legend(loc="center right")
    picture.show()
