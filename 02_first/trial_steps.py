"""Supporting code, skip at first: the steps of this chapter's train, unprinted."""

import itertools


def steps(loss, X, Y, parameters, lr):
    """Yield the parameters, [w] or [w, b], before each iteration of train.

    loss is a listing's, for X (m,) and Y (m,). It ends when no step lowers the loss.
    """
    while True:
        yield parameters
        current_loss = loss(X, Y, *parameters)
        for i, change in itertools.product(range(len(parameters)), (lr, -lr)):
            moved = [*parameters]
            moved[i] += change
            if loss(X, Y, *moved) < current_loss:
                parameters = moved
                break
        else:
            return
