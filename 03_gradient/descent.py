"""Supporting code, skip at first: gradient descent, on any surface."""

from terminal import stop_if_diverged

import numpy as np


def descend(gradient, data, start, lr, iterations):
    """The points on the way, (iterations + 1, n), from the n parameters of start.

    gradient(*data, *parameters) is a listing's, with data (X, Y), or measure_gradient.
    Raises FloatingPointError if the parameters grow beyond all bounds.
    """
    path = [np.array(start, dtype=float)]
    for _ in range(iterations):
        path.append(path[-1] - np.array(gradient(*data, *path[-1])) * lr)
        stop_if_diverged(np.sum(path[-1] ** 2))
    return np.array(path)


def measure_gradient(surface, w, b, epsilon=1e-4):
    """Both slopes of surface(w, b), from its heights epsilon to both sides."""
    w_rise = surface(w + epsilon, b) - surface(w - epsilon, b)
    b_rise = surface(w, b + epsilon) - surface(w, b - epsilon)
    return w_rise / (2 * epsilon), b_rise / (2 * epsilon)
