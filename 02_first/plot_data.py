"""Draw the pizzeria's evenings: the more reservations, the more pizzas.

Every point is an evening. They lie roughly along a line, which is why a line can
predict the pizzas from the reservations.

To tweak: the title, at the bottom. What would you write about the two evenings with 26
reservations?
"""

import picture
from terminal import table

import matplotlib.pyplot as plt
import numpy as np

if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)

    picture.new_figure()
    plt.plot(X, Y, "o", color="C0", markersize=8)
    plt.axis([0, 30, 0, 60])
    plt.xlabel("reservations")
    plt.ylabel("pizzas sold")
    plt.title("The more reservations, the more pizzas")
    picture.show()
