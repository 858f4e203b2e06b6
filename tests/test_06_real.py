"""Chapter 6: figures of the page, the data, pictures, and the hardest digit."""

import gzip
import re

import numpy as np
import pytest

from project import ROOT, load, play

CLASSIFIER, TEN = "digit_classifier.py", "solution/ten_digits.py"
RANDOM, ONE = "plot_random_digits.py", "plot_one_digit.py"
STOPPED = "Stopped: the loss is now nan, no longer a finite number."
SIX = {"= 6, 10": "= 2, 3"}
SIX_FIVES = {"= 8, 10": "= 2, 3"}
FEW = {"= 100,": "= 3,"}
FILES = ROOT / "data" / "mnist"

# Script, what is changed in its run on 1000 images, and what a reader then sees.
TABLE = [
    ("mnist.py", {}, "X_train (1000, 785), Y_train (1000, 1)"),
    (CLASSIFIER, {}, "Iteration    0 => Loss: 0.69314718055994"),
    (CLASSIFIER, {}, "\n\nSuccess: 949/1000 (94.90%)"),
    (CLASSIFIER, {"=100,": "=0,"}, "\nSuccess: 913/1000 (91.30%)"),
    (CLASSIFIER, {"lr=1e-5": "lr=1e-3"}, STOPPED),
    (RANDOM, SIX, "Random images and their labels, fives in a thick frame"),
    (ONE, SIX_FIVES, "6 of 92 samples of 5: no two are the same"),
    (ONE, {**SIX_FIVES, "digit = 5": "digit = 0"}, "6 of 97 samples of 0: no two are"),
    (ONE, {"= 8, 10": "= 1, 1"}, "1 of 92 samples of 5: no two are"),
    (
        ONE,
        {"digit = 5": "digit = 10"},
        "digit=10: no image shows it, only the digits 0",
    ),
    (ONE, {"digit = 5": "digit = 0.5"}, "digit=0.5: no image shows it"),
    (TEN, {"= 100,": "= 0,"}, "    5      87      0      87             0      0.0 %"),
    (TEN, {"= 100,": "= 0,"}, "    5                               87"),
    (TEN, FEW, "that is by both together:               1 2 4 3 7 9 8 5 6 0\n"),
    (TEN, FEW, "average image is to that of all:    5 9 8 2 4 3 7 6 1 0\n"),
    (
        TEN,
        FEW,
        "    5                               87         0  0 (52), 3 (17), 7 (8)\n",
    ),
    (TEN, {**FEW, "[:5]": "[:1]"}, "closest to each other:\n4 and 9"),
]


@pytest.mark.parametrize("script, changes, expected", TABLE)
def test_what_a_reader_sees(script, changes, expected):
    """In the lines that are printed, the line at the end, or the picture."""
    assert expected in play(f"06_real/{script}", changes, m=1000).said


@pytest.mark.slow
def test_all_images():
    """The figure of the page, and what the solution's readme shows, line by line."""
    assert "\n\nSuccess: 9637/10000 (96.37%)" in play(f"06_real/{CLASSIFIER}").said
    readme = (ROOT / "06_real/solution/readme.txt").read_text(encoding="utf-8")
    shown = readme.split(".py\n")[-1].split("WHY")[0].replace("\n    ", "\n")
    lines = [line.rstrip() for line in play(f"06_real/{TEN}").lines]
    assert set(shown.strip().split("\n")) - {"..."} <= set(lines)


def test_the_data_and_the_sheets():
    """Bias and pixels of the files; each image under its label, fives in a frame."""
    played = play(f"06_real/{RANDOM}", SIX, m=1000)
    data, figure = played.names["data"], played.figure
    for name, part in ("train", "train"), ("t10k", "test"):
        X, Y = getattr(data, f"X_{part}"), getattr(data, f"Y_{part}")
        pixels = gzip.decompress((FILES / f"{name}-images-idx3-ubyte.gz").read_bytes())
        labels = gzip.decompress((FILES / f"{name}-labels-idx1-ubyte.gz").read_bytes())
        assert X.shape == (1000, 785) and np.all(X[:, 0] == 1)
        assert X[:, 1:].astype(np.uint8).tobytes() == pixels[16 : 16 + 784000]
        assert Y.ravel().tolist() == [label == 5 for label in labels[8:1008]]
    assert len(figure.axes) == 6
    for ax in figure.axes:
        (image,) = ax.images
        (i,) = np.flatnonzero(
            (data.X_train[:, 1:] == image.get_array().ravel()).all(axis=1)
        )
        assert ax.get_title() == str(played.names["labels"][i].item())
        width = ax.spines["left"].get_linewidth()
        assert (width == 4) == (ax.get_title() == "5")
        assert (image.get_clim(), image.get_cmap().name) == ((0, 255), "gray_r")


def test_fives_are_drawn_in_their_order():
    """The first ones of the data."""
    played = play(f"06_real/{ONE}", SIX_FIVES, m=1000)
    X, labels = played.names["data"].X_train, played.names["labels"]
    drawn = [ax.images[0].get_array().ravel() for ax in played.figure.axes]
    np.testing.assert_array_equal(drawn, X[labels[:, 0] == 5, 1:][:6])


def test_the_classifier_is_that_of_chapter_5():
    """All functions, letter for letter."""
    texts = [
        (ROOT / script)
        .read_text(encoding="utf-8")
        .split('if __name__ == "__main__"')[0]
        for script in ("05_discerning/classifier.py", f"06_real/{CLASSIFIER}")
    ]
    one, other = (text[text.index("def sigmoid") :] for text in texts)
    assert one == other


def test_the_tables_of_ten_digits(capsys):
    """Found, missed and false alarms; and where the missed ones go."""
    solution = load(f"06_real/{TEN}")
    labels = np.array([8, 8, 8, 8, 5, 5, 1])
    y_hat = np.zeros((7, 10))
    y_hat[0, 8] = 0.9  # found
    y_hat[1, 8], y_hat[1, 3] = 0.4, 0.3  # missed, and most like an eight still
    y_hat[2, 8], y_hat[2, 3] = 0.2, 0.3  # missed, and most like a three
    y_hat[3, 8], y_hat[3, 3] = 0.3, 0.8  # missed, and taken for a three
    y_hat[4, 8] = y_hat[5, 8] = y_hat[6, 8] = 0.7  # false alarms
    counts = solution.show_counts(8, labels == 8, y_hat[:, 8] > 0.5)
    solution.show_confusions(8, labels, y_hat)
    first, second = capsys.readouterr().out.splitlines()
    assert counts == (3, 3)
    assert " ".join(first.split()) == "8 4 1 3 3 25.0 % 14.29 % 42.86 %"
    assert re.split("  +", second.strip()) == ["8", "5 (2), 1 (1)", "3", "1", "3 (2)"]
