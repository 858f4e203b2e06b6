"""Different random starts end at about the same loss: bad local minima are rare.

Five networks differ in the seed of their random weights. Their losses end close to each
other, compared with the way that they have come. A really bad start, all weights 0,
shows how far up a network could have been held. (Pixels are from 0 to 1. From 0 to 255,
with lr=0.2, the highest end is about a fifth above the lowest.)

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
    steps = enumerate(islice(network_steps(X, Y, w1, w2, lr), max(checkpoints) + 1))
    losses = [loss(Y, forward(X, *w)[0]) for i, w in steps if i in checkpoints]
    stop_if_diverged(sum(losses))
    show(name, losses)
    return losses


def show(name, losses):
    """Print a line of the table."""
    print(f"{name:12}" + "".join(f"{number:10.4f}" for number in losses))


if __name__ == "__main__":
    import mnist as data

    n_hidden_nodes, checkpoints, lr = 100, [0, 10, 30, 100, 300], 1
    X, Y = data.X_train[:500] / 255, data.Y_train[:500]
    print("iterations  " + "".join(f"{i:10d}" for i in checkpoints))
    losses = []
    for seed in range(5):
        w1, w2 = initialize_weights(X.shape[1], n_hidden_nodes, Y.shape[1], seed)
        losses.append(train(f"seed {seed}", X, Y, w1, w2, checkpoints, lr))
    show("\nlowest     ", np.min(losses, axis=0))
    show("highest", np.max(losses, axis=0))
    show("difference", np.ptp(losses, axis=0))
    train("\nall 0      ", X, Y, 0 * w1, 0 * w2, checkpoints, lr)
