"""The classifier on Dask's arrays: the page's functions, blocks of rows, and workers.

The quick tests compute inside the test process. One starts workers, for some seconds;
the slow ones do so more often, and with more images.
"""

import contextlib
import gzip
import io
import os
import re
import shutil
import signal
import socket
import struct
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from project import KEPT, ROOT, load, play, printed, run
from test_figures import check_chapter_7

SCRIPT = "07_final/mnist_classifier_dask.py"
PLACE = 'Path(__file__).resolve().parent.parent / "data" / "mnist"'
PROC = Path("/proc")
LINE = r"\d+ - Loss: \d+\.\d{20}, \d+\.\d\d%"
needs_signals = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
needs_proc = pytest.mark.skipif(not PROC.exists(), reason="only Linux keeps /proc")

plain = load("07_final/mnist_classifier.py")


@pytest.fixture(scope="module")
def script():
    """The script's module: only the process that needs Dask imports it."""
    return load(SCRIPT)


@pytest.fixture(scope="module")
def da(script):
    """Dask's arrays, which compute in this thread."""
    with script.dask.config.set(scheduler="synchronous"):
        yield script.da


def write_idx(file, array):
    """Bytes of any shape, in the format of MNIST."""
    header = struct.pack(f">{1 + array.ndim}I", 0x800 + array.ndim, *array.shape)
    file.write_bytes(gzip.compress(header + array.tobytes(), compresslevel=1))


@pytest.fixture(scope="module")
def few(tmp_path_factory):
    """A folder with four files of 1200 and 400 images of MNIST."""
    idx = load("07_final/idx.py")
    target = tmp_path_factory.mktemp("few") / "data" / "mnist"
    target.mkdir(parents=True)
    for kind, m in (("train", 1200), ("t10k", 400)):
        for name, magic in (("images-idx3", 2051), ("labels-idx1", 2049)):
            file = f"{kind}-{name}-ubyte.gz"
            content = idx.load_idx(ROOT / "data/mnist" / file, magic)
            write_idx(target / file, content[:m])
    return target


@pytest.fixture(scope="module")
def arrays(few):
    """The same as in mnist.py: X_train, Y_train, X_test, Y_test."""
    idx = load("07_final/idx.py")
    images, digits = (
        [
            idx.load_idx(few / f"{kind}-{name}-ubyte.gz", magic)
            for kind in ("train", "t10k")
        ]
        for name, magic in (("images-idx3", 2051), ("labels-idx1", 2049))
    )
    X_train, X_test = (np.insert(x.reshape(len(x), -1), 0, 1, 1) for x in images)
    Y_train, Y_test = (y.reshape(-1, 1).astype(int) for y in digits)
    return (
        X_train.astype(float),
        (Y_train == np.arange(10)).astype(int),
        X_test.astype(float),
        Y_test,
    )


def lines_of(train, *arguments):
    """What a training prints."""
    with contextlib.redirect_stdout(io.StringIO()) as output:
        train(*arguments)
    return output.getvalue().splitlines()


def assert_same(lines, expected):
    """The page's format, losses to ten digits, accuracies exactly."""
    assert [line for line in lines if not re.fullmatch(LINE, line)] == []
    assert [line.split()[-1] for line in lines] == [x.split()[-1] for x in expected]
    found, wanted = (
        np.array([re.findall(r"\d+\.?\d*", line) for line in text], dtype=float)
        for text in (lines, expected)
    )
    np.testing.assert_allclose(found, wanted, rtol=1e-10)


# In the test process


def test_the_page_is_a_page(script):
    """Less than 120 lines, and the functions are the plain script's, not copies."""
    text = (ROOT / SCRIPT).read_text(encoding="utf-8")
    assert len(text.splitlines()) < 120
    imports = re.findall(r"^(?:import|from) (\w+)", text, re.M)
    assert imports[:2] == ["terminal", "workers"]  # What is missing is one line.
    for name in ("loss", "gradient", "classify"):
        assert getattr(script, name) is getattr(plain, name)


@pytest.mark.parametrize("rows", [7, 30, 100])
def test_the_page_s_functions_work_on_blocks(rows, da):
    """On blocks of any size they give what they give on one array, but only later."""
    rng = np.random.default_rng(0)
    X, w = rng.normal(size=(100, 20)), rng.normal(size=(20, 10))
    digits = rng.integers(10, size=(100, 1))
    Y = (digits == np.arange(10)).astype(int)
    blocks, Y_blocks = da.from_array(X, (rows, 20)), da.from_array(Y, (rows, 10))
    for late, now in (
        (plain.forward(blocks, w), plain.forward(X, w)),
        (plain.classify(blocks, w), plain.classify(X, w)),
        (plain.loss(blocks, Y_blocks, w), plain.loss(X, Y, w)),
        (plain.gradient(blocks, Y_blocks, w), plain.gradient(X, Y, w)),
    ):
        assert isinstance(late, da.Array)
        assert late.shape == now.shape
        np.testing.assert_allclose(late.compute(), now, rtol=1e-12, atol=1e-15)


def test_loss_and_gradient_share_the_way_forward(script, da):
    """Each block is made once a step, and both are computed from the same y_hat."""
    made = []

    def make(pixels):
        made.append(len(pixels))
        return pixels.astype(float)

    bytes_of_X = da.ones((60, 5), chunks=(20, 5), dtype=np.uint8)
    X = bytes_of_X.map_blocks(make, dtype=float, meta=np.ones((0, 0)))
    Y = da.ones((60, 3), chunks=(20, 3), dtype=int)
    w = np.zeros((5, 3))
    loss, gradient = plain.loss(X, Y, w), plain.gradient(X, Y, w)
    y_hat = plain.forward(X, w.copy()).name
    assert y_hat in loss.dask.layers
    assert y_hat in gradient.dask.layers
    assert made == []
    script.dask.compute(loss, gradient)
    assert made == [20, 20, 20]


def rows_of(script, pixels, first, end):
    """Those rows of X, of as many copies of the images in pixels as it takes."""
    return script.to_rows(pixels, {None: {"array-location": [(first, end), (0, 785)]}})


def test_an_image_moves(script):
    """Down and to the right; what comes in is white, and what leaves is gone."""
    image = np.arange(1, 785, dtype=np.uint8).reshape(1, 28, 28)
    for number, (down, right) in enumerate(script.MOVES):
        row = rows_of(script, image, number, number + 1)
        assert row.shape == (1, 785)
        assert row.dtype == float
        assert row[0, 0] == 1
        moved = row[0, 1:].reshape(28, 28)
        for y, x in ((0, 0), (2, 2), (14, 9), (25, 25), (27, 27), (0, 27)):
            inside = 0 <= y - down < 28 and 0 <= x - right < 28
            was = image[0, y - down, x - right] if inside else 0
            assert moved[y, x] == was


def test_the_moves(script):
    """All 25, the shortest first: none, then eight to the neighbours."""
    assert script.MOVES[0] == (0, 0)
    assert len(set(script.MOVES)) == 25
    assert np.abs(script.MOVES[:9]).max() == 1
    assert np.abs(script.MOVES).max() == 2


def test_copies_are_moved_images_in_the_same_blocks(script, da):
    """The 26th is the first once more; no block has images of two copies."""
    pixels = np.random.default_rng(0).integers(256, size=(10, 28, 28), dtype=np.uint8)
    digits = np.arange(10).reshape(-1, 1)
    X, Y = script.cut(pixels, digits, copies=27, rows_in_a_block=4)
    assert X.shape == (270, 785)
    assert X.chunks[0] == Y.chunks[0] == (4, 4, 2) * 27
    np.testing.assert_array_equal(Y.compute(), np.tile(digits, (27, 1)))
    X = X.compute().reshape(27, 10, 785)
    for number in range(27):
        whole = rows_of(script, pixels, 10 * number, 10 * number + 10)
        np.testing.assert_array_equal(X[number], whole)
    assert len({x.tobytes() for x in X}) == 25
    np.testing.assert_array_equal(X[0, :, 1:], pixels.reshape(10, 784))


def test_a_block_waits_until_a_worker_has_nothing_else_to_do(script, tmp_path):
    """Only so the memory is bounded; else two million images may take 12 GB.

    Dask holds tasks back that start from few others: here from one, the bytes. A worker
    in a thread of this process, a second.
    """

    def slow_rows(pixels, block_info):
        time.sleep(0.3)
        return np.ones((10, 785))

    with (
        pytest.MonkeyPatch.context() as patch,
        script.dask.config.set({"temporary-directory": str(tmp_path)}),
        load("07_final/workers.py").Client(
            processes=False,
            n_workers=1,
            threads_per_worker=1,
            dashboard_address="127.0.0.1:0",
        ) as client,
    ):
        patch.setattr(script, "to_rows", slow_rows)
        pixels, Y = np.zeros((60, 28, 28), dtype=np.uint8), np.zeros((60, 10))
        X, Y = script.cut(pixels, Y, copies=5, rows_in_a_block=10)
        future = client.compute(plain.gradient(X, Y, np.zeros((785, 10))))
        states, deadline = [], time.monotonic() + 10
        while len(states) < 30 and time.monotonic() < deadline:
            time.sleep(0.02)
            tasks = list(client.cluster.scheduler.tasks.items())
            states = [task.state for key, task in tasks if "slow_rows" in str(key)]
            states = [s for s in states if s in ("processing", "queued", "memory")]
        future.cancel()
    assert states.count("processing") <= 2
    assert states.count("queued") >= 25


def play_here(few, changes):
    """The script with a few images; Dask computes in this process."""
    workers = load("07_final/workers.py")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            workers,
            "start_workers",
            lambda n_workers, scheduler: contextlib.nullcontext(),
        )
        assert KEPT["07_final"]["workers"] is workers
        return play(SCRIPT, {PLACE: f"Path({str(few)!r})", **changes})


@pytest.mark.parametrize("rows, steps", [(350, 4), (10000, 8)])
def test_prints_the_plain_script_s_lines(rows, steps, few, arrays, da):
    """In blocks that do not divide the images, and in one block."""
    played = play_here(few, {"iterations": steps, "rows_in_a_block": rows})
    assert (played.error, played.progress) == (None, "")
    assert_same(played.lines, lines_of(plain.train, *arrays, steps, 1e-5))


def test_copies_have_the_labels_of_their_images(few, arrays, da):
    """Nine times as many: what the plain functions make of the moved images."""
    played = play_here(few, {"iterations": 1, "rows_in_a_block": 700, "copies": 9})
    X, Y, X_test, Y_test = arrays
    images = X[:, 1:].reshape(-1, 28, 28)
    moved = [
        np.pad(images, ((0, 0), (1, 1), (1, 1)))[:, y : y + 28, x : x + 28]
        for y in range(3)
        for x in range(3)
    ]
    X = np.insert(np.concatenate(moved).reshape(-1, 784), 0, 1, axis=1)
    expected = lines_of(plain.train, X, np.tile(Y, (9, 1)), X_test, Y_test, 1, 1e-5)
    assert_same(played.lines, expected)


@pytest.mark.parametrize(
    "changes, line",
    [
        ({"copies": "0"}, "copies=0: please give a whole number from 1 up."),
        ({"copies": "1.5"}, "copies=1.5: please give a whole number from 1 up."),
        ({"copies": "'2'"}, "copies='2': please give a whole number from 1 up."),
        (
            {"rows_in_a_block": "1e4"},
            "rows_in_a_block=10000.0: please give a whole number from 1 up.",
        ),
        (
            {"iterations": "1e3"},
            "iterations=1000.0: please write a whole number, such as 20000.",
        ),
        (
            {"lr": "1"},
            "Stopped: the loss is now inf, no longer a finite number. "
            "Try a smaller lr, above 0.",
        ),
    ],
)
@pytest.mark.filterwarnings("ignore::RuntimeWarning")
def test_an_error_is_one_line(changes, line, few, da):
    """No wall of nan, either."""
    played = play_here(few, changes)
    assert played.error == line
    assert not re.search("nan|inf", "\n".join(played.lines))


def test_other_files_are_refused(few, tmp_path, da):
    """As in mnist.py: the line names what is wrong."""
    folder = shutil.copytree(few, tmp_path / "mnist")
    shutil.copy(
        folder / "t10k-labels-idx1-ubyte.gz", folder / "train-labels-idx1-ubyte.gz"
    )
    assert play_here(folder, {}).error.startswith("Not as many labels as images in ")
    (folder / "t10k-images-idx3-ubyte.gz").write_bytes(b"")
    assert play_here(folder, {}).error.startswith("Cannot read ")


def test_workers_that_cannot_be_had(script):
    """Before anything is started."""
    workers = load("07_final/workers.py")
    for n_workers in (0, 1.5, "2", None):
        with (
            pytest.raises(ValueError, match=r"^n_workers=.* a whole number from 1 up"),
            workers.start_workers(n_workers),
        ):
            pass
    with (
        pytest.raises(
            ValueError, match=r"^No scheduler at '10\.0\.0\.1': missing port"
        ),
        workers.start_workers(1, scheduler="10.0.0.1"),
    ):
        pass


@pytest.mark.parametrize("package", ["dask", "distributed"])
def test_a_missing_package_is_named(package, tmp_path):
    """With the command that installs both. A process, a third of a second."""
    (tmp_path / f"{package}.py").write_text(
        f"raise ModuleNotFoundError({package!r}, name={package!r})\n"
    )
    process = subprocess.run(
        [sys.executable, ROOT / SCRIPT],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
    )
    assert process.returncode == 1
    assert process.stdout == ""
    assert process.stderr == (
        f"{package} is not installed. This script needs two packages more than the "
        f'others. Please run: "{sys.executable}" -m pip install dask distributed\n'
    )


# With workers


@pytest.fixture
def folder(few, tmp_path):
    """Chapter 7 with a few images, in a folder of its own, and a home for nothing."""
    target = tmp_path / "copy" / "07_final"
    target.mkdir(parents=True)
    for file in (ROOT / "07_final").glob("*.py"):
        (target / file.name).write_bytes(file.read_bytes())
    shutil.copytree(few.parent, target.parent / "data")
    (tmp_path / "home").mkdir()
    (tmp_path / "tmp").mkdir()
    return target


def started(folder, changes, script=SCRIPT):
    """Start the copied script with other numbers; a group of processes of its own."""
    path = folder / Path(script).name
    text = path.read_text(encoding="utf-8")
    for old, new in changes.items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    around = folder.parent.parent
    places = {"HOME": str(around / "home"), "TMPDIR": str(around / "tmp")}
    return subprocess.Popen(
        [sys.executable, path.name],
        cwd=folder,
        env={**os.environ, **places},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    )


def processes_of(session):
    """The living processes of a session: number and command."""
    found = {}
    for status in PROC.glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            state, _, _, owner = status.read_text().rpartition(")")[2].split()[:4]
            if int(owner) == session and state != "Z":
                command = (status.parent / "cmdline").read_bytes().decode()
                found[int(status.parent.name)] = command
    return found


def workers_of(session):
    """Those that compute."""
    return [pid for pid, cmd in processes_of(session).items() if "spawn_main" in cmd]


def listening(session):
    """The addresses at which a session's processes listen, as Linux writes them."""
    sockets = set()
    for pid in processes_of(session):
        for link in (PROC / str(pid) / "fd").iterdir():
            with contextlib.suppress(OSError):
                sockets.add(str(link.readlink()))
    tables = [(PROC / "net" / name).read_text() for name in ("tcp", "tcp6")]
    rows = [line.split() for table in tables for line in table.splitlines()[1:]]
    return {
        row[1].partition(":")[0]
        for row in rows
        if row[3] == "0A" and f"socket:[{row[9]}]" in sockets
    }


def assert_nothing_is_left(process, folder):
    """No process, and no file where it ran, at home, or among the temporary ones."""
    if PROC.exists():
        deadline = time.monotonic() + 10
        while processes_of(process.pid) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert processes_of(process.pid) == {}
    around = folder.parent.parent
    assert list((around / "home").iterdir()) == []
    assert list((around / "tmp").iterdir()) == []
    assert {path.suffix for path in folder.iterdir()} <= {".py", ""}


@pytest.fixture
def taken_port():
    """Another program has the port that Dask likes best."""
    with socket.socket() as taken:
        with contextlib.suppress(OSError):  # It has been taken, then, by another one.
            taken.bind(("127.0.0.1", 8787))
            taken.listen()
        yield


def test_two_workers(folder, arrays, taken_port):
    """From start to end: the plain lines, and nothing is left.

    Three processes that import Dask, some four seconds, and twice that of a processor.
    """
    changes = {"CPU_COUNT,": "2,", "=10000": "=600", "iterations=200": "iterations=2"}
    process = started(folder, changes)
    output, complaints = process.communicate()
    assert complaints == ""
    assert process.returncode == 0
    assert_same(output.splitlines(), lines_of(plain.train, *arrays, 2, 1e-5))
    assert_nothing_is_left(process, folder)


@needs_signals
@pytest.mark.slow
@pytest.mark.parametrize("whom", ["all", "script"])
def test_ctrl_c_ends_all(whom, folder):
    """As in a terminal, where it reaches the workers as well; one line."""
    changes = {"CPU_COUNT,": "2,", "=10000": "=300", "copies=1": "copies=25"}
    process = started(folder, changes)
    for _ in range(2):
        assert re.fullmatch(LINE, process.stdout.readline().strip())
    time.sleep(0.3)  # In the middle of a step.
    if PROC.exists():
        assert len(workers_of(process.pid)) == 2
        assert listening(process.pid) == {"0100007F"}  # 127.0.0.1, and no other
    (os.killpg if whom == "all" else os.kill)(process.pid, signal.SIGINT)
    _, complaints = process.communicate(timeout=60)
    assert process.returncode == 130
    assert complaints == "\nStopped by Ctrl-C.\n"
    assert_nothing_is_left(process, folder)


@needs_signals
@needs_proc
@pytest.mark.slow
@pytest.mark.parametrize("n_workers", [1, 2])
def test_a_killed_worker_costs_time_only(n_workers, folder, arrays):
    """It is started anew, what it knew is sent again, and the losses are the page's."""
    changes = {
        "CPU_COUNT,": f"{n_workers},",
        "=10000": "=300",
        "iterations=200": "iterations=6",
    }
    process = started(folder, changes)
    lines = [process.stdout.readline() for _ in range(3)]
    before = workers_of(process.pid)
    assert len(before) == n_workers
    os.kill(before[0], signal.SIGKILL)
    lines += [process.stdout.readline()]
    output, complaints = process.communicate(timeout=100)
    assert complaints == ""
    assert process.returncode == 0
    lines = [*map(str.strip, lines), *output.splitlines()]
    assert_same(lines, lines_of(plain.train, *arrays, 6, 1e-5))
    assert_nothing_is_left(process, folder)


@pytest.mark.slow
def test_a_loss_that_diverges_ends_the_workers(folder):
    """One line, without NumPy's warnings of overflows in a worker."""
    changes = {"CPU_COUNT,": "1,", "lr=1e-5": "lr=1", "=10000": "=1200"}
    process = started(folder, changes)
    _, complaints = process.communicate()
    assert process.returncode == 1
    assert complaints.startswith("Stopped: the loss is now ")
    assert complaints.count("\n") == 1
    assert_nothing_is_left(process, folder)


def memory_of(session):
    """What its processes have in memory, in bytes; what they share counts for each."""
    pages = 0
    for pid in processes_of(session):
        with contextlib.suppress(OSError):
            pages += int((PROC / str(pid) / "statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


@needs_proc
@pytest.mark.slow
def test_two_million_images_in_three_gigabytes(folder):
    """As floating point they would be 13 GB. One step, half a minute or more."""
    changes = {
        PLACE: f"Path({str(ROOT / 'data' / 'mnist')!r})",
        "CPU_COUNT,": "2,",
        "copies=1,": "copies=34,",
        "iterations=200": "iterations=1",
    }
    process = started(folder, changes)
    peak = 0
    while process.poll() is None:
        peak = max(peak, memory_of(process.pid))
        time.sleep(0.2)
    output, complaints = process.communicate()
    assert complaints == ""
    assert [line for line in output.splitlines() if not re.fullmatch(LINE, line)] == []
    assert output.count("\n") == 2
    assert 300e6 < peak < 3e9
    assert_nothing_is_left(process, folder)


@pytest.mark.slow
@pytest.mark.chapter("07_final")
def test_the_page_s_201_lines(output):
    """With all images and a worker for each core; some two minutes."""
    lines = printed(run(ROOT / SCRIPT))
    check_chapter_7(lines, 201)
    assert_same(lines, output("07_final/mnist_classifier_fast.py"))


def said(process, pattern):
    """What a process says, up to a line in which the pattern is; what that finds."""
    for line in process.stderr:
        if found := re.search(pattern, line):
            return found[1]
    raise AssertionError(f"{process.args} has ended with {process.wait()}")


@needs_signals
@pytest.mark.slow
def test_a_cluster(folder, arrays):
    """The docstring's two commands, on one machine: the script ends, they do not."""
    text = (ROOT / SCRIPT).read_text(encoding="utf-8")
    commands = re.findall(r"^    python3 -m dask (.*)", text, re.M)
    assert len(commands) == 2
    settings = {
        "cwd": folder.parent.parent,  # Workers need nothing of the project.
        "stdin": subprocess.DEVNULL,
        "stderr": subprocess.PIPE,
        "encoding": "utf-8",
        "env": {**os.environ, "TMPDIR": str(folder.parent.parent / "home")},
        "start_new_session": True,
    }
    here = ["--no-dashboard", "--host", "127.0.0.1"]
    with contextlib.ExitStack() as running:

        def begin(command, *more):
            words = [sys.executable, "-m", "dask", *command.split(), *here, *more]
            process = subprocess.Popen(words, **settings)
            running.enter_context(process)
            running.callback(process.send_signal, signal.SIGINT)
            return process

        scheduler = begin(commands[0], "--port", "0")
        address = said(scheduler, r"Scheduler at: +(tcp://127\.0\.0\.1:\d+)")
        changes = {
            "scheduler=None": f"scheduler={address!r}",
            "=10000": "=300",
            "iterations=200": "iterations=3",
        }
        process = started(folder, changes)
        _, complaints = process.communicate()
        assert process.returncode == 1
        assert complaints == (
            f"The scheduler at {address!r} has no workers: start some.\n"
        )
        worker = begin(commands[1].replace("tcp://HOST:8786", address))
        said(worker, "(Registered to)")
        for _ in range(2):
            process = started(folder, {})
            output, complaints = process.communicate()
            assert complaints == ""
            assert_same(output.splitlines(), lines_of(plain.train, *arrays, 3, 1e-5))
            assert scheduler.poll() is None
            assert worker.poll() is None
