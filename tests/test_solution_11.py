"""The solution of chapter 11: equal hidden nodes are one hidden node."""

import re
import sys

import numpy as np
import pytest

from project import ROOT, load

README = (ROOT / "11_training/solution/readme.txt").read_text(encoding="utf-8")
network = load("11_training/neural_network.py")


@pytest.fixture(scope="module")
def solution():
    """The solution's functions."""
    search_path = sys.path.copy()
    yield load("11_training/solution/equal_start.py")
    sys.path[:] = search_path


@pytest.fixture
def rows():
    """Random rows in three classes: X_train, Y_train, X_test and Y_test."""
    rng = np.random.default_rng(0)
    labels = rng.integers(3, size=(60, 1))
    X = rng.normal(size=(60, 5)) + labels
    Y = (labels == np.arange(3)).astype(int)
    return X[:40], Y[:40], X[40:], labels[40:]


@pytest.mark.parametrize("value", [0, 0.01, -2])
def test_equal_weights_are_equal(value, solution):
    """All of them, in the shapes that random ones have."""
    weights = solution.equal_weights(7, 4, 3, value)
    for equal, random in zip(weights, network.initialize_weights(7, 4, 3), strict=True):
        assert equal.shape == random.shape
        assert equal.dtype == random.dtype
        assert np.all(equal == value)


def test_trains_as_the_chapter_does(solution, rows, capsys):
    """From the same weights to the same, with the printed figures, and silently."""
    weights = network.initialize_weights(5, 4, 3)
    w1, w2, report = solution.train_from(weights, *rows, iterations=15, lr=0.5)
    assert capsys.readouterr() == ("", "")

    w1_chapter, w2_chapter = network.train(
        *rows, n_hidden_nodes=4, iterations=15, lr=0.5, weights=weights
    )
    np.testing.assert_array_equal(w1, w1_chapter)
    np.testing.assert_array_equal(w2, w2_chapter)
    lines = capsys.readouterr().out.splitlines()
    assert len(report) == len(lines) == 15
    for line, (loss, accuracy) in zip(lines, report, strict=True):
        assert f"Loss: {loss:.8f}, Accuracy: {accuracy:.2f}%" in line


@pytest.mark.parametrize("value", [0, 0.1])
def test_equal_nodes_stay_equal(value, solution, rows):
    """All the way, while those with a random start stay different."""
    weights = solution.equal_weights(5, 6, 3, value)
    w1, w2, report = solution.train_from(weights, *rows, iterations=30, lr=0.5)
    assert report[-1, 0] < report[0, 0] - 0.001
    np.testing.assert_allclose(w1, w1[:, [0] * 6], atol=1e-12)
    np.testing.assert_allclose(w2[1:], w2[[1] * 6], atol=1e-12)
    assert np.ptp(w2[0]) > 0.001

    weights = network.initialize_weights(5, 6, 3)
    w1, _, _ = solution.train_from(weights, *rows, iterations=30, lr=0.5)
    assert np.min(np.ptp(w1, axis=1)) > 0.01


def test_folded_nodes_predict_the_same(solution):
    """One node with the sum of the weights, in place of five equal ones."""
    rng = np.random.default_rng(0)
    X = rng.normal(size=(20, 4))
    w1 = np.repeat(rng.normal(size=(5, 1)), 5, axis=1)
    w2 = rng.normal(size=(6, 3))
    w1_folded, w2_folded = solution.fold(w1, w2)
    assert w1_folded.shape == (5, 1)
    assert w2_folded.shape == (2, 3)
    y_hat, _ = network.forward(X, w1, w2)
    y_hat_folded, h = network.forward(X, w1_folded, w2_folded)
    assert h.shape == (20, 1)
    np.testing.assert_allclose(y_hat_folded, y_hat)


@pytest.mark.parametrize("value", [0, 0.1])
def test_one_node_takes_the_steps_of_many(value, solution, rows):
    """Losses, accuracies and weights of seven equal nodes, iteration by iteration."""
    weights = solution.equal_weights(5, 7, 3, value)
    w1, w2, report = solution.train_from(weights, *rows, iterations=40, lr=0.3)
    w1_one, w2_one, report_one = solution.train_as_many(
        7, solution.fold(*weights), *rows, iterations=40, lr=0.3
    )
    np.testing.assert_allclose(report_one, report, atol=1e-7)
    for many, one in zip(solution.fold(w1, w2), (w1_one, w2_one), strict=True):
        np.testing.assert_allclose(one, many, atol=1e-9)

    w1_one, _, _ = solution.train_as_many(
        1, solution.fold(*weights), *rows, iterations=40, lr=0.3
    )
    assert not np.allclose(w1_one, w1[:, :1], atol=0.01)


@pytest.mark.parametrize("spoil", [0, 0.25])
def test_shows_how_unlike_nodes_are(spoil, solution, capsys):
    """The largest difference, also if only the last node for the last image differs."""
    w1 = np.zeros((2, 6))
    w1[1, 5] = np.log((0.5 + spoil) / (0.5 - spoil))
    X = np.array([[0.0], [0.0], [1.0]])
    solution.show_hidden_nodes("name", X, w1, np.zeros((7, 3)))
    printed = capsys.readouterr().out
    assert re.findall(r"\d\.\d{3}(?!\d)", printed) == ["0.500"] * 4
    assert printed.endswith(f"largest difference {spoil:.6f}\n")


# What the readme shows, which another test compares with what the script prints


def test_what_the_readme_shows():
    """200 equal nodes and one: the same line by line. A random start is far ahead."""
    lines = re.findall(r"^ {4} +\d+ +\d\.\d{4} .*%$", README, re.MULTILINE)
    assert len(lines) == 5
    for line in lines:
        random, equal, single, one = re.findall(r"(\d\.\d{4} +\d+\.\d\d)%", line)
        assert one == equal
        assert float(random.split()[0]) < float(equal.split()[0])
        assert float(equal.split()[0]) < float(single.split()[0])
        assert float(random.split()[1]) > 2 * float(equal.split()[1])
    differences = re.findall(r"^ .*difference.* (\d\.\d{6})$", README, re.MULTILINE)
    assert differences == ["1.000000", "0.000000", "0.000000"]
