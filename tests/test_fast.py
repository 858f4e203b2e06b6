"""The fast scripts compute what the plain ones do, however they divide the work."""

import os
import re
import sys

import numpy as np
import pytest

from project import PLAIN_DIGITS, ROOT, check_chapter_7, load, play

FAST = ["07_final/mnist_classifier_fast.py", "11_training/neural_network_fast.py"]

plain_7, fast_7 = (
    load(f"07_final/{name}.py")
    for name in ("mnist_classifier", "mnist_classifier_fast")
)
plain_11, fast_11 = (
    load(f"11_training/{name}.py") for name in ("neural_network", "neural_network_fast")
)


def make_images(m, seed):
    """Images (m, 25) of random bytes, and their labels (m, 1), digits from 0 to 9."""
    X = np.random.default_rng(seed).integers(256, size=(m, 25)).astype(float)
    return X, X[:, :10].argmax(axis=1).reshape(-1, 1)


@pytest.fixture(params=[37, 200])
def images(request):
    """Few training and test images, with pixels that only one of both ever uses."""
    (X, Y), (X_test, Y_test) = make_images(request.param, 0), make_images(23, 1)
    X[:, [3, 11]] = 0
    X_test[:, 7] = 0
    return X, (np.arange(10) == Y).astype(int), X_test, Y_test


def with_bias(images):
    """The same for chapter 7, where the bias column is part of X."""
    X, Y, X_test, Y_test = images
    return np.insert(X, 0, 1, axis=1), Y, np.insert(X_test, 0, 1, axis=1), Y_test


def numbers(text):
    """Iteration, loss and accuracy of each line that a training prints."""
    return np.array([re.findall(r"\d+\.?\d*", s) for s in text.splitlines()], float)


def formats(text):
    """The lines with 0 for each digit."""
    return re.sub(r"\d", "0", text)


@pytest.mark.parametrize("script", FAST)
def test_is_a_page(script):
    """At most 115 lines; all tricks are numbered and say what they bring."""
    text = (ROOT / script).read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 115
    tricks = re.findall(r"# Trick (\d), .*(\(\d\.\d\)|threads)", text)
    assert len(tricks) > 3
    assert {int(number) for number, _ in tricks} == {*range(1, len(tricks) + 1)}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it is all cores")
@pytest.mark.parametrize("script", FAST)
def test_a_thread_for_each_core(script, monkeypatch):
    """Of those that a process may use: in a container these can be fewer."""
    monkeypatch.setattr(os, "sched_getaffinity", {0: {1, 2, 3}}.get)
    monkeypatch.delenv("MKL_NUM_THREADS")
    assert load(script).n_cores == 3
    assert os.environ["MKL_NUM_THREADS"] == "1"


@pytest.mark.parametrize("rows", [0, 1, 7.9, 37, 100, float("inf")])
def test_chapter_7(rows, images, capsys):
    """Losses to ten digits, accuracies exactly, for blocks of any size."""
    w = plain_7.train(*with_bias(images), 20, 1e-4)
    plain = capsys.readouterr().out
    fast_w = fast_7.train(*with_bias(images), 20, 1e-4, rows)
    fast = capsys.readouterr().out
    assert formats(fast) == formats(plain)
    np.testing.assert_allclose(numbers(fast), numbers(plain), rtol=1e-10)
    np.testing.assert_allclose(fast_w, w, rtol=1e-9, atol=1e-15)


@pytest.mark.parametrize("rows", [0, 1, 7.9, 37, 100, float("inf")])
def test_chapter_11(rows, images, capsys):
    """Losses to single precision; the weights move in place."""
    start = plain_11.initialize_weights(25, 5, 10)
    w1, w2 = plain_11.train(*images, 5, 20, 0.01)
    plain = capsys.readouterr().out
    fast_w1, fast_w2 = (w.copy() for w in start)
    fast_11.train(*images, fast_w1, fast_w2, 20, 0.01, rows_in_a_block=rows)
    fast = capsys.readouterr().out
    assert formats(fast) == formats(plain)
    np.testing.assert_allclose(numbers(fast)[:, 1], numbers(plain)[:, 1], rtol=1e-4)
    np.testing.assert_allclose(fast_w1, w1, atol=1e-5)
    np.testing.assert_allclose(fast_w2, w2, atol=1e-5)
    assert np.abs(fast_w1 - start[0]).max() > 0.001


def test_real_images():
    """Some of MNIST's, which the fast versions sort and cut as they do all of them."""
    data = load("07_final/mnist.py")
    few = data.X_train[:400], data.Y_train[:400], data.X_test[:300], data.Y_test[:300]
    for _, loss, accuracy, w in fast_7.steps(*few, 5, 1e-5):
        assert loss == pytest.approx(plain_7.loss(*few[:2], w), rel=1e-12)
        assert accuracy == np.mean(plain_7.classify(few[2], w) == few[3])
    w1, w2 = plain_11.initialize_weights(784, 20, 10)
    images = few[0][:, 1:], few[1], few[2][:, 1:], few[3]
    for _, loss, accuracy in fast_11.steps(*images, w1, w2, 5, 0.01):
        y_hat, _ = plain_11.forward(images[0], w1, w2)
        assert loss == pytest.approx(plain_11.loss(images[1], y_hat), rel=1e-5)
        right = np.mean(plain_11.classify(images[2], w1, w2) == images[3])
        assert accuracy == pytest.approx(right, abs=1 / 300)


@pytest.mark.parametrize("iterations", [0, -5])
def test_no_steps(iterations, images):
    """Chapter 7 reports once, before any step; chapter 11 after each, so not at all."""
    [(i, loss, _, w)] = fast_7.steps(*with_bias(images), iterations, 1e-4)
    assert (i, loss, w.any()) == (0, pytest.approx(10 * np.log(2)), False)
    start = plain_11.initialize_weights(25, 5, 10)
    assert list(fast_11.steps(*images, *start, iterations, 1e-4)) == []


def test_pixels_without_influence_keep_their_weights(images):
    """Those white in all training images, also where a test image is black there."""
    *_, (_, _, _, w) = fast_7.steps(*with_bias(images), 5, 1e-4, 10)
    assert not w[[4, 12]].any()
    assert w[8].all()
    w1, w2 = plain_11.initialize_weights(25, 5, 10)
    before = w1.copy()
    list(fast_11.steps(*images, w1, w2, 5, 0.1, 10))
    np.testing.assert_array_equal(w1[[4, 12]], before[[4, 12]])
    assert (w1[8] != before[8]).any()


@pytest.mark.parametrize("spoil", [lambda X: X / 255, lambda X: X + 1, lambda X: -X])
def test_other_pixels_are_refused(spoil, images):
    """Bytes could not hold them: training would go wrong without a word."""
    X, Y, X_test, Y_test = images
    with pytest.raises(ValueError, match="whole numbers from 0 to 255"):
        next(fast_7.steps(spoil(X), Y, X_test, Y_test, 5, 1e-4))
    with pytest.raises(ValueError, match="whole numbers from 0 to 255"):
        next(fast_11.steps(X, Y, spoil(X_test), Y_test, None, None, 5, 1e-4))


def test_divergence_is_an_error(images):
    """As in the plain scripts."""
    with pytest.raises(FloatingPointError):
        list(fast_7.steps(*with_bias(images), 20, 1e3))
    start = plain_11.initialize_weights(25, 5, 10)
    with pytest.raises(FloatingPointError):
        list(fast_11.steps(*images, *start, 20, 1e30))


def test_without_threads(images, monkeypatch):
    """The same to the last digit where no thread can be started, as in Pyodide."""

    def refuse(*arguments):
        raise RuntimeError("can't start new thread")

    start = plain_11.initialize_weights(25, 5, 10)

    def results():
        weights = [w.copy() for w in start]
        of_11 = list(fast_11.steps(*images, *weights, 5, 0.01, 10))
        of_7 = fast_7.steps(*with_bias(images), 5, 1e-4, 10)
        return of_11, [step[:3] for step in of_7]

    expected = results()
    for script in fast_7, fast_11:
        monkeypatch.setattr(script.threads, "map", refuse)
    assert results() == expected


@pytest.mark.slow
def test_chapter_7_in_full():
    """All 201 lines, the page's and the fast ones: ten digits, accuracies exactly."""
    plain, fast = (
        play(f"07_final/{name}.py").lines
        for name in ("mnist_classifier", "mnist_classifier_fast")
    )
    check_chapter_7(plain, 201, PLAIN_DIGITS)
    check_chapter_7(fast, 201)
    plain, fast = numbers("\n".join(plain)), numbers("\n".join(fast))
    np.testing.assert_allclose(fast, plain, rtol=1e-10)
