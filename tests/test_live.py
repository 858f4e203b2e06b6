"""The live scripts: what their axes hold after each slider, button, click and key.

Events go through the figure's canvas, as those of a window do.
"""

import gc
import itertools
import re

import matplotlib.pyplot as plt
import numpy as np
import pytest
from matplotlib.backend_bases import KeyEvent
from matplotlib.widgets import Slider

from conftest import SMALL
from project import (
    LIVE,
    drag,
    in_quick_run,
    lines_of,
    load,
    mouse,
    play,
    read_table,
    source,
)

DIGITS = ["07_final/live_digit.py", "11_training/live_digit.py"]
CLEARS = "clear (c)"
SEVEN = [(0.25, 0.23), (0.5, 0.23), (0.75, 0.23), (0.6, 0.5), (0.45, 0.8)]


def start(script, folder, changes=None, m=1000, drawn=False):
    """Play a live script: its figure, drawn once, as a window does it, if drawn.

    Otherwise nothing is drawn, which is quicker.
    """
    changes = {**SMALL.get(script, {}), **(changes or {})}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plt.Figure, "savefig", lambda *_, **__: None)
        played = play(script, changes, [folder / "start.png"], m=m)
    assert played.error is None, played.error
    gc.collect()  # Only what the figure holds must live.
    figure = plt.gcf()
    if drawn:
        figure.canvas.draw()
    else:
        figure.canvas.draw_idle = lambda: None
    return figure


def press(figure, name):
    """Press a button."""
    drag(figure, figure.controls[name].ax, (0.5, 0.5))


def turn(figure, name, value):
    """Drag a slider to a value."""
    slider = figure.controls[name]
    share = (value - slider.valmin) / (slider.valmax - slider.valmin)
    drag(figure, slider.ax, (0.5, 0.5), (share, 0.5))
    assert slider.val == pytest.approx(value)


def tick(figure):
    """Let the clock call, if it is going; a canvas without a window has none."""
    figure.controls["clock"]._on_timer()


def going(figure, monkeypatch):
    """A list that says whether the clock is going, last."""
    clock, states = figure.controls["clock"], [False]
    monkeypatch.setattr(clock, "start", lambda: states.append(True))
    monkeypatch.setattr(clock, "stop", lambda: states.append(False))
    return states


def seen(figure):
    """The pixels that are to be seen."""
    return np.array(figure.canvas.buffer_rgba())


def titles(figure):
    """All titles of axes, in one text."""
    return "\n".join(ax.get_title() for ax in figure.axes)


@pytest.mark.parametrize("script", in_quick_run(LIVE, "02_first/live_line.py"))
def test_what_moves_is_what_a_whole_drawing_shows(script, tmp_path):
    """Each slider, dragged, changes the picture; nothing that changed stays behind."""
    figure = start(script, tmp_path, drawn=True)
    sliders = [c for c in figure.controls.values() if isinstance(c, Slider)]
    assert sliders or script in DIGITS
    for slider in sliders:
        before = seen(figure)
        drag(figure, slider.ax, (0.5, 0.5), (0.3, 0.5))
        after = seen(figure)
        assert not np.array_equal(before, after)
        figure.canvas.draw()
        assert np.array_equal(seen(figure), after)
        number = float(slider.valtext.get_text())
        value = 10**slider.val if slider.label.get_text() == "lr" else slider.val
        assert number == pytest.approx(value, rel=0.06, abs=0.006)
    if script in DIGITS:
        actions = [("press", SEVEN[0]), *(("move", at) for at in SEVEN[1:])]
        for kind, at in [*actions, ("release", SEVEN[-1])]:
            before = seen(figure)
            mouse(figure, kind, paper(figure), *at)
            after = seen(figure)
            assert not np.array_equal(before, after)
            figure.canvas.draw()
            assert np.array_equal(seen(figure), after)


# Chapter 2


def test_chapter_2_line_errors_and_loss_follow(tmp_path):
    """The line, the sticks, the bar, and the mark of the lowest loss."""
    figure = start(LIVE[0], tmp_path)
    model = load("02_first/linear_regression_with_bias.py")
    X, Y = read_table("02_first/pizza.txt")
    ax, scale = figure.axes[:2]
    (line,) = [line for line in ax.lines if line.get_label() == "prediction"]
    losses = [model.loss(X, Y, 0, 0)]
    for w, b in [(1, 20), (3, 10)]:
        turns = [("weight w", w), ("bias b", b)]
        for name, value in turns if w < 2 else reversed(turns):
            turn(figure, name, value)
        assert line.get_ydata() == pytest.approx(model.predict(line.get_xdata(), w, b))
        for stick, x, y in zip(ax.collections[0].get_segments(), X, Y, strict=True):
            assert stick == pytest.approx(np.array([[x, y], [x, w * x + b]]))
        losses.append(model.loss(X, Y, w, b))
        assert scale.patches[0].get_height() == pytest.approx(losses[-1])
        lowest = scale.lines[0].get_ydata()[0]
        assert lowest <= min(losses) < losses[0]
        assert f"loss {losses[-1]:.2f}\nlowest {lowest:.2f}" == scale.get_title()


def test_chapter_2_training_takes_over_and_ends(tmp_path, monkeypatch):
    """The steps are train's, and where it has converged the clock stops."""
    printed = lines_of("02_first/linear_regression_with_bias.py", {"lr": "0.1"})
    figure = start(LIVE[0], tmp_path, {"lr": "0.1"})
    clock = going(figure, monkeypatch)
    losses = [float(line.split()[-1]) for line in printed if "Loss" in line]
    press(figure, "train")
    assert clock[-1]
    for i in range(10, len(losses), 10):
        tick(figure)
        height = figure.axes[1].patches[0].get_height()
        assert height == pytest.approx(losses[i], abs=1e-5)
    while clock[-1]:
        tick(figure)
    assert figure.controls["train"].label.get_text() == "train"
    w, b = (figure.controls[name].val for name in ("weight w", "bias b"))
    assert f"w={w:.3f}, b={b:.3f}" in printed
    turn(figure, "weight w", 3)
    press(figure, "train")
    assert clock[-1]
    press(figure, "train")
    assert not clock[-1]


# Chapter 3


def test_chapter_3_hiker_and_lr(tmp_path):
    """Each step is lr times the gradient, from where the hiker was put down."""
    figure = start(LIVE[1], tmp_path)
    model = load("03_gradient/gradient_descent_final.py")
    X, Y = read_table("03_gradient/pizza.txt")
    surface, curves = figure.axes[:2]
    way, hiker, end = surface.lines
    for lr, across in [(0.001, 0.25), (0.002, 0.5)]:
        drag(figure, surface, (across, 0.5))
        turn(figure, "lr", np.log10(lr))
        place = [-8 + 18 * across, 5]
        assert hiker.get_xydata()[0] == pytest.approx(place)
        path = way.get_xydata()
        assert path[0] == pytest.approx(place)
        for here, there in itertools.pairwise(path[:20]):
            step = np.array(model.gradient(X, Y, *here)) * lr
            assert there == pytest.approx(here - step)
        losses = [model.loss(X, Y, *point) for point in path]
        assert len(losses) == 201
        assert curves.lines[0].get_ydata() == pytest.approx(losses)
        assert end.get_xydata()[0] == pytest.approx(path[-1])
        least = losses[-1] - model.loss(X, Y, *np.polyfit(X, Y, 1))
        text = surface.texts[-1].get_text()
        assert f"lr = {lr:.2g}: after 200 steps" in text
        assert f"{least:.4g} above" in text


def test_chapter_3_climbs(tmp_path):
    """A large lr leads out of the picture; beyond all bounds nothing breaks."""
    figure = start(LIVE[1], tmp_path)
    for exponent in (-2.3, -2):
        turn(figure, "lr", exponent)
        assert "too large: the loss climbs" in figure.axes[0].texts[-1].get_text()
        assert np.isfinite(figure.axes[1].lines[0].get_ydata()).all()
    turn(figure, "lr", -3)
    assert "above its least" in figure.axes[0].texts[-1].get_text()


def test_chapter_3_a_zoom_is_no_click(tmp_path):
    """While a tool has the mouse the hiker stays."""
    figure = start(LIVE[1], tmp_path)
    figure.canvas.widgetlock(figure)
    drag(figure, figure.axes[0], (0.5, 0.5))
    assert figure.axes[0].lines[1].get_xydata()[0] == pytest.approx([-6, -40])


# Chapter 5


def test_chapter_5_model_and_losses(tmp_path):
    """The S, the boxes, both losses and their slopes, against the functions."""
    figure = start(LIVE[2], tmp_path)
    model = load("05_discerning/classifier.py")
    squared = load("05_discerning/plot_losses.py")
    x, _, _, y = read_table("05_discerning/police.txt")
    X, Y = np.column_stack((np.ones(x.size), x)), y.reshape(-1, 1)
    ax, log_ax, squared_ax = figure.axes[:3]
    curve = next(line for line in ax.lines if len(line.get_xdata()) > 100)
    wrong = next(line for line in ax.lines if line.get_label() == "classified wrongly")
    for weight, bias in [(0.5, -4), (-0.5, 4)]:
        turns = [("weight", weight), ("bias", bias)]
        for name, value in turns if weight > 0 else reversed(turns):
            turn(figure, name, value)
        w = np.array([[bias], [weight]])
        expected = 1 / (1 + np.exp(-weight * curve.get_xdata() - bias))
        assert curve.get_ydata() == pytest.approx(expected)
        boxes = {tuple(point) for point in wrong.get_xydata()}
        is_wrong = model.classify(X, w)[:, 0] != y
        assert boxes == set(zip(x[is_wrong], y[is_wrong], strict=True))
        assert f"{30 - np.sum(is_wrong)} of 30" in ax.get_title()
        for axes, loss, gradient in [
            (log_ax, model.loss, model.gradient),
            (squared_ax, squared.squared_error, squared.squared_error_gradient),
        ]:
            line, dot = axes.lines
            here = loss(X, Y, w)
            assert dot.get_xydata()[0] == pytest.approx([weight, here])
            assert f"{here:.3f}" in axes.get_title()
            assert f"slope {gradient(X, Y, w)[1, 0]:.4f}" in axes.get_title()
            there = np.array([[bias], [line.get_xdata()[10]]])
            assert line.get_ydata()[10] == pytest.approx(loss(X, Y, there))


# Chapter 7: training


def test_chapter_7_training(tmp_path, monkeypatch):
    """Steps of the plain script; the slider changes them; stop, go on, start again."""
    figure = start(LIVE[3], tmp_path, {"iterations": "4"}, m=2000)
    model, data = load("07_final/mnist_classifier.py"), load("07_final/mnist.py")
    X, Y = data.X_train[:2000], data.Y_train[:2000]
    X_test, Y_test = data.X_test[:2000], data.Y_test[:2000]
    clock, w = going(figure, monkeypatch), np.zeros((785, 10))
    loss_line, accuracy_line = (ax.lines[0] for ax in figure.axes[10:12])
    press(figure, "train")
    assert clock[-1]
    for i, exponent in enumerate([-5, -5, -6, -6]):
        turn(figure, "lr", exponent)
        tick(figure)
        assert loss_line.get_ydata()[i] == pytest.approx(model.loss(X, Y, w))
        right = np.mean(model.classify(X_test, w) == Y_test) * 100
        assert accuracy_line.get_ydata()[i] == pytest.approx(right)
        assert f"{right:.2f}%" in titles(figure)
        w -= model.gradient(X, Y, w) * 10**exponent
        for digit, ax in enumerate(figure.axes[:10]):
            pixels = np.asarray(ax.images[0].get_array()).ravel()
            assert pixels == pytest.approx(w[1:, digit] / np.max(np.abs(w[1:])))
    press(figure, "train")
    assert not clock[-1]
    press(figure, "train")
    tick(figure)
    assert len(loss_line.get_ydata()) == 5
    assert not clock[-1]  # That was the last of the iterations.
    press(figure, "train")
    assert not clock[-1]
    press(figure, "start again")
    assert len(loss_line.get_ydata()) == len(accuracy_line.get_ydata()) == 0
    assert not np.any(figure.axes[3].images[0].get_array())
    press(figure, "train")
    assert clock[-1]


def test_chapter_7_a_loss_that_breaks(tmp_path):
    """It is inf for a while, and nothing else happens."""
    figure = start(LIVE[3], tmp_path)
    press(figure, "train")
    turn(figure, "lr", -3)
    for _ in range(3):
        tick(figure)
    assert "Loss inf" in titles(figure)
    turn(figure, "lr", -5)
    tick(figure)


# Chapters 7 and 11: drawing


def paper(figure):
    """The axes to draw on."""
    return next(ax for ax in figure.axes if ax.get_title() == "Draw a digit here")


@pytest.mark.parametrize("script", in_quick_run(DIGITS, DIGITS[0]))
def test_a_seven_is_read(script, tmp_path):
    """From the paper through handwriting.py to the answer; both ways to clear it.

    Some 5 s: it takes thousands of images to know a seven.
    """
    changes = {"iterations": "40"} if script.startswith("07") else None
    figure = start(script, tmp_path, changes, m=5000)
    ax = paper(figure)
    (sheet,), bars = ax.images, [a.patches for a in figure.axes if len(a.patches) == 10]
    image = next(a.images[0] for a in figure.axes if "see" in a.get_title())
    normalize = load(f"{script.split('/')[0]}/handwriting.py").normalize

    mouse(figure, "move", ax, 0.5, 0.5)
    assert np.all(sheet.get_array() == 255)  # The pen is not down.
    mouse(figure, "press", ax, *SEVEN[0])
    for point in SEVEN[1:]:
        mouse(figure, "move", ax, *point)
    n_black = np.sum(sheet.get_array() == 0)
    assert n_black > 500
    assert ": 7" not in titles(figure)  # The answer comes with the end of the stroke.
    mouse(figure, "release", figure.axes[0], 0.5, 0.5)
    photo = np.repeat(np.asarray(sheet.get_array())[:, :, np.newaxis], 3, axis=2)
    assert np.array_equal(image.get_array(), normalize(photo))
    assert titles(figure).count(": 7") == len(bars)
    for ten in bars:
        assert np.argmax([bar.get_width() for bar in ten]) == 7
        colors = [bar.get_facecolor() for bar in ten]
        assert colors.count(colors[7]) == 1
    if script.startswith("11"):
        assert sum(bar.get_width() for bar in bars[1]) == pytest.approx(1)
        (dots,) = next(a.collections for a in figure.axes if a.collections)
        assert 10 < np.sum(dots.get_array() > 0.5) < 190

    mouse(figure, "move", ax, 0.5, 0.9)
    assert np.sum(sheet.get_array() == 0) == n_black  # The pen is up.
    for clear in (
        lambda: press(figure, CLEARS),
        lambda: figure.canvas.callbacks.process(
            "key_press_event", KeyEvent("key_press_event", figure.canvas, "c")
        ),
    ):
        drag(figure, ax, *SEVEN)
        assert ": 7" in titles(figure)
        clear()
        assert np.all(sheet.get_array() == 255)
        assert not np.any(image.get_array())
        assert not any(bar.get_width() for ten in bars for bar in ten)
        assert ": 7" not in titles(figure)


@pytest.mark.parametrize("script", DIGITS)
def test_black_paper_is_no_digit(script, tmp_path):
    """And a zoom draws nothing."""
    figure = start(script, tmp_path)
    ax = paper(figure)
    figure.canvas.widgetlock(figure)
    drag(figure, ax, *SEVEN)
    assert np.all(ax.images[0].get_array() == 255)
    figure.canvas.widgetlock.release(figure)
    rows = np.arange(0.01, 1, 0.04)
    drag(figure, ax, *[(x, y) for y in rows for x in (0.01, 0.99)])
    assert ": " not in titles(figure)


# Chapter 11: the graph


def test_chapter_11_values_and_gradients(tmp_path):
    """As graph two computes them; a step down moves both weights."""
    figure = start("11_training/live_graph.py", tmp_path)
    graph = load("11_training/claim_chain_rule.py")
    ax = figure.axes[0]
    names = ("x", "y", "w1", "w2")
    for numbers in [(2, 10, 4, 1), (-3, 20, -5, 6)]:
        for name, number in zip(names, numbers, strict=True):
            turn(figure, name, number)
        shown = {text.get_text() for text in ax.texts}
        a, y_hat, L = graph.forward_two(*numbers)
        slopes = graph.back_two(*numbers)
        assert {f"{n:.4g}" for n in (a, y_hat, L)} <= shown
        assert f"da/dw2 = x = {numbers[0]:.3g}" in shown
        assert f"dL/dy_hat = {2 * (y_hat - numbers[1]):.3g}" in shown
        for slope in slopes:
            assert any(text.endswith(f" = {slope:.3g}") for text in shown)
        press(figure, "step down")
        for name, number, slope in zip(names[2:], numbers[2:], slopes, strict=True):
            assert figure.controls[name].val == pytest.approx(number - slope * 0.01)
    turn(figure, "x", 5)
    for _ in range(30):
        press(figure, "step down")
    assert "0" in {text.get_text()[:1] for text in ax.texts}


@pytest.mark.parametrize("script", in_quick_run(LIVE, *LIVE[:3], LIVE[5]))
def test_what_the_docstring_names_may_be_changed(script, tmp_path):
    """Each name=value starts well, with the file for a picture; others take long."""
    paragraph = source(script).partition("To tweak: ")[2].partition('"""')[0]
    named = re.findall(r"\b(\w+)=(-?[\d.]+\d|\d)\b", paragraph)
    assert paragraph
    assert named or script in (LIVE[2], LIVE[6])
    for name, value in named:
        done = play(script, {name: value}, [tmp_path / "picture.png"])
        assert (done.error, done.progress) == (None, "")
        plt.close("all")
