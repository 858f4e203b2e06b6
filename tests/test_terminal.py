"""What happens around a script: Ctrl-C, closed pipes, missing packages, locales."""

import importlib
import os
import re
import signal
import subprocess
import sys

import pytest

from project import (
    CHAPTERS,
    CLAIM_SCRIPTS,
    OF_EACH_KIND,
    PICTURES,
    ROOT,
    SCRIPTS,
    SOLUTIONS,
    TRAINING,
    chapter_of,
    in_quick_run,
    load,
    run,
    tweak,
)

ALL = [*SCRIPTS, *PICTURES]

# terminal.py is the same in all folders, and every script imports it first. So one
# script that prints and one that draws show it at work; the slow tests start one of
# each kind, and one that draws in each chapter.
LINE = "03_gradient/gradient_descent_final.py"
PICTURE = "02_first/plot_data.py"
THREADS = "07_final/mnist_classifier_fast.py"
DRAWING = [next(p for p in PICTURES if p.startswith(chapter)) for chapter in CHAPTERS]
STARTED = [*OF_EACH_KIND, *DRAWING]
TRAINED = [script for script in OF_EACH_KIND if script in TRAINING]


def start(script, *options, env=None, **settings):
    """Start a script, and return the process while it runs."""
    return subprocess.Popen(
        [sys.executable, *options, str(script)],
        env={**os.environ, "MPLBACKEND": "Agg", **(env or {})},
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        **settings,
    )


def test_every_folder_has_the_same_manners():
    """One module, copied; and every script imports it first of all."""
    first, *others = [(ROOT / c / "terminal.py").read_bytes() for c in CHAPTERS]
    assert [other for other in others if other != first] == []
    for script in [*ALL, *CLAIM_SCRIPTS, *SOLUTIONS]:
        code = (ROOT / script).read_text("utf-8").split('"""', 2)[2]
        imports = re.findall(r"^(?:import|from) (\w+)", code, re.M)
        if "_NUM_THREADS" in code:
            assert imports.pop(0) == "os"  # The number of threads comes before NumPy.
        if imports[0].endswith("_fast"):
            imports.pop(0)  # So here, and it imports terminal.py first.
        if "/solution/" in script:  # They find the folder of terminal.py first.
            imports = [n for n in imports if n not in sys.stdlib_module_names]
        first = "picture" if "plot_" in script else "terminal"
        assert imports[0] == first, script


@pytest.mark.parametrize("other", CHAPTERS)
def test_modules_of_two_chapters_do_not_mix(other):
    """In a session that has some of chapter 6, as if %run put another folder first."""
    terminal = load("06_real/terminal.py")
    with chapter_of("06_real/terminal.py"):
        sys.meta_path.insert(0, terminal.Guard)
        sys.path.insert(0, str(ROOT / other))
        if other == "06_real":
            terminal.stop_if_diverged(1)
            importlib.import_module("idx")
            return
        line = f"has modules of 06_real, and those of {other} have the same names"
        drawing = next(p for p in PICTURES if p.startswith(other)).partition("/")[2]
        for attempt in [
            lambda: importlib.import_module(drawing.removesuffix(".py")),
            lambda: terminal.stop_if_diverged(1),
            lambda: terminal.table("pizza.txt", 2),
        ]:
            with pytest.raises(ImportError, match=line) as stop:
                attempt()
            assert terminal.explain(stop.value) == str(stop.value)
        importlib.import_module("wave")


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is no signal on Windows")
@pytest.mark.parametrize("script", in_quick_run(TRAINED, LINE, THREADS))
def test_ctrl_c(script, project_copy, tmp_path):
    """One calm line, status 130, and what was printed is all in the file."""
    path = project_copy / script
    tweak(path, iterations="1000000000", lr="1e-12")
    output = tmp_path / "output.txt"
    with output.open("w") as file, start(path, "-u", stdout=file) as process:
        while not output.read_text().count("\n") > 2:
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        complaints = process.communicate(timeout=20)[1]
    assert process.returncode == 130
    assert complaints == "\nStopped by Ctrl-C.\n"
    *lines, last = output.read_text().split("\n")
    assert len(lines) > 2
    assert all(re.fullmatch(r"(Iteration)?:? *\d+,? .*\d%?", line) for line in lines)
    assert last == "" or last.startswith(lines[-1][:5])


@pytest.mark.skipif(os.name == "nt", reason="Ctrl-C is no signal on Windows")
def test_ctrl_c_leaves_the_output_complete(project_copy, tmp_path):
    """Without -u what has been printed waits in memory; it is not lost."""
    path = project_copy / TRAINING[0]
    text = path.read_text(encoding="utf-8")
    text = text.replace(
        "    for i in", "    print('before')\n    while True: pass\n    for i in"
    )
    path.write_text(
        text.replace("while True", "os.kill(os.getpid(), 2)\n    while True")
    )
    path.write_text(path.read_text().replace("import numpy", "import os\nimport numpy"))
    process = run(path)
    assert process.returncode == 130
    assert process.stdout == "before\n"


@pytest.mark.parametrize(
    "changes, line",
    [
        ({"lr": "0.1"}, "Stopped: the loss is now inf, no longer a finite number. "),
        (
            {"iterations": "1e5"},
            "iterations=100000.0: please write a whole number, such as 20000.",
        ),
    ],
)
def test_an_error_is_one_line(changes, line, project_copy):
    """No traceback, no warnings of NumPy's, and status 1."""
    path = project_copy / LINE
    tweak(path, **changes)
    process = run(path)
    assert process.returncode == 1
    assert process.stderr.startswith(line)
    assert process.stderr.count("\n") == 1


def test_an_error_of_another_kind_is_shown_whole(project_copy):
    """A slip of the reader's own: Python's traceback says where."""
    path = project_copy / LINE
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("w -= w_gradient", "w -= w_slope"), encoding="utf-8")
    process = run(path)
    assert process.returncode == 1
    assert process.stderr.startswith("Traceback")
    assert "NameError: name 'w_slope' is not defined" in process.stderr


@pytest.mark.skipif(os.name == "nt", reason="a POSIX pipe")
@pytest.mark.parametrize("n_lines", [0, 3])
@pytest.mark.parametrize("script", in_quick_run(OF_EACH_KIND, LINE))
def test_closed_pipe(script, n_lines, quick_project):
    """As in `| head -3`: not a word."""
    with start(quick_project / script, stdout=subprocess.PIPE) as process:
        for _ in range(n_lines):
            process.stdout.readline()
        process.stdout.close()
        complaints = process.stderr.read()
    assert complaints == ""
    assert process.returncode in (0, 141)


@pytest.mark.parametrize("script", in_quick_run(STARTED, LINE, PICTURE))
def test_missing_package(script, tmp_path):
    """A Python without packages: one line with the command that installs them."""
    process = run(ROOT / script, options=["-S"], cwd=tmp_path)
    assert process.returncode == 1
    assert process.stdout == ""
    command = f'"{sys.executable}" -m pip install -r "{ROOT / "requirements.txt"}"'
    assert process.stderr == (
        "numpy is not installed. "
        f"Set up as the project's readme.txt says, or run: {command}\n"
    )


def run_with(folder, script):
    """Run a script with a folder of modules that come before the installed ones."""
    return subprocess.run(
        [sys.executable, ROOT / script, "picture.png"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        encoding="utf-8",
    )


@pytest.mark.parametrize("script", in_quick_run(STARTED, LINE, PICTURE))
@pytest.mark.parametrize("package", ["numpy", "matplotlib", "seaborn"])
def test_old_package(script, package, tmp_path):
    """One line; the version in requirements.txt itself is not too old."""
    if package != "numpy" and script not in PICTURES:
        assert "import picture" not in (ROOT / script).read_text(encoding="utf-8")
        return
    (tmp_path / package).mkdir()
    version = "0.9.1" if package == "seaborn" else "1.25.2"
    fake = tmp_path / package / "__init__.py"
    if package == "numpy":
        fake.write_text(f"__version__ = {version!r}\n")
    else:
        (tmp_path / "sitecustomize.py").write_text(
            f"import {package}\n{package}.__version__ = {version!r}\n"
        )
        fake.parent.rmdir()
    process = run_with(tmp_path, script)
    assert process.returncode == 1
    assert process.stdout == ""
    assert process.stderr.startswith(
        f"{package} {version} is too old for these scripts"
    )
    assert process.stderr.count("\n") == 1
    assert "-m pip install -r" in process.stderr
    assert not (tmp_path / "picture.png").exists()


@pytest.mark.parametrize("script", in_quick_run(STARTED, LINE, PICTURE))
def test_old_python(script, tmp_path):
    """One line, before anything else."""
    (tmp_path / "sitecustomize.py").write_text(
        "import sys\nsys.version_info = (3, 9)\n"
    )
    process = run_with(tmp_path, script)
    assert process.returncode == 1
    assert process.stdout == ""
    assert process.stderr.startswith("This Python is too old, 3.10 is needed.")
    assert process.stderr.count("\n") == 1


@pytest.mark.parametrize("script", in_quick_run(OF_EACH_KIND, LINE))
def test_no_default_encoding(script, quick_project):
    """Windows has other defaults than Linux: every text file names its encoding."""
    options = ["-X", "warn_default_encoding", "-W", "error::EncodingWarning"]
    process = run(quick_project / script, options=options)
    assert process.stderr == ""
    assert process.returncode in (0, 1 if script.startswith("02") else 0)


@pytest.mark.parametrize("script", in_quick_run(OF_EACH_KIND, LINE))
def test_plain_locale(script, quick_project):
    """A system that knows ASCII only, in a folder whose name has an umlaut."""
    with start(
        quick_project / script,
        env={"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        stdout=subprocess.PIPE,
    ) as process:
        output, complaints = process.communicate()
    assert complaints == ""
    assert process.returncode == 0
    assert output.isascii()


def test_products_that_warn_though_they_are_right(project_copy):
    """As NumPy's do on Apple's processors: nobody sees that, nor stops for it."""
    path = project_copy / LINE
    text = path.read_text(encoding="utf-8")
    noise = "    np.divide(1.0, np.zeros(1))\n    return X * w + b\n"
    path.write_text(text.replace("    return X * w + b\n", noise), encoding="utf-8")
    tweak(path, iterations=20)
    process = run(path)
    assert process.stderr == ""
    assert process.stdout.startswith("Iteration    0 => Loss: 812.8666666667\n")
