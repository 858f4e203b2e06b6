"""Rock or mine? Chapter 7's classifier, unchanged, on the echoes of a sonar.

New: only the data. sonar.py stands where mnist.py stood; train and classify are the
chapter's own. Train prints every iteration; of those lines a few are shown.

To tweak: iterations and lr, at the bottom. iterations=2000, lr=0.1 ends where 20000
iterations with lr=0.01 end. With iterations=100000 it is 83.33 %, but is that better?
overfitting.py and hundred_shuffles.py say what 48 rows can tell.
"""

import contextlib
import io
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import terminal

import numpy as np

from mnist_classifier import classify, train


def show_progress(reports, n_lines):
    """Print so many of the lines that train has printed, evenly spread, and the last.

    A line such as "200 - Loss: 0.85863196488041304555, 90.32%" gives a row of a table.
    """
    step = max(1, len(reports) // n_lines)
    print("iteration    loss   right in the test")
    for line in [*reports[:-1:step], reports[-1]]:
        iteration, _, _, loss, accuracy = line.replace(",", "").split()
        print(f"{iteration:>9}  {float(loss):.4f}  {accuracy:>18}")


def show_answers(X, labels, w):
    """Print what the classifier says to the rocks and to the mines among X (m, n)."""
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

    with contextlib.redirect_stdout(io.StringIO()) as printed:
        w = train(
            data.X_train,
            data.Y_train,
            data.X_test,
            data.Y_test,
            iterations=20000,
            lr=0.01,
        )
    show_progress(printed.getvalue().splitlines(), n_lines=10)

    print("\nThe rows that it has been trained on:")
    show_answers(data.X_train, data.Y_train_unencoded, w)
    print("\nThe rows that it has never seen:")
    show_answers(data.X_test, data.Y_test, w)
