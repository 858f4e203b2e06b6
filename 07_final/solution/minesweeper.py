"""Rock or mine? Chapter 7's classifier, unchanged, on the echoes of a sonar.

New: only the data. sonar.py stands where mnist.py stood; report, gradient and classify
are the chapter's own. Instead of all 20001 reports of its train, eleven are printed.

To tweak: iterations and lr, at the bottom. iterations=2000, lr=0.1 ends where 20000
iterations with lr=0.01 end. With iterations=100000 it is 83.33 %, but is that better?
overfitting.py and hundred_shuffles.py say what 48 rows can tell.
"""

import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parent.parent))

import terminal

import numpy as np

from mnist_classifier import classify, gradient, report


def train(X_train, Y_train, X_test, Y_test, iterations, lr):
    """The chapter's train, with a report at every tenth of the iterations.

    Returns the weights w (n, k). Raises FloatingPointError if a reported loss is no
    finite number.
    """
    w = np.zeros((X_train.shape[1], Y_train.shape[1]))
    for i in range(iterations):
        if i % max(1, iterations // 10) == 0:
            report(i, X_train, Y_train, X_test, Y_test, w)
        w -= gradient(X_train, Y_train, w) * lr
    report(iterations, X_train, Y_train, X_test, Y_test, w)
    return w


def show_answers(X, labels, w):
    """Print what the classifier says to the rocks and mines in X (m, n), labels (m, 1).

    w is (n, 2), column 0 for rocks, 1 for mines.
    """
    answers = classify(X, w)
    print("             says rock   says mine")
    for label, name in enumerate(["rocks", "mines"]):
        says_rock = np.sum((labels == label) & (answers == 0))
        says_mine = np.sum((labels == label) & (answers == 1))
        print(f"{says_rock + says_mine:3d} {name}   {says_rock:11d} {says_mine:11d}")
    n_correct = np.sum(answers == labels)
    print(f"Correct: {n_correct}/{labels.size} ({n_correct * 100 / labels.size:.2f}%)")


if __name__ == "__main__":
    import sonar as data

    w = train(
        data.X_train, data.Y_train, data.X_test, data.Y_test, iterations=20000, lr=0.01
    )
    print("\nThe training rows:")
    show_answers(data.X_train, data.Y_train_unencoded, w)
    print("\nThe test rows:")
    show_answers(data.X_test, data.Y_test, w)
