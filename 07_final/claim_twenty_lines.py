"""Twenty lines of Python read nine of ten digits, if we give up on legibility.

The program of claim_thirty_five_lines.py once more. But hardly anything has a name, and
a line does the work of three. It counts its lines of code as that one does.

To tweak: iterations, at the bottom. And what else would you dare to change here, a
month from now?
"""

import terminal

import ast
import gzip
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).resolve().parent


def load(name, start):
    """The bytes of a file of MNIST, (m,), from start on."""
    with gzip.open(FOLDER.parent / "data" / "mnist" / f"{name}-ubyte.gz") as file:
        return np.frombuffer(file.read(), np.uint8, offset=start)


if __name__ == "__main__":
    iterations = 200
    Y, labels = load("train-labels-idx1", 8), load("t10k-labels-idx1", 8)
    X, X_test = (
        np.insert(load(name, 16).reshape(-1, 784).astype(np.float32), 0, 1, axis=1)
        for name in ("train-images-idx3", "t10k-images-idx3")
    )
    w = np.zeros((785, 10), np.float32)
    for _ in range(iterations):
        y_hat = 1 / (1 + np.exp(-X @ w))
        w -= X.T @ (y_hat - (Y.reshape(-1, 1) == np.arange(10))) / len(X) * 1e-5
    print(f"{np.mean(np.argmax(X_test @ w, axis=1) == labels):.2%} are right, with")
    nodes = list(ast.walk(ast.parse(Path(__file__).read_text(encoding="utf-8"))))
    print(
        sum(ast.unparse(n)[0] not in "'\"" for n in nodes if isinstance(n, ast.stmt)),
        "lines of code.",
    )
