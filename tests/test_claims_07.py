"""What the page claims of chapter 7, against what a reader sees."""

import ast
import re

import numpy as np
import pytest

from project import ROOT, lines_of, load

classifier = load("07_final/mnist_classifier.py")


def numbers(line):
    """The numbers in a line."""
    return [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?(?:e[-+]\d+)?", line)]


def make_examples(m=60, k=3, seed=0):
    """Random X (m, 5) and one-hot Y (m, k)."""
    rng = np.random.default_rng(seed)
    return rng.normal(size=(m, 5)), np.eye(k, dtype=int)[rng.integers(k, size=m)]


@pytest.mark.slow
def test_claim_12_most_confident(output):
    """It is right more often than who says yes first, and where nobody says yes."""
    lines = output("07_final/claim_most_confident.py")
    best, first_yes, least = [numbers(line)[0] for line in lines[1:4]]
    assert best > first_yes + 10
    assert first_yes > least + 20
    groups = [numbers(line) for line in lines[6:]]
    assert sum(n_images for n_images, _ in groups) == 10000
    right = sum(n_images * share / 100 for n_images, share in groups)
    assert right == pytest.approx(best * 100, abs=2)
    (n_none, share_of_none), _, (n_several, share_of_several) = groups
    assert min(n_none, n_several) > 100
    assert min(share_of_none, share_of_several) > 50


def test_claim_12_the_rules():
    """For confidences made up, where each rule gives another answer."""
    module = load("07_final/claim_most_confident.py")
    X, Y = make_examples()
    w = module.learn(X, Y, 7, 0.3)
    expected = np.zeros((5, 3))
    for _ in range(7):
        expected -= classifier.gradient(X, Y, expected) * 0.3
    np.testing.assert_array_equal(w, expected)


@pytest.mark.slow
def test_claim_13_one_hot_any_labels(output):
    """The same answers for all six orders; with a wrong one they are worthless."""
    script = "07_final/claim_one_hot_any_labels.py"
    lines = output(script)
    rows = [re.split(r" {2,}", line) for line in lines[1:7]]
    orders, encoded, right = zip(*rows, strict=True)
    assert len({tuple(sorted(order.split(", "))) for order in orders}) == 1
    assert len(set(orders)) == len(set(encoded)) == 6
    assert len(set(right)) == 1
    assert numbers(right[0])[0] > 95
    same, of_all = numbers(lines[8])
    assert same == of_all == 980 + 1135 + 1032  # zeros, ones and twos of the test
    assert numbers(lines[9])[-1] < 5

    names = {'"duck", "platypus", "tapir"': '"a", "b", "c"'}
    few, renamed = (lines_of(script, changes, m=5000) for changes in ({}, names))
    assert [line.split()[-1] for line in renamed[1:7]] == [few[1].split()[-1]] * 6


def test_claim_13_encode_and_decode():
    """One in each row, in the name's column; and back again."""
    module = load("07_final/claim_one_hot_any_labels.py")
    names = np.array([["tapir"], ["duck"], ["tapir"], ["platypus"]])
    order = ("platypus", "tapir", "duck")
    rows = module.one_hot_encode(names, order)
    assert rows.tolist() == [[0, 1, 0], [0, 0, 1], [0, 1, 0], [1, 0, 0]]
    columns = rows.argmax(axis=1).reshape(-1, 1)
    np.testing.assert_array_equal(module.decode(columns, order), names)


@pytest.mark.slow
def test_claim_14_ten_at_once(output):
    """Weights and answers are the same. (How much faster is printed, not tested.)"""
    lines = output("07_final/claim_ten_at_once.py")
    at_once, separately = (numbers(line)[-1] for line in lines[:2])
    assert at_once == separately > 80
    largest, difference = numbers(lines[-1])
    assert largest > 0.001
    assert difference == 0


def test_claim_14_separately_is_the_same():
    """For random examples, and the columns differ."""
    module = load("07_final/claim_ten_at_once.py")
    X, Y = make_examples()
    w = module.learn_separately(X, Y, 5, 0.3)
    np.testing.assert_allclose(w, module.learn(X, Y, 5, 0.3), atol=1e-12)
    assert np.ptp(w, axis=1).min() > 0


def test_claim_15_shapes(drawing):
    """The product that the picture tells of is really computed."""
    (ax,) = drawing("07_final/plot_shapes.py").axes
    assert ax.get_title() == "(60000, 785) · (785, 10) = (60000, 10)"
    text = (ROOT / "07_final/plot_shapes.py").read_text(encoding="utf-8")
    assert "(X @ w).shape" in text
    with pytest.raises(ValueError, match="size"):
        np.zeros((785, 10)) @ np.zeros((60000, 785))


@pytest.mark.slow
def test_claim_16_average_over_rows(output):
    """A tenth of the loss; the same weights, if each step is as long."""
    rows = [numbers(line) for line in output("07_final/claim_average_over_rows.py")[2:]]
    for _, over_rows, over_cells, _, _ in rows:
        assert over_cells == pytest.approx(over_rows / 10, abs=1e-6)
    plain, longer_lr, same_lr = rows
    assert plain[-1] == longer_lr[-1] == 0
    assert plain[1:4] == longer_lr[1:4]
    assert longer_lr[0] == 10 * plain[0]
    assert same_lr[0] == plain[0]
    assert same_lr[-1] > 0.0001
    assert same_lr[1] > plain[1]


def test_claim_16_the_gradient_is_that_of_the_loss():
    """Over all cells, by SciPy's measure."""
    module = load("07_final/claim_average_over_rows.py")
    X, Y = make_examples()
    w = np.random.default_rng(1).normal(size=(5, 3))
    gradient = module.gradient_over_cells(X, Y, w)
    for position in np.ndindex(w.shape):
        nudge = np.zeros(w.shape)
        nudge[position] = 1e-6
        up = module.loss_over_cells(X, Y, w + nudge)
        down = module.loss_over_cells(X, Y, w - nudge)
        assert gradient[position] == pytest.approx((up - down) / 2e-6, abs=1e-7)


@pytest.mark.slow
def test_claim_17_thirty_five_lines(output):
    """More than 90 %, as the chapter's own classifier; and the count is right."""
    first, *counts = output("07_final/claim_thirty_five_lines.py")
    chapter = output("07_final/mnist_classifier.py")[-1]
    assert first.split()[0] == chapter.split()[-1]
    assert float(first.split("%")[0]) > 90
    for line in counts:
        n_lines, script = int(line.split()[0]), line.split()[-1]
        text = (ROOT / "07_final" / script).read_text(encoding="utf-8")
        tree = ast.parse(text)
        for node in ast.walk(tree):
            if isinstance(node, ast.Module | ast.FunctionDef) and ast.get_docstring(
                node
            ):
                del node.body[0]
        # Written out by Python, each statement is a line; else and except are none.
        written = [part.strip() for part in ast.unparse(tree).splitlines()]
        ours = [part for part in written if not re.match(r"$|else:|except\b", part)]
        assert n_lines == len(ours)
    assert 30 <= int(counts[0].split()[0]) <= 40
    assert len(counts) == 3


def test_claim_18_unshuffled_and_too_large_a_learning_rate(output):
    """No rock among the last 48 rows; the training breaks where sigmoid becomes 1."""
    lines = output("07_final/solution/wrong_turns.py")
    rows = {}
    for line in lines:
        if match := re.match(r" +(\d+) (rocks|mines) ", line):
            rows.setdefault(match[2], []).append(int(match[1]))
    assert rows["rocks"] == [97, 0]
    assert rows["mines"] == [63, 48]
    stopped = [line.split()[0] for line in lines if "Stopped: the loss is now" in line]
    learned = [line.split()[0] for line in lines if "right in the test" in line]
    assert stopped
    assert max(map(float, learned)) < min(map(float, stopped))
    limits = [line for line in lines if line.startswith("z = ")]
    assert [line.endswith("-inf") for line in limits] == [False, False, True]


@pytest.mark.slow
def test_claim_18_trained_too_long(output):
    """On unseen rows the loss climbs and the accuracy falls; on learned ones not."""
    lines = output("07_final/solution/overfitting.py")
    rows = [numbers(line) for line in lines if re.match(r" +\d+ ", line)]
    table = np.array([row for row in rows if len(row) == 6])
    assert len(table) == 12
    _, loss_learned, loss_unseen, learned, unseen, _ = table.T
    assert np.all(np.diff(loss_learned) < 0)
    assert np.all(np.diff(learned) > 0)
    assert loss_unseen[-1] > loss_unseen.min() + 0.2
    assert unseen[-1] < unseen.max() - 1
    assert np.argmax(unseen) < len(table) - 3
