"""Draw the learned lines among the points: what a bias is good for.

New: both models, trained and drawn in one picture. The line through the origin is too
low on quiet evenings and too high on busy ones; with a bias the loss is a third.

To tweak: lr, at the bottom. With lr=1 the steps are so coarse that both lines are off.
With lr=0.0001 they fit a little better still, and training takes some 10 s.
"""

import picture
from terminal import table

import numpy as np

import linear_regression as without_bias
import linear_regression_with_bias as with_bias
from trial_steps import steps

if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    lr = 0.01
    *_, (w_alone,) = steps(without_bias.loss, X, Y, [0], lr)
    *_, (w, b) = steps(with_bias.loss, X, Y, [0, 0], lr)

    ax = picture.new_figure().subplots()
    ax.plot(X, Y, "o", color="C0", markersize=8, label="an evening")
    ends = np.array([0, 30])
    label = f"without a bias: y = {w_alone:.2f} x"
    ax.plot(ends, without_bias.predict(ends, w_alone), "--", color="C1", label=label)
    label = f"with a bias: y = {w:.2f} x + {b:.2f}"
    ax.plot(ends, with_bias.predict(ends, w, b), "-", color="C3", label=label)
    ax.set(xlim=(0, 30), ylim=(0, 60), xlabel="reservations", ylabel="pizzas sold")
    loss, loss_alone = with_bias.loss(X, Y, w, b), without_bias.loss(X, Y, w_alone)
    ax.set_title(f"With a bias the loss is {loss:.1f}, without one {loss_alone:.1f}")
    ax.legend(loc="upper left")
    picture.show()
