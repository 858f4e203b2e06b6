"""Draw the training loss and the test accuracy over the iterations.

Both change fast at first and slowly later. In the first step the loss jumps up, and yet
so does the accuracy: the step is so long that the classifiers become far too sure, also
where they are wrong, which the loss punishes. From then on it falls.

To tweak: lr, at the bottom. With lr=1e-6 the loss does not jump, but falls slowly;
with lr=3e-5 it jumps for a while.
"""

import picture

import contextlib
import io

import matplotlib.pyplot as plt
import numpy as np

from mnist_classifier import train


def read_report(text):
    """The losses and the accuracies in the lines that a training prints: (k, 2)."""
    lines = [line.replace("%", "").split() for line in text.splitlines()]
    return np.array([(line[3].strip(","), line[4]) for line in lines], dtype=float)


def plot_training(losses, accuracies):
    """Draw losses and accuracies (k,), one above the other."""
    upper, lower = plt.subplots(nrows=2, sharex=True)[1]
    upper.plot(losses, "-", color="C3")
    upper.set(ylabel="loss on the training data", ylim=(0, None))
    lower.plot(accuracies, "-", color="C0")
    lower.set(ylabel="accuracy on the test data (%)", ylim=(0, 100))
    lower.set_xlabel("iteration")
    upper.set_title(
        f"The loss: {losses[0]:.2f} at first, {np.max(losses):.2f} at most, "
        f"{losses[-1]:.2f} in the end"
    )
    half = accuracies[len(accuracies) // 2]
    lower.set_title(f"Right: {half:.2f}% halfway, {accuracies[-1]:.2f}% in the end")


if __name__ == "__main__":
    picture.check()
    import mnist as data

    iterations = 60
    print(f"Training for {iterations} iterations.", flush=True)
    with contextlib.redirect_stdout(io.StringIO()) as report:
        train(data.X_train, data.Y_train, data.X_test, data.Y_test, iterations, lr=1e-5)
    plot_training(*read_report(report.getvalue()).T)
    picture.show()
