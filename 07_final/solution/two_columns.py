"""Two columns of weights or one? Chapter 7's classifier against that of chapter 5.

With two classes one answer says all: what is no rock is a mine. Chapter 5 has one
column of weights and rounds, chapter 7 one for each class, and the larger prediction
wins. Both are trained here on the same rows, by their own chapters' functions.

To tweak: iterations and lr, at the bottom: the weights change, the last lines do not.
"""

import contextlib
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "05_discerning"))

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import terminal

import numpy as np

import classifier as one_column
import mnist_classifier as two_columns
import sonar as data


def train_both(iterations, lr):
    """The weights of both: (61, 1) of chapter 5's classifier, (61, 2) of chapter 7's.

    Chapter 5's is trained on the labels as they are, 0 or 1, chapter 7's on one-hot
    rows.
    """
    X, labels, Y = data.X_train, data.Y_train_unencoded, data.Y_train
    with contextlib.redirect_stdout(None):  # both print every iteration
        w_one = one_column.train(X, labels, iterations, lr)
        w_two = two_columns.train(X, Y, data.X_test, data.Y_test, iterations, lr)
    return w_one, w_two


def show(name, loss, answers):
    """Print a line: the loss, and the share of the test's rows that are right."""
    n_correct = np.sum(answers == data.Y_test)
    accuracy = n_correct * 100 / data.Y_test.size
    print(f"{name}   {loss:.4f}   {n_correct}/{data.Y_test.size} ({accuracy:.2f}%)")


def show_weights(w_one, w_two):
    """Print the first weights of w_one (61, 1) and w_two (61, 2) beside each other."""
    print("                          bias    weight 1  weight 2  weight 3")
    for name, w in [
        ("chapter 5            ", w_one[:4, 0]),
        ("chapter 7, for a mine", w_two[:4, 1]),
        ("chapter 7, for a rock", w_two[:4, 0]),
    ]:
        print(name + "".join(f"{weight:10.4f}" for weight in w))


if __name__ == "__main__":
    w_one, w_two = train_both(iterations=20000, lr=0.01)

    X, labels, Y = data.X_train, data.Y_train_unencoded, data.Y_train
    print("                        loss     right in the test")
    answers = one_column.classify(data.X_test, w_one)
    show("chapter 5, one column ", one_column.loss(X, labels, w_one), answers)
    answers = two_columns.classify(data.X_test, w_two)
    show("chapter 7, two columns", two_columns.loss(X, Y, w_two), answers)

    print()
    show_weights(w_one, w_two)

    same = one_column.classify(data.X, w_one) == two_columns.classify(data.X, w_two)
    difference = np.max(np.abs(w_two - np.column_stack((-w_one, w_one))))
    print(f"\nThe same answer to {np.sum(same)} of {same.size} rows.")
    print(f"Largest difference of a weight, apart from the sign: {difference:.6f}")
