"""Chains and graphs: one classifier and ten, graphs one and two, the network."""

import matplotlib.pyplot as plt
import numpy as np
import pytest

from project import load, play


@pytest.fixture
def figure():
    """A figure in memory."""
    yield plt.figure(figsize=(14, 5))
    plt.close("all")


def words(figure):
    """All texts on a figure's axes, titles too."""
    return [text.get_text() for text in figure.findobj(plt.Text)]


def test_the_statements_under_both_chains_are_those_of_back():
    """And the shapes in the circles are those of forward."""
    module = load("11_training/plot_computational_graph.py")
    network = load("11_training/neural_network.py")
    random = np.random.default_rng(1)
    X, Y = random.random((6, 5)), np.eye(3)[[0, 1, 2, 0, 1, 2]]
    w1, w2 = random.random((6, 4)), random.random((5, 3))
    y_hat, h = network.forward(X, w1, w2)
    names = {**vars(network), "X": X, "Y": Y, "y_hat": y_hat, "w2": w2, "h": h}
    gradients = network.back(X, Y, y_hat, w2, h)
    for statement, gradient in zip(
        [module.W1_GRADIENT, module.W2_GRADIENT], gradients, strict=True
    ):
        np.testing.assert_allclose(eval(statement, names), gradient)
    shapes = module.shapes_of(m=6, n=5, n_hidden_nodes=4, n_classes=3)
    values = {"X": X, "w1": w1, "a": h, "h": h, "w2": w2, "b": y_hat}
    assert {"L": "a number", **{k: v.shape for k, v in values.items()}} == shapes


def test_both_graphs_of_the_chain_rule(figure):
    """The page's values, local gradients and products."""
    ax = figure.subplots()
    load("11_training/plot_graph_one.py").plot_graph_one(ax, a=3)
    load("11_training/plot_graph_two.py").plot_graph_two(ax, x=3, y=17, w1=6, w2=2)
    for text in [
        "dc/db = 2b = 4a\n= 12",
        "dc/da = 4a · 2 = 8a = 12 · 2 = 24",
        "dL/dw2 = -6 · 1 · 3 + -6 · 1 = -18 + -6 = -24, two paths",
        "dL/dw1 = -6 · 1 = -6, one path",
    ]:
        assert text in words(figure)


@pytest.mark.parametrize("bias, answer", [(2, "an eight"), (-2, "not an eight")])
def test_one_classifier_and_ten(figure, bias, answer):
    """A white image: the bias alone is the weighted sum."""
    image, w = np.eye(1, 785), np.full((785, 10), 1.0)
    w[0] = np.arange(10) / 10 + bias
    one, ten = figure.subfigures(ncols=2)
    load("07_final/plot_one_classifier.py").plot_chain(one, image, w[:, [8]], digit=8)
    load("07_final/plot_ten_classifiers.py").plot_ten_classifiers(ten, image, w)
    assert {answer, f"weighted sum: {w[0, 8]:.2f}"} <= set(words(one))
    assert {f"{z:.2f}" for z in w[0]} <= set(words(ten))


def test_twenty_lines_count_themselves():
    """As the longer script counts."""
    lines = play(
        "07_final/claim_twenty_lines.py", {"iterations = 200": "iterations = 1"}
    ).lines
    count = load("07_final/claim_thirty_five_lines.py").count_lines
    assert lines[-1] == f"{count('claim_twenty_lines.py')} lines of code."
    assert count("claim_twenty_lines.py") <= 20
