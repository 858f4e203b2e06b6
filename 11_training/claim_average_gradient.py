"""The average gradient: the same lr, however many examples there are.

back divides by m, the number of examples: the gradient is the average of the examples'
gradients, not their sum. Here the network learns from few and from many images, with
the average and with the sum. The sum's lr is such that on the smallest number of images
both take the very same steps. On more images the sum is longer: its steps are too long,
and the loss leaps.

To save time the network is small and takes few steps. Pixels are from 0 to 1, so that
the loss leaps only if steps are too long.

To tweak: lr, at the bottom. With lr=0.2 the average is slower, but still alike for
all sizes; how far the sum gets depends on the number of images, until it leaps.
"""

from terminal import InputError

import numpy as np

from neural_network import back, forward, initialize_weights, loss


def train(X, Y, n_hidden_nodes, iterations, lr):
    """The losses (iterations + 1,) of a training, before each step and at the end."""
    w1, w2 = initialize_weights(X.shape[1], n_hidden_nodes, Y.shape[1])
    losses = []
    for _ in range(iterations):
        y_hat, h = forward(X, w1, w2)
        losses.append(loss(Y, y_hat))
        w1_gradient, w2_gradient = back(X, Y, y_hat, w2, h)
        w1 = w1 - w1_gradient * lr
        w2 = w2 - w2_gradient * lr
    y_hat, _ = forward(X, w1, w2)
    return np.array([*losses, loss(Y, y_hat)])


def compare(X, Y, sizes, n_hidden_nodes, iterations, lr):
    """Train on as many examples as each of sizes says, with the average and the sum.

    Raises InputError if there are not so many.
    """
    if not 1 <= min(sizes) <= max(sizes) <= len(X):
        raise InputError(f"sizes={sizes}: take numbers of images from 1 to {len(X)}.")
    print("gradient  lr        images    start      end  steps up")
    for name, name_lr in [("average", lr), ("sum", lr / min(sizes))]:
        for m in sizes:
            factor = 1 if name == "average" else m  # The sum is m times the average.
            losses = train(X[:m], Y[:m], n_hidden_nodes, iterations, name_lr * factor)
            n_up = f"{np.sum(np.diff(losses) > 0):5d} of {iterations}"
            end = f"{losses[-1]:9.4f}" if np.isfinite(losses[-1]) else " infinite"
            print(f"{name:8}  {name_lr:<10.3g}{m:6d}{losses[0]:9.4f}{end}{n_up}")


if __name__ == "__main__":
    import mnist as data

    compare(
        data.X_train / 255,
        data.Y_train,
        sizes=[1000, 5000, 20000],
        n_hidden_nodes=20,
        iterations=30,
        lr=2,
    )
