"""The ways in which a test runs a script: inside the test process, or as a program.

load and play cost what the script itself costs, since nothing is started and nothing
drawn; run starts a process, for tests of what only a process has: its start, its end.
"""

import contextlib
import importlib
import io
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

import matplotlib.pyplot as plt
import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

ROOT = Path(__file__).resolve().parent.parent
CHAPTERS = sorted(path.parent.name for path in ROOT.glob("[01]*_*/terminal.py"))
SCRIPTS = sorted(
    path.relative_to(ROOT).as_posix()
    for chapter in CHAPTERS
    for path in (ROOT / chapter).rglob("*.py")
)
# The page's lines of chapter 7, and how many digits of a loss the plain script has:
# NumPy adds up in another order from 2.3 on.
PLAIN_DIGITS = 20 if tuple(map(int, np.__version__.split(".")[:2])) < (2, 3) else 12
PAGE = {
    0: ("6.93147180559945397249", "9.80%"),
    1: ("8.43445687508333641347", "68.04%"),
    2: ("5.51204748892387641490", "68.10%"),
    3: ("2.95687007359365416903", "68.62%"),
    200: ("0.85863196488041293453", "90.32%"),
}
IDX = {}  # What has been read from the files of MNIST, once a process.


def reader(load_idx, m):
    """A load_idx that reads a file once, and gives its first m images or labels."""

    def load(filename, magic):
        key = str(filename), magic
        if key not in IDX:
            IDX[key] = load_idx(filename, magic)
        return IDX[key][:m]

    return load


@contextlib.contextmanager
def chapter_of(script, m=None, arguments=()):
    """Import as the started script does, and forget what has been imported afterwards.

    With m, MNIST has m training and m test images only.
    """
    path = ROOT / script
    folders = [str(ROOT / path.relative_to(ROOT).parts[0]), *sys.path]
    if "/solution/" in script:
        folders.insert(0, str(path.parent))
    before, hook = set(sys.modules), sys.excepthook
    with (
        mock.patch.object(sys, "path", folders),
        mock.patch.object(sys, "argv", [str(path), *map(str, arguments)]),
        np.errstate(all="ignore"),  # As terminal.py sets it for a started script.
    ):
        try:
            if importlib.util.find_spec("idx"):
                idx = importlib.import_module("idx")
                idx.load_idx = reader(idx.load_idx, m)
            yield
        finally:
            sys.excepthook = hook
            for name in set(sys.modules) - before:
                file = getattr(sys.modules[name], "__file__", None) or ""
                if file.startswith(tuple(f"{ROOT / c}{os.sep}" for c in CHAPTERS)):
                    del sys.modules[name]


def load(script, m=None):
    """A script, or a helper, as a module: its functions are there, nothing has run."""
    with chapter_of(script, m):
        return importlib.import_module(Path(script).stem)


def source(script, changes=None):
    """The text of a script, with other texts (as lr=0.1) in place of some (lr=0.01)."""
    text = (ROOT / script).read_text(encoding="utf-8")
    for old, new in (changes or {}).items():
        assert old in text, f"{old!r} does not stand in {script}"
        text = text.replace(old, new)
    return text


def play(script, changes=None, m=None, arguments=()):
    """Run a script as its reader does, inside the test process.

    Gives lines, what it prints; error, the line that it ends with, or ""; figure, what
    it has drawn, or None; names, what it has defined; and said, all that a reader sees:
    lines, error and each text in the figure, one below another.
    """
    code = compile(source(script, changes), str(ROOT / script), "exec")
    names = {"__name__": "__main__", "__file__": str(ROOT / script)}
    output, complaints, error = io.StringIO(), io.StringIO(), ""
    plt.close("all")
    with (
        chapter_of(script, m, arguments),
        mock.patch.object(plt, "show") as shown,
        contextlib.redirect_stdout(output),
        contextlib.redirect_stderr(complaints),
    ):
        try:
            exec(code, names)
        except Exception as problem:
            terminal = importlib.import_module("terminal")
            terminal.end(type(problem), problem, problem.__traceback__)
            error = complaints.getvalue().strip()
            if error.startswith("Traceback"):
                raise
    figure = plt.gcf() if plt.get_fignums() else None
    assert shown.called or error or arguments or not figure, "The picture is not shown"
    plt.close("all")
    if figure:
        FigureCanvasAgg(figure)  # Closed, it has lost its own.
    texts = [text.get_text() for text in figure.findobj(Text)] if figure else []
    lines = output.getvalue().splitlines()
    said = "\n".join([*lines, error, *filter(None, texts)])
    return SimpleNamespace(
        lines=lines, error=error, figure=figure, names=names, said=said
    )


def check_chapter_7(lines, n_lines, n_digits=12):
    """Lines of chapter 7's training against the page: that many digits of a loss."""
    assert len(lines) == n_lines
    for i, (loss, accuracy) in PAGE.items():
        if i < n_lines:
            assert lines[i].startswith(f"{i} - Loss: {loss[: n_digits + 1]}")
            assert lines[i].endswith(f", {accuracy}")


def run(script, *arguments, cwd=None, options=(), **env):
    """Start a script as a reader does, without a screen, and wait for its end."""
    return subprocess.run(
        [sys.executable, *options, str(script), *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "MPLBACKEND": "Agg", **env},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
    )
