"""readme.txt speaks of what there is, and of all there is."""

import itertools
import re
import shlex
from pathlib import Path

import pytest
from matplotlib.lines import Line2D
from matplotlib.text import Text

from project import (
    CHAPTERS,
    CLAIM_SCRIPTS,
    LONG,
    PICTURES,
    ROOT,
    SCRIPTS,
    TRAINING,
    in_quick_run,
    lines_of,
    play,
)

TEXT = (ROOT / "readme.txt").read_text(encoding="utf-8")
LINES = TEXT.splitlines()
COMMANDS = [
    line.strip()
    for line in LINES
    if re.match(r"  (python|py|source|conda|\.venv)\S* ", line)
    or re.match(r"  \.venv\\\S+$", line)
]
SET_UP = (
    "python3 -m venv .venv && .venv/bin/pip install -r requirements.txt"
    " && .venv/bin/python 07_final/mnist_classifier.py"
)
# They print the same; the plain one takes its time.
PLAIN, FAST = "07_final/mnist_classifier.py", "07_final/mnist_classifier_fast.py"
TESTS = ".venv/bin/pip install -r tests/requirements.txt && .venv/bin/python -m pytest"


def section(title):
    """The lines between a title and the next one."""
    start = LINES.index(title) + 2
    titles = [i for i, line in enumerate(LINES) if re.fullmatch("=+", line)]
    return LINES[start : next((i - 1 for i in titles if i > start), len(LINES))]


def scripts_in(text):
    """What looks like a script or a text file with its folder."""
    return re.findall(r"\w+[/\\][\w/\\]+\.(?:py|txt)", text)


def test_fits_a_terminal():
    """80 columns; only a command that has to stay in one line may be longer."""
    assert [line for line in LINES if len(line) > 80 and " && " not in line] == []
    assert "\t" not in TEXT


def test_commands():
    """The two lines that set up and test, and others whose files are all there."""
    assert COMMANDS[0] == SET_UP
    assert TESTS in COMMANDS
    assert len(COMMANDS) == 17
    for command in COMMANDS:
        for word in shlex.split(command, posix=False):
            if re.search(r"\.(py|txt)$", word):
                assert (ROOT / word.replace("\\", "/")).is_file(), command


def test_every_file_that_is_named_exists():
    """Also in the sentences."""
    names = [name.replace("\\", "/") for name in scripts_in(TEXT)]
    assert names
    assert [name for name in names if not (ROOT / name).is_file()] == []


def table(title, row):
    """The rows of a readme's table: the script with its folder, and what it says."""
    folder, rows = None, {}
    for line in section(title):
        if heading := re.match(r"\d+ +(\d\d_\w+)/", line):
            folder = heading[1]
        elif named := re.match(row, line):
            script = f"{folder}/{named[1]}"
            rows[script] = ""
        elif line.startswith(" " * 10):
            rows[script] = f"{rows[script]} {line.strip()}".strip()
    return rows


def in_tree(pattern):
    """The files in the chapters' folders that a pattern finds, sorted."""
    return sorted(
        path.relative_to(ROOT).as_posix()
        for path in ROOT.glob(f"[01][0-9]_*/{pattern}")
    )


def test_every_script_is_in_the_table():
    """In the reader's order, which is the order of the tests' own list."""
    named = r"      (\w+\.py) .* (?:under )?\d+ (?:s|min|h)$"
    rows = table("CHAPTER BY CHAPTER", named)
    assert list(rows) == SCRIPTS
    assert all(rows.values())
    shared = [f"{c}/{m}.py" for c in CHAPTERS for m in ("picture", "terminal")]
    shared += [f"{c}/idx.py" for c in CHAPTERS if c >= "06"]
    shared += [f"11_training/{m}.py" for m in ("gradient_check", "kept_weights")]
    assert sorted([*rows, *PICTURES, *CLAIM_SCRIPTS, *shared]) == in_tree("*.py")


def test_every_picture_is_in_the_table():
    """With the sentence that it proves, in the reader's order."""
    rows = table("PICTURES", r"      (\w+\.py)$")
    assert list(rows) == PICTURES
    assert [script for script, sentence in rows.items() if len(sentence) < 20] == []


def test_every_solution_is_named():
    """One for each chapter, in order."""
    named = re.findall(r"\d\d_\w+/solution/readme\.txt", TEXT)
    assert named == [f"{chapter}/solution/readme.txt" for chapter in CHAPTERS]


@pytest.mark.parametrize("script", PICTURES)
def test_the_figures_of_the_pictures(script, drawing):
    """A figure in a picture's sentence stands in the picture's own texts."""
    rows = table("PICTURES", r"      (\w+\.py)$")
    figures = re.findall(r"-?\d+\.\d+|\d{3,}", rows[script])
    figure = drawing(script).figure
    shown = " ".join(text.get_text() for text in figure.findobj(Text))
    lines = " ".join(str(line.get_label()) for line in figure.findobj(Line2D))
    assert [number for number in figures if number not in f"{shown} {lines}"] == []


def test_every_script_has_something_to_tweak():
    """Every script but the loaders."""
    text = "\n".join(section("HOW TO READ ALONG"))
    named = re.findall(r"^  (\d\d_\w+/\w+\.py)$", text, re.M)
    assert named == [script for script in SCRIPTS if not script.endswith("mnist.py")]


@pytest.mark.parametrize(
    "script, lr",
    [("05_discerning/classifier.py", "0.1"), ("06_real/digit_classifier.py", "1e-4")],
)
@pytest.mark.parametrize("m", in_quick_run([10000, None], 10000))
def test_a_loss_that_leaps(script, lr, m):
    """Up and down, as the readme says; a sure and right answer does not break it."""
    lines = lines_of(script, {"lr": lr, "iterations": "100"}, m=m)
    losses = [float(line.split()[-1]) for line in lines if line.startswith("Iter")]
    ups = sum(after > before for before, after in itertools.pairwise(losses))
    assert 20 < ups < 80


@pytest.mark.parametrize(
    "named, script",
    [
        (PLAIN, FAST),
        *(
            pytest.param(s, s, marks=[pytest.mark.slow] if s == PLAIN else [])
            for s in TRAINING
            if s not in LONG
        ),
    ],
)
def test_the_figures_of_the_table(named, script, output):
    """As the scripts print them."""
    table = "\n".join(section("CHAPTER BY CHAPTER"))
    sentence = table.partition(f" {Path(named).name} ")[2].split("\n")[1]
    figures = re.findall(r"\w=\d+\.\d+|\d+\.\d+%", sentence)
    lines = "\n".join(output(script)[-8:])
    assert [figure for figure in figures if figure not in lines] == []


@pytest.mark.parametrize("script", in_quick_run([PLAIN, FAST], FAST))
def test_the_first_run_ends_as_promised(script, output):
    """The readme's line is the classifier's last one."""
    promised = next(line.strip() for line in LINES if line.startswith("  200 - Loss"))
    printed_line = output(script)[-1]
    assert promised[:22] == printed_line[:22]
    assert promised[-8:] == printed_line[-8:]


@pytest.mark.parametrize(
    "script, hyperparameters, ending",
    [
        ("02_first/linear_regression.py", {"lr": "0.1"}, "w=1.800"),
        (
            "02_first/linear_regression.py",
            {"lr": "0.0001"},
            "Couldn't converge within 10000 iterations",
        ),
        ("03_gradient/gradient_descent_final.py", {"iterations": "2000"}, "w=1.34"),
        ("03_gradient/gradient_descent_final.py", {"iterations": "2000"}, "b=8.66"),
        (
            "04_hyperspaces/multiple_regression_without_bias.py",
            {"iterations": "1000"},
            "Iteration  999 => Loss: 6.8957613",
        ),
        (
            "04_hyperspaces/multiple_regression_final.py",
            {"iterations": "1000"},
            "Weights: [[0.105",
        ),
        ("05_discerning/classifier.py", {"lr": "0.01"}, "Success: 29/30"),
        ("05_discerning/classifier.py", {"lr": "1"}, "Stopped: the loss is now"),
        ("06_real/digit_classifier.py", {"lr": "1e-3"}, "Stopped: the loss is now"),
        ("06_real/digit_classifier.py", {"iterations": "20"}, "94.37%"),
        ("07_final/mnist_classifier.py", {"lr": "1e-4"}, "Stopped: the loss is now"),
    ],
)
def test_what_to_tweak(script, hyperparameters, ending):
    """What the readme and the scripts say will happen, happens."""
    played = play(script, hyperparameters)
    stops = ending.startswith(("Couldn't", "Stopped"))
    assert ending in (played.error if stops else "\n".join(played.lines))
    assert (played.error is not None) == stops
    assert played.progress == ""
    assert "nan" not in "\n".join(played.lines)


def test_a_hundred_times_as_long_changes_no_digit(output):
    """Of the eight that the readme and the script name for 1000 iterations."""
    last = output("04_hyperspaces/multiple_regression_without_bias.py")[-1]
    assert last.startswith("Iteration 99999 => Loss: 6.8957613")
