"""Draw the training loss and the test accuracy over the iterations.

Both change fast at first and slowly later. In the first iteration the loss jumps up,
and yet so does the accuracy: the step is so long that the classifiers become far too
sure, also where they are wrong, which the loss punishes. From then on it falls.

To tweak: lr, at the bottom. With lr=1e-6 the loss does not jump, but falls slowly;
with lr=2e-5 it jumps for a while.
"""

from mnist_classifier_fast import steps

import picture

import numpy as np


def plot_training(figure, losses, accuracies):
    """Draw losses and accuracies (0 to 1), both (iterations + 1,), in two axes."""
    upper, lower = figure.subplots(nrows=2, sharex=True)
    upper.plot(losses, ".-" if len(losses) < 30 else "-", color="C3")
    upper.set(ylabel="loss on the training data", ylim=(0, None))
    upper.set_title(
        f"The loss: {losses[0]:.2f} at first, {np.max(losses):.2f} at most, "
        f"{losses[-1]:.2f} in the end"
    )
    percent = np.array(accuracies) * 100
    lower.plot(percent, ".-" if len(losses) < 30 else "-", color="C0")
    lower.set(ylabel="accuracy on the test data (%)", ylim=(0, 100))
    lower.set(xlabel="iteration", title=f"The accuracy: {percent[-1]:.2f}% in the end")


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(8, 6.4))
    import mnist as data

    iterations, lr = 200, 1e-5
    print(f"Training. Iterations: {iterations}")
    losses, accuracies = [], []
    for _, loss, accuracy, _ in steps(
        data.X_train, data.Y_train, data.X_test, data.Y_test, iterations, lr
    ):
        losses.append(loss)
        accuracies.append(accuracy)
    plot_training(figure, losses, accuracies)
    picture.show()
