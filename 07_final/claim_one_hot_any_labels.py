"""One-hot encoding works for any labels, in any order, as long as it stays the same.

A duck, a platypus, a tapir (images of 0, 1 and 2 stand in for them): in any order the
answers are the same. Read in another order than that learned, they are worthless.

To tweak: the names, at the bottom, two to four. With three others the figures stay.
"""

from terminal import stop_if_diverged

import itertools

import numpy as np

from mnist_classifier import classify, gradient, loss

if __name__ == "__main__":
    import mnist as data

    names = ["duck", "platypus", "tapir"]
    training = data.Y_train_unencoded.ravel() < len(names)
    test = data.Y_test.ravel() < len(names)
    X_train, X_test = data.X_train[training], data.X_test[test]
    names_train = np.array(names)[data.Y_train_unencoded[training]]
    names_test = np.array(names)[data.Y_test[test]]
    iterations, lr, answers = 20, 1e-5, []
    print("order of the columns                first labels            accuracy")
    for order in itertools.permutations(names):
        Y_train = (names_train == np.array(order)).astype(int)  # one-hot
        w = np.zeros((X_train.shape[1], len(order)))
        for _ in range(iterations):
            w -= gradient(X_train, Y_train, w) * lr
        stop_if_diverged(loss(X_train, Y_train, w))
        columns = classify(X_test, w)
        answers.append(np.array(order)[columns])
        rows = " ".join("".join(map(str, row)) for row in Y_train[:4])
        accuracy = np.mean(answers[-1] == names_test)
        print(f"{', '.join(order):35} {rows:20}{accuracy:12.2%}")
    n_same = np.sum(np.all(np.array(answers) == answers[0], axis=0))
    print(f"\nAll orders give the same answer to {n_same} of {len(X_test)} images.")

    another = order[1:] + order[:1]
    accuracy = np.mean(np.array(another)[columns] == names_test)
    print(f"Learned as {', '.join(order)}, read as {', '.join(another)}: ", end="")
    print(f"{accuracy:.2%}")
