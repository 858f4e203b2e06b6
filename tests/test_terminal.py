"""How a started script begins and ends: each test is a program, half a second or so."""

import os
import shutil
import signal
import subprocess
import sys

import pytest

from project import CHAPTERS, ROOT, load, run, source

LINE = "03_gradient/gradient_descent_without_bias.py"
NAN = "Stopped: the loss is now inf, no longer a finite number. Try a smaller lr"
WHOLE = "Please write whole numbers, as 20000: 'float' object cannot be interpreted as"


@pytest.fixture
def folder(tmp_path):
    """A copy of chapter 3 in an awkward place, to be broken."""
    place = tmp_path / "Müllers Bücher & mehr" / "03_gradient"
    shutil.copytree(ROOT / "03_gradient", place)
    return place


def start_changed(folder, old, new, **options):
    """Start the chapter's first listing with a text replaced."""
    path = folder / "gradient_descent_without_bias.py"
    path.write_text(source(LINE, {old: new}), encoding="utf-8")
    return run(path, **options)


@pytest.mark.parametrize(
    "old, new, line",
    [
        ("iterations=100,", "iterations=1000,", ""),
        ("lr=0.001", "lr=1", NAN),
        ("iterations=100,", "iterations=1e5,", WHOLE),
        ("pizza.txt", "no.txt", "Cannot read "),
        ("    w = 0\n", "    raise KeyboardInterrupt\n", "\nStopped by Ctrl-C.\n"),
        (
            "    w = 0\n",
            "    raise MemoryError\n",
            "Too little memory.\n",
        ),
        ("    w = 0\n", "    np.divide(1.0, np.zeros(1))\n    w = 0\n", ""),
        ("w -= grad", "v -= grad", "Traceback (most recent call last):\n"),
        ("    w = 0\n", "    raise RuntimeError('!')\n", "Traceback (most recent call"),
    ],
)
def test_a_program_ends_in_a_line(old, new, line, folder):
    """Or without one, if nothing is wrong; what we know nothing of is shown whole."""
    process = start_changed(folder, old, new)
    assert process.stderr.startswith(line)
    assert ("\n" in process.stderr.strip()) == line.startswith("Traceback")
    if "Ctrl-C" in line and os.name != "nt":
        assert process.returncode == -signal.SIGINT
    else:
        assert process.returncode == bool(line)


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is no signal on Windows")
def test_ctrl_c(folder):
    """Each line that was printed has arrived before, though nobody sees a terminal."""
    path = folder / "gradient_descent_without_bias.py"
    text = source(LINE, {"iterations=100,": "iterations=10**9,", "lr=0.001": "lr=1e-9"})
    path.write_text(text, encoding="utf-8")
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen([sys.executable, str(path)], **pipes) as process:
        assert process.stdout.readline() == "Iteration    0 => Loss: 812.8666666667\n"
        process.send_signal(signal.SIGINT)
        _, complaints = process.communicate(timeout=20)
    assert complaints == "\nStopped by Ctrl-C.\n"
    assert process.returncode == -signal.SIGINT


@pytest.mark.skipif(os.name == "nt", reason="POSIX pipes")
def test_nobody_reads(script="03_gradient/gradient_descent_final.py"):
    """As in | head -3, of more than a pipe holds, and without output: not a word."""
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
    with subprocess.Popen([sys.executable, ROOT / script], **pipes) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == ""
    closed = subprocess.run(
        f'"{sys.executable}" "{ROOT / script}" >&-',
        shell=True,
        stderr=subprocess.PIPE,
        check=True,
    )
    assert closed.stderr == b""


@pytest.mark.parametrize(
    "fakes, line",
    [
        (
            {"numpy/__init__.py": "__version__ = '1.25.2'"},
            "numpy 1.25.2 is too old. Run",
        ),
        ({"numpy/__init__.py": ""}, "has no attribute '__version__'"),
        ({"seaborn/__init__.py": "import six6"}, "(No module named 'six6'). Run: "),
        (
            {"seaborn/__init__.py": "__version__ = '0.9.0'"},
            "seaborn 0.9.0 is too old. R",
        ),
        ({"matplotlib/__init__.py": "1 / 0"}, "cannot be imported (division by zero)"),
        (
            {"03_gradient/string.py": ""},
            "Rename your file string.py: it hides Python's",
        ),
        ({"03_gradient/numpy.py": ""}, "Rename your file numpy.py: it hides Python's"),
    ],
)
def test_packages(fakes, line, folder):
    """Missing, old, broken, or hidden by a file of the reader's."""
    for name, text in fakes.items():
        path = folder.parent / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    path = folder / "plot_loss.py"
    process = run(path, "a.png", PYTHONPATH=str(folder.parent), cwd=folder.parent)
    assert line in process.stderr
    assert process.stderr.count("\n") == 1
    assert process.returncode == 1
    assert not (folder.parent / "a.png").exists()


def test_no_packages(folder):
    """A Python without any: the line says what to type."""
    process = run(folder / "gradient_descent_final.py", options=["-S"])
    assert process.stderr.startswith("numpy cannot be imported (No module named 'nump")
    assert "numpy matplotlib seaborn (more: SET-UP in readme.txt)" in process.stderr


@pytest.mark.parametrize(
    "name, backend, line",
    [
        ("a.png", "no_such_backend", "The picture is in a.png"),
        ("a.svg", "TkAgg", "The picture is in a.svg"),
        (
            "a.doc",
            "Agg",
            "Cannot write a.doc: no folder, or no .png/.pdf/.svg",
        ),
        (
            "no/a.png",
            "Agg",
            "Cannot write no/a.png: no folder, or no .png",
        ),
        (None, "Agg", "No window can be opened here. Name a file for the picture: "),
        (None, "no_such_backend", "No window can be opened here. Name a file for the "),
    ],
)
def test_where_a_picture_goes(name, backend, line, tmp_path):
    """To a file without any window's toolkit; else to a window, if there can be one."""
    script = ROOT / "02_first" / "plot_data.py"
    names = [name] if name else []
    process = run(script, *names, cwd=tmp_path, MPLBACKEND=backend, DISPLAY="")
    assert line in process.stdout + process.stderr
    assert (process.stdout + process.stderr).count("\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == (
        names if process.returncode == 0 else []
    )


def test_plain_locale(folder):
    """A system that knows ASCII only: umlauts in the folder's name do no harm."""
    env = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    process = run(folder / "gradient_descent_final.py", **env)
    assert (process.stderr, process.returncode) == ("", 0)


def test_helpers_are_the_same_in_every_folder():
    """Byte for byte; and the oldest versions are those of the requirements."""
    for name in ("terminal", "environment", "picture", "controls", "clock", "idx"):
        copies = {path.read_bytes() for path in ROOT.glob(f"[01]*/{name}.py")}
        assert len(copies) == 1
    assert all((ROOT / chapter / "terminal.py").exists() for chapter in CHAPTERS)
    requirements = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    for name, (major, minor) in load("02_first/environment.py").OLDEST.items():
        assert f"{name}>={major}.{minor}," in requirements
