"""Supporting code, skip at first: the steps of this chapter's train, unprinted."""

import terminal


def step(loss, X, Y, parameters, lr):
    """The first of train's steps that lowers the loss, or None if there is none.

    loss is a listing's, for X (m,) and Y (m,); parameters are [w], or [w, b].
    """
    current_loss = loss(X, Y, *parameters)
    for i in range(len(parameters)):
        for change in (lr, -lr):
            moved = [*parameters]
            moved[i] += change
            if loss(X, Y, *moved) < current_loss:
                return moved
    return None


def steps(loss, X, Y, parameters, lr):
    """Yield the parameters before each iteration, until no step lowers the loss."""
    while parameters:
        yield parameters
        parameters = step(loss, X, Y, parameters, lr)
