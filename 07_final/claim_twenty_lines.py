"""Twenty lines of Python read nine of ten digits, if we give up on legibility.

claim_thirty_five_lines.py once more, but hardly anything has a name.

To tweak: iterations, at the bottom. What else would you dare to change, a month later?
"""

import terminal

import ast
import gzip
from pathlib import Path

import numpy as np


def load(name, start):
    """The bytes of a file of MNIST, (m,), from start on."""
    file = Path(__file__).resolve().parents[1] / f"data/mnist/{name}-ubyte.gz"
    return np.frombuffer(gzip.decompress(file.read_bytes()), np.uint8, offset=start)


if __name__ == "__main__":
    iterations = 200
    Y, labels = load("train-labels-idx1", 8), load("t10k-labels-idx1", 8)
    files = load("train-images-idx3", 16), load("t10k-images-idx3", 16)
    X, X_test = (np.insert(np.float32(f.reshape(-1, 784)), 0, 1, axis=1) for f in files)
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
