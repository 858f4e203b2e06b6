"""Draw the pizzeria's evenings: the more reservations, the more pizzas.

Every point is an evening. They lie roughly along a line, so a line can predict.

To tweak: the title, at the bottom. What would you write about the two evenings with 26
reservations?
"""

import picture
from terminal import table

import numpy as np

if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)

    ax = picture.new_figure().subplots()
    ax.plot(X, Y, "o", color="C0", markersize=8)
    ax.set(xlim=(0, 30), ylim=(0, 60), xlabel="reservations", ylabel="pizzas sold")
    ax.set_title("The more reservations, the more pizzas")
    picture.show()
