"""Train the network of neural_network.py for hours: its weights are kept in a file.

When the training ends, also by Ctrl-C, the weights are in the file; the next start goes
on from them. neural_network_fast.py keeps its weights by the same functions.

To tweak: weights_file, at the bottom, and what neural_network.py names. Weights of 200
hidden nodes are of no use to a network with another number: name another file then.
"""

from terminal import FileError

import contextlib
import sys
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from neural_network import initialize_weights, train


def load_weights(weights_file, n_hidden_nodes):
    """The pair w1 and w2 from a file, or None if there is no file yet or none is named.

    Raises FileError now, not after the training, if the file cannot be written, cannot
    be read, or holds other weights than those of a network with n_hidden_nodes.
    """
    if weights_file is None:
        return None
    try:
        with Path(weights_file).open("a+b") as file:
            if file.tell() == 0:
                return None
            file.seek(0)
            arrays = np.load(file)
            w1, w2 = arrays["w1"], arrays["w2"]
    except (OSError, EOFError, KeyError, ValueError, BadZipFile) as error:
        what_to_do = f"Cannot go on from {weights_file}, please name another file"
        raise FileError(f"{what_to_do}: {error}") from None
    if w1.shape[1] != n_hidden_nodes:
        raise FileError(
            f"{weights_file} is of a network with {w1.shape[1]} hidden nodes."
        )
    return w1, w2


def save_weights(weights_file, w1, w2):
    """Keep w1 and w2 in a NumPy file, if one is named; what was in it is replaced."""
    if weights_file is not None:
        unfinished = Path(f"{weights_file}.unfinished")
        with unfinished.open("wb") as file:
            np.savez(file, w1=w1, w2=w2)
        unfinished.replace(weights_file)


@contextlib.contextmanager
def kept(weights_file, w1, w2):
    """Keep in a file what the training inside makes of w1 and w2, also after Ctrl-C."""
    try:
        yield
    except (KeyboardInterrupt, BrokenPipeError):
        save_weights(weights_file, w1, w2)
        raise
    save_weights(weights_file, w1, w2)


def estimate_time(done, iterations, seconds):
    """Say now and then, beside the output proper, how long the rest will take."""
    if done < iterations and (done == 10 or done % 100 == 0):
        minutes = seconds / done * (iterations - done) / 60
        print(
            f"({done} of {iterations} done, {minutes:.3g} minutes to go)",
            file=sys.stderr,
        )


if __name__ == "__main__":
    import mnist as data

    n_hidden_nodes, weights_file = 200, "weights.npz"
    weights = load_weights(weights_file, n_hidden_nodes)
    weights = weights or initialize_weights(784, n_hidden_nodes, 10)
    with kept(weights_file, *weights):
        train(
            data.X_train,
            data.Y_train,
            data.X_test,
            data.Y_test,
            n_hidden_nodes,
            iterations=10000,
            lr=0.01,
            weights=weights,
        )
