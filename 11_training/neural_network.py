"""A neural network learns to read digits: the goal of the book.

New: training. The mathematics is that of backpropagation.py: train walks forward, then
back, moves both matrices of weights, and starts over. It walks forward once a step,
for the predictions that report needs are those that the next walk back needs.

A step takes about a second, so 10000 take hours. Ctrl-C ends the training early.

To tweak: iterations, n_hidden_nodes, lr and seed, at the bottom; begin with 100
iterations. With weights_file = "weights.npz" the weights are kept in a file of that
name, also after Ctrl-C, and the next start goes on from them.
"""

import terminal

import sys
import time
from pathlib import Path
from zipfile import BadZipFile

import numpy as np

from backpropagation import back, forward, initialize_weights, loss


def classify(X, w1, w2):
    """The digits (m, 1): for each row of X (m, n), where y_hat is the largest."""
    y_hat, _ = forward(X, w1, w2)
    return np.argmax(y_hat, axis=1).reshape(-1, 1)


def stop_if_diverged(iteration, loss):
    """End the program, in one line, if the loss is infinite or not a number."""
    if not np.isfinite(loss):
        sys.exit(
            f"Stopped at iteration {iteration}: the loss is no longer a finite number. "
            "Try a smaller lr, above 0."
        )


def report(iteration, Y_train, y_hat, X_test, Y_test, w1, w2):
    """Print the loss of the predictions y_hat (m, k) and the accuracy on the test data.

    Y_train is one-hot (m, k), Y_test holds the digits (m, 1).
    """
    training_loss = loss(Y_train, y_hat)
    stop_if_diverged(iteration, training_loss)
    accuracy = np.mean(classify(X_test, w1, w2) == Y_test) * 100
    print(
        f"Iteration: {iteration:5d}, Loss: {training_loss:.8f}, "
        f"Accuracy: {accuracy:.2f}%",
        flush=True,
    )


def estimate_time(done, iterations, seconds):
    """Say now and then, beside the output proper, how long the rest will take."""
    if done < iterations and (done == 10 or done % 100 == 0):
        minutes = seconds / done * (iterations - done) / 60
        print(
            f"({done} of {iterations} done, {minutes:.3g} minutes to go)",
            file=sys.stderr,
        )


def check_hyperparameters(iterations, lr):
    """End the program, in one line, if one of them is infinite or not a number."""
    if not np.all(np.isfinite([iterations, lr])):
        sys.exit(f"iterations={iterations}, lr={lr}: please give two finite numbers.")


def train(
    X_train,
    Y_train,
    X_test,
    Y_test,
    n_hidden_nodes,
    iterations,
    lr,
    seed=0,
    weights=None,
    weights_file=None,
):
    """The weights w1 and w2 after so many steps.

    Starts from weights, a pair of w1 and w2, or else from random ones that depend on
    the seed. The test data serve the report only. Shapes are those of forward. If
    Ctrl-C ends the training early, weights_file keeps the weights, if one is named.
    """
    check_hyperparameters(iterations, lr)
    n_input_variables, n_classes = X_train.shape[1], Y_train.shape[1]
    if weights is None:
        weights = initialize_weights(n_input_variables, n_hidden_nodes, n_classes, seed)
    w1, w2 = weights

    start = time.monotonic()
    try:
        y_hat, h = forward(X_train, w1, w2)
        for i in range(int(iterations)):
            w1_gradient, w2_gradient = back(X_train, Y_train, y_hat, w2, h)
            w1, w2 = w1 - w1_gradient * lr, w2 - w2_gradient * lr
            y_hat, h = forward(X_train, w1, w2)
            report(i, Y_train, y_hat, X_test, Y_test, w1, w2)
            estimate_time(i + 1, iterations, time.monotonic() - start)
    except (KeyboardInterrupt, BrokenPipeError):
        save_weights(weights_file, w1, w2)
        raise
    return w1, w2


def load_weights(weights_file, n_hidden_nodes):
    """The pair w1 and w2 from a file, or None if there is no file yet or none is named.

    Ends the program now, not after the training, if the file cannot be written, cannot
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
        sys.exit(f"Cannot go on from {weights_file}, please name another file: {error}")
    if w1.shape[1] != n_hidden_nodes:
        sys.exit(f"{weights_file} is of a network with {w1.shape[1]} hidden nodes.")
    return w1, w2


def save_weights(weights_file, w1, w2):
    """Keep w1 and w2 in a NumPy file, if one is named; what was in it is replaced."""
    if weights_file is not None:
        unfinished = Path(f"{weights_file}.unfinished")
        with unfinished.open("wb") as file:
            np.savez(file, w1=w1, w2=w2)
        unfinished.replace(weights_file)


if __name__ == "__main__":
    import mnist as data

    np.seterr(all="ignore")  # No warnings of overflow: the loss is checked.

    n_hidden_nodes = 200
    weights_file = None
    w1, w2 = train(
        data.X_train,
        data.Y_train,
        data.X_test,
        data.Y_test,
        n_hidden_nodes,
        iterations=10000,
        lr=0.01,
        seed=0,
        weights=load_weights(weights_file, n_hidden_nodes),
        weights_file=weights_file,
    )
    save_weights(weights_file, w1, w2)
