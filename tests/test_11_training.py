"""Chapter 11: figures of the page, gradients, tweaks, pictures, claims, exercise."""

import contextlib
from types import SimpleNamespace

import autograd
import autograd.numpy as anp
import numpy as np
import pytest
from autograd.scipy.special import logsumexp
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from scipy import optimize, special

from project import load, play

network = load("11_training/neural_network.py")
chain_rule = load("11_training/chain_rule.py")
checkpoint = load("11_training/checkpoint.py")
gradient_check = load("11_training/gradient_check.py")
solution = load("11_training/solution/equal_start.py")

# What makes a training quick, and other changes.
TEN = {"10000": "10"}
BOTH = {"10000, 200, 100": "1000, 30, 5"}
FEW = {"1000, 5000, 20000": "300, 1000", "30, 2": "9, 2"}
STARTS = {"100, [0, 10, 30, 100, 300]": "9, [0, 2]"}
NODES = {"10000, 60": "1000, 5", "= 200, 6": "= 20, 3"}
ROUND = {"5000, 8": "300, 1"}
W2 = {"np.full((4, 2), 0.5)": "rng.normal(size=(4, 2))"}
W1_W2 = {"np.full((5, 3), 0.5)": "rng.normal(size=(5, 3))", **W2}

# Script, what is changed in its run, what a reader then sees: quick, and on all images.
TABLE = [
    ("backpropagation", {}, "The computed gradients are the measured ones."),
    ("backpropagation", {"y_hat - Y) /": "y_hat + Y) /"}, "The gradients differ: "),
    ("backpropagation", {"w2[1:].T": "w2[:-1].T"}, "The gradients differ: "),
    ("backpropagation", {" * sigmoid_gradient(h)": ""}, "The gradients differ: "),
    ("backpropagation", {"n_samples=20": "n_samples=0"}, "To measure takes a sample"),
    ("neural_network", TEN, "Iteration:     9, Loss: 2.05144 | , Accuracy: 18.00%"),
    ("neural_network", {"0.01": "1e300"}, "Stopped: the loss is now"),
    ("claim_chain_rule", {}, "dc/db = 12, dc/da = 24\n | y_hat = 14, L = 9\n"),
    ("claim_chain_rule", {}, "dL/dw1 = -6\ndL/dw2 = -24: -18 | measured -24.000000"),
    ("claim_chain_rule", {"x=3": "x=0"}, "dL/dw2 = -18: 0 through a and -18 "),
    ("claim_chain_rule", {"x=3": "x=-1"}, "dL/dw2 = 0: 22 through a and -22 "),
    ("claim_softmax_and_cross_entropy", {}, "0.609460 -0.775792  0.135989  0.030"),
    ("claim_softmax_and_cross_entropy", {"[2, 1": "[20, 1"}, "too close to 0 to"),
    ("claim_softmax_and_cross_entropy", {"0, 1, 0, 0": "0, 1, 0"}, "Y needs as"),
    ("claim_softmax_and_cross_entropy", {"0, 1, 0, 0": "0, 1, 1, 0"}, "Y needs"),
    ("claim_shapes_of_gradients", {}, "1 of 8 ways. Right gradient: 1. | 8 of 8 "),
    ("claim_shapes_of_gradients", {}, "A = [1 X] (8, 6) | 2 of 8 | A = [1 h] (4, 5)"),
    ("claim_shapes_of_gradients", {}, "A.T @ B    (4, 2), the shape of w2, and"),
    ("claim_shapes_of_gradients", {"d=3": "d=6"}, "SOME SIZES ARE EQUAL\n\nw2 (7"),
    ("claim_bias_column", {}, "(10, 5) does not fit | 0.000000\n | wrong by 0.038741"),
    ("claim_bias_column", {}, "    0.000000  0.061946 | there  0.185764  0.276903  0."),
    ("claim_bias_column", {"nudge = 0.1": "nudge = 1000"}, "is nudged    0.000000  0."),
    ("claim_average_gradient", {}, "take numbers of images from 1 to 1000"),
    ("claim_average_gradient", FEW, "   300   2.5111   1.2685 |  0.00667      300"),
    ("claim_random_starts", STARTS, "\nall 0          2.3026"),
    ("claim_random_starts", {"300], 1": "300], 1e300"}, "Stopped: the loss is now"),
    ("claim_network_against_perceptron", ROUND, "\nSeconds: "),
    ("plot_sigmoid_gradient", {}, "at most 0.25, at z = 0 | measured: 0.000000 apart"),
    ("plot_sigmoid_gradient", {"z = 1": "z = 3"}, "tangent at z = 3: slope 0.0452"),
    ("plot_equal_weights", {}, "Equal columns of weights get equal gradients, and"),
    ("plot_equal_weights", W2, "Equal columns of weights get different gradients"),
    ("plot_equal_weights", W1_W2, "Different columns of weights get different gra"),
    ("plot_network", {}, "Three layers and 159010 weights"),
    ("plot_network", {"784, 200": "784, 50"}, "w2 (51, 10)\nthen the softmax"),
    ("plot_confusion_matrices", BOTH, "iterations: 30, images: 1000 | iterations: 5"),
    ("plot_mistakes", BOTH, "The 12 surest of "),
    ("plot_mistakes", {"12, 10000, 200": "9, 1001, 9"}, "there are 1 to 1000."),
    ("plot_hidden_nodes", NODES, "(iterations: 5, images: 1000)"),
    ("plot_hidden_nodes", {"None": "'no.npz'"}, "Cannot read weights from no.npz"),
    ("plot_training", {"10000, 18": "1000, 0.2"}, "the perceptron (images: 1000)"),
    ("plot_training", {"10000, 18": "0, 18"}, "n_images=0: there are 1 to 1000."),
    ("live_graph", {}, "-6 · 1 · 3 + -6 · 1 = -18 + -6 = -24, two"),
    ("solution/equal_start", {"0, 200, 50": "0, 9, 10"}, "prediction 0.000000"),
    ("solution/equal_start", {"0, 200, 50": "0, 9, 10"}, "\nWhat hidden nodes say to"),
    ("solution/equal_start", {"0, 200, 50": "0.01, 9, 10"}, "1.000  1.000  1.000  "),
]
SLOW = [
    ("neural_network", TEN, "Iteration:     9, Loss: 2.09419566, Accuracy: 27.86%"),
    ("claim_average_gradient", {}, " 0.6074 |  0.6592 |  0.6882"),
    ("claim_random_starts", {}, "2.4026 | 2.5711 | 0.0301 | 0.0313"),
    ("claim_network_against_perceptron", {}, "92.50% | 90.26% | +2.24 | -2.56"),
    ("solution/equal_start", {}, "68.30% | 22.10%   2.2973 11.35%   2.0919 22.10%"),
]


@pytest.mark.parametrize(
    "script, changes, expected, m",
    [(*row, 1000) for row in TABLE]
    + [pytest.param(*row, None, marks=pytest.mark.slow) for row in SLOW],
)
def test_what_a_reader_sees(script, changes, expected, m):
    """In the lines that are printed, the line at the end, or the picture."""
    said = play(f"11_training/{script}.py", changes, m).said
    assert [text for text in expected.split(" | ") if text not in said] == []


def random_network(m, n, d, k):
    """X, one-hot Y, w1 and w2, all random."""
    rng = np.random.default_rng(0)
    Y = np.eye(k)[rng.integers(0, k, size=m)]
    w1, w2 = rng.normal(size=(n + 1, d)), rng.normal(size=(d + 1, k))
    return rng.normal(size=(m, n)), Y, w1, w2


@pytest.mark.parametrize("sizes", [(6, 4, 5, 3), (1, 4, 5, 3), (6, 4, 1, 2)])
def test_forward_and_back(sizes):
    """Predictions of SciPy's functions; shapes and numbers of autograd's gradients."""
    X, Y, w1, w2 = random_network(*sizes)
    y_hat, h = network.forward(X, w1, w2)
    np.testing.assert_allclose(h, special.expit(w1[0] + X @ w1[1:]))
    expected = special.softmax(w2[0] + h @ w2[1:], axis=1)
    np.testing.assert_allclose(y_hat, expected)
    digits = network.classify(X, w1, w2)
    np.testing.assert_array_equal(digits, expected.argmax(axis=1)[:, None])

    def loss(w1, w2):
        h = (1 + anp.tanh((w1[0] + anp.dot(X, w1[1:])) / 2)) / 2
        logits = w2[0] + anp.dot(h, w2[1:])
        return anp.mean(logsumexp(logits, axis=1) - anp.sum(logits * Y, axis=1))

    assert network.loss(Y, y_hat) == pytest.approx(loss(w1, w2))
    computed = network.back(X, Y, y_hat, w2, h)
    expected = autograd.grad(loss, argnum=(0, 1))(w1, w2)
    for gradient, of_library, weights in zip(computed, expected, (w1, w2), strict=True):
        assert gradient.shape == weights.shape
        np.testing.assert_allclose(gradient, of_library, rtol=1e-9, atol=1e-12)
        measured = gradient_check.measure_gradients(X, Y, w1, w2, weights)
        np.testing.assert_allclose(gradient, measured, atol=1e-6)


@given(arrays(float, array_shapes(min_dims=2, max_dims=2), elements=st.floats(-1e3, 1)))
def test_softmax(logits):
    """SciPy's values, also where numbers are far apart; the same for a shifted row."""
    y_hat = network.softmax(logits)
    np.testing.assert_allclose(y_hat, special.softmax(logits, axis=1))
    np.testing.assert_allclose(y_hat, network.softmax(logits + 2.0**10), atol=1e-9)


@given(*[st.floats(-10, 10)] * 4)
def test_sigmoid_gradient_and_chain_rule(x, w1, w2, y):
    """The slope from the output; and the gradients of both graphs' formulas."""
    slope = optimize.approx_fprime([x], lambda z: special.expit(z[0]))[0]
    found = network.sigmoid_gradient(network.sigmoid(x))
    assert found == pytest.approx(slope, abs=1e-7)
    error, graph = x * w2 + w1 + w2 - y, chain_rule.back_two(x, w1, w2, y)
    found = graph["L"], graph["dL_dw1"], graph["dL_dw2"]
    assert found == pytest.approx((error**2, 2 * error, 2 * error * (x + 1)), abs=1e-9)
    assert chain_rule.back_one(x)["dc_da"] == pytest.approx(8 * x)


def test_initialize_weights():
    """Shapes, scale, no two alike; the seed decides."""
    w1, w2 = network.initialize_weights(784, 200, 10)
    assert (w1.shape, w2.shape) == ((785, 200), (201, 10))
    for weights in (w1, w2):
        assert np.unique(weights).size == weights.size
        assert weights.std() == pytest.approx(len(weights) ** -0.5, rel=0.05)
    np.testing.assert_array_equal(network.initialize_weights(784, 200, 10)[1], w2)
    assert not np.any(network.initialize_weights(784, 200, 10, seed=1)[1] == w2)


def test_training_and_a_node_that_takes_the_steps_of_many(capsys):
    """What train prints are the steps of the solution; seven equal nodes are one."""
    X, Y, _, _ = random_network(30, 4, 5, 3)
    everything = X, Y, X, Y.argmax(axis=1).reshape(-1, 1)
    w1, _ = network.train(*everything, 5, iterations=4, lr=0.1)
    start = network.initialize_weights(4, 5, 3)
    v1, _, figures = solution.train(*start, *everything, iterations=4, lr=0.1)
    np.testing.assert_allclose(w1, v1)
    assert capsys.readouterr().out.splitlines() == [
        f"Iteration: {i:5d}, Loss: {loss:.8f}, Accuracy: {accuracy:.2f}%"
        for i, (loss, accuracy) in enumerate(figures)
    ]
    start = np.full((5, 7), 0.1), np.full((8, 3), 0.1)
    *many, figures = solution.train(*start, *everything, iterations=40, lr=0.3)
    start = solution.fold(*start)
    *one, same = solution.train(*start, *everything, iterations=40, lr=0.3, n=7)
    np.testing.assert_allclose(same, figures, atol=1e-7)
    for weights, expected in zip(one, solution.fold(*many), strict=True):
        np.testing.assert_allclose(weights, expected, atol=1e-9)


@pytest.mark.parametrize("n", [0, 12])
@pytest.mark.parametrize("end", [None, KeyboardInterrupt(), FloatingPointError()])
def test_checkpoint(end, n, tmp_path, monkeypatch, capsys):
    """The last whole step is in the file; if it diverges, what was kept on the way."""

    def steps(X_train, Y_train, X_test, Y_test, w1, w2, iterations, lr):
        for i in range(n):
            w1 += 1
            w2 += 1
            yield i, 0.5, 0.25
        w1 += 1
        if end:
            raise end

    monkeypatch.setattr(checkpoint, "steps", steps)
    file, w1, w2 = tmp_path / "weights.npz", np.zeros((5, 2)), np.zeros((3, 10))
    data = SimpleNamespace(X_train=0, Y_train=0, X_test=0, Y_test=0)
    with pytest.raises(type(end)) if end else contextlib.nullcontext():
        checkpoint.train(data, w1, w2, 12, 0.01, minutes=5, weights_file=file)
    assert [path.name for path in tmp_path.iterdir()] == ["weights.npz"][:n]
    if n:
        expected = 11 if isinstance(end, FloatingPointError) else 12
        for weights in checkpoint.load_weights(file, 2, n_pixels=4):
            np.testing.assert_array_equal(weights, expected)
        lines = capsys.readouterr().out.splitlines()
        assert lines[0] == "Iteration:     0, Loss: 0.50000000, Accuracy: 25.00%"
        assert lines[11] == f"Kept in {file}. Minutes left: 0"


FIVE = {"w1": np.ones((5, 5)), "w2": np.ones((6, 3))}
OTHERS = [{"w1": np.ones(5)}, {"w2": np.eye(5)}, {"w2": np.full((6, 3), np.nan)}]


@pytest.mark.parametrize("damage", [None, *OTHERS, 40, 999])
def test_a_weights_file_that_is_none(damage, tmp_path):
    """It is missing, holds something else, or its end is missing: one line."""
    file = tmp_path / "weights.npz"
    if isinstance(damage, dict):
        np.savez(file, **{**FIVE, **damage})
    elif damage:
        np.savez(file, **FIVE)
        file.write_bytes(file.read_bytes()[:-damage])
    with pytest.raises(ValueError, match=r"^Cannot read weights from .*npz: name "):
        checkpoint.load_weights(file, 5, n_pixels=4)


def test_weights_of_another_network_and_a_place_without_rights(tmp_path):
    """One line each, and a file that is there stays as it was."""
    file = tmp_path / "weights.npz"
    checkpoint.save_weights(file, **FIVE)
    for n_hidden_nodes, n_pixels in [(200, 4), (5, 784)]:
        with pytest.raises(ValueError, match="is for 4 pixels and 5 hidden nodes"):
            checkpoint.load_weights(file, n_hidden_nodes, n_pixels)
    (tmp_path / "weights.npz.unfinished").mkdir()
    with pytest.raises(ValueError, match="Cannot keep weights in "):
        checkpoint.save_weights(file, 2, 3)
    np.testing.assert_array_equal(checkpoint.load_weights(file, 5, 4)[0], FIVE["w1"])
