"""Gradient descent on any surface, for the chapter's pictures and claims.

It is the loop of the listings, which keeps every point on the way. A gradient is a
function of the parameters, such as w and b, that gives as many partial derivatives.
"""

import numpy as np


def descend(gradient, start, lr, iterations):
    """The points on the way, (iterations + 1, n), from the n parameters of start.

    Raises FloatingPointError if they grow beyond all bounds.
    """
    path = [np.array(start, dtype=float)]
    for _ in range(iterations):
        path.append(path[-1] - np.array(gradient(*path[-1])) * lr)
        if not np.all(np.isfinite(path[-1])):
            raise FloatingPointError(
                f"Stopped: step {len(path) - 1} leads beyond all bounds. "
                "Try a smaller lr, above 0."
            )
    return np.array(path)


def measure_gradient(surface, w, b, epsilon=1e-4):
    """Both partial derivatives of surface(w, b), measured: two numbers.

    Each is the difference in height between two points epsilon to both sides, divided
    by their distance.
    """
    w_rise = surface(w + epsilon, b) - surface(w - epsilon, b)
    b_rise = surface(w, b + epsilon) - surface(w, b - epsilon)
    return w_rise / (2 * epsilon), b_rise / (2 * epsilon)


def length(path):
    """The length of a path of points (k, n)."""
    return np.sum(np.linalg.norm(np.diff(path, axis=0), axis=1))


def turning_angles(path):
    """The angles in degrees, (k - 2,), between the steps of a path of points (k, n).

    0 is straight on, 180 straight back. A step shorter than 1e-9 gives nan: where a
    descent has come to rest, such steps are only rounding.
    """
    steps = np.diff(path, axis=0)
    lengths = np.linalg.norm(steps, axis=1, keepdims=True)
    directions = steps / np.where(lengths > 1e-9, lengths, np.nan)
    cosines = np.sum(directions[1:] * directions[:-1], axis=1)
    return np.degrees(np.arccos(np.clip(cosines, -1, 1)))
