"""Train for hours, in as many sittings as you like: the weights are kept in a file.

New: checkpoints. After the first step, every few minutes, and when the training ends,
also by Ctrl-C, the weights go to weights_file in the current folder. The next start
goes on from there. If the training diverges, its last weights are not kept.

To tweak: iterations, lr and minutes, at the bottom. With another n_hidden_nodes, name
another weights_file: the network cannot go on from these weights.
"""

from neural_network_fast import steps

from terminal import InputError

import time
from pathlib import Path

import numpy as np

from neural_network import initialize_weights


def load_weights(weights_file, n_hidden_nodes, n_pixels=784):
    """Weights w1 (n_pixels + 1, n_hidden_nodes) and w2 from a file; or InputError."""
    try:
        with Path(weights_file).open("rb") as file, np.load(file) as arrays:
            w1, w2 = arrays["w1"], arrays["w2"]
        is_sound = len(w2) == w1.shape[1] + 1 and np.isfinite(w1.sum() + w2.sum())
    except Exception:  # Damaged files have NumPy raise a dozen kinds.
        is_sound = False
    if not is_sound:
        raise InputError(f"Cannot read weights from {weights_file}: name another file.")
    if w1.shape != (n_pixels + 1, n_hidden_nodes):
        found = f"{len(w1) - 1} pixels and {w1.shape[1]} hidden nodes"
        raise InputError(f"{weights_file} is for {found}: name another file.")
    return w1, w2


def save_weights(weights_file, w1, w2):
    """Keep w1 and w2 in a file. Raises InputError if it cannot be written."""
    # It takes the place of the last one when it is whole: there is never half a file.
    unfinished = Path(f"{weights_file}.unfinished")
    try:
        with unfinished.open("wb") as file:
            np.savez(file, w1=w1, w2=w2)
        unfinished.replace(weights_file)
    except OSError as error:
        raise InputError(f"Cannot keep weights in {weights_file}: {error}") from None


def train(data, w1, w2, iterations, lr, minutes, weights_file):
    """Move w1 and w2 in place, and keep them. FloatingPointError if they diverge."""
    everything = data.X_train, data.Y_train, data.X_test, data.Y_test, w1, w2
    learned = []
    try:
        for i, loss, accuracy in steps(*everything, iterations, lr):
            print(f"Iteration: {i:5d}, Loss: {loss:.8f}, Accuracy: {accuracy:.2%}")
            learned = [w1.copy(), w2.copy()]  # Ctrl-C may come when only w1 has moved.
            now = time.monotonic()
            if i == 0:
                start = last_time = now
                save_weights(weights_file, *learned)
            elif i == 10 or now - last_time > minutes * 60:
                last_time = now
                save_weights(weights_file, *learned)
                left = (now - start) / i * (iterations - i - 1) / 60
                print(f"Kept in {weights_file}. Minutes left: {left:.0f}")
    except FloatingPointError:
        learned = []
        raise
    finally:
        if learned:
            save_weights(weights_file, *learned)


if __name__ == "__main__":
    import mnist as data

    n_hidden_nodes, weights_file = 200, "weights.npz"
    w1, w2 = initialize_weights(data.X_train.shape[1], n_hidden_nodes, n_classes=10)
    if Path(weights_file).exists():
        w1, w2 = load_weights(weights_file, n_hidden_nodes, data.X_train.shape[1])
    train(data, w1, w2, iterations=10000, lr=0.01, minutes=5, weights_file=weights_file)
