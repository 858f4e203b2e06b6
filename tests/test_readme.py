"""The readmes speak of what there is, and of all there is."""

import itertools
import re
import shlex

import pytest
from matplotlib.lines import Line2D
from matplotlib.text import Text

from project import (
    CHAPTERS,
    CLAIM_SCRIPTS,
    LIVE,
    LONG,
    PICTURES,
    ROOT,
    SCRIPTS,
    TRAINING,
    in_quick_run,
    lines_of,
    play,
)
from readmes import ENTRIES, entries, in_section, said

README = ROOT / "readme.txt"
READMES = [README, *(path for path in sorted(ROOT.glob("*/readme.txt")))]
TEXT = README.read_text(encoding="utf-8")
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


def scripts_in(text):
    """What looks like a script or a text file with its folder."""
    return re.findall(r"\w+[/\\][\w/\\]+\.(?:py|txt)", text)


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.parent.name)
def test_fits_a_terminal(readme):
    """80 columns; only a command that has to stay in one line may be longer."""
    text = readme.read_text(encoding="utf-8")
    lines = text.splitlines()
    assert [line for line in lines if len(line) > 80 and " && " not in line] == []
    assert "\t" not in text


def test_the_first_readme_is_short():
    """A stranger reads it to its end."""
    assert len(LINES) <= 230


def test_commands():
    """The two lines that set up and test, and others whose files are all there."""
    assert COMMANDS[0] == SET_UP
    assert TESTS in COMMANDS
    assert len(COMMANDS) == 14
    for command in COMMANDS:
        for word in shlex.split(command, posix=False):
            if re.search(r"\.(py|txt)$", word):
                assert (ROOT / word.replace("\\", "/")).is_file(), command


@pytest.mark.parametrize("readme", READMES, ids=lambda path: path.parent.name)
def test_every_file_that_is_named_exists(readme):
    """Also in the sentences; a name counts from the root or the readme's folder."""
    text = readme.read_text(encoding="utf-8")
    names = [name.replace("\\", "/") for name in scripts_in(text)]
    places = (ROOT, readme.parent)
    assert [n for n in names if not any((p / n).is_file() for p in places)] == []
    if readme.parent.name in CHAPTERS:
        bare = re.findall(r"(?<![\w/])\w+\.(?:py|txt)\b", text)
        places = (readme.parent, readme.parent / "solution")
        assert [n for n in bare if not any((p / n).is_file() for p in places)] == []


def in_tree(pattern):
    """The files in the chapters' folders that a pattern finds, sorted."""
    return sorted(
        path.relative_to(ROOT).as_posix()
        for path in ROOT.glob(f"[01][0-9]_*/{pattern}")
    )


def test_every_script_has_one_place():
    """In one readme, in the reader's order, which is the order of the tests' lists."""
    for section, scripts in (
        ("LISTINGS", SCRIPTS),
        ("PICTURES", PICTURES),
        ("LIVE", LIVE),
        ("CLAIMS OF THE PAGE", CLAIM_SCRIPTS),
    ):
        assert [entry.script for entry in in_section(section)] == scripts
    named = [e.script for e in ENTRIES if "/solution/" not in e.script]
    assert sorted(named) == in_tree("*.py")
    assert [e.script for e in ENTRIES if len(" ".join(e.sentences)) < 20] == []


def test_a_name_says_the_kind():
    """The prefix, and no other script has it."""
    for prefix, scripts in (
        ("plot_", PICTURES),
        ("live_", LIVE),
        ("claim_", CLAIM_SCRIPTS),
    ):
        assert in_tree(f"{prefix}*.py") == sorted(scripts)


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_solution_is_named(chapter):
    """In the chapter's readme its own readme, and there each of its scripts."""
    text = (ROOT / chapter / "readme.txt").read_text(encoding="utf-8")
    assert text.count("solution/readme.txt") == 1
    own = (ROOT / chapter / "solution/readme.txt").read_text(encoding="utf-8")
    names = [path.name for path in (ROOT / chapter / "solution").glob("*.py")]
    assert [name for name in names if name not in own] == []


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_listing_says_what_to_expect(chapter):
    """New, Expect, and, but for the loaders, Change; how long it takes."""
    for entry in entries(chapter):
        if entry.section == "LISTINGS":
            assert entry.time
            kinds = [sentence.split(":")[0] for sentence in entry.sentences]
            assert kinds[:2] == ["New", "Expect"]
            assert set(kinds[2:]) <= {"Change"}
            assert (len(kinds) > 2) != entry.script.endswith("mnist.py")


@pytest.mark.parametrize("script", PICTURES)
def test_the_figures_of_the_pictures(script, drawing):
    """A figure in a picture's sentence stands in the picture's own texts."""
    (entry,) = [entry for entry in ENTRIES if entry.script == script]
    figures = re.findall(r"-?\d+\.\d+|\d{3,}", " ".join(entry.sentences))
    figure = drawing(script).figure
    shown = " ".join(text.get_text() for text in figure.findobj(Text))
    lines = " ".join(str(line.get_label()) for line in figure.findobj(Line2D))
    assert [number for number in figures if number not in f"{shown} {lines}"] == []


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
    (entry,) = [entry for entry in ENTRIES if entry.script == named]
    expected = " ".join(said(entry, "Expect: "))
    figures = re.findall(r"\w=\d+\.\d+|\d+\.\d+%", expected)
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


@pytest.mark.chapter("04_hyperspaces")
def test_a_hundred_times_as_long_changes_no_digit(output):
    """Of the eight that the readme and the script name for 1000 iterations."""
    last = output("04_hyperspaces/multiple_regression_without_bias.py")[-1]
    assert last.startswith("Iteration 99999 => Loss: 6.8957613")
