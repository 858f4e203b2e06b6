"""Trainings one step at a time: the chapter's loop, without lines and without end."""

from terminal import InputError

import numpy as np

import perceptron
from neural_network import back, forward, prepend_bias


def first_images(data, n_images):
    """X and Y of the first n_images to train with. InputError if there are fewer."""
    if not 1 <= n_images <= len(data.X_train):
        raise InputError(f"n_images={n_images}: there are 1 to {len(data.X_train)}.")
    return data.X_train[:n_images], data.Y_train[:n_images]


def network_steps(X, Y, w1, w2, lr):
    """Yield w1 and w2, as they are given, then after each step: X (m, n), Y (m, k)."""
    while True:
        yield w1, w2
        y_hat, h = forward(X, w1, w2)
        w1_gradient, w2_gradient = back(X, Y, y_hat, w2, h)
        w1, w2 = w1 - w1_gradient * lr, w2 - w2_gradient * lr


def perceptron_steps(X, Y, lr):
    """Yield w (n + 1, k), zeros, then after each step of chapter 7's perceptron."""
    X = prepend_bias(X)
    w = np.zeros((X.shape[1], Y.shape[1]))
    while True:
        yield (w,)
        w = w - perceptron.gradient(X, Y, w) * lr
