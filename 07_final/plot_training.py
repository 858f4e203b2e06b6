"""Draw the training loss and the test accuracy over the iterations.

Both change fast at first. The first step is so long that the classifiers become far too
sure, also where they are wrong: the accuracy jumps up, and yet so does the loss.

To tweak: lr, at the bottom. With lr=1e-6 the loss does not jump, but falls slowly;
with lr=2e-5 it jumps for a while.
"""

from mnist_classifier_fast import steps

import picture

import numpy as np

if __name__ == "__main__":
    figure = picture.new_figure(figsize=(8, 6.4))
    import mnist as data

    iterations, lr = 200, 1e-5
    print(f"Training. Iterations: {iterations}")
    images = data.X_train, data.Y_train, data.X_test, data.Y_test
    _, losses, accuracies, _ = zip(*steps(*images, iterations, lr), strict=True)

    upper, lower = figure.subplots(nrows=2, sharex=True)
    style = ".-" if iterations < 30 else "-"
    upper.plot(losses, style, color="C3")
    upper.set(ylabel="loss on the training data", ylim=(0, None))
    title = f"The loss: {losses[0]:.2f} at first, {max(losses):.2f} at most"
    upper.set_title(f"{title}, {losses[-1]:.2f} in the end")
    percent = np.multiply(accuracies, 100)
    lower.plot(percent, style, color="C0")
    lower.set(ylabel="accuracy on the test data (%)", ylim=(0, 100))
    lower.set(xlabel="iteration", title=f"The accuracy: {percent[-1]:.2f}% in the end")
    picture.show()
