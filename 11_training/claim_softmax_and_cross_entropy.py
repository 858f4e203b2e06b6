"""Softmax and cross-entropy: complicated derivatives apart, and a plain one together.

Every output of softmax depends on every logit, so k classes have k * k slopes; and
cross-entropy divides by the predictions. The chain rule multiplies the two, and almost
everything cancels: what is left is y_hat - Y. Each is computed, and measured.

To tweak: the logits, at the bottom, or the place of the 1 in Y: computed and measured
figures still agree. With a logit of 20 a prediction is almost 0, and dividing by it is
no longer safe; y_hat - Y needs no division.
"""

from terminal import InputError

import numpy as np

from backpropagation import loss, softmax


def show(title, computed, function, row):
    """Print slopes of a function of a row (1, k), computed and measured, (..., k)."""
    nudges = 1e-6 * np.eye(row.size)
    changes = [function(row + nudge) - function(row - nudge) for nudge in nudges]
    measured = np.vstack(changes).T / 2e-6
    width = 10 * row.size - 1
    print(f"\n{title}\n{'computed':>{width}}  {'measured':>{width}}")
    for rows in zip(computed, measured, strict=True):
        print("  ".join(" ".join(f"{slope:9.6f}" for slope in row) for row in rows))
    print(f"Largest difference: {np.max(np.abs(computed - measured)):.6f}")


if __name__ == "__main__":
    logits, Y = np.array([[2, 1, 0.5, -1]]), np.array([[0, 1, 0, 0]])
    if Y.shape != logits.shape or not np.array_equal(np.sort(Y)[0], np.eye(Y.size)[-1]):
        raise InputError("Y needs as many numbers as the logits: zeros, and one 1.")
    y_hat = softmax(logits)
    for name, row in [("logits", logits), ("y_hat", y_hat), ("Y", Y)]:
        print(f"{name:6}" + "".join(f"{number:11.6f}" for number in row[0]))
    if not np.min(y_hat) > 1e-4:
        too_close = f"{np.min(y_hat):.1e}, too close to 0 to divide by"
        raise InputError(f"A prediction is {too_close}. Take logits closer together.")

    # On the diagonal y_hat * (1 - y_hat), elsewhere minus the product of two.
    of_softmax = np.diag(y_hat[0]) - y_hat.T @ y_hat
    show("Softmax apart: each prediction by each logit", of_softmax, softmax, logits)
    of_loss = -Y / y_hat
    show("Cross-entropy apart: -Y / y_hat", of_loss, lambda row: loss(Y, row), y_hat)
    for title, slopes in [
        ("Both multiplied, by the chain rule", of_loss @ of_softmax),
        ("Together: y_hat - Y", y_hat - Y),
    ]:
        show(title, slopes, lambda row: loss(Y, softmax(row)), logits)
