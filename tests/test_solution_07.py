"""The solution of chapter 7: the Sonar data, their split, and the minesweeper."""

import contextlib
import hashlib
import io
import re
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import test_pictures
from project import ROOT, load, run

FILE = ROOT / "data" / "sonar" / "sonar.all-data"
README = (ROOT / "07_final/solution/readme.txt").read_text(encoding="utf-8")
PICTURE = "07_final/solution/plot_overfitting.py"
ROWS = [line.split(",") for line in FILE.read_text(encoding="utf-8").split()]

chapter = load("07_final/mnist_classifier.py")


@pytest.fixture(scope="module")
def solution():
    """A function that loads one of the solution's scripts."""
    search_path = sys.path.copy()
    yield lambda name: load(f"07_final/solution/{name}.py")
    sys.path[:] = search_path


@pytest.fixture(scope="module")
def sonar(solution):
    """The loader."""
    return solution("sonar")


# The data


def test_the_file_is_the_original():
    """As the data's readme has it."""
    checksum = hashlib.sha256(FILE.read_bytes()).hexdigest()
    assert checksum in (ROOT / "data/readme.txt").read_text(encoding="utf-8")


def test_loads_every_row(sonar):
    """All numbers, in the file's order, with the bias in front; 1 for a mine."""
    assert sonar.X.shape == (208, 61)
    assert np.all(sonar.X[:, 0] == 1)
    for x, y, row in zip(sonar.X, sonar.Y, ROWS, strict=True):
        assert list(x[1:]) == [float(number) for number in row[:60]]
        assert list(y) == [int(row[60] == "M")]


@given(st.integers(0, 2**32))
def test_no_row_is_in_both_parts(sonar, seed):
    """Nor is one lost, or parted from its label, whatever the seed."""
    X_train, X_test, Y_train, Y_test = sonar.split(sonar.X, sonar.Y, seed)
    assert X_train.shape == (160, 61)
    assert X_test.shape == (48, 61)
    parts = [np.hstack((X_train, Y_train)), np.hstack((X_test, Y_test))]
    training, test = (set(map(tuple, part)) for part in parts)
    everything = set(map(tuple, np.hstack((sonar.X, sonar.Y))))
    assert len(everything) == 208
    assert training | test == everything
    assert training & test == set()


def test_the_split_is_shuffled_and_stays_the_same(sonar):
    """Both classes in both parts, the same rows each time, others for another seed."""
    for Y in (sonar.Y_train_unencoded, sonar.Y_test):
        assert 0.3 < np.mean(Y) < 0.7
    X_train, X_test, Y_train, Y_test = sonar.split(sonar.X, sonar.Y, seed=0)
    np.testing.assert_array_equal(X_train, sonar.X_train)
    np.testing.assert_array_equal(X_test, sonar.X_test)
    np.testing.assert_array_equal(Y_train, sonar.Y_train_unencoded)
    np.testing.assert_array_equal(Y_test, sonar.Y_test)
    assert not np.array_equal(X_test, sonar.split(sonar.X, sonar.Y, seed=1)[1])


def test_one_hot_for_the_training_only(sonar):
    """The shapes that the chapter's train expects."""
    assert sonar.Y_train.shape == (160, 2)
    assert sonar.Y_test.shape == (48, 1)
    np.testing.assert_array_equal(sonar.Y_train[:, [1]], sonar.Y_train_unencoded)
    assert np.all(sonar.Y_train.sum(axis=1) == 1)


def test_the_loader_alone(sonar, output):
    """It counts what is in the two parts."""
    n_train, n_test = np.sum(sonar.Y_train_unencoded), np.sum(sonar.Y_test)
    assert output("07_final/solution/sonar.py") == [
        f"training: {160 - n_train} rocks and {n_train} mines",
        f"test: {48 - n_test} rocks and {n_test} mines",
    ]


DAMAGE = {
    "missing": lambda file: file.unlink(),
    "empty": lambda file: file.write_text(""),
    "cut off": lambda file: file.write_text(file.read_text()[:50000]),
    "a row too few": lambda file: file.write_text(
        "\n".join(file.read_text().splitlines()[:-1])
    ),
    "a row without its label": lambda file: file.write_text(
        file.read_text().replace(",M\n", "\n", 1)
    ),
    "another label": lambda file: file.write_text(
        file.read_text().replace(",M\n", ",X\n", 1)
    ),
    "no label": lambda file: file.write_text(
        file.read_text().replace(",M\n", ",\n", 1)
    ),
    "a word": lambda file: file.write_text(file.read_text().replace("0.02", "many", 1)),
    "no number": lambda file: file.write_text(
        file.read_text().replace("0.0200", "nan", 1)
    ),
    "too large": lambda file: file.write_text(
        file.read_text().replace("0.0200", "2.0000", 1)
    ),
    "not text": lambda file: file.write_bytes(b"\xff\xfe" + file.read_bytes()),
    "folder": lambda file: (file.unlink(), file.mkdir()),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_damaged_file(damage, sonar, tmp_path):
    """The program ends, and the line that it ends with names the file."""
    file = tmp_path / "sonar.all-data"
    file.write_bytes(FILE.read_bytes())
    sonar.load_sonar(file)
    DAMAGE[damage](file)
    with pytest.raises(OSError) as stop:
        sonar.load_sonar(file)
    message = str(stop.value)
    assert message.startswith(f"Cannot read {file}, please replace it: ")
    assert "\n" not in message


def test_damaged_file_as_the_reader_sees_it(project_copy):
    """One line."""
    file = project_copy / "data" / "sonar" / "sonar.all-data"
    file.unlink()
    process = run(project_copy / "07_final/solution/minesweeper.py")
    assert process.returncode == 1
    assert process.stdout == ""
    assert process.stderr.startswith(f"Cannot read {file}, please replace it: ")
    assert process.stderr.count("\n") == 1


# The minesweeper


@pytest.fixture(scope="module")
def reports(sonar):
    """What the chapter's train prints for the Sonar data, by iteration: two numbers."""
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        chapter.train(
            sonar.X_train, sonar.Y_train, sonar.X_test, sonar.Y_test, 20000, 0.01
        )
    words = [line.split() for line in printed.getvalue().splitlines()]
    return {
        int(iteration): (float(loss.rstrip(",")), float(accuracy.rstrip("%")))
        for iteration, _, _, loss, accuracy in words
    }


def test_the_minesweeper_passes(output):
    """At least 75 % of the 48 rows."""
    last = output("07_final/solution/minesweeper.py")[-1]
    (n_correct,) = re.findall(r"^Correct: (\d+)/48 \(\d\d\.\d\d%\)$", last)
    assert int(n_correct) / 48 >= 0.75


def test_the_minesweeper_is_the_chapters_classifier(output, reports):
    """Every line of its table is one that the chapter's train prints."""
    table = [
        line.split()
        for line in output("07_final/solution/minesweeper.py")
        if re.match(r" +\d+  \d\.\d{4} ", line)
    ]
    assert [int(row[0]) for row in table] == list(range(0, 20001, 2000))
    for iteration, loss, accuracy in table:
        expected_loss, expected_accuracy = reports[int(iteration)]
        assert float(loss) == pytest.approx(expected_loss, abs=0.0001)
        assert float(accuracy.rstrip("%")) == expected_accuracy


def test_answers_are_counted_right(solution, capsys):
    """A hand-made classifier that says mine whenever its input is positive."""
    w = np.array([[-1.0, 1.0]])
    X = np.array([[1.0], [2.0], [-1.0], [3.0], [-2.0]])
    labels = np.array([[1], [1], [1], [0], [0]])
    solution("minesweeper").show_answers(X, labels, w)
    _, rocks, mines, success = capsys.readouterr().out.splitlines()
    assert rocks.split() == ["2", "rocks", "1", "1"]
    assert mines.split() == ["3", "mines", "1", "2"]
    assert success == "Correct: 3/5 (60.00%)"


@pytest.mark.parametrize(
    "n_reports, shown", [(1, [0]), (4, [0, 1, 2, 3]), (26, [0, 13, 25])]
)
def test_progress_for_any_number_of_iterations(n_reports, shown, solution, capsys):
    """The first and the last line are always there."""
    lines = [f"{i} - Loss: {i}.00000000000000000000, 50.00%" for i in range(n_reports)]
    solution("minesweeper").show_progress(lines, n_lines=2 if n_reports > 10 else 10)
    printed = capsys.readouterr().out.splitlines()[1:]
    assert [int(line.split()[0]) for line in printed] == shown


# Watching it for longer, and on other splits


def test_watched_is_what_train_reports(solution, sonar, reports):
    """The same losses and accuracies, at the moments that are asked for."""
    moments = [0, 1, 30, 1000]
    split = sonar.split(sonar.X, sonar.Y, seed=0)
    measured = solution("overfitting").watch(*split, moments, lr=0.01)
    assert measured.shape == (4, 2, 2)
    for (training, test), moment in zip(measured, moments, strict=True):
        loss, accuracy = reports[moment]
        assert training[0] == pytest.approx(loss, rel=1e-9)
        assert test[1] == pytest.approx(accuracy, abs=0.005)


def test_each_split_is_watched(solution, sonar):
    """Those of the seeds 0, 1, 2, and sonar.py's is the first."""
    overfitting = solution("overfitting")
    measured = overfitting.watch_splits(n_splits=3, moments=[5, 20], lr=0.5)
    assert measured.shape == (3, 2, 2, 2)
    for seed in range(3):
        split = sonar.split(sonar.X, sonar.Y, seed)
        alone = overfitting.watch(*split, [5, 20], lr=0.5)
        np.testing.assert_array_equal(measured[seed], alone)


def test_hundred_splits_add_up():
    """A hundred stars, and mean and deviation are those of the stars."""
    stars = re.findall(r"^ {4} +(\d+) +(\d+\.\d+) %   (\*+)$", README, re.MULTILINE)
    accuracies = [100 * int(n) / 48 for n, _, splits in stars for _ in splits]
    assert len(accuracies) == 100
    for n, accuracy, _ in stars:
        assert float(accuracy) == pytest.approx(100 * int(n) / 48, abs=0.005)
    (mean,) = re.findall(r"mean +(\d+\.\d) %", README)
    assert float(mean) == pytest.approx(np.mean(accuracies), abs=0.05)
    (deviation,) = re.findall(r"standard deviation +(\d+\.\d) points", README)
    assert float(deviation) == pytest.approx(np.std(accuracies), abs=0.05)
    (n_passed,) = re.findall(r"splits with 75 % or more +(\d+)", README)
    assert int(n_passed) == sum(accuracy >= 75 for accuracy in accuracies)


def test_tosses_of_a_coin(solution, capsys):
    """The spread of real tosses."""
    tosses = np.random.default_rng(0).binomial(48, 0.75, size=100000) * 100 / 48
    solution("hundred_shuffles").show_spread(tosses, n_rows=48)
    measured, chance = re.findall(r"(\d+\.\d) points", capsys.readouterr().out)
    assert float(measured) == pytest.approx(float(chance), abs=0.1)


# Wrong turns, and chapter 5


def test_unshuffled_the_test_has_mines_only(output):
    """All of the first class are in the training."""
    lines = output("07_final/solution/wrong_turns.py")
    training, test = "\n".join(lines).split("The last 48 rows:")
    assert " 97 rocks " in training
    assert " 63 mines " in training
    assert re.search(r"  0 rocks +0 +0\n", test)
    assert " 48 mines " in test


def test_large_learning_rates_stop_in_words(output):
    """And the small ones do not stop."""
    lines = output("07_final/solution/wrong_turns.py")
    stopped = [line.split()[0] for line in lines if "Stopped: " in line]
    went_on = [line.split()[0] for line in lines if " % right in the test" in line]
    assert stopped == ["10", "100"]
    assert went_on == ["0.001", "0.01", "0.1", "1"]


def test_the_logarithm_breaks_where_it_is_said(output):
    """Between 36 and 37 the sigmoid becomes 1."""
    lines = output("07_final/solution/wrong_turns.py")[-3:]
    assert [line.split()[-1] for line in lines] == ["-10", "-36", "-inf"]


def test_two_columns_are_one_and_its_opposite(solution, output):
    """The weights, the answers, and twice the loss."""
    two_columns = solution("two_columns")
    w_one, w_two = two_columns.train_both(iterations=300, lr=0.1)
    assert np.abs(w_one).max() > 0.1
    np.testing.assert_allclose(w_two, np.hstack((-w_one, w_one)), atol=1e-12)

    lines = output("07_final/solution/two_columns.py")
    one, two = re.findall(r"column\S? +(\d\.\d{4}) ", "\n".join(lines))
    assert float(two) == pytest.approx(2 * float(one), abs=0.0002)
    assert "The same answer to 208 of 208 rows." in lines


# The picture


@pytest.mark.parametrize(
    "check",
    [
        test_pictures.test_is_drawn_and_written,
        test_pictures.test_says_what_to_see,
        test_pictures.test_nothing_is_cut_off,
        test_pictures.test_no_texts_overlap,
    ],
)
def test_as_every_picture(check, drawing):
    """The checks of the chapters' pictures."""
    check(PICTURE, drawing)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is a screen")
def test_without_a_screen(tmp_path):
    """One line, before the training."""
    test_pictures.test_without_a_screen(PICTURE, tmp_path)


@pytest.mark.slow
def test_the_curves_turn_where_the_titles_say(drawing):
    """The cross is the lowest loss on unseen rows, and learned rows only get better."""
    loss, accuracy = drawing(PICTURE, small=False).axes
    learned, unseen, cross = loss.lines
    assert np.all(np.diff(learned.get_ydata()) < 0)
    lowest = np.argmin(unseen.get_ydata())
    assert tuple(cross.get_xydata()[0]) == tuple(unseen.get_xydata()[lowest])
    assert 0 < lowest < len(unseen.get_ydata()) - 1
    assert f" {unseen.get_xdata()[lowest]} iterations" in loss.get_title()
    assert unseen.get_ydata()[-1] > unseen.get_ydata()[lowest] + 0.1

    learned, unseen = accuracy.lines
    assert f"{unseen.get_ydata().max():.1f} %" in accuracy.get_title()
    assert unseen.get_ydata()[-1] < unseen.get_ydata().max()
    assert learned.get_ydata()[-1] > 90
    assert learned.get_linestyle() != unseen.get_linestyle()


def test_the_curves_are_averages_of_the_splits(drawing, solution):
    """Ten steps, trained again."""
    measured = solution("overfitting").watch_splits(n_splits=3, moments=[10], lr=0.5)
    average = measured.mean(axis=0)[0]
    for i, ax in enumerate(drawing(PICTURE).axes):
        for j, line in enumerate(ax.lines[:2]):
            (at_ten,) = line.get_ydata()[line.get_xdata() == 10]
            assert at_ten == pytest.approx(average[j, i])
