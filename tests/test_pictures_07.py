"""What the pictures of chapter 7 show."""

import re

import numpy as np
import pytest
from matplotlib.patches import Rectangle

from conftest import train_fast
from project import load

classifier = load("07_final/mnist_classifier.py")


def mnist():
    """The chapter's images, loaded when the first test asks for them."""
    return load("07_final/mnist.py")


@pytest.fixture(params=[True, pytest.param(False, marks=pytest.mark.slow)])
def small(request):
    """After a small training, and after that of the script."""
    return request.param


@pytest.fixture
def w(small):
    """The weights after the training that the pictures are of.

    The fast version gets there sooner; test_fast.py shows that it is the same.
    """
    return train_fast(10 if small else 40, 1e-5)[0]


def image(ax):
    """The pixels that an axes shows, as a row of 784."""
    return np.asarray(ax.images[0].get_array()).ravel()


def test_one_image_through_ten_classifiers(w, small, drawing):
    """The image, the columns of w, the confidences, and the digit that wins."""
    done = drawing("07_final/plot_ten_classifiers.py", small)
    start, *columns, bars = done.axes
    np.testing.assert_array_equal(image(start), mnist().X_test[0, 1:])
    for digit, ax in enumerate(columns):
        np.testing.assert_allclose(image(ax), w[1:, digit], atol=1e-12)
    y_hat = classifier.forward(mnist().X_test[:1], w).ravel()
    widths = [bar.get_width() for bar in bars.patches]
    assert widths == pytest.approx(list(y_hat))
    texts = [float(text.get_text()) for text in bars.texts]
    assert texts == pytest.approx(list(y_hat), abs=0.0005)
    assert done.figure.get_suptitle().endswith(f": {np.argmax(y_hat)}")
    colors = [bar.get_facecolor() for bar in bars.patches]
    assert colors.count(colors[np.argmax(y_hat)]) == 1


def test_one_hot_rows(drawing):
    """Each row has its 1 in the column of its label."""
    labels, rows = drawing("07_final/plot_one_hot.py").axes
    numbers = [int(text.get_text()) for text in labels.texts]
    assert numbers == list(mnist().Y_train_unencoded[: len(numbers)].ravel())
    cells = np.array([int(text.get_text()) for text in rows.texts]).reshape(-1, 10)
    np.testing.assert_array_equal(cells, np.eye(10, dtype=int)[numbers])
    np.testing.assert_array_equal(rows.images[0].get_array(), cells)


def test_shapes(drawing):
    """The sizes are those of the data; equal sizes are sides of equal length."""
    (ax,) = drawing("07_final/plot_shapes.py").axes
    assert ax.get_title() == "(60000, 785) · (785, 10) = (60000, 10)"
    X, w, product = [patch for patch in ax.patches if isinstance(patch, Rectangle)]
    assert X.get_width() == w.get_height()
    assert X.get_height() == product.get_height()
    texts = [text.get_text() for text in ax.texts]
    assert texts.count("785") == texts.count("60000") == texts.count("10") == 2
    assert w.get_width() < X.get_width() < X.get_height()


def test_weights_are_the_columns(w, small, drawing):
    """Ten images, on one scale of colours that has 0 in its middle."""
    axes = drawing("07_final/plot_weights.py", small).axes
    assert [ax.get_title() for ax in axes] == [str(digit) for digit in range(10)]
    for digit, ax in enumerate(axes):
        np.testing.assert_allclose(image(ax), w[1:, digit], atol=1e-12)
        low, high = ax.images[0].get_clim()
        assert low == -high == pytest.approx(-np.max(np.abs(w[1:])))


def test_confusion_matrix(w, small, drawing):
    """All 10000 images are counted, and the diagonal is the accuracy."""
    (ax,) = drawing("07_final/plot_confusion_matrix.py", small).axes
    shown = {}
    for text in ax.texts:
        column, row = (int(place) for place in text.get_position())
        shown[row, column] = int(text.get_text())
    assert len(shown) == 100
    assert sum(shown.values()) == 10000
    diagonal = sum(shown[digit, digit] for digit in range(10))
    right = np.sum(classifier.classify(mnist().X_test, w) == mnist().Y_test)
    assert diagonal == right
    assert ax.get_title().startswith(f"{right / 100:.2f}%")
    for digit in range(10):
        row = sum(shown[digit, guess] for guess in range(10))
        assert row == np.sum(mnist().Y_test == digit)
    assert (ax.get_ylabel(), ax.get_xlabel()) == ("true digit", "guess")
    assert ax.yaxis_inverted()
    colours = ax.collections[0].get_array().reshape(10, 10)
    mistakes = {place: n for place, n in shown.items() if place[0] != place[1]}
    assert {place: colours[place] for place in mistakes} == mistakes


def test_mistakes_are_the_surest_ones(w, small, drawing):
    """Each is wrong, none surer was left out, and label and guess are theirs."""
    done = drawing("07_final/plot_mistakes.py", small)
    y_hat = classifier.forward(mnist().X_test, w)
    guesses, labels = np.argmax(y_hat, axis=1), mnist().Y_test.ravel()
    wrong = np.flatnonzero(guesses != labels)
    order = wrong[np.argsort(-y_hat[wrong].max(axis=1))]
    assert len(done.axes) == 18
    for ax, row in zip(done.axes, order, strict=False):
        np.testing.assert_array_equal(image(ax), mnist().X_test[row, 1:])
        label, guess, sure = re.findall(r"\d+\.?\d*", ax.get_title())
        assert (int(label), int(guess)) == (labels[row], guesses[row])
        assert float(sure) == pytest.approx(y_hat[row].max(), abs=0.0005)
    assert f" of {len(wrong)} mistakes" in done.figure.get_suptitle()


def test_training_curves(small, drawing):
    """The first lines are those of the page; a jump, then a fall."""
    upper, lower = drawing("07_final/plot_training.py", small).axes
    losses, accuracies = upper.lines[0].get_ydata(), lower.lines[0].get_ydata()
    assert losses[:4] == pytest.approx([6.931471, 8.434456, 5.512047, 2.956870])
    assert accuracies[:4] == pytest.approx([9.80, 68.04, 68.10, 68.62])
    assert np.all(np.diff(losses[1:]) < 0)
    assert len(losses) == len(accuracies) == (11 if small else 61)
    assert f"{losses[-1]:.2f}" in upper.get_title()
    assert f"{accuracies[-1]:.2f}%" in lower.get_title()
