"""Turn the weight and the bias by hand: how low can you get the loss?

The sticks are the errors; the bar shows the mean of their squares, with a mark at the
lowest so far. Then press "train": the sliders move by its steps, until none helps.

To tweak: lr and steps_at_once, at the bottom. With lr=1 training stops early, at a line
that you can beat by hand; with lr=0.001 you can watch it creep.
"""

import picture
from terminal import table

import itertools

import matplotlib.pyplot as plt
import numpy as np

import controls
from clock import add_clock
from linear_regression_with_bias import loss, predict
from trial_steps import steps


def live_line(X, Y, w, b, lr, steps_at_once):
    """Draw the line of w and b among the examples X (m,) and Y (m,), with sliders."""
    figure = controls.new_figure(11, 6.4)
    ax = figure.add_axes([0.08, 0.3, 0.64, 0.61])
    plt.plot(X, Y, "o", color="C0", markersize=8, label="an evening")
    (line,) = plt.plot([0, 30], [0, 0], "-", color="C3", lw=2.5, label="prediction")
    errors = plt.vlines(X, Y, Y, color="C1", lw=2, zorder=1.5, label="errors")
    ax.set(xlim=(0, 30), ylim=(0, 60), xlabel="reservations", ylabel="pizzas sold")
    ax.set_title("Turn w and b until the sticks are short")
    ax.legend(loc="upper left")

    scale = figure.add_axes([0.86, 0.3, 0.08, 0.56])
    (bar,) = plt.bar(0, 1, width=0.7, color="C3")
    lowest = plt.axhline(np.inf, color="black", lw=3)
    scale.set(yscale="log", xlim=(-0.5, 0.5), ylim=(10, 10000), xticks=[])
    scale.set_ylabel("loss (logarithmic scale)")
    scale.yaxis.set_major_formatter("{x:g}")
    controls.add_moving(figure, errors, line, bar, lowest, scale.title)

    def show():
        """Move everything to where the sliders stand."""
        w, b = (slider.val for slider in sliders)
        line.set_ydata(predict(np.array([0, 30]), w, b))
        errors.set_segments(np.array([[X, X], [Y, predict(X, w, b)]]).T)
        here = loss(X, Y, w, b)
        least = min(here, lowest.get_ydata()[0])
        bar.set_height(here)
        lowest.set_ydata([least, least])
        scale.set_title(f"loss {here:.2f}\nlowest {least:.2f}")

    def train():
        """Move the sliders by some steps; False when no step lowers the loss."""
        start = [slider.val for slider in sliders]
        *_, end = itertools.islice(steps(loss, X, Y, start, lr), steps_at_once + 1)
        for slider, value in zip(sliders, end, strict=True):
            slider.set_val(value)
        return end != start

    sliders = []
    for name, ends, value in ("weight w", (-1, 4), w), ("bias b", (-10, 40), b):
        place = [0.15, 0.13 - 0.07 * len(sliders), 0.5, 0.04]
        sliders.append(controls.add_slider(figure, place, name, ends, value, show))
    add_clock(figure, [0.8, 0.07, 0.14, 0.09], 50, train)
    show()


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    live_line(X, Y, w=0, b=0, lr=0.01, steps_at_once=10)
    picture.show()
