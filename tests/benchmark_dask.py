"""How long a step of 07_final/mnist_classifier_dask.py takes, and what it needs.

    python tests/benchmark_dask.py            all sizes, some five minutes
    python tests/benchmark_dask.py --quick    60000 images only, under a minute

Each row is a process of its own. "own" is Dask's part: a step with as many blocks, but
ten images in each. "CPU" is what the workers and the script take of a processor. MB are
the memory of all processes at its peak; pages that they share count for each. Both are
read from /proc, which only Linux has.
"""

import argparse
import contextlib
import itertools
import json
import os
import statistics
import subprocess
import sys
import threading
from pathlib import Path

from project import ROOT, load

CORES = os.cpu_count()

DASK = """
import json, sys, time
sys.path.insert(0, {folder!r})
import numpy as np
import mnist_classifier_dask as script
from workers import start_workers

if __name__ == "__main__":
    with start_workers({n_workers}) as client:
        if {n_blocks}:
            images, labels = np.zeros((10, 28, 28), np.uint8), np.zeros((10, 1), int)
            blocks = [
                client.submit(script.split, *[images, labels] * 2, 1, pure=False)
                for _ in range({n_blocks})
            ]
            data = blocks, 10, 10
        else:
            data = script.distribute(client, {copies})
        for _ in script.steps(client, data, {iterations}, 1e-5):
            print(json.dumps([time.perf_counter(), len(data[0])]), flush=True)
"""

FAST = """
import json, sys, time
sys.path.insert(0, {folder!r})
import mnist_classifier_fast as script
import mnist as data
images = data.X_train, data.Y_train, data.X_test, data.Y_test
for _ in script.steps(*images, {iterations}, 1e-5):
    print(json.dumps([time.perf_counter(), 1]), flush=True)
"""


def used_by(session):
    """Bytes and processor seconds of all processes of a session."""
    n_bytes = seconds = 0
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError, ValueError):
            if os.getsid(int(folder.name)) == session:
                pages = (folder / "statm").read_text().split()[1]
                ticks = (folder / "stat").read_text().rpartition(")")[2].split()[11:13]
                n_bytes += int(pages) * os.sysconf("SC_PAGE_SIZE")
                seconds += sum(map(int, ticks)) / os.sysconf("SC_CLK_TCK")
    return n_bytes, seconds


def measure(code, iterations, **numbers):
    """Median seconds and CPU seconds of a step, peak bytes, and how many blocks."""
    code = code.format(folder=str(ROOT / "07_final"), iterations=iterations, **numbers)
    peak, ended, steps = [0], threading.Event(), []
    command = [sys.executable, "-c", code]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as process:

        def watch():
            while not ended.wait(0.1):
                peak[0] = max(peak[0], used_by(process.pid)[0])

        watcher = threading.Thread(target=watch)
        watcher.start()
        for line in process.stdout:
            steps.append((*json.loads(line), used_by(process.pid)[1]))
        ended.set()
        watcher.join()
    times, n_blocks, seconds = zip(*steps, strict=True)
    gaps = [after - before for before, after in itertools.pairwise(times)]
    cpu = (seconds[-1] - seconds[0]) / iterations
    return statistics.median(gaps), cpu, peak[0], n_blocks[0]


def main():
    """Print the table, row by row."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--quick", action="store_true", help="60000 images only")
    quick = parser.parse_args().quick
    if hasattr(load("07_final/mnist_classifier_fast.py"), "steps"):
        print(f"fast: {measure(FAST, 50)[0]:.3f} seconds a step of 60000 images")
    print(f" images  1 worker  {CORES} workers    own    CPU  own CPU    MB")
    for copies in [1] if quick else [1, 9, 34]:
        one = {"n_workers": 1, "copies": copies, "n_blocks": 0}
        iterations = 40 if copies == 1 else 10
        single, *_ = measure(DASK, iterations, **one)
        cores = one | {"n_workers": CORES}
        seconds, cpu, peak, n_blocks = measure(DASK, iterations, **cores)
        own, own_cpu, *_ = measure(DASK, 40, **cores | {"n_blocks": n_blocks})
        print(
            f"{copies * 60000:7}{single:10.3f}{seconds:11.3f}{own:7.3f}{cpu:7.2f}"
            f"{own_cpu:9.2f}{peak / 1e6:6.0f}"
        )


if __name__ == "__main__":
    main()
