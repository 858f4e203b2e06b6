"""Which factor to transpose? The shapes tell, as long as all sizes differ.

The gradient of a matrix of weights is a product of two: what goes into the weights, and
the error that comes back from behind them, multiplied in one of eight ways. It must
have the shape of its weights, and the measured values.

To tweak: d, in the first call at the bottom. With d=6, w1 is square, and two ways have
its shape: shapes cannot tell any more. The second call shows the worst case.
"""

import terminal

import numpy as np

from gradient_check import measure_gradients, random_network
from neural_network import forward, prepend_bias, sigmoid_gradient

WAYS = "A @ B, A.T @ B, A @ B.T, A.T @ B.T, B @ A, B.T @ A, B @ A.T, B.T @ A.T"


def try_all_ways(name, A, B, measured):
    """Multiply A and B, (m, ...), in all ways; measured is the gradient of name."""
    factors = {"A": A, "A.T": A.T, "B": B, "B.T": B.T}
    n_fitting = n_right = 0
    for way in WAYS.split(", "):
        first, second = (factors[factor] for factor in way.split(" @ "))
        text = "cannot be multiplied"
        if first.shape[1] == second.shape[0]:
            product = first @ second / len(A)
            text = f"{product.shape}, not the shape of {name}"
            if product.shape == measured.shape:
                is_right = np.allclose(product, measured, atol=1e-6)
                n_fitting, n_right = n_fitting + 1, n_right + is_right
                but = "and" if is_right else "but not"
                text = f"{product.shape}, the shape of {name}, {but} its gradient"
        print(f"  {way:9}  {text}")
    print(f"  Right shape: {n_fitting} of 8 ways. Right gradient: {n_right}.\n")


def compare_shapes(m, n, d, k):
    """Try all ways for m examples, n inputs, d hidden nodes and k classes."""
    X, Y, w1, w2 = random_network(m, n, d, k, seed=0)
    n_sizes = len({m, n + 1, d, d + 1, k})
    print("ALL SIZES DIFFER\n" if n_sizes == 5 else "SOME SIZES ARE EQUAL\n")
    y_hat, h = forward(X, w1, w2)
    delta = y_hat - Y
    hidden_delta = (delta @ w2[1:].T) * sigmoid_gradient(h)
    for name, weights, A_name, A, B_name, B in [
        ("w2", w2, "[1 h]", prepend_bias(h), "delta", delta),
        ("w1", w1, "[1 X]", prepend_bias(X), "hidden_delta", hidden_delta),
    ]:
        print(f"{name} {weights.shape}: A = {A_name} {A.shape}, B = {B_name} {B.shape}")
        try_all_ways(name, A, B, measure_gradients(X, Y, w1, w2, weights))


if __name__ == "__main__":
    compare_shapes(m=8, n=5, d=3, k=2)
    compare_shapes(m=4, n=3, d=4, k=5)
