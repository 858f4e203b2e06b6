"""Rock or mine? Chapter 7's classifier, unchanged, on the echoes of a sonar.

New: only the data, sonar.py in place of mnist.py. Of 20001 reports eleven are printed.

To tweak: iterations and lr, at the bottom. 2000 and 0.1 end where 20000 and 0.01 do.
With iterations=100000 it is 83.33 %, but is that better? overfitting.py and
hundred_shuffles.py say what 48 rows can tell.
"""

import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parent.parent))

import terminal

import numpy as np

from mnist_classifier import classify, gradient, report


def train(X_train, Y_train, X_test, Y_test, iterations, lr):
    """The chapter's train: w (n, k), with a report at every tenth of the iterations."""
    w = np.zeros((X_train.shape[1], Y_train.shape[1]))
    for i in range(iterations):
        if i % max(1, iterations // 10) == 0:
            report(i, X_train, Y_train, X_test, Y_test, w)
        w -= gradient(X_train, Y_train, w) * lr
    report(iterations, X_train, Y_train, X_test, Y_test, w)
    return w


def show_answers(X, labels, w):
    """Print what w (n, 2) says to X (m, n), with labels (m, 1): 0 rocks, 1 mines."""
    answers = classify(X, w)
    print("             says rock   says mine")
    for label, name in enumerate(["rocks", "mines"]):
        n_rock, n_mine = np.bincount(answers[labels == label], minlength=2)
        print(f"{n_rock + n_mine:3d} {name}   {n_rock:11d} {n_mine:11d}")
    n_correct = np.sum(answers == labels)
    print(f"Correct: {n_correct}/{labels.size} ({n_correct / labels.size:.2%})")


if __name__ == "__main__":
    import sonar as data

    echoes = data.X_train, data.Y_train, data.X_test, data.Y_test
    w = train(*echoes, iterations=20000, lr=0.01)
    print("\nThe training rows:")
    show_answers(data.X_train, data.Y_train_unencoded, w)
    print("\nThe test rows:")
    show_answers(data.X_test, data.Y_test, w)
