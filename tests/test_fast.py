"""The fast scripts compute what the plain ones do, however they divide the work."""

import contextlib
import io
import re

import numpy as np
import pytest

from project import LIVE, ROOT, lines_of, load, play, printed, run

FAST = ["07_final/mnist_classifier_fast.py", "11_training/neural_network_fast.py"]

plain_7 = load("07_final/mnist_classifier.py")
fast_7 = load("07_final/mnist_classifier_fast.py")
plain_11 = load("11_training/neural_network.py")
fast_11 = load("11_training/neural_network_fast.py")
LINE_7 = r"\d+ - Loss: \d+\.\d{20}, \d+\.\d\d%"
LINE_11 = r"Iteration: [ \d]{5}, Loss: \d+\.\d{8}, Accuracy: \d+\.\d\d%"


def numbers(lines):
    """Iteration, loss and accuracy of each line that a training prints."""
    return np.array([re.findall(r"\d+\.?\d*", line) for line in lines], dtype=float)


def trained(train, *arguments):
    """What train prints, and what it returns."""
    output, progress = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(output), contextlib.redirect_stderr(progress):
        result = train(*arguments)
    return output.getvalue().splitlines(), result


def make_images(m, seed=0):
    """Images (m, 20) of random bytes, and their labels (m, 1), digits from 0 to 9."""
    rng = np.random.default_rng(seed)
    X = rng.integers(256, size=(m, 20)).astype(float)
    return X, X[:, :10].argmax(axis=1).reshape(-1, 1)


def one_hot(Y):
    """One row of nine zeros and a one for each label."""
    return (np.arange(10) == Y).astype(int)


@pytest.fixture(scope="module")
def images():
    """Few training and test images, with pixels that only one of both ever uses."""
    (X, Y), (X_test, Y_test) = make_images(37), make_images(23, seed=1)
    X[:, [3, 11]] = 0
    X_test[:, 7] = 0
    return X, one_hot(Y), X_test, Y_test


def with_bias(images):
    """The same for chapter 7, where the bias column is part of X."""
    X, Y, X_test, Y_test = images
    return np.insert(X, 0, 1, axis=1), Y, np.insert(X_test, 0, 1, axis=1), Y_test


@pytest.mark.parametrize("script", FAST)
def test_is_a_page(script):
    """Less than 120 lines."""
    text = (ROOT / script).read_text(encoding="utf-8")
    assert len(text.splitlines()) < 120
    tricks = [int(n) for n in re.findall(r"# Trick (\d)", text)]
    assert sorted(tricks) == list(range(1, len(tricks) + 1))


def check_chapter_7(plain, fast):
    """Losses to ten digits, accuracies exactly."""
    assert [line for line in fast if not re.fullmatch(LINE_7, line)] == []
    assert [line.split()[-1] for line in fast] == [line.split()[-1] for line in plain]
    np.testing.assert_allclose(numbers(fast), numbers(plain), rtol=1e-10)


def test_chapter_7_prints_the_same_lines_for_few_images():
    """A thousand, twenty steps."""
    plain, fast = (
        lines_of(f"07_final/{name}.py", {"iterations": "20"}, m=1000)
        for name in ("mnist_classifier", "mnist_classifier_fast")
    )
    assert len(fast) == 21
    check_chapter_7(plain, fast)


@pytest.mark.slow
@pytest.mark.chapter("07_final")
def test_chapter_7_prints_the_same_lines(output):
    """All 201."""
    plain = output("07_final/mnist_classifier.py")
    fast = output("07_final/mnist_classifier_fast.py")
    assert len(fast) == 201
    check_chapter_7(plain, fast)


@pytest.mark.parametrize(
    ("m", "steps"),
    [(1000, 10), pytest.param(10000, 50, marks=pytest.mark.slow)],
)
@pytest.mark.chapter("11_training")
def test_chapter_11_keeps_to_the_plain_script(m, steps):
    """Losses to four digits, accuracies to 0.1 points: the two, step by step."""
    plain, fast = (
        play(f"11_training/{name}.py", {"iterations": steps}, m=m)
        for name in ("neural_network", "neural_network_fast")
    )
    for played in (plain, fast):
        assert played.error is None
    assert plain.progress == ""
    to_go = rf"(\(\d+ of {steps} done, .* to go\)\n)*"
    assert re.fullmatch(to_go, fast.progress)
    assert bool(fast.progress) == (steps > 10)
    assert len(fast.lines) == steps
    (_, loss, right), (_, fast_loss, fast_right) = (
        numbers(lines).T for lines in (plain.lines, fast.lines)
    )
    np.testing.assert_allclose(fast_loss, loss, rtol=1e-4)
    np.testing.assert_allclose(fast_right, right, atol=0.1)
    assert [line for line in fast.lines if not re.fullmatch(LINE_11, line)] == []


@pytest.mark.parametrize("rows", [1, 7, 7.9, 37, 1000, float("inf")])
def test_any_size_of_a_block_in_chapter_7(rows, images):
    """Also one that does not divide the examples, or is larger than all of them."""
    plain, w = trained(plain_7.train, *with_bias(images), 20, 1e-4)
    fast, fast_w = trained(fast_7.train, *with_bias(images), 20, 1e-4, rows)
    np.testing.assert_allclose(numbers(fast), numbers(plain), rtol=1e-10)
    np.testing.assert_allclose(fast_w, w, rtol=1e-9, atol=1e-15)


@pytest.mark.parametrize("rows", [1, 7, 7.9, 37, 1000, float("inf")])
def test_any_size_of_a_block_in_chapter_11(rows, images):
    """As above, to single precision; the weights move in place."""
    start = plain_11.initialize_weights(20, 5, 10)
    plain, (w1, w2) = trained(
        plain_11.train, *images, 5, 20, 0.01, [w.copy() for w in start]
    )
    fast_w1, fast_w2 = (w.copy() for w in start)
    fast, _ = trained(fast_11.train, *images, fast_w1, fast_w2, 20, 0.01, rows)
    np.testing.assert_allclose(numbers(fast)[:, 1], numbers(plain)[:, 1], rtol=1e-4)
    np.testing.assert_allclose(fast_w1, w1, atol=1e-5)
    np.testing.assert_allclose(fast_w2, w2, atol=1e-5)
    assert np.abs(fast_w1 - start[0]).max() > 0.001


def test_pixels_without_influence_keep_their_weights(images):
    """Those white in all training images, also where a test image is black there."""
    _, w = trained(fast_7.train, *with_bias(images), 5, 1e-4, 10)
    assert not w[[4, 12]].any()
    assert w[8].all()
    start = plain_11.initialize_weights(20, 5, 10)
    w1, w2 = (w.copy() for w in start)
    trained(fast_11.train, *images, w1, w2, 5, 0.1, 10)
    np.testing.assert_array_equal(w1[[4, 12]], start[0][[4, 12]])
    assert (w1[8] != start[0][8]).any()


@pytest.mark.parametrize("rows", ["0", "-3", "float('nan')"])
@pytest.mark.parametrize("script", FAST)
def test_no_rows_in_a_block(script, rows):
    """One line, and nothing else."""
    played = play(script, {"rows_in_a_block": rows}, m=1000)
    value = rows.replace("float('", "").replace("')", "")
    assert played.error == f"rows_in_a_block={value}: please give a number from 1 up."
    assert played.lines == []


@pytest.mark.parametrize("spoil", [lambda X: X / 255, lambda X: X + 1, lambda X: -X])
def test_other_pixels_are_refused(spoil, images):
    """Bytes could not hold them: training would go wrong without a word."""
    X, Y, X_test, Y_test = images
    sizes = 5, 1e-4, 10
    with pytest.raises(ValueError, match="whole numbers from 0 to 255"):
        fast_7.train(spoil(X), Y, X_test, Y_test, *sizes)
    with pytest.raises(ValueError, match="whole numbers from 0 to 255"):
        fast_11.train(X, Y, spoil(X_test), Y_test, *[None, None], *sizes)


@pytest.mark.slow
def test_benchmark_ends_with_its_tables():
    """The quick one: all tables fit a terminal, and whole runs learn the same."""
    lines = printed(run(ROOT / "tests/benchmark.py", arguments=["--quick"]))
    titles = [line for line in lines if re.match(r"(07_final|11_training): ", line)]
    assert len(titles) == 7
    assert max(map(len, lines)) <= 80
    end = lines.index("Live scripts: ms until the answer is drawn") - 1
    whole_runs = [line.split() for line in lines[end - 3 : end]]
    assert {line.split()[0] for line in lines[end + 3 :]} == {*LIVE}
    assert [row[0] for row in whole_runs] == ["baseline", "plain", "fast"]
    assert [row[-1] for row in whole_runs] == ["81.99%"] * 3
