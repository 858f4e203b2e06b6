"""In an interactive session an error is an exception, and the session goes on.

Each test is a pseudo-terminal with a Python in it, less than a second.
"""

import gzip
import os
import sys

import pytest

from project import CHAPTERS, ROOT, TRAINING, copy_project, tweak

pexpect = pytest.importorskip("pexpect")
pytestmark = pytest.mark.skipif(os.name == "nt", reason="a Unix pseudo-terminal")

# The listing of each chapter, how its train is called, and what ends a bad training.
LINE = "train(np.array([1.0, 2]), np.array([3.0, 5]), iterations={}, lr={})"
TABLE = "train(np.eye(3) + 1, np.array([[0], [1], [1]]), iterations={}, lr={})"
IMAGES = "X = np.ones((4, 3)); Y = np.eye(2)[[0, 1, 1, 1]]; labels = Y[:, [1]]; "
TRAIN = {
    "02_first": ("linear_regression_with_bias", LINE, "RuntimeError: Couldn't conv"),
    "03_gradient": ("gradient_descent_final", LINE, "FloatingPointError: Stopped"),
    "04_hyperspaces": ("multiple_regression_final", TABLE, "FloatingPointError: Stop"),
    "05_discerning": ("classifier", TABLE, "FloatingPointError: Stopped"),
    "06_real": ("digit_classifier", TABLE, "FloatingPointError: Stopped"),
    "07_final": (
        "mnist_classifier",
        IMAGES + "train(X, Y, X, labels, iterations={}, lr={})",
        "FloatingPointError: Stopped",
    ),
    "11_training": (
        "neural_network",
        IMAGES + "train(X, Y, X, labels, 5, iterations={}, lr={})",
        "FloatingPointError: Stopped",
    ),
}


class Session:
    """A Python at a terminal: what it is told, and what it says to that."""

    def __init__(self, folder, *arguments):
        """Start it in a folder, and wait for its prompt."""
        environment = {**os.environ, "PYTHON_BASIC_REPL": "1", "TERM": "dumb"}
        self.child = pexpect.spawn(
            sys.executable,
            ["-q", *arguments],
            cwd=str(folder),
            env=environment,
            encoding="utf-8",
            timeout=60,
            echo=False,
        )
        self.child.expect(r"\n?>>> ")
        self.started_with = self.child.before
        assert self.says("kept = 42") == ""

    def says(self, line):
        """What Python prints for a line, until it asks for the next one."""
        self.child.sendline(line)
        self.child.expect(r">>> ")
        return self.child.before.strip()

    def is_alive(self):
        """What was set before is still there."""
        return self.says("kept") == "42"


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_the_interpreter_survives(chapter, tmp_path):
    """Ctrl-C in a training, an lr that diverges, a damaged table or IDX file."""
    name, call, error = TRAIN[chapter]
    session = Session(ROOT / chapter)
    assert session.says(f"from {name} import *") == ""

    session.child.sendline(call.format(10**9, 1e-9))
    session.child.expect(r"(Iteration:? +|\n)9[ ,]")
    session.child.sendintr()
    session.child.expect(">>> ")
    assert "KeyboardInterrupt" in session.child.before
    assert session.is_alive()

    said = session.says(call.format(3, 1e-9 if chapter < "03" else 1e300))
    assert error in said
    assert session.is_alive()
    assert "TypeError" in session.says(call.format(1e5, 0.1))
    assert session.is_alive()

    file = tmp_path / "damaged"
    if chapter < "06":
        file.write_text("A B\n1 nan\n", encoding="utf-8")
        said = session.says(f"np.loadtxt(table({str(file)!r}, 2), skiprows=1)")
    else:
        file.write_bytes(gzip.compress(b"\0\0\x08\x03"))
        session.says("from idx import load_idx")
        said = session.says(f"load_idx({str(file)!r}, magic=2051)")
    assert f"FileError: Cannot read {file}" in said.replace("\r\n", "\n")
    assert session.is_alive()
    session.child.close()


@pytest.mark.parametrize("lr", ["0.001", "0.1"])
def test_a_script_started_with_i(lr, tmp_path):
    """Whether it ends well or not, its functions can be tried then."""
    folder = copy_project(tmp_path / "copy", ["03_gradient"]) / "03_gradient"
    script = folder / "gradient_descent_without_bias.py"
    tweak(script, lr=lr, iterations=1000)
    session = Session(folder, "-i", script.name)
    assert ("FloatingPointError" in session.started_with) == (lr == "0.1")
    assert session.says("round(loss(X, Y, 1, 0))") != ""
    session.child.sendline("train(X, Y, 10**9, 1e-9)")
    session.child.expect("Iteration    9")
    session.child.sendintr()
    session.child.expect(">>> ")
    assert session.is_alive()
    session.child.close()


def test_another_chapter_needs_another_session():
    """A chapter's mnist is kept: with the classifier of another it would go wrong."""
    session = Session(ROOT / "06_real")
    assert session.says("import os, digit_classifier") == ""
    assert session.says("os.chdir('../07_final')") == ""
    said = " ".join(session.says("import mnist_classifier").split())
    assert "SetUpError: This session has modules of 06_real, and those of 07" in said
    assert session.says("import wave") == ""
    assert session.says("os.chdir('../06_real')") == ""
    assert session.says("import idx") == ""
    assert session.is_alive()
    session.child.close()


@pytest.mark.slow
@pytest.mark.parametrize("script", TRAINING)
def test_every_script_started_with_i(script, quick_project):
    """The prompt comes back, and the functions are there."""
    path = quick_project / script
    session = Session(path.parent, "-i", path.name)
    assert session.says("callable(train)") == "True"
    session.child.close()


def test_ipython_shows_the_exception(tmp_path):
    """IPython has a hook of its own, which stays as it is."""
    script = tmp_path / "script.py"
    script.write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT / '02_first')!r})\n"
        "import terminal\nprint(sys.excepthook is terminal.end)\n"
        "terminal.stop_if_diverged(float('inf'))\n",
        encoding="utf-8",
    )
    child = pexpect.spawn(
        sys.executable,
        ["-m", "IPython", "--simple-prompt", "--colors=NoColor", "-i", str(script)],
        env={**os.environ, "TERM": "dumb", "IPYTHONDIR": str(tmp_path)},
        encoding="utf-8",
        timeout=60,
    )
    child.expect("False")
    child.expect("FloatingPointError")
    child.expect("In .1.: ")
    child.sendline("6 * 7")
    child.expect("Out.1.: 42")
    child.close()
