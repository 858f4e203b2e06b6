"""In a session errors are exceptions, pictures appear, and another chapter is another.

A session is a notebook's kernel, as VS Code and Spyder have it too, or a terminal with
python3 in it. Each is started once, for all that is tried in it.
"""

import os
import re
import subprocess
import sys

import matplotlib as mpl
import pytest
from jupyter_client.manager import start_new_kernel

from project import ROOT, source

pexpect = pytest.importorskip("pexpect")
SHORT_6 = {"iterations=100": "iterations=1"}
SHORT_7 = {"iterations=200": "iterations=1"}


@pytest.fixture(scope="module")
def cell():
    """A function that runs a cell in a kernel, and gives all that appears below it."""
    manager, client = start_new_kernel(kernel_name="python3", cwd=ROOT / "02_first")

    def run_cell(code):
        shown = []

        def keep(message):
            content = message["content"]
            shown.append(content.get("text") or " ".join(content.get("data", ())))
            if message["msg_type"] == "error":
                shown.append(f"{content['ename']}: {content['evalue']}")

        client.execute_interactive(code, output_hook=keep, timeout=60)
        return "".join(filter(None, shown))

    if mpl.__version_info__ < (3, 9):  # There a kernel's first picture is missing.
        run_cell("%matplotlib inline")
    yield run_cell
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def test_pictures_in_a_kernel(cell, tmp_path):
    """As the text of a script, by %run, twice, and into a file; in the same looks."""
    plot = source("02_first/plot_data.py")
    for code in (plot, plot, "%run plot_data.py", "%run plot_data.py"):
        assert cell(code).count("image/png") == 1
    file = tmp_path / "a.png"
    assert f"The picture is in {file}" in cell(f"%run plot_data.py {file}")
    assert file.exists()


def test_a_live_script_where_nothing_moves(cell):
    """It says so in a line, and shows how it starts."""
    shown = cell(source("02_first/live_line.py"))
    assert shown.startswith("Nothing moves here, as it does in a window")
    assert shown.count("\n") == 1
    assert shown.endswith("image/png")


def test_a_kernel_is_left_as_it_was(cell):
    """No hook of ours, and NumPy still warns."""
    cell("import sys, numpy as np; from gradient_descent_final import *")
    assert cell("print([f for f in sys.meta_path if 'terminal' in repr(f)])") == "[]\n"
    assert "terminal" not in cell("print(sys.excepthook)")
    assert "RuntimeWarning" in cell("np.log(np.zeros(1))")


def test_errors_in_a_kernel(cell):
    """They have the line that a program ends with as their text."""
    cell("%cd ../03_gradient")
    text = source("03_gradient/gradient_descent_final.py", {"lr=0.001": "lr=1"})
    assert "FloatingPointError: Stopped: the loss is now inf" in cell(text)
    assert "InputError: Cannot read " in cell("table('no.txt', 2)")
    assert cell("print(w_kept := 42)") == "42\n"


def test_the_next_chapter_in_the_same_kernel(cell):
    """It computes on its own data, by cells and by %run, there and back."""
    cell("%cd ../04_hyperspaces")
    changes = {"iterations=100000": "iterations=10"}
    assert "Weights:" in cell(
        source("04_hyperspaces/multiple_regression_final.py", changes)
    )
    six = source("06_real/digit_classifier.py", SHORT_6)
    seven = source("07_final/mnist_classifier.py", SHORT_7)
    for folder, text, expected in [
        ("06_real", six, "Success: 9108/10000 (91.08%)"),
        ("07_final", seven, "0 - Loss: 6.931471805"),
        ("06_real", six, "Success: 9108/10000 (91.08%)"),
    ]:
        cell(f"%cd ../{folder}")
        assert expected in cell(text)
    cell("%cd ../06_real")
    assert "image/png" in cell(source("06_real/plot_random_digits.py"))
    cell("%cd ../07_final")
    assert "0 - Loss: 6.931471805" in cell(seven)
    shown = cell("%run ../07_final/mnist.py")
    assert "Y_train (60000, 10)" in shown


def test_an_editors_session_keeps_its_hooks():
    """IDLE and Thonny run a script in the names of their own __main__."""
    script = str(ROOT / "02_first" / "linear_regression.py")
    code = (
        f"import sys; __file__ = script = {script!r}; sys.argv = [script]\n"
        f"sys.path.insert(0, {str(ROOT / '02_first')!r})\n"
        "exec(compile(open(script).read(), script, 'exec'))\n"
        "print(sys.excepthook is sys.__excepthook__, np.geterr()['over'])"
    )
    process = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True
    )
    assert process.stdout.endswith("y=36.80\nTrue warn\n")
    assert process.stderr == ""


@pytest.mark.skipif(os.name == "nt", reason="a Unix pseudo-terminal")
def test_the_interpreter():
    """Ctrl-C and errors leave what was defined; a function can be pasted."""
    env = {**os.environ, "PYTHON_BASIC_REPL": "1", "TERM": "dumb"}
    child = pexpect.spawn(
        sys.executable,
        ["-q"],
        cwd=str(ROOT / "03_gradient"),
        env=env,
        encoding="utf-8",
        timeout=30,
        echo=False,
    )
    child.delaybeforesend = None
    child.expect(">>> ")

    def says(line):
        child.sendline(line)
        child.expect(r"\n?>>> ")
        return child.before

    says("kept = 42")
    says("from gradient_descent_final import *")
    says("X, Y = np.loadtxt('pizza.txt', skiprows=1, unpack=True)")
    child.sendline("train(X, Y, 10**9, 1e-9)")
    child.expect("Iteration +9 ")
    child.sendintr()
    assert "KeyboardInterrupt" in (child.expect(">>> ") or child.before)
    assert "FloatingPointError: Stopped" in says("train(X, Y, 10**6, 1)")
    assert "TypeError" in says("train(X, Y, 1e5, 1)")
    assert "42" in says("kept")
    text = source("03_gradient/gradient_descent_final.py")
    for line in re.search(r"def gradient.*?\n\n", text, re.DOTALL)[0].splitlines():
        child.sendline(line)
        child.expect(r"(>>>|\.\.\.) ")
    assert "-" in says("gradient(X, Y, 0, 0)")
    child.close()
