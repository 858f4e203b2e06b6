"""Ten classifiers, one answer: the most confident names the digit.

Each classifier says yes or no to its digit, but not always does exactly one of them say
yes. Sometimes two do, and often none. Then someone has to decide. Here the same ten
classifiers answer in several ways: the most confident one names the digit, or the first
one that says yes (a zero if none does), or, as a check, the least confident one.

To tweak: iterations, at the bottom. After 5 iterations none says yes to more than half
of the images, and the most confident one is right in most of these all the same.
"""

from mnist_classifier_fast import steps

import terminal

import numpy as np

from mnist_classifier import forward


def show_rules(y_hat, labels):
    """Print how often each rule names the label, for y_hat (m, 10), labels (m,)."""
    print("who names the digit           accuracy")
    for name, answers in [
        ("the most confident one", np.argmax(y_hat, axis=1)),
        ("the first one that says yes", np.argmax(y_hat > 0.5, axis=1)),
        ("the least confident one", np.argmin(y_hat, axis=1)),
    ]:
        print(f"{name:30}{np.mean(answers == labels) * 100:7.2f}%")


def show_groups(y_hat, labels):
    """Print how many classifiers say yes, and how often the most confident is right."""
    print("\nof ten            images   most confident is right")
    n_yes = np.sum(y_hat > 0.5, axis=1)
    right = np.argmax(y_hat, axis=1) == labels
    for title, group in [
        ("none says yes", n_yes == 0),
        ("one says yes", n_yes == 1),
        ("several say yes", n_yes > 1),
    ]:
        if np.any(group):
            print(f"{title:16}{np.sum(group):8d}{np.mean(right[group]) * 100:23.2f}%")


if __name__ == "__main__":
    import mnist as data

    iterations = 200
    # What steps yields last: the weights after all iterations.
    *_, (_, _, _, w) = steps(
        data.X_train, data.Y_train, data.X_test, data.Y_test, iterations, lr=1e-5
    )
    y_hat, labels = forward(data.X_test, w), data.Y_test.ravel()
    show_rules(y_hat, labels)
    show_groups(y_hat, labels)
