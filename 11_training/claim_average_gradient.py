"""The average gradient: the same lr, however many examples there are.

back divides by m, the number of examples: the gradient is the average of the examples'
gradients, and not their sum. Here the network learns from few and from many images,
with the average and with the sum. The sum's lr is such that on the smallest number of
images both take the very same steps. On more of them the sum is longer, so that its
steps are too long, and the loss leaps.

To save time the network is small and takes few steps. Pixels are from 0 to 1, so that
the loss leaps only if steps are too long.

To tweak: lr, at the bottom. With lr=0.2 the average is slower, but still alike for
all sizes; how far the sum gets depends on the number of images, until it leaps.
"""

import terminal

import numpy as np

from neural_network import back, forward, initialize_weights, loss


def train(X, Y, n_hidden_nodes, iterations, lr, average):
    """The losses (iterations + 1,) of a training, with the average or the sum."""
    w1, w2 = initialize_weights(X.shape[1], n_hidden_nodes, Y.shape[1])
    factor = 1 if average else X.shape[0]
    losses = []
    for _ in range(iterations):
        y_hat, h = forward(X, w1, w2)
        losses.append(loss(Y, y_hat))
        w1_gradient, w2_gradient = back(X, Y, y_hat, w2, h)
        w1 = w1 - w1_gradient * factor * lr
        w2 = w2 - w2_gradient * factor * lr
    y_hat, _ = forward(X, w1, w2)
    return np.array([*losses, loss(Y, y_hat)])


def show_losses(name, lr, m, losses):
    """Print where a training starts and ends, and how often its loss went up."""
    n_up = np.sum(np.diff(losses) > 0)
    end = f"{losses[-1]:9.4f}" if np.isfinite(losses[-1]) else "   broken"
    n_steps = losses.size - 1
    print(f"{name:7}  {lr:<9g}{m:7d}{losses[0]:9.4f}{end}{n_up:5d} of {n_steps}")


def compare(X, Y, sizes, n_hidden_nodes, iterations, lr):
    """Train on as many examples as each of sizes says, with the average and the sum."""
    print("gradient  lr      images    start      end  steps up")
    for name, lr_of_name in [("average", lr), ("sum", lr / sizes[0])]:
        for m in sizes:
            losses = train(
                X[:m],
                Y[:m],
                n_hidden_nodes,
                iterations,
                lr_of_name,
                average=name == "average",
            )
            show_losses(name, lr_of_name, m, losses)


if __name__ == "__main__":
    import mnist as data

    sizes = [1000, 5000, 20000]
    X, Y = data.X_train[: max(sizes)] / 255, data.Y_train[: max(sizes)]
    compare(X, Y, sizes, n_hidden_nodes=20, iterations=30, lr=2)
