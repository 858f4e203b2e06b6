"""What the page claims of chapter 11, against what a reader sees."""

import re

import numpy as np
import pytest
from scipy import special

from project import lines_of, load, play

NUMBER = r"-?\d+\.\d+"


def numbers(line):
    """The decimal numbers in a line."""
    return [float(number) for number in re.findall(NUMBER, line)]


def test_claim_19_chain_rule(output):
    """Two paths give w2 more, and measuring agrees; with one path it has no more."""
    lines = output("11_training/claim_chain_rule.py")
    text = "\n".join(lines)
    for a in (1, 3, -5):
        assert f"a = {a}, b = {2 * a}," in text
    of_a = [numbers(line) for line in lines if line.startswith("  dc/da:")]
    assert of_a == [[8 * a, 8 * a] for a in (1, 3, -5)]
    (of_w1,) = [numbers(line) for line in lines if line.startswith("  dL/dw1:")]
    (of_w2,) = [numbers(line) for line in lines if line.startswith("  dL/dw2:")]
    assert of_w1 == [-6, -6]
    assert of_w2 == [-24, -24]
    assert "dL/dw2 = -24: -18 through a and -6 directly" in lines

    script = "11_training/claim_chain_rule.py"
    lines = lines_of(script, {"= 3, 17, 6, 2": "= 0, 17, 6, 2"})
    assert numbers(lines[-2]) == numbers(lines[-1]) == [-18, -18]
    lines = lines_of(script, {"= 3, 17, 6, 2": "= -1, 17, 6, 2"})
    assert "dL/dw2 = 0: 22 through a and -22 directly" in lines


def tables(lines):
    """The tables of the derivatives by title: computed and measured."""
    found = {}
    for i, line in enumerate(lines):
        if line.split() == ["computed", "measured"]:
            end = next(j for j in range(i, len(lines)) if "difference" in lines[j])
            rows = np.array([numbers(row) for row in lines[i + 1 : end]])
            found[lines[i - 1]] = np.split(rows, 2, axis=1)
    return found


@pytest.mark.parametrize("logits", [None, "[3, 0.2, -1.5]"])
def test_claim_20_softmax_and_cross_entropy(logits, output):
    """Apart k * k slopes and a division, together y_hat - Y, all as SciPy has them."""
    script = "11_training/claim_softmax_and_cross_entropy.py"
    if logits is None:
        lines = output(script)
    else:
        changes = {"[2, 1, 0.5, -1]": logits, "[0, 1, 0, 0]": "[0, 0, 1]"}
        lines = lines_of(script, changes)
    z, y_hat, Y = (np.array(numbers(line)) for line in lines[:3])
    np.testing.assert_allclose(y_hat, special.softmax(z), atol=1e-6)
    shown = tables(lines)
    of_softmax, of_loss, product, together = shown.values()
    assert list(shown)[-1] == "Together: y_hat - Y"
    for computed, measured in shown.values():
        np.testing.assert_allclose(computed, measured, atol=2e-6)
    expected = [
        [y_hat[i] * ((i == j) - y_hat[j]) for j in range(z.size)] for i in range(z.size)
    ]
    np.testing.assert_allclose(of_softmax[0], expected, atol=2e-6)
    assert np.all(of_softmax[0] != 0)
    np.testing.assert_allclose(of_loss[0], [-Y / y_hat], rtol=1e-3)
    np.testing.assert_allclose(product[0], [y_hat - Y], atol=2e-6)
    np.testing.assert_allclose(together[0], [y_hat - Y], atol=2e-6)


def test_claim_20_logits_too_far_apart():
    """One line in place of a division by zero."""
    script = "11_training/claim_softmax_and_cross_entropy.py"
    played = play(script, {"[2, 1, 0.5, -1]": "[2e3, 1, 0.5, -1]"})
    assert played.error.startswith("A prediction is 0.0e+00, too close to 0")


def test_claim_21_shapes_of_gradients(output):
    """One way of eight fits, and is right; with equal sizes more fit, one is right."""
    script = "11_training/claim_shapes_of_gradients.py"
    lines = output(script)
    verdicts = [
        tuple(map(int, re.findall(r"\d+", line)))
        for line in lines
        if line.startswith("  Right shape")
    ]
    assert verdicts == [(1, 8, 1), (1, 8, 1), (2, 8, 1), (8, 8, 1)]
    right = [line.split("  ")[1] for line in lines if "and its gradient" in line]
    assert right == ["A.T @ B"] * 4
    sizes = dict(re.findall(r"^(w\d) (\(\d, \d\)): A", "\n".join(lines[:20]), re.M))
    assert sizes == {"w2": "(4, 2)", "w1": "(6, 3)"}
    tried = [line for line in lines if re.match("  [AB]", line)]
    assert len(tried) == 4 * 8
    assert len({line.split("  ")[1] for line in tried}) == 8

    found = "\n".join(lines_of(script, {"d=3": "d=6"})).split("SOME")[1]
    assert re.findall(r"shape: (\d)", found) == ["1", "2"]
    assert "w1 (6, 6)" in found


def test_claim_21_it_is_what_back_computes():
    """The way that fits, against the chapter's own function."""
    shapes = load("11_training/claim_shapes_of_gradients.py")
    X, Y, w1, w2 = shapes.random_network(m=8, n=5, d=3, k=2, seed=0)
    backpropagation = load("11_training/backpropagation.py")
    y_hat, h = backpropagation.forward(X, w1, w2)
    for gradient, weights in zip(
        backpropagation.back(X, Y, y_hat, w2, h), (w1, w2), strict=True
    ):
        measured = shapes.measure_gradients(X, Y, w1, w2, weights)
        np.testing.assert_allclose(measured, gradient, atol=1e-8)


def test_claim_22_bias_column(output):
    """It never moves, though an error arrives; only w2[1:] fits and is right."""
    lines = output("11_training/claim_bias_column.py")
    moves = numbers(lines[1])
    assert moves[0] == 0
    assert min(moves[1:]) > 0.01
    assert min(numbers(lines[2])) > 0.01
    whole, without_first, without_last = lines[5:8]
    assert re.fullmatch(r"  w2 +\(10, 5\) does not fit", whole)
    (right,), (wrong,) = numbers(without_first), numbers(without_last)
    assert right <= 1e-6
    (largest,) = numbers(lines[8].removesuffix("."))
    assert wrong > largest / 2 > 0.01

    lines = lines_of("11_training/claim_bias_column.py", {"nudge=0.1": "nudge=1000"})
    moves = numbers(lines[1])
    assert moves[0] == 0
    assert min(moves[1:]) > 0.1


def test_claim_23_slope_from_output(drawing):
    """The crosses that are measured lie on the curve that is computed from outputs."""
    (ax,) = drawing("11_training/plot_sigmoid_gradient.py").axes
    by_label = {str(line.get_label()): line.get_xydata() for line in ax.lines}
    (computed,) = [v for k, v in by_label.items() if "from its output" in k]
    ((label, crosses),) = [item for item in by_label.items() if "measured" in item[0]]
    assert len(crosses) == 17
    z, slopes = crosses.T
    on_curve = np.interp(z, *computed.T)
    np.testing.assert_allclose(slopes, on_curve, atol=1e-8)
    expected = special.expit(z + 1e-5) - special.expit(z - 1e-5)
    np.testing.assert_allclose(slopes, expected / 2e-5, atol=1e-8)
    assert np.ptp(slopes) > 0.2
    assert numbers(label) == [0]


@pytest.mark.slow
def test_claim_24_average_gradient(output):
    """One lr is good for the average of all sizes, and not for the sum."""
    rows = [
        line.split() for line in output("11_training/claim_average_gradient.py")[1:]
    ]
    found = {(row[0], int(row[2])): row for row in rows}
    sizes = [1000, 5000, 20000]
    assert list(found) == [(name, m) for name in ("average", "sum") for m in sizes]
    assert len({row[1] for row in rows[:3]}) == 1
    assert len({row[1] for row in rows[3:]}) == 1
    assert float(rows[0][1]) == pytest.approx(1000 * float(rows[3][1]))

    start = float(rows[0][3])
    ends = [float(found["average", m][4]) for m in sizes]
    assert max(ends) < 1.2 * min(ends) < 0.4 * start
    assert [found["average", m][5] for m in sizes] == ["0", "0", "0"]
    assert found["sum", 1000][3:] == found["average", 1000][3:]
    for m in sizes[1:]:
        end = found["sum", m][4]
        assert end == "broken" or float(end) > 1.4 * max(ends)
        assert int(found["sum", m][5]) > 5
    end = found["sum", 20000][4]
    assert end == "broken" or float(end) > 2 * start


def random_starts(lines):
    """The losses (starts, moments) of the random starts, and those of weights of 0."""
    seeds = [numbers(line) for line in lines if line.startswith("seed")]
    (zeros,) = [numbers(line) for line in lines if line.startswith("all 0")]
    return np.array(seeds), np.array(zeros)


@pytest.mark.slow
def test_claim_25_random_starts(output):
    """They end close together, and far below both the start and a bad start's end."""
    script = "11_training/claim_random_starts.py"
    lines = output(script)
    losses, zeros = random_starts(lines)
    assert losses.shape == (5, 5)
    spread = np.ptp(losses, axis=0)
    assert np.unique(losses[:, 0]).size == 5
    assert np.max(losses[:, -1]) < 1.1 * np.min(losses[:, -1])
    assert np.max(losses[:, -1]) < 0.02 * np.min(losses[:, 0])
    assert spread[-1] < spread[0] / 50
    assert zeros[0] == pytest.approx(np.log(10), abs=1e-4)
    assert zeros[-1] > 20 * np.max(losses[:, -1])
    for name, row in [
        ("lowest", np.min(losses, axis=0)),
        ("highest", np.max(losses, axis=0)),
        ("difference", spread),
    ]:
        (line,) = [line for line in lines if line.startswith(name)]
        np.testing.assert_allclose(numbers(line), row, atol=1.1e-4)

    small, _ = random_starts(lines_of(script, {"n_hidden_nodes": "3"}))
    assert np.ptp(small[:, -1]) > 50 * spread[-1]


def test_claim_25_too_large_a_learning_rate():
    """One line, and no nan."""
    played = play("11_training/claim_random_starts.py", {"lr": "1e300"}, m=1000)
    assert played.error.startswith("Stopped: the loss is now")
    assert not re.search("nan|inf", "\n".join(played.lines))


@pytest.mark.slow
def test_claim_26_equal_weights(output):
    """200 equal nodes are the one with their steps, and far behind random ones."""
    equal_start = output("11_training/solution/equal_start.py")
    rows = [line for line in equal_start if re.match(r" +\d+ .*%$", line)]
    assert len(rows) == 5
    for row in rows:
        random, equal, _, one = re.findall(rf"{NUMBER} +{NUMBER}%", row)
        assert equal == one
        assert numbers(random)[0] < numbers(equal)[0] - 0.1
        assert numbers(random)[1] > numbers(equal)[1] + 10
    random, equal = [line for line in equal_start if " ...  largest" in line]
    assert len(set(numbers(random)[:4])) > 1
    assert numbers(random)[-1] > 0.5
    assert len(set(numbers(equal)[:4])) == 1
    assert numbers(equal)[-1] == 0
    assert numbers(equal_start[-1]) == [0]


@pytest.mark.slow
def test_claim_27_network_against_perceptron(output):
    """Behind at first, more than two points ahead in the end."""
    lines = output("11_training/claim_network_against_perceptron.py")
    rows = np.array([numbers(line.replace("+", "")) for line in lines[2:10]])
    perceptron, network, difference = rows.T
    np.testing.assert_allclose(network - perceptron, difference, atol=0.011)
    assert difference[0] < 0
    assert difference[-1] > 2
    assert np.all(np.diff(network) > 0)
    assert np.all(np.abs(np.diff(perceptron[1:])) < 0.2)
    assert perceptron[-1] > 90
    assert re.fullmatch(r"Seconds: \d+ and \d+\.", lines[-1])


def test_claim_27_the_perceptron_is_that_of_chapter_7():
    """Pixels a 255th as large, with an lr 255 * 255 times as large, are the same."""
    against = load("11_training/claim_network_against_perceptron.py")
    rng = np.random.default_rng(0)
    X = rng.integers(256, size=(50, 20)).astype(float)
    Y = np.eye(10)[rng.integers(10, size=50)]
    w = against.train_perceptron(X, Y, np.zeros((20, 10)), 30, 1e-5)
    scaled = against.train_perceptron(X / 255, Y, np.zeros((20, 10)), 30, 1e-5 * 255**2)
    assert round(1e-5 * 255**2, 2) == 0.65
    np.testing.assert_allclose(X / 255 @ scaled, X @ w, atol=1e-9)
