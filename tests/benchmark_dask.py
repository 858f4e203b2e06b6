"""How long a step of mnist_classifier_dask.py takes, beside the plain and fast scripts.

python tests/benchmark_dask.py       some 5 minutes
"""

import contextlib
import functools
import io
import itertools
import os
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

from threadpoolctl import threadpool_limits

from benchmark import show
from project import ROOT, load

CORES = os.cpu_count()
ENVIRONMENT = dict(os.environ)  # The fast script, once imported, changes it.

plain_7 = load("07_final/mnist_classifier.py")
fast_7 = load("07_final/mnist_classifier_fast.py")


class Clock(io.StringIO):
    """Catches what is printed and notes when each line is complete."""

    def __init__(self):
        """No line yet."""
        super().__init__()
        self.times = []

    def write(self, text):
        """As for any file."""
        self.times += [time.perf_counter()] * text.count("\n")
        return super().write(text)


def seconds_an_iteration(train):
    """From line to line of what train prints, and the loss in the last of them."""
    clock = Clock()
    with contextlib.redirect_stdout(clock), contextlib.redirect_stderr(io.StringIO()):
        train()
    lines = clock.getvalue().splitlines()
    loss = float(lines[-1].split("Loss: ")[1].split(",")[0])
    return (clock.times[-1] - clock.times[0]) / (len(clock.times) - 1), loss


DASK_RUN = """
import sys
sys.path.insert(0, sys.argv[1])
from mnist_classifier_dask import cut, load_mnist, np, start_workers, train
with start_workers(n_workers={n_workers}):
    if {is_tiny}:
        pixels, Y = np.zeros((60, 28, 28), np.uint8), np.zeros((60, 10), int)
        data = *cut(pixels, Y, {copies}, 10), *cut(pixels[:10], Y[:10, :1], 1, 10)
    else:
        data = load_mnist({copies}, rows_in_a_block=10000)
    train(*data, {iterations}, 1e-5)
"""


def used_by(session):
    """Bytes and processor seconds of all processes of a session; shared pages twice."""
    n_bytes = seconds = 0
    for folder in Path("/proc").glob("[0-9]*"):  # Linux only
        with contextlib.suppress(OSError, ValueError):
            if os.getsid(int(folder.name)) == session:
                pages = (folder / "statm").read_text().split()[1]
                ticks = (folder / "stat").read_text().rpartition(")")[2].split()[11:13]
                n_bytes += int(pages) * os.sysconf("SC_PAGE_SIZE")
                seconds += sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
    return n_bytes, seconds


def run_dask(n_workers, copies, iterations, is_tiny=False):
    """Median seconds and processor seconds of a step, and peak memory in bytes."""
    code = DASK_RUN.format(
        n_workers=n_workers, copies=copies, iterations=iterations, is_tiny=is_tiny
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(ROOT / "07_final")],
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        peak, ended = [0], threading.Event()

        def watch():
            while not ended.wait(0.2):
                peak[0] = max(peak[0], used_by(process.pid)[0])

        watcher = threading.Thread(target=watch)
        watcher.start()
        times, processor_times = [], []
        for _ in process.stdout:
            times.append(time.perf_counter())
            processor_times.append(used_by(process.pid)[1])
        ended.set()
        watcher.join()
    steps = [after - before for before, after in itertools.pairwise(times)]
    processor_seconds = (processor_times[-1] - processor_times[0]) / len(steps)
    return statistics.median(steps), processor_seconds, peak[0]


def time_dask():
    """Print seconds of a step with Dask, beside the others where these can do it.

    A step of Dask's own is one with as many blocks, of ten images each.
    """
    data = load("07_final/mnist.py")
    arrays = data.X_train, data.Y_train, data.X_test, data.Y_test
    others = [seconds_an_iteration(lambda: plain_7.train(*arrays, 10, 1e-5))[0]]
    with threadpool_limits(1):  # As fast_7 would set it, had NumPy not been loaded.
        run = functools.partial(fast_7.train, *arrays, 10, 1e-5, 1000)
        others.append(seconds_an_iteration(run)[0])
    rows = []
    for copies, iterations in ((1, 10), (9, 4), (34, 2)):
        one, _, _ = run_dask(1, copies, iterations)
        all_cores, processor_seconds, peak = run_dask(CORES, copies, iterations)
        own, own_processor_seconds, _ = run_dask(CORES, copies, 5, is_tiny=True)
        seconds = [*(others if copies == 1 else []), one, all_cores, own]
        seconds += [processor_seconds, own_processor_seconds]
        cells = ["-"] * (7 - len(seconds)) + [f"{number:.2f}" for number in seconds]
        rows.append([str(60000 * copies), *cells, f"{peak / 1e6:.0f}"])
    workers = f"{CORES} workers"
    names = ["plain", "fast", "1 worker", workers, "own", "CPU", "own CPU", "MB"]
    show("07_final: seconds a step with Dask", ["images", *names], rows)


if __name__ == "__main__":
    time_dask()
