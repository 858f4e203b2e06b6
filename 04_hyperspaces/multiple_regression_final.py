"""Pizza sales from three inputs, with a bias.

New: the bias is the weight of one more column, and that column is all ones. So nothing
changes in the functions: they are those of the script before.

To tweak: iterations, at the bottom. 1000 are not enough now: the bias, first of the
weights, is still near 0. Leave out the column of ones, and the script before is back.
"""

import terminal

import numpy as np

from multiple_regression_without_bias import gradient, load_table, loss, predict, train

if __name__ == "__main__":
    np.seterr(all="ignore")  # No warnings of overflow: the loss is checked.

    x1, x2, x3, y = load_table("pizza_3_vars.txt", n_columns=4)
    X = np.column_stack((np.ones(x1.size), x1, x2, x3))
    Y = y.reshape(-1, 1)
    w = train(X, Y, iterations=100000, lr=0.001)

    print(f"\nWeights: {w.T}")
    print("\nA few predictions:")
    for i in range(5):
        print(f"X[{i}] -> {predict(X[i], w).item():.4f} (label: {Y[i].item():.0f})")
