"""How long a step takes: the plain scripts, the fast ones, and others.

    python tests/benchmark.py            all images, some 10 minutes
    python tests/benchmark.py --quick    15000 of them, a minute

All take turns in this one process, step by step, so that a slow minute of the machine
slows all of them: the published way (the plain functions on pixels that stay bytes,
which walk forward for each report once more, and, in chapter 11, copy the images to
put a bias in front), the plain script, the fast one, and, where they are installed,
PyTorch and JAX with the same formulas, and SciPy's sparse arrays in place of X.
"""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
from threadpoolctl import threadpool_info, threadpool_limits

from project import ROOT, load

try:
    import torch
except ModuleNotFoundError:
    torch = None
try:
    import jax
    import jax.numpy as jnp
except ModuleNotFoundError:
    jax = None
try:
    import scipy
except ModuleNotFoundError:
    scipy = None

CORES = os.cpu_count()
ENVIRONMENT = dict(os.environ)  # The fast scripts, once imported, change it.

plain_7 = load("07_final/mnist_classifier.py")
fast_7 = load("07_final/mnist_classifier_fast.py")
plain_11 = load("11_training/neural_network.py")
fast_11 = load("11_training/neural_network_fast.py")


# Chapter 7: each generator yields the loss of X (m, 785) and Y (m, 10) before each step


def numpy_7(X, Y, X_test, Y_test):
    """The plain script's functions: with bytes for X, the published way."""
    w = np.zeros((X.shape[1], Y.shape[1]))
    while True:
        loss = plain_7.loss(X, Y, w)
        np.mean(plain_7.classify(X_test, w) == Y_test)
        yield loss
        w -= plain_7.gradient(X, Y, w) * 1e-5


def torch_7(X, Y, X_test, Y_test):
    """One walk forward, and the gradient by its formula, in double precision."""
    X, Y, X_test, Y_test = map(torch.from_numpy, (X, Y, X_test, Y_test))
    w = torch.zeros((X.shape[1], Y.shape[1]), dtype=torch.float64)
    while True:
        y_hat = torch.sigmoid(X @ w)
        loss = -torch.sum(torch.log(Y * y_hat + (1 - Y) * (1 - y_hat))) / len(X)
        (torch.argmax(X_test @ w, dim=1) == Y_test.ravel()).double().mean()
        yield float(loss)
        w -= X.T @ (y_hat - Y) / len(X) * 1e-5


def jax_7(X, Y, X_test, Y_test):
    """The same, compiled by JAX."""

    @jax.jit
    def step(w, X, Y, X_test, Y_test):
        y_hat = jax.nn.sigmoid(X @ w)
        loss = -jnp.sum(jnp.log(Y * y_hat + (1 - Y) * (1 - y_hat))) / len(X)
        right = jnp.mean(jnp.argmax(X_test @ w, axis=1) == Y_test.ravel())
        return w - X.T @ (y_hat - Y) / len(X) * 1e-5, loss, right

    arrays = [jnp.asarray(array) for array in (X, Y, X_test, Y_test)]
    w = jnp.zeros((X.shape[1], Y.shape[1]))
    while True:
        w, loss, _ = step(w, *arrays)
        yield float(loss)


def sparse_7(X, Y, X_test, Y_test):
    """Only the pixels that are not white, on one core; one walk forward, too."""
    X, X_test = scipy.sparse.csr_array(X), scipy.sparse.csr_array(X_test)
    X_transposed, w = X.T.tocsr(), np.zeros((X.shape[1], Y.shape[1]))
    while True:
        y_hat = plain_7.sigmoid(X @ w)
        loss = -np.sum(np.log(Y * y_hat + (1 - Y) * (1 - y_hat))) / len(Y)
        np.mean(np.argmax(X_test @ w, axis=1) == Y_test.ravel())
        yield loss
        w -= X_transposed @ (y_hat - Y) / len(Y) * 1e-5


# Chapter 11: each yields the loss after each step, of X (m, 784), w1 and w2


def numpy_11(X, Y, X_test, Y_test, w1, w2):
    """The plain script."""
    y_hat, h = plain_11.forward(X, w1, w2)
    while True:
        w1_gradient, w2_gradient = plain_11.back(X, Y, y_hat, w2, h)
        w1, w2 = w1 - w1_gradient * 0.01, w2 - w2_gradient * 0.01
        y_hat, h = plain_11.forward(X, w1, w2)
        np.mean(plain_11.classify(X_test, w1, w2) == Y_test)
        yield plain_11.loss(Y, y_hat)


def published_11(X, Y, X_test, Y_test, w1, w2):
    """Bytes, copies of the images with a bias column, and two walks a step."""

    def prepend_bias(X):
        return np.insert(X, 0, 1, axis=1)

    def forward(X):
        h = plain_11.sigmoid(prepend_bias(X) @ w1)
        return plain_11.softmax(prepend_bias(h) @ w2), h

    while True:
        y_hat, h = forward(X)
        delta = y_hat - Y
        w2_gradient = prepend_bias(h).T @ delta / len(X)
        hidden_delta = (delta @ w2[1:].T) * plain_11.sigmoid_gradient(h)
        w1_gradient = prepend_bias(X).T @ hidden_delta / len(X)
        w1, w2 = w1 - w1_gradient * 0.01, w2 - w2_gradient * 0.01
        np.mean(np.argmax(forward(X_test)[0], axis=1) == Y_test.ravel())
        yield plain_11.loss(Y, forward(X)[0])


def torch_11(*arrays):
    """One walk forward, and the gradients by their formulas, in single precision."""
    X, Y, X_test, Y_test, w1, w2 = (torch.from_numpy(np.float32(a)) for a in arrays)

    def forward(X):
        h = torch.sigmoid(w1[0] + X @ w1[1:])
        return torch.softmax(w2[0] + h @ w2[1:], dim=1), h

    y_hat, h = forward(X)
    while True:
        delta = (y_hat - Y) / len(X)
        hidden_delta = (delta @ w2[1:].T) * h * (1 - h)
        w2_gradient = torch.vstack((delta.sum(dim=0), h.T @ delta))
        w1_gradient = torch.vstack((hidden_delta.sum(dim=0), X.T @ hidden_delta))
        w1, w2 = w1 - w1_gradient * 0.01, w2 - w2_gradient * 0.01
        y_hat, h = forward(X)
        (forward(X_test)[0].argmax(dim=1) == Y_test.ravel()).double().mean()
        yield float(-torch.log((Y * y_hat).sum(dim=1)).mean())


def jax_11(*arrays):
    """The same, compiled by JAX."""
    X, Y, X_test, Y_test, w1, w2 = (jnp.asarray(np.float32(a)) for a in arrays)

    @jax.jit
    def forward(X, w1, w2):
        h = jax.nn.sigmoid(w1[0] + X @ w1[1:])
        return jax.nn.softmax(w2[0] + h @ w2[1:], axis=1), h

    @jax.jit
    def step(X, Y, X_test, Y_test, w1, w2, y_hat, h):
        delta = (y_hat - Y) / len(X)
        hidden_delta = (delta @ w2[1:].T) * h * (1 - h)
        w2 = w2 - jnp.vstack((delta.sum(axis=0), h.T @ delta)) * 0.01
        w1_gradient = jnp.vstack((hidden_delta.sum(axis=0), X.T @ hidden_delta))
        w1 = w1 - w1_gradient * 0.01
        y_hat, h = forward(X, w1, w2)
        right = jnp.mean(forward(X_test, w1, w2)[0].argmax(axis=1) == Y_test.ravel())
        return w1, w2, y_hat, h, -jnp.log((Y * y_hat).sum(axis=1)).mean(), right

    y_hat, h = forward(X, w1, w2)
    while True:
        w1, w2, y_hat, h, loss, _ = step(X, Y, X_test, Y_test, w1, w2, y_hat, h)
        yield float(loss)


# The comparison


def compare(contestants, n_steps):
    """Seconds of each step by name; all take their first step untimed, then turns.

    Ends the program if their losses are not the same.
    """
    contestants = {name: steps for name, steps in contestants.items() if steps}
    seconds = {name: [] for name in contestants}
    for i in range(n_steps + 1):
        losses = {}
        for name, steps in contestants.items():
            with threadpool_limits(1 if name == "fast" else CORES):
                start = time.perf_counter()
                losses[name] = next(steps)
            if i > 0:
                seconds[name].append(time.perf_counter() - start)
        if not np.allclose([*losses.values()], losses["plain"], rtol=1e-4):
            sys.exit(f"These should be equal: {losses}")
    return seconds


def ratio(seconds, other):
    """Of the fast script's to another's: the median, and the middle half."""
    ratios = [a / b for a, b in zip(seconds["fast"], seconds[other], strict=True)]
    low, middle, high = statistics.quantiles(ratios, n=4)
    return f"{middle:.2f} {low:.2f}-{high:.2f}"


def show(title, headings, rows):
    """Print a table; the numbers of a column stand below each other."""
    widths = [max(map(len, column)) for column in zip(headings, *rows, strict=True)]
    print(f"\n{title}")
    for row in [headings, *rows]:
        cells = zip(row, widths, strict=True)
        print("  ".join(f"{cell:>{width}}" for cell, width in cells).rstrip())


def show_comparison(title, seconds):
    """One row for each contestant."""
    rows = [
        [name, f"{1000 * statistics.median(times):.0f}", ratio(seconds, name)]
        for name, times in seconds.items()
    ]
    show(title, ["", "ms", "fast/this, middle half"], rows)


def time_whole_runs(rounds):
    """Print seconds of whole runs of chapter 7's scripts, loading included."""
    seconds = {"plain": [], "fast": []}
    scripts = "mnist_classifier.py", "mnist_classifier_fast.py"
    for _ in range(rounds):
        for name, script in zip(seconds, scripts, strict=True):
            command = [sys.executable, ROOT / "07_final" / script]
            start = time.perf_counter()
            subprocess.run(command, env=ENVIRONMENT, capture_output=True, check=True)
            seconds[name].append(time.perf_counter() - start)
    show_comparison("07_final, whole runs", seconds)


def main():
    """Print what is compared, then the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="ends within a minute")
    quick = parser.parse_args().quick
    m, n_steps = (15000, 5) if quick else (60000, 15)
    np.seterr(all="ignore")
    if jax:
        jax.config.update("jax_enable_x64", True)
    cpuinfo = Path("/proc/cpuinfo")  # Linux only
    lines = cpuinfo.read_text().splitlines() if cpuinfo.exists() else []
    names = [line.partition(": ")[2] for line in lines if line.startswith("model name")]
    print(f"{[*names, platform.machine()][0]}, {CORES} cores, {platform.system()}")
    libraries = [("NumPy", np), ("PyTorch", torch), ("JAX", jax), ("SciPy", scipy)]
    versions = [f"{name} {module.__version__}" for name, module in libraries if module]
    print(", ".join([f"Python {platform.python_version()}", *versions]))
    print({info.get("architecture") for info in threadpool_info()})

    data = load("07_final/mnist.py")
    X, Y, X_test, Y_test = data.X_train[:m], data.Y_train[:m], data.X_test, data.Y_test
    small, small_test = X.astype(np.uint8), X_test.astype(np.uint8)
    arrays = X, Y, X_test, Y_test
    contestants = {
        "published": numpy_7(small, Y, small_test, Y_test),
        "plain": numpy_7(*arrays),
        "fast": (step[1] for step in fast_7.steps(*arrays, 10**9, 1e-5)),
        "PyTorch": torch and torch_7(*arrays),
        "JAX": jax and jax_7(*arrays),
        "SciPy": scipy and sparse_7(*arrays),
    }
    show_comparison(f"07_final, {m} images", compare(contestants, n_steps))

    small, small_test = small[:, 1:], small_test[:, 1:]
    for n_hidden_nodes in [50] if quick else [50, 200, 800]:
        weights = plain_11.initialize_weights(784, n_hidden_nodes, 10)
        arrays = X[:, 1:], Y, X_test[:, 1:], Y_test, *weights
        moved = *arrays[:4], *(w.copy() for w in weights)
        contestants = {
            "published": published_11(small, Y, small_test, Y_test, *weights),
            "plain": numpy_11(*arrays),
            "fast": (step[1] for step in fast_11.steps(*moved, 10**9, 0.01)),
            "PyTorch": torch and torch_11(*arrays),
            "JAX": jax and jax_11(*arrays),
        }
        seconds = compare(contestants, n_steps // 2)
        show_comparison(f"11_training, {m} images, {n_hidden_nodes} nodes", seconds)
    time_whole_runs(2 if quick else 3)


if __name__ == "__main__":
    main()
