"""The solution of chapter 6: ten classifiers, and how their mistakes are counted."""

import gzip
import re
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from project import ROOT, load

README = (ROOT / "06_real/solution/readme.txt").read_text(encoding="utf-8")
LABELS = np.frombuffer(
    gzip.decompress((ROOT / "data/mnist/t10k-labels-idx1-ubyte.gz").read_bytes())[8:],
    dtype=np.uint8,
)
ANSWERS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 9)), min_size=1)


@pytest.fixture(scope="module")
def solution():
    """The solution's functions."""
    search_path = sys.path.copy()
    yield load("06_real/solution/ten_digits.py")
    sys.path[:] = search_path


def rows(pattern):
    """The numbers of the readme's lines that a pattern fits, a list for each line."""
    return [
        [float(number) for number in match.groups()]
        for match in re.finditer(f"^    {pattern}", README, re.MULTILINE)
    ]


COUNTS = rows(r" +(\d) +(\d+) +(\d+) +(\d+) +(\d+) +([\d.]+) % +([\d.]+) % +([\d.]+) %")


def column(i):
    """A column of the readme's first table."""
    return np.array([row[i] for row in COUNTS])


# The functions


@given(ANSWERS)
def test_counts_add_up(solution, answers):
    """Every image is found, missed, a false alarm, or rightly left alone."""
    y_hat, labels = (
        np.array(values).reshape(-1, 1) for values in zip(*answers, strict=True)
    )
    for digit in range(10):
        found, missed, false_alarms = solution.count(digit, y_hat, labels)
        assert found == sum(y > 0.5 and label == digit for y, label in answers)
        assert found + missed == sum(label == digit for _, label in answers)
        assert found + false_alarms == sum(y > 0.5 for y, _ in answers)


def test_counts_agree_with_the_classifier(solution):
    """Right answers are those of the chapter's classify."""
    rng = np.random.default_rng(0)
    X, w = rng.normal(size=(200, 3)), rng.normal(size=(3, 1))
    labels = rng.integers(10, size=(200, 1))
    classifier = load("06_real/digit_classifier.py")
    _, missed, false_alarms = solution.count(7, classifier.forward(X, w), labels)
    n_correct = np.sum(classifier.classify(X, w) == (labels == 7))
    assert n_correct == 200 - missed - false_alarms


def test_trains_as_the_chapter_does(solution, capsys):
    """The weights are those of train with labels 1 and 0, and nothing is printed."""
    rng = np.random.default_rng(0)
    X, labels = rng.normal(size=(50, 4)), rng.integers(10, size=(50, 1))
    w = solution.train_for(3, X, labels, iterations=20, lr=0.1)
    assert capsys.readouterr().out == ""
    classifier = load("06_real/digit_classifier.py")
    Y = np.where(labels == 3, 1, 0)
    np.testing.assert_array_equal(w, classifier.train(X, Y, iterations=20, lr=0.1))


def test_confusions(solution, capsys):
    """A missed image goes to the most confident classifier, its own or another."""
    labels = np.array([8, 8, 8, 8, 5, 5, 1]).reshape(-1, 1)
    y_hat = np.zeros((7, 10))
    y_hat[0, 8] = 0.9  # found
    y_hat[1, 8], y_hat[1, 3] = 0.4, 0.3  # missed, and most like an eight still
    y_hat[2, 8], y_hat[2, 3] = 0.2, 0.3  # missed, and most like a three
    y_hat[3, 8], y_hat[3, 3] = 0.3, 0.8  # missed, and taken for a three
    y_hat[4, 8] = y_hat[5, 8] = y_hat[6, 8] = 0.7  # false alarms
    solution.show_confusions(8, y_hat, labels)
    (line,) = capsys.readouterr().out.splitlines()
    assert re.split(r"  +", line.strip()) == [
        "8",
        "5 (2), 1 (1), 0 (0)",
        "3",
        "1",
        "3 (2), 0 (0), 1 (0)",
    ]


def test_average_images(solution, capsys):
    """The mean of each digit's rows, and the pair that is closest."""
    labels = np.repeat(np.arange(10), 2).reshape(-1, 1)
    X = np.array([[10.0 * label, side] for label in range(10) for side in (-1, 3)])
    X[labels[:, 0] == 4, 0] += 6
    averages = solution.average_images(X, labels)
    assert averages.shape == (10, 2)
    assert list(averages[4]) == [46, 1]
    solution.show_closest_pairs(averages, n_pairs=1)
    assert capsys.readouterr().out.endswith(":\n4 and 5\n")


# What the readme shows, which another test compares with what the script prints


def test_first_table_adds_up():
    """Its images are those of the test data, and all else follows from the counts."""
    digits, images, found, missed, false_alarms, share, accuracy, always_no = (
        column(i) for i in range(8)
    )
    assert list(digits) == list(range(10))
    assert list(images) == list(np.bincount(LABELS))
    assert list(found + missed) == list(images)
    assert share == pytest.approx(found / images * 100, abs=0.051)
    assert accuracy == pytest.approx(100 - (missed + false_alarms) / 100, abs=0.001)
    assert always_no == pytest.approx(100 - images / 100, abs=0.001)


def test_five_is_the_chapters_five(output):
    """The same figure as from the chapter's own script."""
    (success,) = re.findall(
        r"Success: (\d+)/10000", output("06_real/digit_classifier.py")[-1]
    )
    assert column(6)[5] == pytest.approx(int(success) / 100)


def test_second_table_agrees_with_the_first():
    """Missed images are the same, and the three other digits are not more than those.

    Nor does any digit stand as taken for itself, or as missed like itself.
    """
    confused = r"(\d) \((\d+)\), (\d) \((\d+)\), (\d) \((\d+)\)"
    table = rows(rf" +(\d)  {confused} +(\d+) +(\d+)  {confused}$")
    assert len(table) == 10
    for digit, row in enumerate(table):
        assert row[0] == digit
        assert digit not in row[1:7:2]
        assert digit not in row[9:15:2]
        assert sum(row[2:8:2]) <= column(4)[digit]
        assert row[7] == column(3)[digit]
        assert sum(row[10:16:2]) <= row[7] - row[8]


@pytest.mark.parametrize(
    "what, figures",
    [
        ("by the share that is missed:", -column(2) / column(1)),
        ("by the number of false alarms:", column(4)),
        ("by accuracy, that is by both together:", -column(6)),
    ],
)
def test_orders(what, figures):
    """From the hardest digit to the easiest, as the first table says."""
    (order,) = rows(what + r" +" + " ".join([r"(\d)"] * 10))
    assert sorted(order) == list(range(10))
    assert all(np.diff([figures[int(digit)] for digit in order]) <= 0)
