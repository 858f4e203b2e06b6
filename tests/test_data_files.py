"""The data files; damaged, each ends in one line that names it."""

import gzip
import hashlib
import re
import shutil
import struct
from pathlib import Path

import numpy as np
import pytest

from project import ROOT, load, run, source

terminal, idx = load("02_first/terminal.py"), load("06_real/idx.py")
GOOD = "A B\n13 33\n2 16\n"
IMAGES = struct.pack(">4I", 2051, 3, 2, 5) + bytes(range(30))
LABELS = struct.pack(">2I", 2049, 3) + bytes([5, 0, 4])

TABLES = {
    "missing": None,
    "empty": b"",
    "names only": b"A B\n",
    "nan": b"A B\n13 nan\n2 16\n",
    "missing column": b"A\n13\n2\n",
    "missing cell": b"A B\n13 33\n2\n",
    "word": b"A B\n13 many\n2 16\n",
    "not text": b"\xff\xfe\x00 13\n",
}
HARMLESS = {
    "Windows line ends": GOOD.replace("\n", "\r\n").encode(),
    "byte order mark": GOOD.encode("utf-8-sig"),
    "empty lines": (GOOD + "\n \n").encode(),
}
IDX = {
    "missing": None,
    "empty": b"",
    "wrong magic number": gzip.compress(LABELS, mtime=0),
    "truncated gzip": gzip.compress(IMAGES, mtime=0)[:-12],
    "too few pixels": gzip.compress(IMAGES[:-1], mtime=0),
    "claims four billion": gzip.compress(struct.pack(">4I", 2051, *[2**32 - 1] * 3)),
    "no images": gzip.compress(struct.pack(">4I", 2051, 0, 28, 28)),
    "flipped byte": gzip.compress(IMAGES, mtime=0)[:20]
    + b"!"
    + gzip.compress(IMAGES, mtime=0)[21:],
}


def test_checksums():
    """Those in data/readme.txt; and chapters 2 and 3 have the same pizza.txt."""
    readme = (ROOT / "data" / "readme.txt").read_text(encoding="utf-8")
    files = (ROOT / "data" / "mnist").glob("*.gz")
    contents = [gzip.decompress(file.read_bytes()) for file in files]
    penguins = ROOT / "data" / "penguins" / "penguins.txt"
    contents.append(penguins.read_bytes().replace(b"\r\n", b"\n"))
    hashes = {hashlib.sha256(content).hexdigest() for content in contents}
    assert len(hashes) == 5 and all(found in readme for found in hashes)
    tables = {
        (ROOT / c / "pizza.txt").read_bytes() for c in ("02_first", "03_gradient")
    }
    assert len(tables) == 1


def damaged(folder, content):
    """A file with some content, or with none."""
    file = folder / "file"
    if content is not None:
        file.write_bytes(content)
    return file


@pytest.mark.parametrize("content", TABLES.values(), ids=TABLES)
def test_damaged_table(content, tmp_path):
    """One line, with the file's name."""
    file = damaged(tmp_path, content)
    with pytest.raises(terminal.InputError) as stop:
        terminal.table(str(file), 2)
    assert str(stop.value).startswith(
        f"Cannot read {file}, please mend or replace it: "
    )
    assert "\n" not in str(stop.value)


@pytest.mark.parametrize("content", HARMLESS.values(), ids=HARMLESS)
def test_harmless_table(content, tmp_path):
    """As other editors write it."""
    file = terminal.table(str(damaged(tmp_path, content)), 2)
    np.testing.assert_array_equal(np.loadtxt(file, skiprows=1), [[13, 33], [2, 16]])


@pytest.mark.parametrize("content", IDX.values(), ids=IDX)
def test_damaged_mnist(content, tmp_path):
    """One line, with the file's name."""
    file = damaged(tmp_path, content)
    with pytest.raises(idx.InputError) as stop:
        idx.load_idx(file, magic=2051)
    assert str(stop.value).startswith(f"Cannot read {file}, please replace it: ")
    assert "\n" not in str(stop.value)


@pytest.mark.parametrize("content", [IMAGES, gzip.compress(IMAGES, mtime=0)])
@pytest.mark.parametrize("name", ["a-idx3.gz", "a-idx3", "a.idx3", "a.idx3.gz"])
def test_harmless_mnist(content, name, tmp_path):
    """Packed or not, with a hyphen or a dot in the name."""
    (tmp_path / name).write_bytes(content)
    images = idx.load_idx(tmp_path / "a-idx3.gz", magic=2051)
    assert (images.shape, images.ravel().tolist()) == ((3, 2, 5), list(range(30)))


def test_files_that_do_not_fit():
    """Fewer labels than images, images of two sizes, letters, and no square."""
    X, Y = np.zeros((3, 5)), np.zeros((3, 1))
    for arrays in (X, Y[:2], X, Y), (X, Y, X, Y[:2]):
        with pytest.raises(idx.InputError, match="Not as many labels as images in"):
            idx.check_sizes("data", *arrays)
    with pytest.raises(idx.InputError, match="Images of two sizes in data"):
        idx.check_sizes("data", X, Y, X[:, :4], Y)
    with pytest.raises(idx.InputError, match="Cannot use a: label 17 is no digit"):
        idx.check_digits(np.array([[1], [17]]), "a")
    with pytest.raises(idx.InputError, match="An image of 5 pixels is no square"):
        idx.as_square(X[0])


FASHION = Path("/usr/share/datasets/fashion-mnist")
TWICE = {"iterations = 200": "iterations = 2"}
CLOTHES = [
    ("06_real/digit_classifier.py", {}, "Success: 9672/10000 (96.72%)"),
    ("07_final/mnist_classifier.py", {"200, lr=1e-5": "20, lr=3e-6"}, "1.8108366083"),
    ("07_final/plot_weights.py", TWICE, "class 7"),
    ("07_final/plot_mistakes.py", {"18, 200": "18, 2"}, "taken for"),
    ("07_final/plot_confusion_matrix.py", TWICE, "class 7"),
    ("07_final/plot_one_hot.py", {}, "class 7"),
]


@pytest.mark.slow
@pytest.mark.skipif(not FASHION.exists(), reason="needs dataset-fashion-mnist (Debian)")
@pytest.mark.parametrize("script, changes, expected", CLOTHES)
def test_fashion_mnist(script, changes, expected, tmp_path):
    """With its folder in FOLDER; pictures have names from classes.txt beside it."""
    data, path = tmp_path / "data", tmp_path / script
    shutil.copytree(FASHION, data)
    (data / "classes.txt").write_text(
        "".join(f"class {i}\n" for i in range(10)), encoding="utf-8"
    )
    shutil.copytree((ROOT / script).parent, path.parent)
    path.write_text(source(script, changes), encoding="utf-8")
    text = source(path.parent / "mnist.py")
    text = re.sub("(?m)^FOLDER = .*", f"FOLDER = Path({str(data)!r})", text)
    (path.parent / "mnist.py").write_text(text, encoding="utf-8")
    picture = tmp_path / "picture.svg"
    ended = run(path, *[picture] * path.name.startswith("plot_"))
    assert ended.returncode == 0, ended.stderr
    said = ended.stdout + (picture.read_text("utf-8") if picture.exists() else "")
    assert expected in said
