"""The figures on the book's pages, from what each script prints when it is started.

Floating point numbers agree to a relative 1e-10, for the last digits differ between
processors; counts, percentages and figures of few digits agree to the letter.
"""

import re

import numpy as np
import pytest

from project import lines_of, load, play

RELATIVE = 1e-10


def losses(lines, pattern):
    """Iteration and loss of each line, all formatted as on the page."""
    matches = [re.fullmatch(pattern, line) for line in lines]
    assert all(matches), lines[[bool(match) for match in matches].index(False)]
    return {int(match["i"]): float(match["loss"]) for match in matches}


def iteration_lines(decimals):
    """The format of an iteration's line from chapter 2 to chapter 6."""
    return rf"Iteration (?=.{{4}})(?P<i> *\d+) => Loss: (?P<loss>\d+\.\d{{{decimals}}})"


def numbers(line):
    """All numbers of a line."""
    return [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", line)]


def check(values, expected):
    """Check that a dictionary of losses starts at 0, has no gap, and holds expected."""
    assert list(values) == list(range(len(values)))
    for i, value in expected.items():
        assert values[i] == pytest.approx(value, rel=RELATIVE), i


def test_chapter_2_without_bias(output):
    """Trial steps end within a step of the least squares solution."""
    *lines, empty, w_line, prediction = output("02_first/linear_regression.py")
    values = losses(lines, iteration_lines(6))
    check(values, {0: 812.866667})
    assert list(values.values()) == sorted(values.values(), reverse=True)
    assert empty == ""
    assert re.fullmatch(r"w=\d\.\d{3}", w_line)
    assert numbers(w_line) == pytest.approx([1.8436928702], abs=0.01)
    assert re.fullmatch(r"Prediction: x=20 => y=\d\d\.\d\d", prediction)
    assert numbers(prediction)[1] == pytest.approx(20 * numbers(w_line)[0], abs=0.011)


def test_chapter_2_with_bias(output):
    """The format of the page; its figures belong to a smaller learning rate."""
    *lines, empty, w_line, prediction = output(
        "02_first/linear_regression_with_bias.py"
    )
    values = losses(lines, iteration_lines(6))
    check(values, {0: 812.866667})
    assert list(values.values()) == sorted(values.values(), reverse=True)
    assert empty == ""
    assert re.fullmatch(r"w=\d\.\d{3}, b=\d\d\.\d{3}", w_line)
    assert re.fullmatch(r"Prediction: x=20 => y=\d\d\.\d\d", prediction)


def test_chapter_2_with_the_learning_rate_of_the_page():
    """A reader who sets lr=0.0001 sees the page's figures; 7 s of a processor."""
    *lines, empty, w_line, prediction = lines_of(
        "02_first/linear_regression_with_bias.py",
        {"iterations": "200000", "lr": "0.0001"},
    )
    values = losses(lines, iteration_lines(6))
    assert len(values) == 157778
    assert lines[-1] == "Iteration 157777 => Loss: 22.842737"
    assert empty == ""
    assert w_line == "w=1.081, b=13.171"
    assert prediction == "Prediction: x=20 => y=34.80"


@pytest.mark.parametrize("name", ["linear_regression", "linear_regression_with_bias"])
def test_chapter_2_says_when_it_has_not_converged(name):
    """Running out of iterations is an error, in one line."""
    played = play(f"02_first/{name}.py", {"iterations": "50"})
    assert played.error == "Couldn't converge within 50 iterations"
    assert len(played.lines) == 50


def test_chapter_3_without_bias(output):
    """A hundred steps down the slope of one weight."""
    *lines, empty, w_line = output("03_gradient/gradient_descent_without_bias.py")
    values = losses(lines, iteration_lines(10))
    assert len(values) == 100
    check(
        values,
        {
            0: 812.8666666667,
            1: 304.3630879787,
            2: 143.5265791020,
            98: 69.1209628275,
            99: 69.1209628275,
        },
    )
    assert empty == ""
    assert re.fullmatch(r"w=\d\.\d{10}", w_line)
    assert numbers(w_line) == pytest.approx([1.8436928702], rel=RELATIVE)


def test_chapter_3_final(output):
    """Weight and bias together: more digits than chapter 2, in fewer iterations."""
    *lines, empty, w_line, prediction = output("03_gradient/gradient_descent_final.py")
    values = losses(lines, iteration_lines(10))
    assert len(values) == 20000
    check(values, {0: 812.8666666667, 19999: 22.8427367616})
    assert empty == ""
    assert re.fullmatch(r"w=\d\.\d{10}, b=\d\d\.\d{10}", w_line)
    assert numbers(w_line) == pytest.approx([1.0811301700, 13.1722676564], rel=RELATIVE)
    assert prediction == "Prediction: x=20 => y=34.79"


def test_chapter_4_without_bias(output):
    """A line for each of the 100000 iterations, and a loss that never rises."""
    values = losses(
        output("04_hyperspaces/multiple_regression_without_bias.py"),
        iteration_lines(20),
    )
    assert len(values) == 100000
    check(values, {0: 1333.5666666666666})
    assert np.all(np.diff(list(values.values())) <= 1e-12)


def test_chapter_4_final(output):
    """The five predictions of the page."""
    lines = output("04_hyperspaces/multiple_regression_final.py")
    start = lines.index("")
    values = losses(lines[:start], iteration_lines(20))
    assert len(values) == 100000
    check(values, {0: 1333.5666666666666})
    weights, empty, title, *predictions = lines[start + 1 :]
    assert weights.startswith("Weights: ")
    assert len(numbers(weights)) == 4
    assert empty == ""
    assert title == "A few predictions:"
    assert predictions == [
        "X[0] -> 45.8717 (label: 44)",
        "X[1] -> 23.2502 (label: 23)",
        "X[2] -> 28.5192 (label: 28)",
        "X[3] -> 58.2355 (label: 60)",
        "X[4] -> 42.8009 (label: 42)",
    ]


def test_chapter_5(output):
    """25 of 30 evenings."""
    *lines, empty, success = output("05_discerning/classifier.py")
    values = losses(lines, iteration_lines(20))
    assert len(values) == 10000
    check(values, {0: np.log(2)})
    assert list(values.values()) == sorted(values.values(), reverse=True)
    assert empty == ""
    assert success == "Success: 25/30 (83.33%)"


def test_chapter_6(output):
    """The binary classifier does better than one that always says no."""
    *lines, empty, success = output("06_real/digit_classifier.py")
    values = losses(lines, iteration_lines(20))
    assert len(values) == 100
    check(values, {0: np.log(2)})
    assert empty == ""
    counts = re.fullmatch(r"Success: (\d+)/10000 \((\d\d\.\d\d)%\)", success)
    assert int(counts[1]) / 100 == float(counts[2])
    always_no = 10000 - 892
    assert int(counts[1]) > always_no


CHAPTER_7 = r"(?P<i>\d+) - Loss: (?P<loss>\d+\.\d{20}), (?P<accuracy>\d+\.\d\d)%"
LOSSES_7 = {
    0: 6.93147180559945,
    1: 8.43445687508333,
    2: 5.51204748892387,
    3: 2.95687007359365,
    200: 0.85863196488041,
}
ACCURACIES_7 = {0: "9.80", 1: "68.04", 2: "68.10", 3: "68.62", 200: "90.32"}


def check_chapter_7(lines, n_lines):
    """Lines of chapter 7's training, or its first ones, against the page."""
    assert len(lines) == n_lines
    values = losses(lines, CHAPTER_7)
    check(values, {i: loss for i, loss in LOSSES_7.items() if i < n_lines})
    shown = {i: re.fullmatch(CHAPTER_7, lines[i])["accuracy"] for i in values}
    assert {i: shown[i] for i in ACCURACIES_7 if i < n_lines}.items() <= (
        ACCURACIES_7.items()
    )


@pytest.mark.chapter("07_final")
def test_chapter_7_fast(output):
    """All 201 lines; 20 s of a processor, which other tests of the chapter share."""
    check_chapter_7(output("07_final/mnist_classifier_fast.py"), 201)


@pytest.mark.chapter("07_final")
def test_chapter_7_starts_and_ends_as_the_page(played, capsys):
    """The plain script's first 4 steps, and its last line; 3 s of a processor.

    Its last report is that on the weights to which the fast version has come.
    """
    first = lines_of("07_final/mnist_classifier.py", {"iterations": "4"})
    check_chapter_7(first, 5)
    fast = played("07_final/mnist_classifier_fast.py")
    same = [losses(lines, CHAPTER_7) for lines in (first, fast.lines[:5])]
    assert same[0] == pytest.approx(same[1], rel=RELATIVE)

    data = load("07_final/mnist.py")
    load("07_final/mnist_classifier.py").report(
        200, data.X_train, data.Y_train, data.X_test, data.Y_test, fast.names["w"]
    )
    (last,) = capsys.readouterr().out.splitlines()
    match = re.fullmatch(CHAPTER_7, last)
    assert float(match["loss"]) == pytest.approx(LOSSES_7[200], rel=RELATIVE)
    assert match["accuracy"] == ACCURACIES_7[200]


@pytest.mark.slow
@pytest.mark.chapter("07_final")
def test_chapter_7(output):
    """All ten digits, to 90.32 %, by the plain script from its start to its end."""
    check_chapter_7(output("07_final/mnist_classifier.py"), 201)
