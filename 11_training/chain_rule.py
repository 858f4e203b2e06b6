"""The chain rule on two small graphs: values forward, local gradients backward.

Graph one is b = 2a, c = b squared; graph two a = x · w2, y_hat = a + w1 + w2,
L = (y_hat - y) squared.
"""


def back_one(a):
    """Graph one for a number a: its values, its local gradients, and dc_da, by name."""
    b = 2 * a
    c = b**2
    db_da = 2
    dc_db = 2 * b  # 4a
    dc_da = dc_db * db_da
    return locals()  # all names from here, with their values


def back_two(x, w1, w2, y):
    """Graph two: its values, its local gradients, and what they come to, by name."""
    a = x * w2
    y_hat = a + w1 + w2
    L = (y_hat - y) ** 2
    dL_dy_hat = 2 * (y_hat - y)
    dy_hat_da = dy_hat_dw1 = dy_hat_dw2 = 1
    da_dw2 = x
    w2_through_a = dL_dy_hat * dy_hat_da * da_dw2
    w2_directly = dL_dy_hat * dy_hat_dw2
    dL_dw1 = dL_dy_hat * dy_hat_dw1
    dL_dw2 = w2_through_a + w2_directly
    return locals()
