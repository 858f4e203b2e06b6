"""How long an iteration takes: the plain scripts, the fast ones, and others.

    python tests/benchmark.py            all sizes, some 15 minutes
    python tests/benchmark.py --quick    the smaller ones, less than a minute
    python tests/benchmark.py --dask     only chapter 7 with Dask's workers, 5 minutes

Everything runs in this one process and by turns, so that a slow minute of the machine
slows all of them: the baseline (the plain functions on pixels that stay bytes, with two
walks forward an iteration, and, in chapter 11, with copies of the images), the plain
script, the fast script, and, where they are installed, PyTorch with the same formulas
and scikit-learn's closest estimator, which walks through all examples at once as well.

A ratio is that of two neighbours in time; its median stands before its range. Peak
memory is what the arrays take, the images that were given included. The shares compare
the multiplications of matrices, and the images that have to come from memory for them
(in the fast script only those pixels that are not left out), with what the same machine
reaches when it does nothing else.
"""

import argparse
import contextlib
import functools
import io
import itertools
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import tracemalloc
import warnings
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import matplotlib as mpl
import matplotlib.pyplot as plt
import numpy as np
from threadpoolctl import threadpool_info, threadpool_limits

from project import ROOT, load, mouse, play

try:
    import torch
except ModuleNotFoundError:
    torch = None
try:
    import sklearn
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.linear_model import LogisticRegression
    from sklearn.neural_network import MLPClassifier
except ModuleNotFoundError:
    sklearn = None

CORES = os.cpu_count()
ENVIRONMENT = dict(os.environ)  # The fast scripts, once imported, change it.

plain_7 = load("07_final/mnist_classifier.py")
fast_7 = load("07_final/mnist_classifier_fast.py")
backpropagation = load("11_training/backpropagation.py")
plain_11 = load("11_training/neural_network.py")
fast_11 = load("11_training/neural_network_fast.py")


# The machine


def best_seconds(function, repetitions=5):
    """The shortest of several runs."""
    times = []
    for _ in range(repetitions):
        start = time.perf_counter()
        function()
        times.append(time.perf_counter() - start)
    return min(times)


def measure_bandwidth():
    """Bytes a second when all cores copy: what they read and what they write."""
    source = np.ones((CORES, 25_000_000))
    target = np.zeros_like(source)
    with ThreadPoolExecutor(CORES) as threads:
        seconds = best_seconds(lambda: list(threads.map(np.copyto, target, source)))
    return 2 * source.nbytes / seconds


def measure_arithmetic(dtype):
    """Multiplications and additions a second when all cores multiply matrices."""
    n = 2000
    A = np.ones((n, n), dtype)
    return 2 * n**3 / best_seconds(lambda: A @ A)


def processor():
    """Its name, as far as the system tells."""
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(": ")[2]
    return platform.processor() or platform.machine()


# Timing


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


def peak_memory(train):
    """The bytes of all arrays that train makes, at the moment when they are most."""
    tracemalloc.start()
    seconds_an_iteration(train)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


# Chapter 7: each function trains ten classifiers, on X (m, 785) and Y (m, 10)


def baseline_7(X, Y, X_test, Y_test, iterations):
    """The plain script, which walks forward twice, on bytes."""
    plain_7.train(X, Y, X_test, Y_test, iterations, lr=1e-5)


def torch_7(X, Y, X_test, Y_test, iterations):
    """One walk forward, and the gradient by its formula, in double precision."""
    w = torch.zeros((X.shape[1], Y.shape[1]), dtype=torch.float64)
    for i in range(iterations + 1):
        y_hat = torch.sigmoid(X @ w)
        loss = -torch.sum(torch.log(Y * y_hat + (1 - Y) * (1 - y_hat))) / len(X)
        right = torch.argmax(X_test @ w, dim=1) == Y_test.ravel()
        print(f"{i} - Loss: {loss:.20f}, {right.double().mean():.2%}")
        w -= X.T @ (y_hat - Y) / len(X) * 1e-5


def sklearn_7(X, labels, iterations):
    """Logistic regression by L-BFGS, which walks once or twice an iteration."""
    return LogisticRegression(max_iter=iterations).fit(X, labels).n_iter_[0]


# Chapter 11: each function trains a network, on X (m, 784) and Y (m, 10)


def prepend_bias(X):
    """X (m, n) with a column of ones in front, in a new array of the same type."""
    return np.insert(X, 0, 1, axis=1)


def forward_with_copies(X, w1, w2):
    """As the page has it."""
    h = backpropagation.sigmoid(prepend_bias(X) @ w1)
    return backpropagation.softmax(prepend_bias(h) @ w2), h


def baseline_11(X, Y, X_test, Y_test, w1, w2, iterations):
    """Bytes, copies of the images with a bias column, and two walks an iteration."""
    for i in range(iterations):
        y_hat, h = forward_with_copies(X, w1, w2)
        delta = y_hat - Y
        w2_gradient = prepend_bias(h).T @ delta / len(X)
        hidden_delta = (delta @ w2[1:].T) * backpropagation.sigmoid_gradient(h)
        w1_gradient = prepend_bias(X).T @ hidden_delta / len(X)
        w1, w2 = w1 - w1_gradient * 0.01, w2 - w2_gradient * 0.01

        y_hat, _ = forward_with_copies(X, w1, w2)
        loss = backpropagation.loss(Y, y_hat)
        y_hat, _ = forward_with_copies(X_test, w1, w2)
        right = np.argmax(y_hat, axis=1) == Y_test.ravel()
        print(f"{i} - Loss: {loss:.8f}, {np.mean(right):.2%}")


def torch_forward(X, w1, w2):
    """As in backpropagation.py."""
    h = torch.sigmoid(w1[0] + X @ w1[1:])
    return torch.softmax(w2[0] + h @ w2[1:], dim=1), h


def torch_11(X, Y, X_test, Y_test, w1, w2, iterations):
    """One walk forward, and the gradients by their formulas, in single precision."""
    y_hat, h = torch_forward(X, w1, w2)
    for i in range(iterations):
        delta = (y_hat - Y) / len(X)
        hidden_delta = (delta @ w2[1:].T) * h * (1 - h)
        w2_gradient = torch.vstack((delta.sum(dim=0), h.T @ delta))
        w1_gradient = torch.vstack((hidden_delta.sum(dim=0), X.T @ hidden_delta))
        w1, w2 = w1 - w1_gradient * 0.01, w2 - w2_gradient * 0.01
        y_hat, h = torch_forward(X, w1, w2)
        loss = -torch.log((Y * y_hat).sum(dim=1)).mean()
        right = torch_forward(X_test, w1, w2)[0].argmax(dim=1) == Y_test.ravel()
        print(f"{i} - Loss: {loss:.8f}, {right.double().mean():.2%}")


def sklearn_11(X, labels, n_hidden_nodes, iterations):
    """A network that takes all examples at once, in single precision."""
    network = MLPClassifier(
        hidden_layer_sizes=(n_hidden_nodes,),
        activation="logistic",
        solver="sgd",
        alpha=0,
        batch_size=len(X),
        learning_rate_init=0.01,
        momentum=0,
        shuffle=False,
        max_iter=iterations,
    )
    return network.fit(X, labels).n_iter_


# The comparison


def timed_fit(fit, *arguments):
    """Seconds an iteration of scikit-learn's, and no loss: its formula is another."""
    start = time.perf_counter()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        n_iterations = fit(*arguments)
    return (time.perf_counter() - start) / n_iterations, None


def contestants_7(data, m, iterations):
    """Chapter 7's, on the first m examples."""
    X, Y, X_test, Y_test = data.X_train[:m], data.Y_train[:m], data.X_test, data.Y_test
    small, small_test = X.astype(np.uint8), X_test.astype(np.uint8)
    numbers = X, Y, X_test, Y_test
    found = {
        "baseline": lambda: baseline_7(small, Y, small_test, Y_test, iterations),
        "plain": lambda: plain_7.train(*numbers, iterations, 1e-5),
        "fast": lambda: fast_7.train(*numbers, iterations, 1e-5, 1000),
    }
    if torch:
        tensors = [torch.from_numpy(array) for array in numbers]
        found["PyTorch"] = lambda: torch_7(*tensors, iterations)
    if sklearn:
        labels = np.argmax(Y, axis=1)
        found["sklearn"] = lambda: sklearn_7(X, labels, 5)
    return found


def contestants_11(data, m, n_hidden_nodes, iterations):
    """Chapter 11's, on the first m examples; all start from the same weights."""
    X, Y, X_test, Y_test = data.X_train[:m], data.Y_train[:m], data.X_test, data.Y_test
    X, X_test = X[:, 1:], X_test[:, 1:]
    small, small_test = X.astype(np.uint8), X_test.astype(np.uint8)
    numbers = X, Y, X_test, Y_test
    sizes = X.shape[1], n_hidden_nodes, Y.shape[1]
    start = plain_11.initialize_weights(*sizes)

    def fast():
        weights = [w.copy() for w in start]
        fast_11.train(*numbers, *weights, iterations, 0.01, 1000)

    found = {
        "baseline": lambda: baseline_11(
            small, Y, small_test, Y_test, *start, iterations
        ),
        "plain": lambda: plain_11.train(
            *numbers, n_hidden_nodes, iterations, 0.01, [w.copy() for w in start]
        ),
        "fast": fast,
    }
    if torch:
        tensors = [torch.from_numpy(np.float32(a)) for a in (X, Y, X_test)]
        tensors += [torch.from_numpy(Y_test)]
        tensors += [torch.from_numpy(np.float32(w)) for w in start]
        found["PyTorch"] = lambda: torch_11(*tensors, iterations)
    if sklearn:
        labels = np.argmax(Y, axis=1)
        found["sklearn"] = lambda: sklearn_11(np.float32(X), labels, n_hidden_nodes, 2)
    return found


def compare(contestants, rounds):
    """Seconds an iteration, a list of rounds by name; each round takes all by turns.

    Ends the program if the losses, which all but scikit-learn print, are not the same.
    """
    seconds = {name: [] for name in contestants}
    for _ in range(rounds):
        losses = {}
        for name, train in contestants.items():
            with threadpool_limits(1 if name == "fast" else CORES):
                clock = timed_fit if name == "sklearn" else seconds_an_iteration
                time_taken, losses[name] = clock(train)
            seconds[name].append(time_taken)
        known = [loss for loss in losses.values() if loss is not None]
        if not np.allclose(known, known[0], rtol=1e-4):
            sys.exit(f"These should be equal: {losses}")
    return seconds


# The tables


def show(title, headings, rows):
    """Print a table; the numbers of a column stand below each other."""
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    print(f"\n{title}")
    for row in [headings, *rows]:
        cells = zip(row, widths, strict=True)
        print("  ".join(f"{cell:>{width}}" for cell, width in cells).rstrip())


def ratio(seconds, other):
    """Of the fast script's to another's: the median, the least and the largest."""
    pairs = zip(seconds["fast"], seconds[other], strict=True)
    ratios = [fast / slow for fast, slow in pairs]
    return f"{statistics.median(ratios):.2f} {min(ratios):.2f}-{max(ratios):.2f}"


def share_of_pixels(fast, X, Y):
    """How many of the pixels are left in the fast script's blocks of 1000 rows."""
    blocks = fast.cut(X, Y, 1000)
    return sum(images.size for images, _, _ in blocks) / X.size


def measure(contestants, images, flops, left, kinds, reads, machine, rounds):
    """The cells of one row for each of three tables: seconds, ratios, and shares.

    images is the size of the images in bytes, as floating point numbers. An iteration
    of the plain script reads them so many times, and the fast one their bytes once.
    flops is what the matrices need, kinds the precision of the plain and the fast one.
    The fast one has to do with a share of the pixels only: left.
    """
    seconds = compare(contestants, rounds)
    least = {name: min(times) for name, times in seconds.items()}
    given = {"baseline": images / 8, "plain": images, "fast": images}
    peaks = [given[name] + peak_memory(contestants[name]) for name in given]
    shares = []
    for name, n_bytes, share in (
        ("plain", reads * images, 1),
        ("fast", images / 8, left),
    ):
        shares.append(f"{n_bytes * share / least[name] / machine['bandwidth']:.0%}")
        shares.append(f"{flops * share / least[name] / machine[kinds[name]]:.0%}")
    return (
        [f"{least[name]:.3f}" for name in contestants],
        [ratio(seconds, name) for name in contestants if name != "fast"],
        [*(f"{peak / 1e6:.0f}" for peak in peaks), *shares],
    )


def show_tables(chapter, sizes, headings, measured, names):
    """Three tables about a chapter: sizes are the first cells of each row."""
    seconds, ratios, shares = (
        [[*size, *cells] for size, cells in zip(sizes, column, strict=True)]
        for column in zip(*measured, strict=True)
    )
    show(f"{chapter}: seconds an iteration", [*headings, *names], seconds)
    others = [f"fast/{name}" for name in names if name != "fast"]
    show(f"{chapter}: ratios, median and range", [*headings, *others], ratios)
    show(
        f"{chapter}: peak memory in MB; shares of bandwidth and of arithmetic",
        [*headings, "baseline", "plain", "fast", "plain's", "", "fast's", ""],
        shares,
    )


# Whole runs of chapter 7

WHOLE_RUN = """
import sys
sys.path.insert(0, sys.argv[1])
import {script} as script
import numpy as np
np.seterr(all="ignore")
import mnist as data
X_train, X_test = data.X_train, data.X_test
if {as_bytes}:
    X_train, X_test = X_train.astype(np.uint8), X_test.astype(np.uint8)
    del data.X_train, data.X_test
script.train(X_train, data.Y_train, X_test, data.Y_test, {arguments})
from pathlib import Path
status = Path("/proc/self/status")  # Linux only
lines = status.read_text().splitlines() if status.exists() else []
print([line.split()[1] for line in lines if line.startswith("VmHWM")])
"""


def time_whole_runs(iterations, rounds):
    """Print seconds and peak memory of whole runs, loading included, and their ratios.

    Each is a process of its own; again all take turns.
    """
    seconds, memory, accuracies = {}, {}, {}
    for _ in range(rounds):
        for name, script, arguments in [
            ("baseline", "mnist_classifier", f"{iterations}, 1e-5"),
            ("plain", "mnist_classifier", f"{iterations}, 1e-5"),
            ("fast", "mnist_classifier_fast", f"{iterations}, 1e-5, 1000"),
        ]:
            code = WHOLE_RUN.format(
                script=script, as_bytes=name == "baseline", arguments=arguments
            )
            start = time.perf_counter()
            process = subprocess.run(
                [sys.executable, "-c", code, str(ROOT / "07_final")],
                env=ENVIRONMENT,
                stdout=subprocess.PIPE,
                text=True,
                check=True,
            )
            seconds.setdefault(name, []).append(time.perf_counter() - start)
            *_, last, peak = process.stdout.splitlines()
            accuracies[name] = last.split()[-1]
            memory[name] = f"{int(peak[2:-2]) / 1e3:.0f}" if peak != "[]" else "-"
    show(
        f"07_final: whole runs of {iterations} iterations, with loading",
        ["", "seconds", "fast/this", "peak MB", "accuracy"],
        [
            [
                name,
                f"{min(seconds[name]):.1f}",
                ratio(seconds, name),
                memory[name],
                accuracies[name],
            ]
            for name in seconds
        ],
    )


# How soon the live scripts answer


def turns(name, *values):
    """A slider's turns to and fro between values, each to be called and timed."""

    def of(figure):
        for value in itertools.cycle(values):
            yield lambda value=value: figure.controls[name].set_val(value)

    return of


def moves(figure):
    """A pen's moves to and fro, each to be called and timed."""
    mouse(figure, "press", figure.axes[-2], 0.3, 0.1)
    for down in itertools.cycle(np.linspace(0.1, 0.9, 30)):
        yield lambda down=down: mouse(figure, "move", figure.axes[-2], 0.3, down)


def strokes(figure):
    """The ends of a pen's strokes, after which the answer is computed."""
    for across in itertools.cycle([0.3, 0.5, 0.7]):
        mouse(figure, "press", figure.axes[-2], across, 0.2)
        mouse(figure, "move", figure.axes[-2], across, 0.8)
        yield lambda: mouse(figure, "release", figure.axes[-2], 0.5, 0.5)


# What is turned in each, and what it is.
ANSWERS = [
    ("02_first/live_line.py", "slider", turns("bias b", 5, 10)),
    ("03_gradient/live_descent.py", "slider", turns("lr", -3, -2.5)),
    ("05_discerning/live_sigmoid.py", "slider", turns("bias", -3, -2)),
    ("07_final/live_training.py", "slider", turns("lr", -5, -4.5)),
    ("07_final/live_digit.py", "move", moves),
    ("07_final/live_digit.py", "stroke", strokes),
    ("11_training/live_graph.py", "slider", turns("x", 1, 2)),
    ("11_training/live_digit.py", "move", moves),
    ("11_training/live_digit.py", "stroke", strokes),
]


def time_answers(n_turns=30):
    """Print how long it takes from a turn, a move or a stroke until it is drawn."""
    mpl.use("Agg")
    rows = []
    for script, name, actions in ANSWERS:
        # How well it reads does not matter here.
        changes = {"iterations": 5} if script.endswith("live_digit.py") else {}
        with tempfile.TemporaryDirectory() as folder:
            play(script, changes, arguments=[f"{folder}/picture.png"], m=10000)
        figure = plt.gcf()
        figure.canvas.draw()
        times, busy = [], []
        for action in itertools.islice(actions(figure), n_turns):
            start, start_busy = time.perf_counter(), time.process_time()
            action()
            times.append((time.perf_counter() - start) * 1e3)
            busy.append((time.process_time() - start_busy) * 1e3)
        numbers = statistics.median(times), max(times), statistics.median(busy)
        rows.append([script, name, *(f"{number:.0f}" for number in numbers)])
    headings = ["", "", "median", "max", "processor"]
    show("Live scripts: ms until the answer is drawn", headings, rows)


# Dask's workers

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


def main():
    """Measure the machine, then compare, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="ends within a minute")
    parser.add_argument("--dask", action="store_true", help="only Dask's workers")
    arguments = parser.parse_args()
    if arguments.dask:
        return time_dask()
    quick = arguments.quick
    rounds = 3 if quick else 7
    np.seterr(all="ignore")

    versions = [f"Python {platform.python_version()}", f"NumPy {np.__version__}"]
    versions += [f"PyTorch {torch.__version__}"] if torch else []
    versions += [f"scikit-learn {sklearn.__version__}"] if sklearn else []
    libraries = {f"{i['internal_api']} {i['version']}" for i in threadpool_info()}
    machine = {
        "bandwidth": measure_bandwidth(),
        "double": measure_arithmetic(np.float64),
        "single": measure_arithmetic(np.float32),
    }
    print(f"{processor()}, {CORES} cores, {platform.system()}")
    print(", ".join(versions))
    print(", ".join(sorted(libraries)))
    print(f"copies {machine['bandwidth'] / 1e9:.1f} GB/s (read and written)")
    for precision in "double", "single":
        operations = machine[precision] / 1e9
        print(
            f"multiplies matrices with {operations:.0f} GFLOP/s ({precision} precision)"
        )

    data = load("07_final/mnist.py")
    m_test = len(data.X_test)
    examples = [15000] if quick else [15000, 30000, 60000]
    measured = []
    for m in examples:
        contestants = contestants_7(data, m, iterations=120000 // m)
        flops = 2 * (2 * m + m_test) * 785 * 10
        kinds = {"plain": "double", "fast": "double"}
        images = m * 785 * 8
        left = share_of_pixels(fast_7, data.X_train[:m], data.Y_train[:m])
        row = measure(contestants, images, flops, left, kinds, 3, machine, rounds)
        measured.append(row)
    sizes = [[str(m)] for m in examples]
    show_tables("07_final", sizes, ["examples"], measured, list(contestants))

    hidden_nodes = [50] if quick else [50, 200, 800]
    measured, sizes = [], []
    for n_hidden_nodes in hidden_nodes:
        for m in examples:
            contestants = contestants_11(data, m, n_hidden_nodes, iterations=2)
            weights = n_hidden_nodes * (784 + 10)
            flops = 2 * (2 * m + m_test) * weights + 2 * m * n_hidden_nodes * 10
            kinds = {"plain": "double", "fast": "single"}
            images = m * 784 * 8
            left = share_of_pixels(fast_11, data.X_train[:m, 1:], data.Y_train[:m])
            row = measure(contestants, images, flops, left, kinds, 2, machine, rounds)
            measured.append(row)
            sizes.append([str(n_hidden_nodes), str(m)])
    headings = ["nodes", "examples"]
    show_tables("11_training", sizes, headings, measured, list(contestants))

    time_whole_runs(iterations=5 if quick else 200, rounds=2)
    time_answers()


if __name__ == "__main__":
    main()
