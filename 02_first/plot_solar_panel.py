"""Draw the idea that the book begins with: a solar panel, from examples to predictions.

Supervised learning: examples, each a time of day and its label, the power; a curve that
approximates them; and what it predicts at a time that nobody has measured.

To tweak: hour, degree and seed, at the bottom. With degree=1 the curve is a straight
line, which approximates badly; with degree=20 it runs after the clouds. At hour=3 there
are no examples near, and what is predicted makes no sense.
"""

import picture

import numpy as np

if __name__ == "__main__":
    axes = picture.new_figure(figsize=(15, 5)).subplots(ncols=3, sharey=True)
    hour, degree, seed = 12, 4, 1
    random = np.random.default_rng(seed)
    hours = np.sort(random.uniform(6, 20, 50))
    sun = 300 * np.sin(np.pi * (hours - 6) / 14) ** 2
    power = sun * random.uniform(0.75, 1, 50)  # Less where there are clouds.
    curve = np.polynomial.Polynomial.fit(hours, power, degree)

    grid = np.linspace(min(*hours, hour), max(*hours, hour), num=501)
    for ax in axes:
        ax.plot(hours, power, "o", color="C0", label=f"examples: {len(hours)}")
        ax.set(xlabel="time of day in hours")
    for ax in axes[1:]:
        label = f"approximation of degree {degree}"
        ax.plot(grid, curve(grid), "-", color="C3", lw=2, label=label)
    label = f"prediction: {curve(hour):.0f} watts at {hour} o'clock"
    ax.plot(hour, curve(hour), "X", color="C2", mec="black", markersize=14, label=label)
    ax.axvline(hour, ls="--", color="C7")
    axes[0].set(ylabel="power in watts", title="Examples (made up)")
    axes[1].set_title("A curve that approximates them")
    axes[2].set_title(f"At {hour} o'clock it predicts {curve(hour):.0f} watts")
    for ax in axes:
        ax.legend(loc="lower center", fontsize=10)
    picture.show()
