"""Two columns of weights or one? Chapter 7's classifier against that of chapter 5.

What is no rock is a mine: chapter 5 has one column of weights and rounds, chapter 7 one
for each class, and the larger prediction wins. Both learn from the same rows.

To tweak: iterations and lr, at the bottom: the weights change, the last lines do not.
"""

import sys
from pathlib import Path

sys.path.insert(1, str(Path(__file__).resolve().parent.parent))
sys.path.insert(1, str(Path(__file__).resolve().parents[2] / "05_discerning"))

from terminal import stop_if_diverged

import numpy as np

import classifier as one_column
import mnist_classifier as two_columns
import sonar as data

if __name__ == "__main__":
    iterations, lr = 20000, 0.01
    print("                        loss     right in the test")
    weights = []
    for name, chapter, Y in [
        ("chapter 5, one column ", one_column, data.Y_train_unencoded),
        ("chapter 7, two columns", two_columns, data.Y_train),
    ]:
        w = np.zeros((data.X_train.shape[1], Y.shape[1]))
        for _ in range(iterations):
            w -= chapter.gradient(data.X_train, Y, w) * lr
        training_loss = chapter.loss(data.X_train, Y, w)
        stop_if_diverged(training_loss)
        n_correct = np.sum(chapter.classify(data.X_test, w) == data.Y_test)
        print(f"{name}   {training_loss:.4f}   {n_correct}/48 ({n_correct / 48:.2%})")
        weights.append(w)

    w_one, w_two = weights
    print("\n                          bias    weight 1  weight 2  weight 3")
    for name, column in [
        ("chapter 5            ", w_one[:, 0]),
        ("chapter 7, for a mine", w_two[:, 1]),
        ("chapter 7, for a rock", w_two[:, 0]),
    ]:
        print(name + "".join(f"{weight:10.4f}" for weight in column[:4]))
    same = one_column.classify(data.X, w_one) == two_columns.classify(data.X, w_two)
    difference = np.max(np.abs(w_two - np.hstack((-w_one, w_one))))
    print(f"\nThe same answer to {np.sum(same)} of {same.size} rows.")
    print(f"Largest difference of a weight, apart from the sign: {difference:.6f}")
