"""The classifier on Dask's workers: what they compute, and that they end with it.

Most tests compute in this process. The others start processes, for seconds."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from project import ROOT, check_chapter_7, load, run

SCRIPT = "07_final/mnist_classifier_dask.py"
LINE = r"\d+ - Loss: \d+\.\d{20}, \d+\.\d\d%\n"
PROC = Path("/proc")
PIPES = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "encoding": "utf-8"}
needs_proc = pytest.mark.skipif(not PROC.exists(), reason="only Linux has /proc")
page = load("07_final/mnist_classifier.py")

# What the script asks of a client, done in this process: a result for each future.
HERE = SimpleNamespace(
    nthreads=lambda: ["three", "workers", "here"],
    submit=lambda function, *arguments: function(*arguments),
    map=lambda add_up, blocks, w, pure: [add_up(b, w) for b in blocks],
    gather=lambda results: results,
)


@pytest.fixture(scope="module")
def script():
    """The script's module: only the process that needs Dask imports it."""
    return load(SCRIPT)


@pytest.fixture
def few(script, monkeypatch):
    """1000 images to train with and 300 to test with, in the page's arrays."""
    data = load("07_final/mnist.py")
    train, test = data.X_train[:1000], data.X_test[:300]
    files = {"train": (train, data.Y_train_unencoded), "t10k": (test, data.Y_test)}

    def load_few(name):
        X, labels = files[name]
        return np.uint8(X[:, 1:]).reshape(-1, 28, 28), labels[: len(X)]

    monkeypatch.setattr(script, "load", load_few)
    return train, data.Y_train[:1000], test, data.Y_test[:300]


def moved(X, down, right):
    """Images X (m, 785), all moved; white comes in."""
    images = np.pad(X[:, 1:].reshape(-1, 28, 28), ((0, 0), (2, 2), (2, 2)))
    images = np.roll(images, (down, right), axis=(1, 2))[:, 2:-2, 2:-2]
    return np.insert(images.reshape(len(X), -1), 0, 1, axis=1)


@pytest.mark.parametrize("copies, reach", [(1, [0]), (9, [-1, 0, 1])])
def test_it_trains_as_the_page_does(copies, reach, script, few, capsys):
    """Losses to ten digits, the same accuracies and weights, printed in its format."""
    X, Y, *test_data = few
    X = np.concatenate([moved(X, down, right) for down in reach for right in reach])
    expected = page.train(X, np.tile(Y, (copies, 1)), *test_data, 3, 1e-5)
    plain = capsys.readouterr().out
    data = script.distribute(HERE, copies)
    assert all(block[0].dtype == np.uint8 for share in data[0] for block in share[0])
    w = script.train(HERE, data, 3, 1e-5)
    lines = capsys.readouterr().out
    assert re.fullmatch(f"({LINE}){{4}}", lines)
    for found, line in zip(lines.split(), plain.split(), strict=True):
        assert found[:12] == line[:12]
    np.testing.assert_allclose(w, expected, rtol=1e-9, atol=1e-15)
    assert [step[0] for step in script.steps(HERE, data, 3, 1e-5)] == [0, 1, 2, 3]


def test_an_error_is_one_line(script, few, monkeypatch):
    """An exception that says it, and Ctrl-C works as before."""
    inf = pytest.raises(FloatingPointError, match="the loss is now inf")
    with inf, np.errstate(all="ignore"):  # As terminal.py sets it.
        script.train(HERE, script.distribute(HERE, 1), 9, lr=1)

    workers = load("07_final/workers.py")
    where = r"^No workers at '10\.0\.0\.1': missing port"
    with pytest.raises(ValueError, match=where), workers.start_workers(1, "10.0.0.1"):
        pass
    client = contextlib.nullcontext()
    client.scheduler_info = lambda: {"workers": {1: {"memory_limit": 3e8}}}
    monkeypatch.setattr(workers, "Client", lambda **options: client)
    with pytest.raises(MemoryError, match="needs 400 MB"), workers.start_workers(1):
        pass
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, [])


def processes_of(session, word=""):
    """The numbers of its living processes with a word in their command."""
    found = []
    for folder in PROC.glob("[0-9]*"):
        with contextlib.suppress(OSError):
            state, *_, owner = (folder / "stat").read_text().split(") ")[-1].split()[:4]
            command = (folder / "cmdline").read_text()
            if int(owner) == session and state != "Z" and word in command:
                found.append(int(folder.name))
    return found


@contextlib.contextmanager
def started(tmp_path, changes, **environment):
    """The script with other numbers, in a session of its own; nothing stays behind."""
    for name in ("07_final", "data"):
        shutil.copytree(ROOT / name, tmp_path / "copy" / name)
    script = tmp_path / "copy" / SCRIPT
    for old, new in changes.items():
        assert old in script.read_text("utf-8")
        script.write_text(script.read_text("utf-8").replace(old, new), "utf-8")
    (tmp_path / "tmp").mkdir()
    environment |= {"TMPDIR": str(tmp_path / "tmp"), "PYTHONUNBUFFERED": "1"}
    settings = {"env": os.environ | environment, "start_new_session": True, **PIPES}
    with subprocess.Popen([sys.executable, script], **settings) as process:
        yield process
    for _ in range(50):  # Python's own helpers end a moment later.
        if processes_of(process.pid):
            time.sleep(0.2)
    assert processes_of(process.pid) == []
    assert list((tmp_path / "tmp").iterdir()) == []


def test_damaged_settings_of_dask(tmp_path):
    """Their file is named in one line. A process, a second."""
    (tmp_path / "dask.yaml").write_text("a: [")
    with started(tmp_path, {}, DASK_CONFIG=str(tmp_path)) as process:
        complaints = process.communicate()[1]
    assert re.fullmatch(r"Dask does not load: .*dask\.yaml.*\n", complaints)


@needs_proc
@pytest.mark.slow
def test_a_killed_worker_and_ctrl_c(tmp_path):
    """One costs time only, the other reaches all processes, and one line says so."""
    with started(tmp_path, {"n_workers=None": "n_workers=2"}) as process:
        lines = [process.stdout.readline()]
        os.kill(processes_of(process.pid, "spawn_main")[0], signal.SIGKILL)
        lines += [process.stdout.readline() for _ in range(9)]
        os.killpg(process.pid, signal.SIGINT)
        complaints = process.communicate(timeout=60)[1]
    check_chapter_7([line.strip() for line in lines], 10)
    assert complaints.strip() == "Stopped by Ctrl-C."


@pytest.mark.slow
def test_a_cluster(tmp_path):
    """The docstring's two commands, on one machine: its workers have not our files."""
    text = (ROOT / SCRIPT).read_text(encoding="utf-8")
    commands = re.findall(r"^    python3 -m (dask .*)", text, re.M)
    address = "none"
    with contextlib.ExitStack() as running:
        for command, word in zip(commands, ["Scheduler at", "Registered"], strict=True):
            words = command.replace("tcp://HOST:8786", address).split()
            words += ["--no-dashboard", "--host", "127.0.0.1"]
            words += [] if address in words else ["--port", "0"]
            process = subprocess.Popen([sys.executable, "-m", *words], **PIPES)
            running.enter_context(process)
            running.callback(process.send_signal, signal.SIGINT)
            line = next(line for line in process.stderr if word in line)
            address = line.split()[-1] if address == "none" else address
        changes = {"=200,": "=3,", "scheduler=None": f"scheduler={address!r}"}
        with started(tmp_path, changes) as process:
            output, complaints = process.communicate(timeout=100)
    assert complaints == ""
    check_chapter_7(output.splitlines(), 4)


@pytest.mark.slow
def test_the_page_s_201_lines():
    """With all images and a worker for each core."""
    check_chapter_7(run(ROOT / SCRIPT).stdout.splitlines(), 201)
