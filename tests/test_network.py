"""Chapter 11: the network's gradients, its training, and the weights it keeps."""

import os
import re
import signal
import subprocess
import sys
from itertools import pairwise

import autograd
import autograd.numpy as anp
import numpy as np
import pytest
from autograd.scipy.special import logsumexp
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from scipy import optimize, special

from project import lines_of, load, play, printed, run, tweak

chain_rule = load("11_training/claim_chain_rule.py")
backpropagation = load("11_training/backpropagation.py")
neural_network = load("11_training/neural_network.py")
gradient_check = load("11_training/gradient_check.py")
kept_weights = load("11_training/kept_weights.py")
fast = load("11_training/neural_network_fast.py")

LINE = r"Iteration: (?=.{5},) *(\d+), Loss: (\d+\.\d{8}), Accuracy: (\d+\.\d\d)%"

# Examples m, input variables n, hidden nodes d, classes k.
SIZES = [(6, 4, 5, 3), (1, 4, 5, 3), (6, 4, 1, 3), (6, 4, 5, 2), (1, 1, 1, 2)]


def random_network(m, n, d, k, seed=0):
    """X, one-hot Y, w1 and w2, all random."""
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(m, n))
    Y = np.eye(k)[rng.integers(0, k, size=m)]
    return X, Y, rng.normal(size=(n + 1, d)), rng.normal(size=(d + 1, k))


# The chain rule


def test_chain_rule_prints_the_figures_of_the_page(output):
    """8a; the values of graph two; its five local gradients; -6 and -24."""
    text = "\n".join(output("11_training/claim_chain_rule.py"))
    for a in (1, 3, -5):
        assert f"a = {a}, b = {2 * a}, c = {4 * a * a}\n" in text
        assert f"so dc/da = {8 * a}\n" in text
    assert "a = 6, y_hat = 14, L = 9\n" in text
    for line in ("dL/dy_hat = -6", "dy_hat/da = 1", "dy_hat/dw1 = 1", "da/dw2 = 3"):
        assert f"  {line}\n" in text
    assert "\ndL/dw1 = -6\n" in text
    assert "\ndL/dw2 = -24: -18 through a and -6 directly\n" in text


def test_chain_rule_agrees_with_what_it_measures():
    """Also with other numbers at the bottom."""
    changes = {"= 3, 17, 6, 2": "= -1.5, 4, 0.25, 7", "[1, 3, -5]": "[0.1, 12]"}
    pattern = r"computed (-?\d+\.\d+), measured (-?\d+\.\d+)"
    lines = lines_of("11_training/claim_chain_rule.py", changes)
    pairs = re.findall(pattern, "\n".join(lines))
    assert len(pairs) == 4
    for computed, measured in pairs:
        assert float(computed) == pytest.approx(float(measured), abs=1e-5)
    assert float(pairs[0][0]) == pytest.approx(8 * 0.1)


@given(*[st.floats(-10, 10)] * 4)
def test_chain_rule_holds_for_all_numbers(x, y, w1, w2):
    """Graph two's gradients are those of its formula."""
    error = x * w2 + w1 + w2 - y
    computed = chain_rule.back_two(x, y, w1, w2)
    assert computed == pytest.approx((2 * error, 2 * error * (x + 1)), abs=1e-9)
    assert chain_rule.back_one(x) == pytest.approx(8 * x)


# The functions


@pytest.mark.parametrize("m, n, d, k", SIZES)
def test_forward_is_the_formula_of_the_page(m, n, d, k):
    """Softmax of [1 h] w2 with h the sigmoid of [1 X] w1, by SciPy's functions."""
    X, Y, w1, w2 = random_network(m, n, d, k)
    y_hat, h = backpropagation.forward(X, w1, w2)
    assert h.shape == (m, d)
    assert y_hat.shape == (m, k)
    ones = np.ones((m, 1))
    np.testing.assert_allclose(h, special.expit(np.hstack((ones, X)) @ w1))
    expected = special.softmax(np.hstack((ones, h)) @ w2, axis=1)
    np.testing.assert_allclose(y_hat, expected)
    np.testing.assert_array_equal(
        neural_network.classify(X, w1, w2).ravel(), expected.argmax(axis=1)
    )
    label_probabilities = expected[Y == 1]
    assert backpropagation.loss(Y, y_hat) == pytest.approx(
        -np.mean(np.log(label_probabilities))
    )


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("m, n, d, k", SIZES)
def test_back_against_automatic_differentiation(m, n, d, k, seed):
    """A library differentiates a network of its own, written in another way."""
    X, Y, w1, w2 = random_network(m, n, d, k, seed)

    def loss(w1, w2):
        h = (1 + anp.tanh((w1[0] + anp.dot(X, w1[1:])) / 2)) / 2
        logits = w2[0] + anp.dot(h, w2[1:])
        return anp.mean(logsumexp(logits, axis=1) - anp.sum(logits * Y, axis=1))

    y_hat, h = backpropagation.forward(X, w1, w2)
    assert backpropagation.loss(Y, y_hat) == pytest.approx(loss(w1, w2))
    w1_gradient, w2_gradient = backpropagation.back(X, Y, y_hat, w2, h)
    expected_1, expected_2 = autograd.grad(loss, argnum=(0, 1))(w1, w2)
    np.testing.assert_allclose(w1_gradient, expected_1, rtol=1e-9, atol=1e-12)
    np.testing.assert_allclose(w2_gradient, expected_2, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("m, n, d, k", SIZES)
def test_back_against_numerical_differentiation(m, n, d, k):
    """Of the network's own forward and loss."""
    X, Y, w1, w2 = random_network(m, n, d, k)

    def loss(flat):
        parts = flat[: w1.size].reshape(w1.shape), flat[w1.size :].reshape(w2.shape)
        return backpropagation.loss(Y, backpropagation.forward(X, *parts)[0])

    numerical = optimize.approx_fprime(np.concatenate((w1.ravel(), w2.ravel())), loss)
    y_hat, h = backpropagation.forward(X, w1, w2)
    gradients = backpropagation.back(X, Y, y_hat, w2, h)
    computed = np.concatenate([gradient.ravel() for gradient in gradients])
    np.testing.assert_allclose(computed, numerical, rtol=1e-5, atol=1e-6)


@given(
    arrays(float, array_shapes(min_dims=2, max_dims=2), elements=st.floats(-1e3, 1e3))
)
def test_softmax(logits):
    """Rows that sum to one; SciPy's values; the same for a shifted row."""
    probabilities = backpropagation.softmax(logits)
    np.testing.assert_allclose(probabilities.sum(axis=1), 1)
    np.testing.assert_allclose(probabilities, special.softmax(logits, axis=1))
    np.testing.assert_allclose(
        probabilities, backpropagation.softmax(logits + 2.0**10), atol=1e-9
    )


@given(st.floats(-20, 20))
def test_sigmoid_gradient(z):
    """From the sigmoid's output, what SciPy measures on its input."""
    measured = optimize.approx_fprime([z], lambda z: special.expit(z[0]))[0]
    computed = backpropagation.sigmoid_gradient(backpropagation.sigmoid(z))
    assert computed == pytest.approx(measured, abs=1e-7)


def test_initial_weights():
    """Shapes, scale, no two alike; the seed decides."""
    w1, w2 = neural_network.initialize_weights(784, 200, 10)
    assert w1.shape == (785, 200)
    assert w2.shape == (201, 10)
    for weights in (w1, w2):
        assert np.unique(weights).size == weights.size
        assert weights.std() == pytest.approx(np.sqrt(1 / len(weights)), rel=0.05)
        assert abs(weights.mean()) < weights.std() / 10
    again, _ = neural_network.initialize_weights(784, 200, 10)
    other, _ = neural_network.initialize_weights(784, 200, 10, seed=1)
    np.testing.assert_array_equal(again, w1)
    assert not np.any(other == w1)


# The proof


def test_backpropagation_proves_its_gradients(output):
    """Weights of both matrices, each with two gradients that agree."""
    lines = output("11_training/backpropagation.py")
    rows = [line for line in lines if re.match(r"w[12]\[", line)]
    assert {row[:2] for row in rows} == {"w1", "w2"}
    assert len(rows) == 40
    differences = []
    for row in rows:
        computed, measured, difference = (float(cell) for cell in row.split()[-3:])
        assert computed == pytest.approx(measured, rel=1e-5, abs=2e-12)
        differences.append(difference)
    largest = float(lines[-2].removeprefix("Largest relative difference: "))
    assert largest == max(differences)
    assert largest < 1e-6


@pytest.mark.parametrize(
    "right, wrong",
    [
        ("delta = y_hat - Y", "delta = Y - y_hat"),
        ("* sigmoid_gradient(h)", "* h"),
        ("delta @ w2[1:].T", "delta @ w2[:-1].T"),
        ("X.T @ hidden_delta", "0 * X.T @ hidden_delta"),
        ("np.sum(hidden_delta, axis=0)", "np.sum(hidden_delta, axis=0) * 1.00001"),
        ("delta / m", "delta"),
    ],
)
def test_the_proof_fails_for_a_slip(right, wrong):
    """What a reader breaks on purpose is found."""
    n_samples = 2000 if "axis=0" in right else 300  # Few weights are for the bias.
    changes = {right: wrong, "n_samples": n_samples}
    played = play("11_training/backpropagation.py", changes, m=1000)
    assert played.error == (
        "The gradients differ: there is a slip in back, or in forward."
    )


# The training


def small_training(seed=0, **keywords):
    """Train on random data with five hidden nodes; give back weights and data."""
    X, Y, _, _ = random_network(30, 4, 5, 3)
    labels = Y.argmax(axis=1).reshape(-1, 1)
    weights = neural_network.initialize_weights(4, 5, 3, seed)
    arguments = {"iterations": 4, "lr": 0.1, "weights": weights, **keywords}
    weights = neural_network.train(X, Y, X, labels, n_hidden_nodes=5, **arguments)
    return weights, (X, Y, labels)


def test_training_takes_the_steps_of_gradient_descent(capsys):
    """Each step, written out; the line after it tells the loss that it led to."""
    start = neural_network.initialize_weights(4, 5, 3, seed=7)
    (w1, w2), (X, Y, labels) = small_training(seed=7)
    lines = capsys.readouterr().out.splitlines()
    v1, v2 = start
    for i in range(4):
        y_hat, h = backpropagation.forward(X, v1, v2)
        v1_gradient, v2_gradient = backpropagation.back(X, Y, y_hat, v2, h)
        v1, v2 = v1 - 0.1 * v1_gradient, v2 - 0.1 * v2_gradient
        number, value, accuracy = re.fullmatch(LINE, lines[i]).groups()
        assert int(number) == i
        loss = backpropagation.loss(Y, backpropagation.forward(X, v1, v2)[0])
        assert float(value) == pytest.approx(loss, abs=1e-8)
        right = np.mean(neural_network.classify(X, v1, v2) == labels)
        assert float(accuracy) == pytest.approx(100 * right, abs=0.005)
    np.testing.assert_allclose(w1, v1)
    np.testing.assert_allclose(w2, v2)


def test_training_walks_forward_once_a_step(monkeypatch):
    """Over the training data; the test data are walked through in the report."""
    walks = []

    def forward(X, w1, w2):
        walks.append(X)
        return backpropagation.forward(X, w1, w2)

    monkeypatch.setattr(neural_network, "forward", forward)
    X, Y, _, _ = random_network(30, 4, 5, 3)
    X_test, Y_test = X[:7].copy(), Y[:7].argmax(axis=1).reshape(-1, 1)
    neural_network.train(X, Y, X_test, Y_test, 5, iterations=8, lr=0.1)
    assert sum(walk is X for walk in walks) == 8 + 1
    assert sum(walk is X_test for walk in walks) == 8


def test_two_runs_are_the_same_run():
    """A seed makes a training repeatable; weights that are passed in move in place."""
    (first, _), _ = small_training(seed=3)
    (second, _), _ = small_training(seed=3)
    np.testing.assert_array_equal(first, second)
    weights = neural_network.initialize_weights(4, 5, 3, seed=3)
    (third, _), _ = small_training(weights=weights)
    assert third is weights[0]
    np.testing.assert_array_equal(first, third)
    (other, _), _ = small_training(seed=4)
    assert not np.allclose(first, other)


def test_without_weights_training_starts_from_random_ones():
    """Those of initialize_weights."""
    (first, _), _ = small_training(weights=None)
    (second, _), _ = small_training(seed=0)
    np.testing.assert_array_equal(first, second)


def test_equal_weights_stay_equal():
    """All hidden nodes learn the same: five of them are one."""
    X, _, _, _ = random_network(30, 4, 5, 3)
    equal = np.full((5, 5), 0.1), np.full((6, 3), 0.1)
    (w1, w2), _ = small_training(weights=equal, iterations=50)
    assert not np.allclose(w1, 0.1)
    np.testing.assert_allclose(w1, w1[:, [0]] @ np.ones((1, 5)), rtol=1e-12)
    np.testing.assert_allclose(w2[1:], np.ones((5, 1)) @ w2[[1]], rtol=1e-12)
    _, h = backpropagation.forward(X, w1, w2)
    np.testing.assert_allclose(h, h[:, [0]] @ np.ones((1, 5)), rtol=1e-12)

    (w1, _), _ = small_training(iterations=50)
    assert np.ptp(w1, axis=1).min() > 0.1


def test_time_to_go_is_estimated_beside_the_output(capsys):
    """By the fast version: after 10 and after every 100, but not when all is done."""
    X, Y, _, _ = random_network(30, 4, 5, 3)
    X = np.round(np.abs(X))
    labels = Y.argmax(axis=1).reshape(-1, 1)
    weights = neural_network.initialize_weights(4, 5, 3)
    fast.train(X, Y, X, labels, *weights, 200, lr=0.1, rows_in_a_block=10)
    captured = capsys.readouterr()
    assert all(re.fullmatch(LINE, line) for line in captured.out.splitlines())
    assert re.fullmatch(
        r"\(10 of 200 done, [-.e\d]+ minutes to go\)\n"
        r"\(100 of 200 done, [-.e\d]+ minutes to go\)\n",
        captured.err,
    )


@pytest.mark.parametrize(
    ("m", "loss", "accuracy"),
    [
        (1000, 2.05144247, "18.00"),
        pytest.param(None, 2.09419566, "27.86", marks=pytest.mark.slow),
    ],
)
def test_ten_steps_on_mnist(m, loss, accuracy, tmp_path, monkeypatch):
    """Each lowers the loss; from the default seed they always end at the same one."""
    monkeypatch.chdir(tmp_path)
    lines = lines_of("11_training/neural_network.py", {"iterations": "10"}, m=m)
    rows = [re.fullmatch(LINE, line).groups() for line in lines]
    assert [int(number) for number, _, _ in rows] == list(range(10))
    losses = [float(loss) for _, loss, _ in rows]
    assert all(later < earlier for earlier, later in pairwise(losses))
    assert losses[-1] == pytest.approx(loss, rel=1e-6)
    assert rows[-1][2] == accuracy
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is no signal on Windows")
def test_ctrl_c_keeps_the_weights_and_the_next_start_goes_on(project_copy, tmp_path):
    """At step 3: a calm line, a usable file; then two steps more from there."""
    script = project_copy / "11_training" / "kept_weights.py"
    weights_file = tmp_path / "weights.npz"
    with subprocess.Popen(
        [sys.executable, str(script)],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        lines = []
        while not lines or not lines[-1].startswith("Iteration:     3"):
            lines.append(process.stdout.readline())
            assert lines[-1]
        process.send_signal(signal.SIGINT)
        rest, complaints = process.communicate(timeout=60)
    assert process.returncode == 130
    assert complaints == "\nStopped by Ctrl-C.\n"
    assert rest.count("\n") <= 2
    assert sorted(tmp_path.iterdir()) == [project_copy, weights_file]

    last = re.findall(LINE, "".join(lines) + rest)[-1]
    w1, w2 = kept_weights.load_weights(weights_file, n_hidden_nodes=200)
    data = load("11_training/mnist.py")
    y_hat, _ = backpropagation.forward(data.X_train, w1, w2)
    loss = backpropagation.loss(data.Y_train, y_hat)
    # The interrupt may come between the step and its line.
    assert float(last[1]) - 0.1 < loss < float(last[1]) + 1e-8

    tweak(script, iterations=2)
    lines = printed(run(script, cwd=tmp_path))
    losses = [float(re.fullmatch(LINE, line)[2]) for line in lines]
    assert losses[1] < losses[0] < loss
    assert sorted(tmp_path.iterdir()) == [project_copy, weights_file]


@pytest.mark.parametrize("script", ["kept_weights.py", "neural_network_fast.py"])
def test_weights_are_kept_and_the_next_start_goes_on(script, tmp_path, monkeypatch):
    """Two steps and three more are five, to the digits of single precision."""
    monkeypatch.chdir(tmp_path)
    script = f"11_training/{script}"
    place = {"200, None": "200, 'weights.npz'"}
    changes = place if "fast" in script else {}
    for iterations in (2, 3):
        lines = lines_of(script, {**changes, "iterations": iterations}, m=1000)
    assert [path.name for path in tmp_path.iterdir()] == ["weights.npz"]
    alone = lines_of("11_training/neural_network.py", {"iterations": 5}, m=1000)
    losses = [
        [float(re.fullmatch(LINE, line)[2]) for line in several[-3:]]
        for several in (lines, alone)
    ]
    np.testing.assert_allclose(*losses, rtol=1e-5)


def test_ctrl_c_keeps_the_weights(tmp_path, monkeypatch):
    """Inside a step, in the test process; the next start goes on from there."""
    weights_file = tmp_path / "weights.npz"
    steps = []

    def interrupted(*arguments):
        steps.append(arguments)
        if len(steps) == 4:
            raise KeyboardInterrupt
        return backpropagation.back(*arguments)

    monkeypatch.setattr(neural_network, "back", interrupted)
    weights = neural_network.initialize_weights(4, 5, 3)
    with pytest.raises(KeyboardInterrupt), kept_weights.kept(weights_file, *weights):
        small_training(weights=weights, iterations=100)
    monkeypatch.undo()
    kept = kept_weights.load_weights(weights_file, n_hidden_nodes=5)
    expected, _ = small_training(iterations=3)
    np.testing.assert_array_equal(kept[0], expected[0])
    np.testing.assert_array_equal(kept[1], expected[1])
    goes_on, _ = small_training(weights=kept, iterations=2)
    alone, _ = small_training(iterations=5)
    np.testing.assert_array_equal(goes_on[0], alone[0])


def test_a_training_that_diverges_leaves_the_file_alone(tmp_path):
    """What was kept before is still good."""
    weights_file = tmp_path / "weights.npz"
    weights = neural_network.initialize_weights(4, 5, 3)
    kept_weights.save_weights(weights_file, *weights)
    before = weights_file.read_bytes()
    with (
        np.errstate(all="ignore"),
        pytest.raises(FloatingPointError),
        kept_weights.kept(weights_file, *weights),
    ):
        small_training(weights=weights, lr=1e300)
    assert weights_file.read_bytes() == before


def test_weights_read_back_predict_the_same(tmp_path):
    """To the last bit; and there is no need for a file ending."""
    X, _, w1, w2 = random_network(6, 4, 5, 3)
    for name in ("weights.npz", "weights"):
        weights_file = tmp_path / name
        assert kept_weights.load_weights(weights_file, n_hidden_nodes=5) is None
        kept_weights.save_weights(weights_file, w1, w2)
        read_back = kept_weights.load_weights(weights_file, n_hidden_nodes=5)
        np.testing.assert_array_equal(
            backpropagation.forward(X, *read_back)[0],
            backpropagation.forward(X, w1, w2)[0],
        )
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "weights",
        "weights.npz",
    ]


def test_no_file_is_asked_for_and_none_is_written(tmp_path, monkeypatch):
    """None means none."""
    monkeypatch.chdir(tmp_path)
    assert kept_weights.load_weights(None, n_hidden_nodes=5) is None
    kept_weights.save_weights(None, np.ones(2), np.ones(2))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "damage",
    ["text", "cut off", "folder", "no such folder", "npy", "w1", "w2", "nan", "locked"],
)
def test_a_weights_file_that_is_none(damage, tmp_path):
    """Found before the training, not after it; and nothing is overwritten."""
    weights_file = tmp_path / "weights.npz"
    _, _, w1, w2 = random_network(6, 4, 5, 3)
    if damage == "text":
        weights_file.write_text("shopping list")
    elif damage == "cut off":
        kept_weights.save_weights(weights_file, w1, w2)
        weights_file.write_bytes(weights_file.read_bytes()[:-40])
    elif damage == "npy":
        with weights_file.open("wb") as file:
            np.save(file, w1)
    elif damage == "w1":
        kept_weights.save_weights(weights_file, w1[0], w2)
    elif damage == "w2":
        kept_weights.save_weights(weights_file, w1, w2[1:])
    elif damage == "nan":
        kept_weights.save_weights(weights_file, w1, w2 * np.nan)
    elif damage == "locked":  # Nothing can be written beside it.
        kept_weights.save_weights(weights_file, w1, w2)
        kept_weights.unfinished(weights_file).mkdir()
    elif damage == "folder":
        weights_file.mkdir()
    else:
        weights_file = tmp_path / "none" / "weights.npz"
    before = weights_file.read_bytes() if weights_file.is_file() else None
    with pytest.raises(OSError) as stop:
        kept_weights.load_weights(weights_file, n_hidden_nodes=5)
    message = str(stop.value)
    assert message.startswith(f"Cannot go on from {weights_file}, please name another")
    assert "\n" not in message
    assert before == (weights_file.read_bytes() if weights_file.is_file() else None)


def test_a_byte_of_a_weights_file_is_wrong(tmp_path):
    """Either it does not matter, or a line says so; never a traceback."""
    weights_file = tmp_path / "weights.npz"
    _, _, w1, w2 = random_network(2, 1, 2, 2)
    kept_weights.save_weights(weights_file, w1, w2)
    content = weights_file.read_bytes()
    refused = 0
    for place in range(len(content)):
        weights_file.write_bytes(
            content[:place] + bytes([content[place] ^ 0x55]) + content[place + 1 :]
        )
        try:
            found = kept_weights.load_weights(weights_file, n_hidden_nodes=2)
        except OSError:
            refused += 1
        else:
            np.testing.assert_array_equal(found[0], w1)
            np.testing.assert_array_equal(found[1], w2)
    assert refused > len(content) / 2


def test_weights_are_kept_while_training_goes_on(tmp_path):
    """Every so many seconds, without a word; not those of a training that diverges."""
    weights_file = tmp_path / "weights.npz"
    w1, w2 = neural_network.initialize_weights(4, 5, 3)
    with kept_weights.kept(weights_file, w1, w2, seconds=0.01):
        while not weights_file.exists():
            pass
        w1 += 1
    np.testing.assert_array_equal(np.load(weights_file)["w1"], w1)
    assert [path.name for path in tmp_path.iterdir()] == ["weights.npz"]


def test_weights_of_another_network(tmp_path):
    """Five hidden nodes do not go on as two hundred."""
    _, _, w1, w2 = random_network(6, 4, 5, 3)
    kept_weights.save_weights(tmp_path / "weights.npz", w1, w2)
    with pytest.raises(OSError, match="a network with 5 hidden nodes"):
        kept_weights.load_weights(tmp_path / "weights.npz", n_hidden_nodes=200)


def test_a_sure_and_right_answer_costs_nothing():
    """Softmax of numbers far apart is 1 and 0 to the last digit; a wrong one is inf."""
    logits = np.array([[0.0, 900.0, -900.0]])
    y_hat = backpropagation.softmax(logits)
    assert backpropagation.loss(np.array([[0, 1, 0]]), y_hat) == 0
    with np.errstate(divide="ignore"):
        assert backpropagation.loss(np.array([[1, 0, 0]]), y_hat) == np.inf
