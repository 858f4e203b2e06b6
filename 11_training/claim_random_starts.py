"""Different random starts end at about the same loss: bad local minima are rare.

Five networks differ in nothing but the seed of their random weights. Their losses end
close to each other, compared with the way that they have come. A start that is really
bad, all weights 0, shows how far up a network could have been held. (Pixels are from 0
to 1. From 0 to 255, with lr=0.2, the highest end is about a fifth above the lowest.)

To tweak: n_hidden_nodes, at the bottom. Small networks are not as lucky: with
n_hidden_nodes=3 the difference in the end is a hundred times as large.
"""

from terminal import stop_if_diverged

from itertools import islice

import numpy as np

from neural_network import forward, initialize_weights, loss
from training_steps import network_steps


def train(name, X, Y, w1, w2, checkpoints, lr):
    """Print and return losses at checkpoints. FloatingPointError if not finite."""
    losses = []
    steps = islice(network_steps(X, Y, w1, w2, lr), max(checkpoints) + 1)
    for i, weights in enumerate(steps):
        if i in checkpoints:
            losses.append(loss(Y, forward(X, *weights)[0]))
            stop_if_diverged(losses[-1])
    show(name, losses)
    return losses


def show(name, losses):
    """Print a line of the table."""
    print(f"{name:12}" + "".join(f"{number:10.4f}" for number in losses))


def compare_starts(X, Y, n_starts, n_hidden_nodes, checkpoints, lr):
    """Train from several random starts, and from weights of 0; print all losses."""
    checkpoints = sorted(checkpoints)
    print("iterations  " + "".join(f"{i:10d}" for i in checkpoints))
    losses = []
    for seed in range(n_starts):
        w1, w2 = initialize_weights(X.shape[1], n_hidden_nodes, Y.shape[1], seed)
        losses.append(train(f"seed {seed}", X, Y, w1, w2, checkpoints, lr))
    lowest, highest = np.min(losses, axis=0), np.max(losses, axis=0)
    show("\nlowest     ", lowest)
    show("highest", highest)
    show("difference", highest - lowest)
    train("\nall 0      ", X, Y, 0 * w1, 0 * w2, checkpoints, lr)


if __name__ == "__main__":
    import mnist as data

    X, Y = data.X_train[:500] / 255, data.Y_train[:500]
    checkpoints = [0, 10, 30, 100, 300]
    compare_starts(X, Y, n_starts=5, n_hidden_nodes=100, checkpoints=checkpoints, lr=1)
