"""The chain rule on two small graphs: how a gradient travels backward.

The values of a graph are computed forward, from its inputs to its end. Then each
operation gives its local gradient: how its result changes with what it was given. Along
a path the local gradients are multiplied; where several paths lead to the same weight,
their products are added. That is all that backpropagation does.

At the end every weight is nudged a little, and the slope that this shows is printed
beside the one that the chain rule gave.

To tweak: the numbers at the bottom. Both columns move, and they still agree. With x=0
w2 acts only once, and no more than w1; with x=-1 its two paths cancel out.
"""

import terminal


def forward_one(a):
    """Graph one, forward: b is the double of a, and c is the square of b."""
    b = 2 * a
    c = b**2
    return b, c


def back_one(a):
    """Graph one, backward: print local gradients, return the one of c by a: 8a."""
    b, c = forward_one(a)
    db_da = 2
    dc_db = 2 * b
    dc_da = dc_db * db_da
    print(f"a = {a:g}, b = {b:g}, c = {c:g}")
    print(f"  db/da = {db_da:g}, dc/db = {dc_db:g}, so dc/da = {dc_da:g}")
    return dc_da


def forward_two(x, y, w1, w2):
    """Graph two, forward: w2 acts twice, on x and once more directly; L is the loss."""
    a = x * w2
    y_hat = a + w1 + w2
    L = (y_hat - y) ** 2
    return a, y_hat, L


def back_two(x, y, w1, w2):
    """Graph two, backward: print local gradients, return those of L by w1 and by w2."""
    a, y_hat, L = forward_two(x, y, w1, w2)
    dL_dy_hat = 2 * (y_hat - y)
    dy_hat_da = 1
    dy_hat_dw1 = 1
    dy_hat_dw2 = 1
    da_dw2 = x
    print(f"a = {a:g}, y_hat = {y_hat:g}, L = {L:g}")
    print(f"  dL/dy_hat = {dL_dy_hat:g}")
    print(f"  dy_hat/da = {dy_hat_da:g}")
    print(f"  dy_hat/dw1 = {dy_hat_dw1:g}")
    print(f"  dy_hat/dw2 = {dy_hat_dw2:g}")
    print(f"  da/dw2 = {da_dw2:g}")

    dL_dw1 = dL_dy_hat * dy_hat_dw1
    print(f"dL/dw1 = {dL_dw1:g}")

    through_a = dL_dy_hat * dy_hat_da * da_dw2
    directly = dL_dy_hat * dy_hat_dw2
    dL_dw2 = through_a + directly
    print(f"dL/dw2 = {dL_dw2:g}: {through_a:g} through a and {directly:g} directly")
    return dL_dw1, dL_dw2


def measure_slope(function, at):
    """How steep a function is: nudge its argument, see how much the result changes."""
    nudge = 1e-4
    return (function(at + nudge) - function(at - nudge)) / (2 * nudge)


if __name__ == "__main__":
    print("Graph one: b = 2a, c = b * b\n")
    for a in [1, 3, -5]:
        computed = back_one(a)
        measured = measure_slope(lambda a: forward_one(a)[1], at=a)
        print(f"  dc/da: computed {computed:.6f}, measured {measured:.6f}\n")

    print("Graph two: a = x * w2, y_hat = a + w1 + w2, L = (y_hat - y) squared\n")
    x, y, w1, w2 = 3, 17, 6, 2
    dL_dw1, dL_dw2 = back_two(x, y, w1, w2)
    measured_w1 = measure_slope(lambda w1: forward_two(x, y, w1, w2)[2], at=w1)
    measured_w2 = measure_slope(lambda w2: forward_two(x, y, w1, w2)[2], at=w2)
    print(f"  dL/dw1: computed {dL_dw1:.6f}, measured {measured_w1:.6f}")
    print(f"  dL/dw2: computed {dL_dw2:.6f}, measured {measured_w2:.6f}")
