"""Different random starts end at about the same loss: bad local minima are rare.

Five networks differ in nothing but the seed of their random weights. While they learn,
their losses come down together, and in the end they are close to each other, compared
with the way that they have come. A start that is really bad, all weights 0, shows how
far up a network could have been held. (That is no proof: five seeds are not all seeds.)

To save time the networks have 100 hidden nodes and learn from 500 images with pixels
from 0 to 1. (With pixels from 0 to 255 and lr=0.2 the ends are less alike: the highest
is about a fifth above the lowest, but still far below the start.)

To tweak: n_hidden_nodes, at the bottom. Small networks are not as lucky: with
n_hidden_nodes=3 the difference in the end is a hundred times as large.
"""

from terminal import InputError, stop_if_diverged

import numpy as np

from neural_network import back, forward, initialize_weights, loss


def train(X, Y, w1, w2, checkpoints, lr):
    """The losses at the checkpoints, rising numbers of iterations, in their shape.

    Raises FloatingPointError if one of them is no longer a finite number.
    """
    losses = []
    for i in range(checkpoints[-1] + 1):
        y_hat, h = forward(X, w1, w2)
        if i in checkpoints:
            losses.append(loss(Y, y_hat))
            stop_if_diverged(losses[-1])
        w1_gradient, w2_gradient = back(X, Y, y_hat, w2, h)
        w1, w2 = w1 - w1_gradient * lr, w2 - w2_gradient * lr
    return np.array(losses)


def show_losses(name, losses):
    """Print a line of the table."""
    print(f"{name:12}" + "".join(f"{number:10.4f}" for number in losses))


def compare_starts(X, Y, n_starts, n_hidden_nodes, checkpoints, lr):
    """Train from several random starts, and from weights of 0; print all losses.

    Raises InputError without starts or images, or if the checkpoints do not rise.
    """
    rise = checkpoints[0] >= 0 and np.all(np.diff(checkpoints) > 0)
    if min(n_starts, len(X)) < 1 or not rise:
        needs = "images, n_starts from 1 up, and checkpoints that rise from 0 up"
        raise InputError(f"This needs {needs}.")
    print("iterations  " + "".join(f"{i:10d}" for i in checkpoints))
    losses = []
    for seed in range(n_starts):
        w1, w2 = initialize_weights(X.shape[1], n_hidden_nodes, Y.shape[1], seed)
        losses.append(train(X, Y, w1, w2, checkpoints, lr))
        show_losses(f"seed {seed}", losses[-1])
    lowest, highest = np.min(losses, axis=0), np.max(losses, axis=0)
    show_losses("\nlowest     ", lowest)
    show_losses("highest", highest)
    show_losses("difference", highest - lowest)
    show_losses("\nall 0      ", train(X, Y, 0 * w1, 0 * w2, checkpoints, lr))


if __name__ == "__main__":
    import mnist as data

    compare_starts(
        data.X_train[:500] / 255,
        data.Y_train[:500],
        n_starts=5,
        n_hidden_nodes=100,
        checkpoints=[0, 10, 30, 100, 300],
        lr=1,
    )
