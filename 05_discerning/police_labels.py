"""Supporting code, skip at first: the evenings of police.txt as dots that count."""

import matplotlib.pyplot as plt
import numpy as np


def plot_labels(x, y):
    """Draw labels y (m,) over one input x (m,). A dot for equal ones counts them."""
    dots, counts = np.unique(np.column_stack((x, y)), axis=0, return_counts=True)
    plt.plot(*dots.T, "C0o", markersize=12, label="an evening, or as many as it says")
    style = {"color": "white", "fontsize": 10, "fontweight": "bold"}
    for dot, count in zip(dots, counts, strict=True):
        if count > 1:
            plt.text(*dot, count, ha="center", va="center_baseline", **style)
    plt.yticks([0, 0.5, 1])
    plt.xlabel("reservations")
    plt.ylabel("police called: 0 no, 1 yes")
