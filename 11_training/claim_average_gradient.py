"""The average gradient: the same lr, however many examples there are.

back divides by m, the number of examples: the gradient is the average of the examples'
gradients, not their sum. With the sum, lr is such that on the fewest images both take
the very same steps; on more images they are too long, and the loss leaps.

To tweak: lr, at the bottom. With lr=0.2 the average is slower, but still alike for
all sizes; how far the sum gets depends on the number of images, until it leaps.
"""

from terminal import InputError

from itertools import islice

import numpy as np

from neural_network import forward, initialize_weights, loss
from training_steps import network_steps

if __name__ == "__main__":
    import mnist as data

    sizes, iterations, lr = [1000, 5000, 20000], 30, 2
    X, Y = data.X_train / 255, data.Y_train
    if not 1 <= min(sizes) <= max(sizes) <= len(X):
        raise InputError(f"sizes={sizes}: take numbers of images from 1 to {len(X)}.")
    weights = initialize_weights(X.shape[1], 20, Y.shape[1])
    print("gradient  lr        images    start      end  steps up")
    for name, name_lr in [("average", lr), ("sum", lr / min(sizes))]:
        for m in sizes:
            factor = 1 if name == "average" else m  # The sum is m times the average.
            steps = network_steps(X[:m], Y[:m], *weights, name_lr * factor)
            y_hats = (forward(X[:m], *w)[0] for w in islice(steps, iterations + 1))
            losses = [loss(Y[:m], y_hat) for y_hat in y_hats]
            n_up = f"{np.sum(np.diff(losses) > 0):5d} of {iterations}"
            end = f"{losses[-1]:9.4f}" if np.isfinite(losses[-1]) else " infinite"
            print(f"{name:8}  {name_lr:<10.3g}{m:6d}{losses[0]:9.4f}{end}{n_up}")
