"""Ten classifiers, one answer: the most confident names the digit.

Sometimes two say yes to their digits, and often none. Who decides: the most confident
one, the first one that says yes (a zero if none does), or the least confident one?

To tweak: iterations, at the bottom. After 5 iterations none says yes to more than half
of the images, and the most confident one is right in most of these all the same.
"""

from mnist_classifier_fast import steps

import numpy as np

from mnist_classifier import forward

if __name__ == "__main__":
    import mnist as data

    iterations = 200
    images = data.X_train, data.Y_train, data.X_test, data.Y_test
    *_, (_, _, _, w) = steps(*images, iterations, lr=1e-5)
    y_hat, labels = forward(data.X_test, w), data.Y_test.ravel()

    print("who names the digit           accuracy")
    for name, answers in [
        ("the most confident one", np.argmax(y_hat, axis=1)),
        ("the first one that says yes", np.argmax(y_hat > 0.5, axis=1)),
        ("the least confident one", np.argmin(y_hat, axis=1)),
    ]:
        print(f"{name:30}{np.mean(answers == labels):8.2%}")

    print("\nof ten            images   most confident is right")
    n_yes, right = np.sum(y_hat > 0.5, axis=1), np.argmax(y_hat, axis=1) == labels
    for title, group in [
        ("none says yes", n_yes == 0),
        ("one says yes", n_yes == 1),
        ("several say yes", n_yes > 1),
    ]:
        if np.any(group):
            print(f"{title:16}{np.sum(group):8d}{np.mean(right[group]):24.2%}")
