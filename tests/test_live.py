"""Live scripts answer: sliders, buttons, clocks and the mouse, through the canvas."""

import itertools
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request

import numpy as np
import pytest
from matplotlib.backend_bases import KeyEvent, MouseEvent

from project import ROOT, play

SEVEN = [(0.25, 0.77), (0.5, 0.77), (0.75, 0.77), (0.6, 0.5), (0.45, 0.2)]


def texts(figure):
    """All titles and texts in a figure, one below another."""
    found = [text for ax in figure.axes for text in (ax.title, *ax.texts)]
    return "\n".join(text.get_text() for text in [*found, *figure.texts])


def bars(figure):
    """Axes with a bar for each digit."""
    return [ax for ax in figure.axes if len(ax.patches) == 10]


def lie_apart(figure):
    """Whether all axes are inside the figure, and none covers another."""
    boxes = [ax.get_position() for ax in figure.axes]
    edges = np.array([box.extents for box in boxes])
    overlap = any(a.overlaps(b) for a, b in itertools.combinations(boxes, 2))
    return np.all((edges > 0) & (edges < 1)) and not overlap


def mouse(figure, ax, across, up, name="button_press_event"):
    """The mouse at a place of axes, from 0 to 1 from the lower left."""
    place = ax.transAxes.transform((across, up))
    event = MouseEvent(name, figure.canvas, *place, 1)
    with np.errstate(all="ignore"):
        figure.canvas.callbacks.process(name, event)


def press(figure, name):
    """Press a button of the picture's, once."""
    ax = figure.controls[name].ax
    mouse(figure, ax, 0.5, 0.5)
    mouse(figure, ax, 0.5, 0.5, "button_release_event")


def tick(figure, times=1):
    """Let the clock tick, if it is going."""
    clock = figure.controls["clock"]
    for _ in range(times):
        if clock.is_going:
            clock._on_timer()


@pytest.mark.parametrize(
    "script, turned, expected",
    [
        ("02_first/live_line.py", {"weight w": 2}, "2.00"),
        ("02_first/live_line.py", {"weight w": 1.08, "bias b": 13.17}, "loss 22.84"),
        (
            "03_gradient/live_descent.py",
            {"lr": -3},
            "lr = 0.001, iterations: 200. The loss is 596.2 above",
        ),
        (
            "03_gradient/live_descent.py",
            {"lr": -2},
            "lr = 0.01, iterations: 2. The loss climbs",
        ),
        ("05_discerning/live_sigmoid.py", {"weight": -0.5, "bias": 4}, "-0.50"),
        ("11_training/live_graph.py", {"w2": 3}, "dL/dw2"),
    ],
)
def test_sliders(script, turned, expected):
    """Turned, in either order, they change what can be read; keys leave the axes."""
    figure = play(script).figure
    assert lie_apart(figure)
    before = texts(figure)
    for name, value in turned.items():
        figure.controls[name].set_val(value)
    one_way = texts(figure)
    assert expected in one_way
    assert one_way != before
    for name in reversed(turned):
        figure.controls[name].set_val(figure.controls[name].valmin)
        figure.controls[name].set_val(turned[name])
    assert re.sub("lowest.*", "", texts(figure)) == re.sub("lowest.*", "", one_way)
    scales = [(ax.get_xscale(), ax.get_yscale()) for ax in figure.axes]
    for key in "kl":
        x, y = figure.axes[0].transAxes.transform((0.5, 0.5))
        event = KeyEvent("key_press_event", figure.canvas, key, x, y)
        figure.canvas.callbacks.process("key_press_event", event)
    assert scales == [(ax.get_xscale(), ax.get_yscale()) for ax in figure.axes]


def test_what_moves_is_drawn():
    """A turn draws the same pixels as the whole picture does."""
    figure = play("02_first/live_line.py").figure
    pictures = []
    for slider in (None, "weight w", None):
        if slider:
            figure.controls[slider].set_val(2)
        else:
            figure.canvas.draw()
        pictures.append(np.array(figure.canvas.buffer_rgba()))
    assert np.any(pictures[0] != pictures[1])
    np.testing.assert_array_equal(pictures[1], pictures[2])


def test_a_click_puts_the_hiker_down():
    """Near the minimum the loss ends near its least at once."""
    figure = play("03_gradient/live_descent.py").figure
    assert figure.axes[0].axis() == (-8, 10, -50, 60)
    mouse(figure, figure.axes[0], 9.08 / 18, 63.2 / 110)
    assert re.search(r"iterations: 200. The loss is 0\.\d+ above", texts(figure))


def test_line_trains_until_nothing_is_better():
    """The button says stop while it trains, and starts it again."""
    figure = play(
        "02_first/live_line.py", {"steps_at_once=10": "steps_at_once=400"}
    ).figure
    press(figure, "train")
    assert "stop" in texts(figure)
    tick(figure)
    press(figure, "train")
    here = texts(figure)
    tick(figure, times=3)
    assert texts(figure) == here
    press(figure, "train")
    tick(figure, times=20)
    assert "loss 22.86" in texts(figure)
    assert not figure.controls["clock"].is_going


def test_training_of_chapter_7():
    """It trains, with the slider's lr, to the end; and starts again."""
    changes = {"iterations=500": "iterations=3"}
    figure = play("07_final/live_training.py", changes, m=1000).figure
    assert lie_apart(figure)
    press(figure, "train")
    tick(figure)
    assert "Loss 6.9315" in texts(figure)
    tick(figure, times=9)
    assert not figure.controls["clock"].is_going
    trained = texts(figure)
    press(figure, "start again")
    assert "Loss 6.9315" not in texts(figure)
    figure.controls["lr"].set_val(-6)
    press(figure, "train")
    tick(figure, times=9)
    assert texts(figure) != trained


def test_graph_steps_down():
    """A step of gradient descent lowers the loss on the graph."""
    figure = play("11_training/live_graph.py").figure
    before = texts(figure)
    press(figure, "step down")
    assert texts(figure) != before


@pytest.mark.parametrize(
    "script", ["07_final/live_digit.py", "11_training/live_digit.py"]
)
def test_a_drawn_seven(script):
    """Drawn with the mouse it is read as a 7, and c clears the paper."""
    figure = play(script, m=3000).figure
    assert lie_apart(figure)
    paper = next(ax for ax in figure.axes if "Draw" in ax.get_title())
    empty = texts(figure)
    mouse(figure, paper, *SEVEN[0])
    for place in SEVEN[1:]:
        mouse(figure, paper, *place, "motion_notify_event")
    mouse(figure, paper, *SEVEN[-1], "button_release_event")
    assert re.search(r"\b7\b", texts(figure))
    longest = [max(ax.patches, key=lambda bar: bar.get_width()) for ax in bars(figure)]
    assert {round(bar.get_y() + bar.get_height() / 2) for bar in longest} == {7}
    assert texts(figure) != empty
    event = KeyEvent("key_press_event", figure.canvas, "c")
    figure.canvas.callbacks.process("key_press_event", event)
    assert texts(figure) == empty


@pytest.mark.slow
@pytest.mark.skipif(not shutil.which("xdotool"), reason="needs Xvfb and xdotool")
def test_a_real_window():
    """Tk's, on a screen that nobody sees: the training begins, and Ctrl-C ends it."""
    screen = subprocess.Popen(["Xvfb", ":78"], stderr=subprocess.DEVNULL)
    env = {**os.environ, "DISPLAY": ":78", "MPLBACKEND": "TkAgg"}
    script = subprocess.Popen(
        [sys.executable, ROOT / "02_first/live_line.py"],
        env=env,
        stderr=subprocess.PIPE,
        text=True,
    )

    def xdotool(*words):
        found = subprocess.run(
            ["xdotool", *words], env=env, capture_output=True, text=True
        )
        return found.stdout

    try:
        time.sleep(1)
        found = xdotool("search", "--sync", "--onlyvisible", "--name", "Figure 1")
        window = found.split()[-1]
        time.sleep(2)
        xdotool("mousemove", "--window", window, "960", "610", "click", "1")
        time.sleep(1)
        script.send_signal(signal.SIGINT)
        assert script.communicate(timeout=20)[1] == "\nStopped by Ctrl-C.\n"
    finally:
        script.kill()
        screen.terminate()
        screen.wait()


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is no signal on Windows")
def test_in_a_browser():
    """WebAgg serves the page, and Ctrl-C ends it."""
    script = subprocess.Popen(
        [sys.executable, ROOT / "02_first/live_line.py"],
        env={**os.environ, "MPLBACKEND": "WebAgg", "BROWSER": "false"},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        line = next(line for line in script.stdout if "http://" in line)
        address = re.search(r"http://\S+", line)[0]
        with urllib.request.urlopen(address, timeout=20) as page:
            assert b"canvas" in page.read()
    finally:
        script.send_signal(signal.SIGINT)
        script.communicate(timeout=20)
