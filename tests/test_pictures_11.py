"""What the pictures of chapter 11 show."""

import re

import numpy as np
import pytest

from project import draw, load, play

network = load("11_training/neural_network.py")


# After a small training, and after that of the script: some 30 s each.
EVERY_TRAINING = [True, pytest.param(False, marks=pytest.mark.slow)]


def mnist():
    """The chapter's images, loaded when the first test asks for them."""
    return load("11_training/mnist.py")


def words(ax):
    """All texts on axes."""
    return [text.get_text() for text in ax.texts]


def labelled(ax, start):
    """The points of the line whose label starts like this."""
    (line,) = [line for line in ax.lines if str(line.get_label()).startswith(start)]
    return line.get_xydata()


def test_graph_one(drawing):
    """Values, local gradients, and their product, for a = 3."""
    (ax,) = drawing("11_training/plot_graph_one.py").axes
    texts = words(ax)
    for text in ["a\n3", "b\n6", "c\n36", "db/da = 2", "dc/db = 2b = 12"]:
        assert text in texts
    assert "dc/da = 12 · 2 = 24, which is 8a" in texts


def test_graph_two(drawing):
    """The page's values, five local gradients, and two paths that add up."""
    (ax,) = drawing("11_training/plot_graph_two.py").axes
    texts = words(ax)
    for text in ["x\n3", "w1\n6", "w2\n2", "a\n6", "y_hat\n14", "L\n9", "y = 17"]:
        assert text in texts
    local = ["dL/dy_hat = -6", "dy_hat/da = 1", "dy_hat/dw1 = 1", "dy_hat/dw2 = 1"]
    for text in [*local, "da/dw2 = x = 3"]:
        assert text in texts
    assert "dL/dw2 = -6 · 1 · 3 + -6 · 1 = -18 + -6 = -24, two paths" in texts
    assert "dL/dw1 = -6 · 1 = -6, one path" in texts


def test_network(drawing):
    """Shapes and number of weights; no line leads into a bias node."""
    (ax,) = drawing("11_training/plot_network.py").axes
    w1, w2 = network.initialize_weights(784, 200, 10)
    assert f"w1 {w1.shape}\nthen the sigmoid" in words(ax)
    assert f"w2 {w2.shape}\nthen the softmax" in words(ax)
    assert f" {w1.size + w2.size} weights" in ax.get_title()
    biases = [t.get_position() for t in ax.texts if t.get_text() == "1"]
    assert len(biases) == 2
    starts = [tuple(line.get_xydata()[0]) for line in ax.lines]
    ends = [tuple(line.get_xydata()[1]) for line in ax.lines]
    assert len(starts) == 5 * 4 + 5 * 4
    assert set(biases) <= set(starts)
    assert not set(biases) & set(ends)


def test_sigmoid_gradient(drawing):
    """The lower curve is the slope of the upper one, measured."""
    (ax,) = drawing("11_training/plot_sigmoid_gradient.py").axes
    z, h = labelled(ax, "sigmoid").T
    same_z, slopes = labelled(ax, "its slope").T
    np.testing.assert_array_equal(z, same_z)
    assert h == pytest.approx(1 / (1 + np.exp(-z)))
    np.testing.assert_allclose(slopes, np.gradient(h, z), atol=1e-3)
    assert np.max(slopes) == 0.25
    assert z[np.argmax(slopes)] == 0
    (z1, h1), (z2, h2) = labelled(ax, "tangent at z = 1")
    assert (h2 - h1) / (z2 - z1) == pytest.approx(np.interp(1, z, slopes), abs=1e-4)
    assert (h1 + h2) / 2 == pytest.approx(np.interp(1, z, h), abs=1e-4)


def test_equal_weights(drawing):
    """Equal columns of w1, h and the gradient; X differs; h and gradient are right."""
    done = drawing("11_training/plot_equal_weights.py")
    shown = []
    for ax, shape in zip(done.axes, [(3, 4), (5, 3), (3, 3), (5, 3)], strict=True):
        numbers = [float(text) for text in words(ax)]
        shown.append(np.array(numbers).reshape(shape))
    X, w1, h, gradient = shown
    for matrix in (w1, h, gradient):
        np.testing.assert_array_equal(matrix, np.repeat(matrix[:, :1], 3, axis=1))
    assert not np.array_equal(X, np.repeat(X[:, :1], 4, axis=1))
    expected = 1 / (1 + np.exp(-(w1[0] + X @ w1[1:])))
    np.testing.assert_allclose(h, expected, atol=0.01)
    assert np.all(gradient != 0)
    assert "stay equal" in done.figure.get_suptitle()


def test_hidden_nodes_of_a_weights_file(tmp_path):
    """The start is that of the file's own seed; without one nothing is claimed."""
    kept = load("11_training/kept_weights.py")
    file = tmp_path / "weights.npz"
    script = "11_training/plot_hidden_nodes.py"
    changes = {
        "weights_file": repr(str(file)),
        "n_hidden_nodes = 200": "n_hidden_nodes = 8",
    }
    w1, w2 = network.initialize_weights(784, 8, 10, seed=7)
    learned = np.zeros(w1.shape)
    learned[300:400] = 0.5
    kept.save_weights(file, w1 + learned, w2)
    axes = draw(script, tmp_path / "picture.png", changes).axes
    for ax in axes[6:]:
        shown = ax.images[0].get_array().ravel()
        np.testing.assert_allclose(shown, learned[1:, 0], atol=1e-9)

    kept.save_weights(file, w1 + 0.5, w2)
    played = play(script, changes, [tmp_path / "picture.png"])
    assert played.error.startswith("These weights started from none of the seeds")


@pytest.mark.parametrize("small", EVERY_TRAINING)
def test_hidden_nodes(small, drawing):
    """The upper image is the start plus what was learned, which is no noise."""
    axes = drawing("11_training/plot_hidden_nodes.py", small).axes
    start, _ = network.initialize_weights(784, 200, 10)
    upper, lower = axes[:6], axes[6:]
    for above, below in zip(upper, lower, strict=True):
        node = int(above.get_title().removeprefix("node "))
        learned = np.asarray(below.images[0].get_array())
        trained = np.asarray(above.images[0].get_array())
        np.testing.assert_allclose(trained.ravel() - learned.ravel(), start[1:, node])

        def neighbours(image):
            return np.corrcoef(image[:, 1:].ravel(), image[:, :-1].ravel())[0, 1]

        assert neighbours(learned) > (0.3 if small else 0.6)
        assert abs(neighbours(start[1:, node].reshape(28, 28))) < 0.15


@pytest.mark.parametrize("small", EVERY_TRAINING)
def test_confusion_matrices(small, drawing):
    """10000 images each, accuracies on the diagonals, one scale.

    After a whole training the network is ahead.
    """
    perceptron, network = drawing("11_training/plot_confusion_matrices.py", small).axes
    accuracies = []
    for ax in (perceptron, network):
        shown = {}
        for text in ax.texts:
            column, row = (int(place) for place in text.get_position())
            shown[row, column] = int(text.get_text())
        assert len(shown) == 100
        assert sum(shown.values()) == 10000
        for digit in range(10):
            row = sum(shown[digit, guess] for guess in range(10))
            assert row == np.sum(mnist().Y_test == digit)
        accuracies.append(sum(shown[digit, digit] for digit in range(10)) / 100)
        assert f": {accuracies[-1]:.2f}% right" in ax.get_title()
    assert small or accuracies[0] < accuracies[1]
    assert len({ax.collections[0].get_clim() for ax in (perceptron, network)}) == 1


@pytest.mark.parametrize("small", EVERY_TRAINING)
def test_mistakes(small, drawing):
    """Images of the test with their own labels, wrong, in the order of sureness."""
    done = drawing("11_training/plot_mistakes.py", small)
    assert len(done.axes) == 24
    for half in (done.axes[:12], done.axes[12:]):
        sureness = []
        for ax in half:
            pixels = np.asarray(ax.images[0].get_array()).ravel()
            (row,) = np.flatnonzero((mnist().X_test == pixels).all(axis=1))
            label, guess, sure = re.findall(r"\d+\.?\d*", ax.get_title())
            assert mnist().Y_test[row].item() == int(label) != int(guess)
            sureness.append(float(sure))
        assert sureness == sorted(sureness, reverse=True)
    titles = [figure.get_suptitle() for figure in done.figure.subfigs]
    perceptron, network = [
        int(re.search(r"of (\d+) mis", title)[1]) for title in titles
    ]
    assert small or network < perceptron


@pytest.mark.parametrize("small", EVERY_TRAINING)
def test_training_curves(small, drawing):
    """Time goes on, for both as long; where they end is in the legend."""
    (ax,) = drawing("11_training/plot_training.py", small).axes
    ends = {}
    for line in ax.lines:
        seconds, accuracy = line.get_xydata().T
        assert seconds[0] == 0
        assert np.all(np.diff(seconds) > 0)
        assert seconds[-1] < (0.6 if small else 18)
        assert accuracy[0] < 20
        assert f": {accuracy[-1]:.2f}% in the end" in line.get_label()
        ends[line.get_label().split(":")[0]] = accuracy[-1]
    ahead = ends["network"] > ends["perceptron"]
    assert ax.get_title().startswith("The network goes past") == ahead
    assert min(ends.values()) > (40 if small else 80)
