"""The chapters' functions against mathematics that other people have written."""

import contextlib
import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy import optimize, special, stats

from project import load, read_table

# Chapter 6 loads its data only when it is started, so all of these import at once.
line = load("02_first/linear_regression.py")
line_with_bias = load("02_first/linear_regression_with_bias.py")
descent_without_bias = load("03_gradient/gradient_descent_without_bias.py")
descent = load("03_gradient/gradient_descent_final.py")
regression_without_bias = load("04_hyperspaces/multiple_regression_without_bias.py")
regression = load("04_hyperspaces/multiple_regression_final.py")
classifier = load("05_discerning/classifier.py")
digit_classifier = load("06_real/digit_classifier.py")
mnist_classifier = load("07_final/mnist_classifier.py")

SEEDS = range(5)
moderate = st.floats(-100, 100)
any_number = st.floats(allow_nan=False, allow_infinity=False)
columns = arrays(float, st.integers(1, 8), elements=moderate)


def silent(function, *arguments, **hyperparameters):
    """What a function returns and the lines that it prints meanwhile."""
    with contextlib.redirect_stdout(io.StringIO()) as printed_lines:
        result = function(*arguments, **hyperparameters)
    return result, printed_lines.getvalue().splitlines()


def slopes(loss, parameters):
    """The gradient of loss at an array of parameters, by numerical differentiation."""
    flat = optimize.approx_fprime(
        parameters.ravel(), lambda p: loss(p.reshape(parameters.shape))
    )
    return flat.reshape(parameters.shape)


# Shapes


@pytest.mark.parametrize("m", [1, 7])
def test_shapes_of_a_line(m):
    """Chapters 2 and 3: an array in, an array out; losses and slopes are numbers."""
    X, Y = np.arange(m, dtype=float), np.ones(m)
    assert line.predict(X, 2.0).shape == (m,)
    assert np.ndim(line.loss(X, Y, 2.0)) == 0
    for module in (line_with_bias, descent_without_bias, descent):
        assert module.predict(X, 2.0, 1.0).shape == (m,)
        assert np.ndim(module.loss(X, Y, 2.0, 1.0)) == 0
    assert np.ndim(descent_without_bias.gradient(X, Y, 2.0)) == 0
    assert np.shape(descent.gradient(X, Y, 2.0, 1.0)) == (2,)


@pytest.mark.parametrize("m, n", [(1, 1), (7, 3)])
def test_shapes_of_matrices(m, n):
    """Chapters 4 to 6: one column of weights, one column of predictions."""
    X, Y, w = np.ones((m, n)), np.ones((m, 1)), np.zeros((n, 1))
    for module in (regression_without_bias, regression):
        assert module.predict(X, w).shape == (m, 1)
        assert np.ndim(module.loss(X, Y, w)) == 0
        assert module.gradient(X, Y, w).shape == (n, 1)
    for module in (classifier, digit_classifier):
        assert module.forward(X, w).shape == (m, 1)
        assert module.classify(X, w).shape == (m, 1)
        assert np.ndim(module.loss(X, Y, w)) == 0
        assert module.gradient(X, Y, w).shape == (n, 1)


@pytest.mark.parametrize("m, n, k", [(1, 1, 2), (7, 3, 10)])
def test_shapes_of_ten_classifiers(m, n, k):
    """Chapter 7: a column of weights for each class."""
    X, Y, w = np.ones((m, n)), np.eye(k)[np.zeros(m, int)], np.zeros((n, k))
    assert mnist_classifier.forward(X, w).shape == (m, k)
    assert mnist_classifier.classify(X, w).shape == (m, 1)
    assert np.ndim(mnist_classifier.loss(X, Y, w)) == 0
    assert mnist_classifier.gradient(X, Y, w).shape == (n, k)


# Gradients against numerical differentiation


@pytest.mark.parametrize("seed", SEEDS)
def test_gradient_of_a_line(seed):
    """Chapter 3: the slope by w at b = 0, and both partial derivatives."""
    rng = np.random.default_rng(seed)
    X, Y = rng.normal(size=(2, 6))
    w, b = rng.normal(size=2)
    numerical = slopes(
        lambda p: descent_without_bias.loss(X, Y, p[0], 0), np.array([w])
    )
    assert descent_without_bias.gradient(X, Y, w) == pytest.approx(
        numerical[0], rel=1e-5, abs=1e-6
    )
    numerical = slopes(lambda p: descent.loss(X, Y, *p), np.array([w, b]))
    assert descent.gradient(X, Y, w, b) == pytest.approx(numerical, rel=1e-5, abs=1e-6)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize(
    "module, k, labels",
    [
        (regression_without_bias, 1, "numbers"),
        (regression, 1, "numbers"),
        (classifier, 1, "zeros and ones"),
        (digit_classifier, 1, "zeros and ones"),
        (mnist_classifier, 4, "one-hot"),
    ],
)
def test_gradient_of_matrices(module, k, labels, seed):
    """Chapters 4 to 7: every weight's partial derivative."""
    rng = np.random.default_rng(seed)
    m, n = 6, 3
    X, w = rng.normal(size=(m, n)), rng.normal(size=(n, k))
    Y = {
        "numbers": rng.normal(size=(m, 1)),
        "zeros and ones": rng.integers(0, 2, size=(m, 1)),
        "one-hot": np.eye(k)[rng.integers(0, k, size=m)],
    }[labels]
    np.testing.assert_allclose(
        module.gradient(X, Y, w),
        slopes(lambda p: module.loss(X, Y, p), w),
        rtol=1e-5,
        atol=1e-6,
    )


# Training against solutions in closed form


def test_a_line_through_the_origin_is_the_least_squares_solution(output):
    """Chapter 3: w from a hundred steps."""
    X, Y = read_table("02_first/pizza.txt")
    w = np.linalg.lstsq(X.reshape(-1, 1), Y, rcond=None)[0]
    w_line = output("03_gradient/gradient_descent_without_bias.py")[-1]
    assert float(w_line.removeprefix("w=")) == pytest.approx(w.item(), rel=1e-9)


def test_a_line_is_the_least_squares_solution():
    """Chapter 3: after enough steps, w and b in all digits that count."""
    X, Y = read_table("02_first/pizza.txt")
    (w, b), lines = silent(descent.train, X, Y, iterations=40000, lr=0.001)
    solution = np.linalg.lstsq(np.column_stack((X, np.ones_like(X))), Y, rcond=None)[0]
    assert [w, b] == pytest.approx(solution, rel=1e-9)
    assert len(lines) == 40000


def test_chapter_2_stops_where_no_step_helps():
    """With and without bias: neighbours at a distance of lr are no better."""
    X, Y = read_table("02_first/pizza.txt")
    lr = 0.01
    w, _ = silent(line.train, X, Y, iterations=10000, lr=lr)
    assert line.loss(X, Y, w) <= min(line.loss(X, Y, w + s) for s in (lr, -lr))
    solution = np.linalg.lstsq(X.reshape(-1, 1), Y, rcond=None)[0].item()
    assert w == pytest.approx(solution, abs=lr)

    (w, b), _ = silent(line_with_bias.train, X, Y, iterations=10000, lr=lr)
    neighbours = [(w + lr, b), (w - lr, b), (w, b + lr), (w, b - lr)]
    here = line_with_bias.loss(X, Y, w, b)
    assert here <= min(line_with_bias.loss(X, Y, *there) for there in neighbours)


@pytest.mark.parametrize("module", [line, line_with_bias])
@pytest.mark.parametrize("sign", [1, -1])
def test_chapter_2_tries_up_before_down(module, sign):
    """Of two steps that both help, the first in the page's order is taken."""
    _, lines = silent(module.train, np.array([1.0]), np.array([sign * 2.0]), 10, 1.0)
    assert lines == [
        "Iteration    0 => Loss: 4.000000",
        "Iteration    1 => Loss: 1.000000",
        "Iteration    2 => Loss: 0.000000",
    ]


@pytest.mark.parametrize("module", [line, line_with_bias])
def test_chapter_2_takes_no_step_that_does_not_help(module):
    """Where a step ends as high as it began, training has converged."""
    _, lines = silent(module.train, np.array([1.0]), np.array([0.5]), 10, 1.0)
    assert lines == ["Iteration    0 => Loss: 0.250000"]


def test_chapter_2_moves_w_before_b():
    """Where w and b help alike, w moves."""
    (w, b), _ = silent(
        line_with_bias.train, np.array([1.0]), np.array([3.0]), iterations=10, lr=1.0
    )
    assert (w, b) == (3, 0)


@pytest.mark.chapter("04_hyperspaces")
@pytest.mark.parametrize("with_bias", [False, True])
def test_multiple_regression_is_the_least_squares_solution(with_bias, output):
    """Chapter 4: the loss, and the weights but for what the bias still lacks."""
    x1, x2, x3, y = read_table("04_hyperspaces/pizza_3_vars.txt")
    X, Y = np.column_stack((x1, x2, x3)), y.reshape(-1, 1)
    if with_bias:
        X = np.column_stack((np.ones(len(X)), X))
    solution = np.linalg.lstsq(X, Y, rcond=None)[0]
    least = np.mean((X @ solution - Y) ** 2)
    script = "without_bias" if not with_bias else "final"
    lines = output(f"04_hyperspaces/multiple_regression_{script}.py")
    assert float(lines[99999].split()[-1]) == pytest.approx(least, rel=1e-6)
    if with_bias:
        weights = next(text for text in lines if text.startswith("Weights: "))
        values = weights.removeprefix("Weights: [[").removesuffix("]]").split()
        assert [float(v) for v in values] == pytest.approx(solution.ravel(), abs=5e-3)


def test_training_a_classifier_finds_the_least_log_loss():
    """Chapter 5: on easy data, the weights that an optimizer finds with a safe loss."""
    rng = np.random.default_rng(0)
    X = rng.normal(size=(50, 3))
    Y = (X[:, [0]] + rng.normal(size=(50, 1)) > 0).astype(int)
    best = optimize.minimize(
        lambda w: np.mean(np.logaddexp(0, X @ w) - Y.ravel() * (X @ w)), np.zeros(3)
    )
    w, _ = silent(classifier.train, X, Y, iterations=2000, lr=0.5)
    assert classifier.loss(X, Y, w) == pytest.approx(best.fun, rel=1e-9)
    assert w.ravel() == pytest.approx(best.x, abs=1e-4)


def test_ten_classifiers_are_ten_classifiers():
    """Chapter 7: every column learns what chapter 5's classifier learns alone."""
    rng = np.random.default_rng(0)
    X, digits = rng.normal(size=(20, 4)), rng.integers(0, 3, size=(20, 1))
    Y = np.eye(3)[digits.ravel()]
    together, lines = silent(mnist_classifier.train, X, Y, X, digits, 30, 0.1)
    assert len(lines) == 31
    alone = [silent(classifier.train, X, Y[:, [k]], 30, 0.1)[0] for k in range(3)]
    np.testing.assert_allclose(together, np.hstack(alone), rtol=1e-12)


# Losses and what holds for all inputs


@given(columns, moderate, moderate)
def test_mean_squared_error(X, w, b):
    """Never negative; zero where the predictions are right; else NumPy's variance."""
    Y = descent.predict(X, w, b)
    assert descent.loss(X, Y, w, b) == 0
    shifted = descent.loss(X, Y + 3, w, b)
    assert shifted == pytest.approx(9, rel=1e-6)
    assert line.loss(X, Y, w) == pytest.approx(b**2, rel=1e-6, abs=1e-6)


@given(any_number)
def test_sigmoid(z):
    """SciPy's, from the smallest number to the largest."""
    with np.errstate(over="ignore"):
        value = classifier.sigmoid(z)
    assert value == pytest.approx(special.expit(z), rel=1e-12, abs=1e-300)
    assert 0 <= value <= 1


@given(arrays(float, (4, 2), elements=st.floats(-3, 3)), st.data())
def test_log_loss(X, data):
    """Minus the mean log probability of the labels, by the Bernoulli distribution."""
    w = data.draw(arrays(float, (2, 1), elements=st.floats(-3, 3)))
    Y = data.draw(arrays(int, (4, 1), elements=st.integers(0, 1)))
    expected = -np.mean(stats.bernoulli.logpmf(Y, special.expit(X @ w)))
    assert classifier.loss(X, Y, w) == pytest.approx(expected, rel=1e-6, abs=1e-12)


@given(arrays(float, (5, 2), elements=st.floats(-3, 3)), st.data())
def test_loss_of_ten_classifiers_is_their_sum(X, data):
    """Chapter 7 averages over rows: the sum of chapter 5's losses, column by column."""
    w = data.draw(arrays(float, (2, 3), elements=st.floats(-3, 3)))
    digits = data.draw(arrays(int, 5, elements=st.integers(0, 2)))
    Y = np.eye(3)[digits]
    columns_alone = [classifier.loss(X, Y[:, [k]], w[:, [k]]) for k in range(3)]
    assert mnist_classifier.loss(X, Y, w) == pytest.approx(sum(columns_alone))


@given(arrays(float, (5, 2), elements=st.floats(-3, 3)), st.data())
def test_classify(X, data):
    """Chapter 5 rounds at one half; chapter 7 takes the most confident column."""
    w = data.draw(arrays(float, (2, 3), elements=st.floats(-3, 3)))
    weighted_sums = X @ w
    rounded = classifier.classify(X, w[:, [0]])
    assert set(np.unique(rounded)) <= {0, 1}
    clear = np.abs(weighted_sums[:, [0]]) > 1e-9
    np.testing.assert_array_equal(rounded[clear], (weighted_sums[:, [0]] > 0)[clear])
    digits = mnist_classifier.classify(X, w)
    chosen = np.take_along_axis(weighted_sums, digits, axis=1)
    assert np.all(chosen >= weighted_sums.max(axis=1, keepdims=True) - 1e-9)


def test_test_counts_what_is_right():
    """Chapter 5: two of three, in the page's format."""
    X, w = np.array([[-5.0], [5.0], [5.0]]), np.array([[1.0]])
    _, lines = silent(classifier.test, X, np.array([[0], [1], [0]]), w)
    assert lines == ["", "Success: 2/3 (66.67%)"]


def test_report_prints_loss_and_accuracy():
    """Chapter 7: the loss of the training data, the accuracy on the test data."""
    X_train, Y_train = np.array([[0.0]]), np.array([[1, 0]])
    X_test, Y_test = (
        np.array([[1.0], [1.0], [-1.0], [1.0]]),
        np.array([[0], [0], [1], [1]]),
    )
    w = np.array([[1.0, -1.0]])
    _, lines = silent(mnist_classifier.report, 7, X_train, Y_train, X_test, Y_test, w)
    assert len(lines) == 1
    assert lines[0].startswith("7 - Loss: 1.386294361119890")
    assert lines[0].endswith(", 75.00%")


# Saturated neurons


@pytest.mark.parametrize("z", [10, 40, 800])
@pytest.mark.parametrize("module", [classifier, digit_classifier, mnist_classifier])
def test_a_sure_and_right_answer_costs_nothing(module, z):
    """Predictions that are 0 or 1 to the last digit; and a wrong one is no nan."""
    X = np.array([[z], [-z]], dtype=float)
    right, wrong = np.array([[1], [0]]), np.array([[0], [1]])
    w = np.ones((1, 1))
    with np.errstate(all="ignore"):
        assert 0 <= module.loss(X, right, w) <= 2 * np.exp(-10)
        assert module.loss(X, wrong, w) >= 10
        assert np.all(np.isfinite(module.gradient(X, wrong, w)))
