"""Train the network of neural_network.py for hours: its weights are kept in a file.

When the training ends, also by Ctrl-C, the weights are in the file; the next start goes
on from them. neural_network_fast.py keeps its weights by the same functions.

To tweak: weights_file, at the bottom, and what neural_network.py names. Weights of 200
hidden nodes are of no use to a network with another number: name another file then.
"""

from terminal import FileError

import contextlib
import os
import sys
import threading
import zlib
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from neural_network import initialize_weights, train

# What np.load says of a file that is no whole archive of w1 and w2.
DAMAGES = (
    OSError,
    EOFError,
    AttributeError,
    KeyError,
    TypeError,
    ValueError,
    NotImplementedError,
    BadZipFile,
    zlib.error,
)


def load_weights(weights_file, n_hidden_nodes, n_pixels=None):
    """The pair w1 and w2 from a file, or None if there is no file yet or none is named.

    Raises FileError now, not after the training, if the file or another one beside it
    cannot be written, or if it holds no weights of a network with n_hidden_nodes, or,
    if n_pixels is given, of one for other images.
    """
    if weights_file is None:
        return None
    try:
        with unfinished(weights_file).open("wb"):
            pass
        unfinished(weights_file).unlink()
        with Path(weights_file).open("a+b") as file:
            if file.tell() == 0:
                return None
            file.seek(0)
            with np.load(file) as arrays:
                w1, w2 = arrays["w1"], arrays["w2"]
        if w1.ndim != 2 or w2.ndim != 2 or len(w2) != w1.shape[1] + 1:
            raise ValueError(f"w1 {w1.shape} and w2 {w2.shape} do not fit")
        if not (np.all(np.isfinite(w1)) and np.all(np.isfinite(w2))):
            raise ValueError("not all weights are finite numbers")
    except DAMAGES as error:
        what_to_do = f"Cannot go on from {weights_file}, please name another file"
        raise FileError(f"{what_to_do}: {error}") from None
    if w1.shape[1] != n_hidden_nodes:
        raise FileError(
            f"{weights_file} is of a network with {w1.shape[1]} hidden nodes."
        )
    if n_pixels not in (None, len(w1) - 1):
        raise FileError(
            f"{weights_file} is of a network for images of {len(w1) - 1} pixels."
        )
    return w1, w2


def unfinished(weights_file):
    """The file that is written first; each process has its own."""
    return Path(f"{weights_file}.{os.getpid()}.unfinished")


def save_weights(weights_file, w1, w2):
    """Keep w1 and w2 in a NumPy file, if one is named: both, or it stays as it is.

    Raises FileError if it cannot be written, as on a full disk.
    """
    if weights_file is None:
        return
    try:
        with unfinished(weights_file).open("wb") as file:
            np.savez(file, w1=w1, w2=w2)
        unfinished(weights_file).replace(weights_file)
    except OSError as error:
        unfinished(weights_file).unlink(missing_ok=True)
        raise FileError(f"Cannot keep weights in {weights_file}: {error}") from None


@contextlib.contextmanager
def kept(weights_file, w1, w2, seconds=300):
    """Keep in a file what the training inside makes of w1 and w2, also after Ctrl-C.

    Meanwhile they are kept every so many seconds: a computer that is switched off takes
    no more than that away. Weights of a training that diverges are not kept.
    """
    ended = threading.Event()

    def keep_now_and_then():
        while not ended.wait(seconds):
            if np.all(np.isfinite(w1)) and np.all(np.isfinite(w2)):
                try:
                    save_weights(weights_file, w1, w2)
                except FileError as error:
                    print(error, file=sys.stderr)

    keeper = threading.Thread(target=keep_now_and_then, daemon=True)
    keeper.start()
    is_good = True
    try:
        yield
    except FloatingPointError:
        is_good = False
        raise
    finally:
        ended.set()
        keeper.join()
        if is_good:
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
    n_pixels = data.X_train.shape[1]
    weights = load_weights(weights_file, n_hidden_nodes, n_pixels)
    weights = weights or initialize_weights(n_pixels, n_hidden_nodes, 10)
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
