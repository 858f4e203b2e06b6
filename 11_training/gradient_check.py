"""The proof of gradients: what back computes, against what can be measured.

check_gradients turns one weight after another a little up and down, and measures how
the loss changes. backpropagation.py calls it with its own forward, back and loss.
"""

import terminal

import numpy as np

from neural_network import initialize_weights, prepend_bias


def measure_gradient(loss_here, weights, position):
    """How the loss that loss_here() gives changes with the weight at a position.

    The weight is turned a little up, then a little down, then back to where it was.
    """
    little = 1e-4
    here = weights[position]
    weights[position] = here + little
    loss_above = loss_here()
    weights[position] = here - little
    loss_below = loss_here()
    weights[position] = here
    return (loss_above - loss_below) / (2 * little)


def check_gradients(forward, back, loss, X, Y, n_hidden_nodes, n_samples, seed=0):
    """Print computed and measured gradients; raise RuntimeError if they differ.

    The weights are random, the shapes those of backpropagation.py. Takes n_samples
    weights each of w1 and w2, but none whose input is always 0: such a weight, of a
    pixel that is white in all images, has no influence on the loss.
    """
    w1, w2 = initialize_weights(X.shape[1], n_hidden_nodes, Y.shape[1], seed)
    y_hat, h = forward(X, w1, w2)
    w1_gradient, w2_gradient = back(X, Y, y_hat, w2, h)

    def loss_here():
        return loss(Y, forward(X, w1, w2)[0])

    rng = np.random.default_rng(seed)
    largest = 0
    print("weight         computed by back        measured   relative difference")
    for name, weights, gradient, inputs in [
        ("w1", w1, w1_gradient, prepend_bias(X)),
        ("w2", w2, w2_gradient, prepend_bias(h)),
    ]:
        for _ in range(n_samples):
            row = rng.choice(np.flatnonzero(inputs.any(axis=0)))
            column = rng.choice(weights.shape[1])
            computed = gradient[row, column]
            measured = measure_gradient(loss_here, weights, (row, column))
            size = max(abs(computed) + abs(measured), 1e-12)
            difference = abs(computed - measured) / size
            largest = max(largest, difference)
            print(
                f"{name}[{row:3d}, {column:2d}]  {computed:18.12f}  "
                f"{measured:14.12f}  {difference:20.1e}"
            )

    print(f"\nLargest relative difference: {largest:.1e}")
    if not largest < 1e-6:
        raise RuntimeError(
            "The gradients differ: there is a slip in back, or in forward."
        )
    print("The computed gradients are the measured ones.")
