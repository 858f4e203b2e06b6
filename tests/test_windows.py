"""Live scripts in real windows: a screen of Xvfb, Tk, and a mouse moved by xdotool.

Each takes the time of its script's start, and some seconds for the mouse, so they are
slow. Every one ends in silence when its window is closed.
"""

import json
import os
import subprocess

import pytest

from project import ROOT
from windows import MISSING, Window

pytestmark = pytest.mark.skipif(
    bool(MISSING), reason=f"needs a screen without a monitor: {' '.join(MISSING)}"
)

SEVEN = [(0.25, 0.23), (0.5, 0.23), (0.75, 0.23), (0.6, 0.5), (0.45, 0.8)]

# What the mouse does in each, and what the texts say then, and before.
DONE = {
    "02_first/live_line.py": [("weight w", 0.7, "2.50"), ("bias b", 0.6, "20.00")],
    "03_gradient/live_descent.py": [("lr", 2 / 3, "0.001")],
    "05_discerning/live_sigmoid.py": [
        ("weight", 0.25, "-0.50"),
        ("bias", 0.75, "4.00"),
    ],
    "07_final/live_training.py": [("lr", 0.25, "1e-06")],
    "11_training/live_graph.py": [("x", 0.1, "-4.00"), ("w2", 0.75, "5.00")],
}
DIGITS = ["07_final/live_digit.py", "11_training/live_digit.py"]


@pytest.fixture(scope="module")
def display():
    """A screen that nobody sees."""
    reader, writer = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1700x1200x24"],
        pass_fds=[writer],
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with open(reader) as answer:  # noqa: PTH123, a file descriptor
        number = answer.readline().strip()
    yield f":{number}"
    screen.terminate()
    screen.wait()


@pytest.fixture
def open_window(display):
    """A function that opens a script's window, which a failed test closes."""
    windows = []

    def opened(script):
        windows.append(Window(str(ROOT / script), display))
        return windows[-1]

    yield opened
    for window in windows:
        if window.process.poll() is None:
            window.process.kill()
            window.process.communicate()


def ended(window):
    """The texts in a window when it was closed; it says nothing else."""
    told, errors, status = window.close()
    assert (errors, status) == ("", 0)
    return json.loads(told.splitlines()[-1])


def near(texts, number):
    """Whether one of the texts is a number, or as near as a mouse comes to it."""
    values = [
        t for t in texts if t.replace("e-", "").lstrip("-").replace(".", "").isdigit()
    ]
    return any(abs(float(v) / float(number) - 1) < 0.03 for v in values if float(v))


@pytest.mark.slow
@pytest.mark.parametrize("script", DONE)
def test_sliders_follow_the_mouse(script, open_window):
    """Dragged from the left to a place; some 6 s."""
    window = open_window(script)
    for name, place, _ in DONE[script]:
        window.drag(name, (0.05, 0.5), (place / 2, 0.5), (place, 0.5))
    texts = ended(window)
    for name, _, number in DONE[script]:
        assert near(texts, number), (name, number, texts)


@pytest.mark.slow
def test_chapter_3_a_click_puts_the_hiker_down(open_window):
    """With a small lr the loss is nearly least at once, from near the minimum."""
    window = open_window("03_gradient/live_descent.py")
    window.drag(0, (9.08 / 18, 46.8 / 110))  # w = 1.08, b = 13.2
    assert any("above its least" in text for text in ended(window))


@pytest.mark.slow
@pytest.mark.parametrize(
    "script", ["02_first/live_line.py", "07_final/live_training.py"]
)
def test_closed_during_a_training(script, open_window):
    """In silence, with status 0; the training had begun."""
    window = open_window(script)
    window.drag("train", (0.5, 0.5))
    texts = ended(window)
    assert "stop" in texts
    assert not {"Loss", "loss 812.87\nlowest 812.87"} & {*texts}


@pytest.mark.slow
@pytest.mark.parametrize("script", DIGITS)
def test_a_seven_is_read_as_seven(script, open_window):
    """Drawn with the mouse after the training, up to a minute."""
    window = open_window(script)
    paper = max(int(name) for name in window.places if name.isdigit()) - 1
    window.drag(paper, *SEVEN)
    answers = [text for text in ended(window) if text[-3:] == ": 7"]
    assert len(answers) == (2 if script.startswith("11") else 1)
