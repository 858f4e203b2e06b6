"""The last losses print the same ten decimals; do they still differ?

Each step shortens the way to the minimum by the same factor, so how much the loss falls
can be predicted. Soon that is too little for the 16 digits of floating point numbers.

To tweak: lr, at the bottom. With lr=0.0001 the ten decimals still differ at the end.
"""

from terminal import table

import numpy as np

from descent import descend
from gradient_descent_without_bias import gradient, loss

if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    iterations, lr = 100, 0.001
    path = descend(gradient, (X, Y), [0], lr, iterations - 1)
    losses = [loss(X, Y, w, 0) for w in path]
    best = np.sum(X * Y) / np.sum(X * X)
    above = losses[0] - loss(X, Y, best, 0)
    factor = (1 - 2 * lr * np.mean(X * X)) ** 2

    print("                               below the one before it")
    print("iteration            loss      computed   predicted")
    for i in range(1, iterations):
        fall = losses[i - 1] - losses[i]
        predicted = above * factor ** (i - 1) * (1 - factor)
        if i % 10 == 0 or i >= iterations - 2:
            print(f"{i:9d}{losses[i]:16.10f}{fall:14.1e}{predicted:12.1e}")
    print(f"\nThe last two print {losses[-2]:.10f} and {losses[-1]:.10f}.")
    print(f"Computed, they differ by {fall:.1e}; in truth, by {predicted:.1e}.")
