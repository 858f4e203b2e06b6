"""Chapter 7's exercise, the minesweeper: loader, split, tweaks, claims and picture."""

import re
import shutil

import numpy as np
import pytest

from project import ROOT, load, play, run

SOLUTION = "07_final/solution"
chapter = load("07_final/mnist_classifier.py")
sonar = load(f"{SOLUTION}/sonar.py")
overfitting = load(f"{SOLUTION}/overfitting.py")
FEW = {"iterations=20000": "iterations=200"}
QUICK = {"n_splits=100": "n_splits=3", "5000, 10000, 20000": "5000"}

# Script, what is changed in its run, and what a reader then sees.
TABLE = [
    ("sonar", {}, "training: 71 rocks and 89 mines\ntest: 26 rocks and 22 mines"),
    ("minesweeper", {}, "\n20000 - Loss: 0.838421037502"),
    ("minesweeper", {}, " 22 mines             0          22\nCorrect: 38/48 (79.17%)"),
    ("minesweeper", {"20000, lr=0.01": "2000, lr=0.1"}, "2000 - Loss: 0.838"),
    ("minesweeper", {"20000": "0"}, "0 - Loss: 1.3862943611"),
    ("minesweeper", {"lr=0.01": "lr=100"}, "Stopped: the loss is now"),
    ("wrong_turns", FEW, "\n  0 rocks             0           0\n 48 mines "),
    ("wrong_turns", FEW, "To say mine every time would be right in 100%."),
    ("wrong_turns", FEW, "10   iteration 2: Stopped: the loss is now nan\n"),
    ("wrong_turns", FEW, "z = 36: 1 - y_hat = 2.2e-16, its logarithm -36\nz = 37: "),
    ("wrong_turns", {**FEW, "[0.001, 0.01, 0.1, 1, 10, 100]": "[5]"}, "5   loss 1.40"),
    ("two_columns", {"20000": "200"}, "The same answer to 208 of 208 rows."),
    ("two_columns", {"20000": "200"}, "apart from the sign: 0.000000"),
    ("two_columns", {"20000, 0.01": "20, 100"}, "Stopped: the loss is now"),
    ("overfitting", QUICK, "Averages over splits: 3\n"),
    ("overfitting", {"[0, 10, ": "[10, 0, "}, "please give them in order, from 0."),
    ("overfitting", {"lr=0.5": "lr=50"}, "Stopped: the loss is now"),
    ("hundred_shuffles", {"n_splits=100": "n_splits=2", "20000": "200"}, "\nmean   "),
    (
        "hundred_shuffles",
        {"n_splits=100": "n_splits=2", "20000": "200"},
        "\nstandard dev",
    ),
    ("hundred_shuffles", {"20000": "-1"}, "please give them in order, from 0."),
    ("plot_overfitting", {"100, 20000": "2, 50"}, "lowest at iteration 50\n"),
    ("plot_overfitting", {"100, 20000": "2, 50"}, "(averages over splits: 2)"),
]


@pytest.mark.parametrize("script, changes, expected", TABLE)
def test_what_a_reader_sees(script, changes, expected):
    """In the lines that are printed, the line at the end, or the picture."""
    assert expected in play(f"{SOLUTION}/{script}.py", changes).said


def test_loader_and_split(tmp_path):
    """All rows of the file, once each, with their labels; damaged files are named."""
    rows = np.column_stack((sonar.X, sonar.Y)).tolist()
    parts = sonar.split(sonar.X, sonar.Y, seed=5)
    assert [len(part) for part in parts] == [160, 48, 160, 48]
    mixed = np.vstack([np.hstack(parts[::2]), np.hstack(parts[1::2])]).tolist()
    assert sorted(mixed) == sorted(rows) != mixed
    assert sonar.Y.sum() == 111
    assert (sonar.X[:, 0] == 1).all()
    assert sonar.one_hot_encode(np.array([[1], [0]])).tolist() == [[0, 1], [1, 0]]

    text = sonar.FILE.read_text(encoding="utf-8")
    for damaged, complaint in [
        (text[:1000], ""),
        (text[text.index("\n") + 1 :], r"shape \(207, 60\)"),
        (text.replace("R", "Q", 1), "'Q' is not in list"),
        (text.replace("0.0200", "nan", 1), "from nan to nan"),
        (text.replace("0.0200", "2.0200", 1), "to 2.02"),
        (text.replace("0.0200", "x", 1), "could not convert"),
    ]:
        file = tmp_path / "sonar.all-data"
        file.write_text(damaged, encoding="utf-8")
        with pytest.raises(ValueError, match=f"Cannot read .* 208 lines .*{complaint}"):
            sonar.load_sonar(file)


def test_what_is_measured_at_checkpoints(capsys):
    """What the chapter's own train has reached after so many iterations."""
    found = overfitting.watch_splits(2, [0, 3, 7], lr=0.5)
    assert found.shape == (4, 2, 3)
    for seed in (0, 1):
        X_train, X_test, labels_train, labels_test = sonar.split(sonar.X, sonar.Y, seed)
        Y_train, Y_test = map(sonar.one_hot_encode, (labels_train, labels_test))
        for i, iterations in enumerate([0, 3, 7]):
            w = chapter.train(X_train, Y_train, X_test, labels_test, iterations, lr=0.5)
            assert found[:, seed, i] == pytest.approx(
                [
                    chapter.loss(X_train, Y_train, w),
                    chapter.loss(X_test, Y_test, w),
                    100 * np.mean(chapter.classify(X_train, w) == labels_train),
                    100 * np.mean(chapter.classify(X_test, w) == labels_test),
                ]
            )


def test_encoded_test_labels_look_perfect(capsys):
    """What the readme warns of: any weights seem to be right in 100 %."""
    Y_test = sonar.one_hot_encode(sonar.Y_test)
    chapter.train(sonar.X_train, sonar.Y_train, sonar.X_test, Y_test, 2, lr=0.01)
    assert capsys.readouterr().out.count(", 100.00%") == 3


def test_a_readers_own_modules_are_left_alone(tmp_path):
    """His sonar.py beside the classifier hides nothing of the solution."""
    shutil.copytree(ROOT / "07_final", tmp_path / "07_final")
    shutil.copytree(ROOT / "data" / "sonar", tmp_path / "data" / "sonar")
    for name in ("sonar", "minesweeper", "overfitting"):
        own = tmp_path / f"07_final/{name}.py"
        own.write_text("raise RuntimeError('the reader')\n", encoding="utf-8")
    done = run(tmp_path / f"{SOLUTION}/wrong_turns.py")
    assert done.stdout.splitlines()[-1].endswith("-inf"), done.stderr
    assert "\nz = 10: 1 - y_hat = 4.5e-05, its logarithm -10\n" in done.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    "script", ["hundred_shuffles", "overfitting", "wrong_turns", "two_columns"]
)
def test_figures_of_the_readme(script):
    """Every line of it is printed; some 30 s for two of the scripts."""
    readme = (ROOT / SOLUTION / "readme.txt").read_text(encoding="utf-8")
    shown = re.search(rf"/{script}\.py\n((?:    .*\n|\n)+)", readme)[1].splitlines()
    lines = ["", "...", *play(f"{SOLUTION}/{script}.py").lines]
    assert [line for line in shown if line[4:] not in lines] == []
