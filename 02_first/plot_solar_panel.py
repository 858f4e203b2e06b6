"""Draw the idea that the book begins with: a solar panel, from examples to predictions.

Supervised learning in three pictures. Somebody has noted at what time of day a solar
panel gave how much power: examples, each an hour and its label (left). A curve is found
that approximates them (middle). Then the curve predicts the power at a time that nobody
has measured (right). The data are made up: a hill over the day, and clouds. How a curve
is found is what the chapters after this picture teach; here NumPy fits it.

To tweak: hour, degree and seed, at the bottom. With degree=1 the curve is a straight
line, which approximates badly; with degree=20 it runs after the clouds. At hour=3 there
are no examples near, and what is predicted makes no sense.
"""

import picture
from terminal import InputError

import numpy as np


def make_up_examples(seed):
    """Times of day in hours and power in watts, both (50,): a hill, less clouds."""
    random = np.random.default_rng(seed)
    hours = np.sort(random.uniform(6, 20, 50))
    sun = 300 * np.sin(np.pi * (hours - 6) / 14) ** 2
    return hours, sun * random.uniform(0.75, 1, 50)


def plot_solar_panel(axes, hours, power, curve, hour):
    """Draw hours and power (m,), with the curve, and what it predicts for the hour."""
    grid = np.linspace(min(*hours, hour), max(*hours, hour), num=501)
    for i, ax in enumerate(axes):
        ax.plot(hours, power, "o", color="C0", label=f"examples: {len(hours)}")
        if i > 0:
            label = f"approximation of degree {curve.degree()}"
            ax.plot(grid, curve(grid), "-", color="C3", lw=2, label=label)
        if i > 1:
            label = f"prediction: {curve(hour):.0f} watts at {hour} o'clock"
            style = {"color": "C2", "mec": "black", "markersize": 14}
            ax.plot(hour, curve(hour), "X", label=label, **style)
            ax.axvline(hour, ls="--", color="C7")
        ax.set(xlabel="time of day in hours")
        ax.legend(loc="lower center", fontsize=10)
    axes[0].set_ylabel("power in watts")


if __name__ == "__main__":
    axes = picture.new_figure(figsize=(15, 5)).subplots(ncols=3, sharey=True)
    hour = 12
    degree = 4
    if not (0 <= degree <= 20 and 0 <= hour <= 24):
        raise InputError(
            f"degree={degree}, hour={hour}: "
            "please give a degree from 0 to 20 and an hour from 0 to 24."
        )

    hours, power = make_up_examples(seed=1)
    curve = np.polynomial.Polynomial.fit(hours, power, degree)
    plot_solar_panel(axes, hours, power, curve, hour)
    axes[0].set_title("Examples (made up)")
    axes[1].set_title("A curve that approximates them")
    axes[2].set_title(f"At {hour} o'clock it predicts {curve(hour):.0f} watts")
    picture.show()
