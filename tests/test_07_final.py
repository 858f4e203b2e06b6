"""Chapter 7: figures of the page, functions, tweaks, pictures, claims, other arrays."""

import numpy as np
import pandas as pd
import pytest
from scipy import optimize, special
from scipy.sparse import csr_array

from project import PLAIN_DIGITS, ROOT, check_chapter_7, load, play

chapter = load("07_final/mnist_classifier.py")
RNG = np.random.default_rng(0)
X, W = RNG.integers(0, 3, (50, 7)).astype(float), RNG.normal(size=(7, 4)) / 5
Y = np.eye(4)[RNG.integers(0, 4, 50)]


def test_figures_of_the_page():
    """The first of them: 4 iterations cost 3 s. test_fast.py has all, marked slow."""
    change = {"iterations=200": "iterations=4"}
    lines = play("07_final/mnist_classifier.py", change).lines
    check_chapter_7(lines, 5, PLAIN_DIGITS)


def test_functions_on_little_data():
    """Beside SciPy's sigmoid; the loss is the sum over all cells, by rows."""
    y_hat = special.expit(X @ W)
    assert chapter.forward(X, W) == pytest.approx(y_hat)
    assert chapter.classify(X, W).tolist() == y_hat.argmax(axis=1)[:, None].tolist()
    expected = -np.log(np.where(Y == 1, y_hat, 1 - y_hat)).sum() / 50
    assert chapter.loss(X, Y, W) == pytest.approx(expected)


@pytest.mark.parametrize("ending", ["", "_over_cells"])
def test_gradient_is_the_slope_of_the_loss(ending):
    """The page's, and that over all cells."""
    module = load("07_final/claim_average_over_rows.py")
    loss, gradient = (getattr(module, name + ending) for name in ("loss", "gradient"))
    slopes = optimize.approx_fprime(W.ravel(), lambda w: loss(X, Y, w.reshape(7, 4)))
    assert gradient(X, Y, W).ravel() == pytest.approx(slopes, abs=1e-6)


def test_report_and_train(capsys):
    """A line before each step and one at the end; the test's accuracy in percent."""
    w = chapter.train(X, Y, X[:4], np.array([[0], [0], [0], [1]]), iterations=2, lr=0.1)
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["0", "1", "2"]
    assert (lines[0][:24], lines[0][-8:]) == ("0 - Loss: 2.772588722239", ", 75.00%")
    first = -chapter.gradient(X, Y, 0 * W) * 0.1
    assert w == pytest.approx(first - chapter.gradient(X, Y, first) * 0.1)
    with np.errstate(all="ignore"), pytest.raises(FloatingPointError, match="loss is"):
        chapter.report(7, X, Y, X, chapter.classify(X, W), W * 1e6)


def test_data():
    """A row each, the bias in front; one-hot rows have their 1 at the label."""
    data = load("07_final/mnist.py", m=100)
    assert data.X_train.shape == data.X_test.shape == (100, 785)
    assert (data.X_train[:, 0] == 1).all()
    assert (data.Y_train == np.eye(10)[data.Y_train_unencoded.ravel()]).all()


# Script, what is changed in its run, and what a reader then sees; with few images.
FEW = {"iterations = 200": "iterations = 5"}
TABLE = [
    ("mnist_classifier.py", {"200, lr=1e-5": "20, lr=1e-6"}, "20 - Loss: 2.3"),
    ("mnist_classifier.py", {"lr=1e-5": "lr=1e-3"}, "Stopped: the loss is now nan"),
    ("mnist_classifier_fast.py", {"=200": "=2"}, "0 - Loss: 6.9314718 | \n2 - Loss: "),
    ("plot_confusion_matrix.py", {"200": "-1"}, "8.50% are on the diagonal. It"),
    ("plot_mistakes.py", {"18, 200": "2, 5"}, "mistakes, and how sure. Iterations: 5"),
    ("plot_one_hot.py", {"n = 12": "n = 20"}, "a 1 in the label's column"),
    ("plot_shapes.py", {}, "(1000, 785) · (785, 10) = (1000, 10)"),
    ("plot_training.py", {"200, 1e-5": "1, 1e-5"}, "8.19 at most, 8.19 in the end"),
    ("plot_training.py", {"200, 1e-5": "20, 1e-6"}, "6.93 at most, 2.40 in the end"),
    ("plot_weights.py", {"200": "0"}, "Iterations: 0"),
    ("claim_most_confident.py", FEW, "72.10% | 38.30% | 612         "),
    ("claim_most_confident.py", FEW, "one says yes         377  | 93.63% | 11  "),
    ("claim_one_hot_any_labels.py", {}, "to 327 of 327 images | tapir: 0.92%"),
    ("claim_one_hot_any_labels.py", {}, "010 001 100 001           96.33%"),
    ("claim_one_hot_any_labels.py", {'"tapir"]': '"auk", "asp"]'}, "asp, duck"),
    ("claim_ten_at_once.py", {}, "weight: 0.001186. Largest difference: 0.000000."),
    (
        "claim_average_over_rows.py",
        {},
        "77.70%           0.000000 | 69.00%           0.000841",
    ),
    ("claim_average_over_rows.py", {"20, 1e-5": "0, 1e-5"}, "0.693147"),
    (
        "claim_white_pixels.py",
        {"40, 1e-5": "4, 1e-5"},
        "81.0% of X is 0. | difference of",
    ),
    ("claim_thirty_five_lines.py", {"=200": "=3"}, "68.62% of 10000 |  35 lines of"),
    (
        "claim_normalized.py",
        {"300, 50": "12, 50"},
        "right, in %  | \nJPEG    | \nall  ",
    ),
    ("claim_twenty_lines.py", {"= 200": "= 3"}, "68.62%"),
    ("claim_white_pixels.py", {"scipy.sparse": "scipi"}, "scipy is missing. Run: "),
]


@pytest.mark.parametrize("script, changes, expected", TABLE)
def test_what_a_reader_sees(script, changes, expected):
    """In the lines that are printed, the line at the end, or the picture."""
    said = play(f"07_final/{script}", changes, m=1000).said
    assert [text for text in expected.split(" | ") if text not in said] == []


def test_pictures_show_the_weights_and_what_they_say():
    """The columns of w; each count of the matrix; the surest mistakes, surest first."""
    played = play("07_final/plot_weights.py", FEW, m=1000)
    *axes, _ = played.figure.axes
    w, data = played.names["w"], played.names["data"]
    for ax, column in zip(axes, w[1:].T, strict=True):
        np.testing.assert_array_equal(ax.images[0].get_array().ravel(), column)
    (ax,) = play("07_final/plot_confusion_matrix.py", FEW, m=1000).figure.axes
    guesses, labels = chapter.classify(data.X_test, w).ravel(), data.Y_test.ravel()
    for text in ax.texts:
        guess, label = np.array(text.get_position(), int)
        both = np.sum((guesses == guess) & (labels == label))
        assert int(text.get_text() or both) == both
    axes = play("07_final/plot_mistakes.py", {"18, 200": "6, 5"}, m=1000).figure.axes
    y_hat = chapter.forward(data.X_test, w)
    surest = np.argsort(-y_hat.max(axis=1) * (guesses != labels))
    for ax, i in zip(axes, surest, strict=False):
        title = f"{labels[i]}, taken for\n{guesses[i]} ({y_hat[i].max():.3f})"
        assert ax.get_title() == title


def test_names_of_classes(tmp_path):
    """Digits; or the ten lines of a file, not fewer."""
    module, file = load("07_final/class_names.py"), tmp_path / "classes.txt"
    assert module.class_names(tmp_path) == list("0123456789")
    file.write_text("Ankle boot\n" * 10, encoding="utf-8")
    assert module.class_names(tmp_path) == ["Ankle boot"] * 10
    file.write_text("Bag\n" * 9, encoding="utf-8")
    with pytest.raises(ValueError, match="needs ten names"):
        module.class_names(tmp_path)


@pytest.mark.slow
def test_claims_on_all_images():
    """The figures of the readme, where they are not of time."""
    readme = " ".join((ROOT / "07_final/readme.txt").read_text("utf-8").split())
    for script, figures in {
        "claim_most_confident.py": ["90.32%", "81.42%", "62.20%"],
        "claim_one_hot_any_labels.py": ["3147 of 3147", "1.43%"],
        "claim_average_over_rows.py": ["1.253783", "0.125378"],
        "claim_thirty_five_lines.py": ["90.32%", "35 lines"],
        "claim_white_pixels.py": ["80.8%", "109", "377"],
    }.items():
        said = play(f"07_final/{script}").said
        assert all(figure in said and figure in readme for figure in figures), script


@pytest.mark.filterwarnings("ignore::PendingDeprecationWarning")
def test_other_arrays():
    """What the readme's table says; the silent cases, so that we see them change."""
    sparse, ours = csr_array(X), load("07_final/claim_white_pixels.py")
    assert ours.loss(sparse, Y, W) == pytest.approx(chapter.loss(X, Y, W))
    assert ours.gradient(sparse, Y, W) == pytest.approx(chapter.gradient(X, Y, W))
    masked = np.ma.array(X, mask=X == 2)
    for arguments in [(sparse, W), (masked, W)]:
        with pytest.raises(ValueError, match=r"matmul|broadcast"):
            chapter.forward(*arguments)
    square = np.ma.array(np.eye(3), mask=np.eye(3))
    assert (np.matmul(square, np.ones((3, 3))).data == 1).all()
    with pytest.raises(ValueError, match="not aligned"):
        chapter.loss(np.matrix(X), np.matrix(Y), np.matrix(W))
    table, named = pd.DataFrame(X), pd.DataFrame(Y, columns=list("abcd"))
    assert np.isclose(chapter.loss(table, pd.DataFrame(Y), W), chapter.loss(X, Y, W))
    assert chapter.loss(table, named, W) == 0
    assert np.isnan(chapter.gradient(table, named, W).to_numpy()).all()
