"""The data files, the loaders that read them, and what they make of damaged files."""

import functools
import gzip
import hashlib
import re
import runpy
import shutil
import struct
import zlib
from types import ModuleType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import array_shapes, arrays
from PIL import Image

from conftest import SMALL as SMALL_PICTURES
from project import (
    CLAIM_SCRIPTS,
    KEPT,
    PICTURES,
    ROOT,
    SCRIPTS,
    SMALL,
    SOLUTIONS,
    chapter_of,
    in_quick_run,
    load,
    play,
    read_table,
    run,
    source,
)

MNIST = ROOT / "data" / "mnist"
SHA256 = {
    "train-images-idx3-ubyte": (
        "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"
    ),
    "train-labels-idx1-ubyte": (
        "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"
    ),
    "t10k-images-idx3-ubyte": (
        "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"
    ),
    "t10k-labels-idx1-ubyte": (
        "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"
    ),
}
PIZZA = """
    13 2 14 23 13 1 18 10 26 3 3 21 7 22 2 27 6 10 18 15 9 26 8 15 10 21 5 6 13 13
    33 16 32 51 27 16 34 17 29 15 15 32 22 37 13 44 16 21 37 30 26 34 23 39 27 37 17
    18 25 23
"""
PIZZA_3_VARS = """
    13 26 9 44 | 2 14 6 23 | 14 20 3 28 | 23 25 9 60 | 13 24 8 42 | 1 12 2 5
    18 23 9 51 | 10 18 10 44 | 26 24 3 42 | 3 14 1 9 | 3 12 3 14 | 21 27 5 43
    7 17 3 22 | 22 21 1 34 | 2 12 4 16 | 27 26 2 46 | 6 15 4 26 | 10 21 7 33
    18 18 3 29 | 15 26 8 43 | 9 20 6 37 | 26 25 9 62 | 8 21 10 47 | 15 22 7 38
    10 20 2 22 | 21 21 1 29 | 5 12 7 34 | 6 14 9 38 | 13 19 4 30 | 13 20 3 28
"""
POLICE = "1 0 1 1 1 0 1 1 1 0 0 1 0 1 0 1 0 0 0 1 0 1 0 1 0 1 0 0 1 0"

terminal = load("02_first/terminal.py")
idx = load("07_final/idx.py")

# All in one process, which loads the images of both chapters, once a test needs them.
pytestmark = pytest.mark.chapter("test_data")
mnist_6 = functools.cache(functools.partial(load, "06_real/mnist.py"))
mnist_7 = functools.cache(functools.partial(load, "07_final/mnist.py"))


# The files


@pytest.mark.parametrize("name", SHA256)
def test_mnist_files_are_the_originals(name):
    """Unpacked, for gzip has more than one way to pack; and named in the readme."""
    content = gzip.decompress((MNIST / f"{name}.gz").read_bytes())
    assert hashlib.sha256(content).hexdigest() == SHA256[name]
    assert SHA256[name] in (ROOT / "data" / "readme.txt").read_text(encoding="utf-8")


def test_pizza_is_the_same_in_both_chapters():
    """Byte for byte."""
    chapters = [ROOT / chapter / "pizza.txt" for chapter in ("02_first", "03_gradient")]
    assert chapters[0].read_bytes() == chapters[1].read_bytes()


def test_tables_hold_the_evenings_of_the_page():
    """The same thirty evenings in every chapter."""
    X, Y = read_table("02_first/pizza.txt")
    assert [*X, *Y] == [int(number) for number in PIZZA.split()]
    x1, x2, x3, y = read_table("04_hyperspaces/pizza_3_vars.txt")
    rows = np.array(PIZZA_3_VARS.replace("|", " ").split(), dtype=int).reshape(30, 4)
    np.testing.assert_array_equal(np.column_stack((x1, x2, x3, y)), rows)
    assert list(x1) == list(X)
    *inputs, police = read_table("05_discerning/police.txt")
    np.testing.assert_array_equal(inputs, (x1, x2, x3))
    assert list(police) == [int(number) for number in POLICE.split()]


# What `import mnist` gives


@pytest.mark.parametrize("data", [mnist_6, mnist_7])
def test_mnist_images(data):
    """Bias, then the file's pixels, as floating point numbers."""
    data = data()
    for X, name, m in [
        (data.X_train, "train-images-idx3-ubyte", 60000),
        (data.X_test, "t10k-images-idx3-ubyte", 10000),
    ]:
        assert X.shape == (m, 785)
        assert X.dtype == np.float64
        assert np.all(X[:, 0] == 1)
        content = gzip.decompress((MNIST / f"{name}.gz").read_bytes())
        assert content[16:] == X[:, 1:].astype(np.uint8).tobytes()


def test_mnist_labels():
    """Fives in chapter 6, digits and one-hot rows in chapter 7."""
    for digits, name, m in [
        (mnist_7().Y_train_unencoded, "train-labels-idx1-ubyte", 60000),
        (mnist_7().Y_test, "t10k-labels-idx1-ubyte", 10000),
    ]:
        assert digits.shape == (m, 1)
        content = gzip.decompress((MNIST / f"{name}.gz").read_bytes())
        assert content[8:] == digits.astype(np.uint8).tobytes()
    assert mnist_7().Y_train.shape == (60000, 10)
    np.testing.assert_array_equal(
        mnist_7().Y_train.argmax(axis=1), mnist_7().Y_train_unencoded.ravel()
    )
    np.testing.assert_array_equal(mnist_6().Y_train, mnist_7().Y_train[:, [5]])
    np.testing.assert_array_equal(mnist_6().Y_test, mnist_7().Y_test == 5)
    assert mnist_6().Y_train.sum() == 5421
    assert mnist_6().Y_test.sum() == 892


# The loaders' functions


@given(st.lists(st.integers(0, 9), max_size=20))
def test_one_hot_rows(labels):
    """One 1 a row, in the label's column."""
    Y = np.array(labels, dtype=int).reshape(-1, 1)
    encoded = mnist_7().one_hot_encode(Y)
    assert encoded.shape == (len(labels), 10)
    assert np.all((encoded == 0) | (encoded == 1))
    assert np.all(encoded.sum(axis=1) == 1)
    assert list(encoded.argmax(axis=1)) == labels
    assert list(mnist_6().encode_fives(Y).ravel()) == [int(y == 5) for y in labels]


@given(arrays(float, array_shapes(min_dims=2, max_dims=2)))
def test_prepend_bias(X):
    """Ones in front, all else as it was, and the argument untouched."""
    before = X.copy()
    with_bias = mnist_7().prepend_bias(X)
    assert np.all(with_bias[:, 0] == 1)
    np.testing.assert_array_equal(with_bias[:, 1:], before)
    np.testing.assert_array_equal(X, before)


@given(arrays(np.uint8, array_shapes(min_dims=3, max_dims=3, max_side=4)))
def test_loads_what_was_written(tmp_path_factory, images):
    """Any images of any size, and as many labels."""
    folder = tmp_path_factory.mktemp("idx")
    m, n_rows, n_columns = images.shape
    labels = images[:, 0, 0] % 10
    image_file, label_file = folder / "images.gz", folder / "labels.gz"
    header = struct.pack(">4I", 2051, m, n_rows, n_columns)
    image_file.write_bytes(gzip.compress(header + images.tobytes()))
    label_file.write_bytes(
        gzip.compress(struct.pack(">2I", 2049, m) + labels.tobytes())
    )
    X = mnist_7().load_images(image_file)
    assert X.dtype == np.uint8
    np.testing.assert_array_equal(X, images.reshape(m, n_rows * n_columns))
    np.testing.assert_array_equal(mnist_7().load_labels(label_file).ravel(), labels)


# Damaged files end in one line

IMAGES = struct.pack(">4I", 2051, 3, 2, 5) + bytes(range(30))
LABELS = struct.pack(">2I", 2049, 7) + bytes([5, 0, 4, 1, 9, 2, 1])


def cut_off(file):
    """Keep the first half."""
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2 + 1])


def swap(file):
    """Put images where labels belong, and the other way round."""
    file.write_bytes(gzip.compress(LABELS if "images" in file.name else IMAGES))


def claim_four_billion(file):
    """A header that must not be believed."""
    magic = 2051 if "images" in file.name else 2049
    header = struct.pack(">4I", magic, *[2**32 - 1] * 3)
    file.write_bytes(gzip.compress(header))


def flip_a_byte(file):
    """In the middle of the compressed data."""
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 0xFF
    file.write_bytes(content)


def hold_letters(file):
    """EMNIST's letters come in the same format, with labels from 1 to 26."""
    file.write_bytes(gzip.compress(struct.pack(">2I", 2049, 3) + bytes([1, 17, 3])))


def claim_four_billion_empty_ones(file):
    """No bytes to read, but four billion rows to make room for."""
    sizes = [2**32 - 1, 0, 0] if "images" in file.name else [0]
    magic = 2048 + len(sizes)
    header = struct.pack(f">{1 + len(sizes)}I", magic, *sizes)
    file.write_bytes(gzip.compress(header))


def link_to_itself(file):
    """A file that nobody can open, not even an administrator."""
    file.unlink()
    file.symlink_to(file)


def make_folder(file):
    """A folder in the file's place."""
    file.unlink()
    file.mkdir()


def drop_a_cell(table):
    """The third row of numbers without its last cell."""
    lines = table.splitlines()
    lines[3] = lines[3].rsplit(maxsplit=1)[0]
    return "\n".join(lines)


MNIST_DAMAGE = {
    "missing": lambda file: file.unlink(),
    "empty": lambda file: file.write_bytes(b""),
    "text": lambda file: file.write_text("not a gzip file"),
    "nothing packed": lambda file: file.write_bytes(gzip.compress(b"")),
    "cut off": cut_off,
    "swapped": swap,
    "claims four billion": claim_four_billion,
    "claims four billion empty ones": claim_four_billion_empty_ones,
    "byte flipped": flip_a_byte,
    "unreadable": link_to_itself,
    "folder": make_folder,
}


KINDS = ["images-idx3", "labels-idx1"]


def small_file(folder, kind):
    """An IDX file of three images, or of seven labels."""
    file = folder / f"{kind}.gz"
    file.write_bytes(gzip.compress(IMAGES if "images" in kind else LABELS))
    return file


@pytest.mark.parametrize("data", [mnist_6, mnist_7])
@pytest.mark.parametrize("kind", in_quick_run([*KINDS, *SHA256], *KINDS))
@pytest.mark.parametrize("damage", MNIST_DAMAGE)
def test_damaged_mnist(data, kind, damage, tmp_path):
    """The line that the program ends with names the file. Slow: the original files."""
    file = small_file(tmp_path, kind)
    loader = data().load_images if "images" in kind else data().load_labels
    assert len(loader(file)) == (3 if "images" in kind else 7)
    if kind in SHA256:
        shutil.copy(MNIST / file.name, file)
    MNIST_DAMAGE[damage](file)
    with pytest.raises(OSError) as stop:
        loader(file)
    assert isinstance(stop.value, ValueError)
    message = str(stop.value)
    assert message.startswith(f"Cannot read {file}, please replace it: ")
    assert "\n" not in message


TABLE_DAMAGE = {
    "missing": lambda file: file.unlink(),
    "empty": lambda file: file.write_text(""),
    "only names": lambda file: file.write_text(file.read_text().splitlines()[0]),
    "cut off": lambda file: file.write_text(file.read_text().rpartition(" ")[0]),
    "word": lambda file: file.write_text(file.read_text().replace("13", "many", 1)),
    "missing cell": lambda file: file.write_text(drop_a_cell(file.read_text())),
    "other columns": lambda file: file.write_text("A B C\n1 2 3\n"),
    "not a number": lambda file: file.write_text(file.read_text().replace("13", "nan")),
    "decimal comma": lambda file: file.write_text(
        file.read_text().replace("13", "1,3", 1)
    ),
    "unreadable": link_to_itself,
    "not text": lambda file: file.write_bytes(b"\xff\xfe\x00 13\n"),
    "folder": make_folder,
}
TABLES = {
    "02_first/linear_regression.py": "pizza.txt",
    "02_first/linear_regression_with_bias.py": "pizza.txt",
    "03_gradient/gradient_descent_without_bias.py": "pizza.txt",
    "03_gradient/gradient_descent_final.py": "pizza.txt",
    "04_hyperspaces/multiple_regression_without_bias.py": "pizza_3_vars.txt",
    "04_hyperspaces/multiple_regression_final.py": "pizza_3_vars.txt",
    "05_discerning/classifier.py": "police.txt",
}


def copy_table(name, folder):
    """A copy of a chapter's table, and how many columns it has."""
    script = next(script for script, table in TABLES.items() if table == name)
    file = shutil.copy((ROOT / script).with_name(name), folder / name)
    return file, len(file.read_text(encoding="utf-8").splitlines()[0].split())


@pytest.mark.parametrize("table", sorted(set(TABLES.values())))
@pytest.mark.parametrize("damage", TABLE_DAMAGE)
def test_damaged_table(table, damage, tmp_path):
    """An exception that names the file, for whoever expects either of two kinds."""
    file, n_columns = copy_table(table, tmp_path)
    TABLE_DAMAGE[damage](file)
    with pytest.raises(OSError) as stop:
        terminal.table(file, n_columns)
    assert isinstance(stop.value, ValueError)
    message = str(stop.value)
    assert message.startswith(f"Cannot read {file}, please mend or replace it: ")
    assert "\n" not in message
    assert terminal.explain(stop.value) == message


def test_a_damaged_table_names_the_line(tmp_path):
    """The line that an editor counts, with what stands there."""
    file = tmp_path / "table.txt"
    for line in ("2 nan", "2", "2 3 4", "2 1_0", "# 3", "2 1,5", "", "2 inf"):
        file.write_text(f"A B\n13 33\n{line}\n14 32\n", encoding="utf-8")
        with pytest.raises(terminal.FileError) as stop:
            terminal.table(file, 2)
        assert str(stop.value).endswith(f": line 3 is not 2 numbers: {line!r}")


@pytest.mark.parametrize(
    "script, damage",
    [
        ("05_discerning/classifier.py", "missing cell"),
        *(
            pytest.param(script, damage, marks=pytest.mark.slow)
            for script in TABLES
            for damage in TABLE_DAMAGE
            if ("05" in script) != (damage == "missing cell")
        ),
    ],
)
def test_damaged_table_as_the_reader_sees_it(script, damage, project_copy):
    """One line, and status 1."""
    path = project_copy / script
    table = path.with_name(TABLES[script])
    TABLE_DAMAGE[damage](table)
    process = run(path)
    assert process.returncode == 1
    assert process.stdout == ""
    start = f"Cannot read {table}, please mend or replace it: "
    assert process.stderr.startswith(start)
    assert process.stderr.count("\n") == 1


TABLE_HARMLESS = {
    "Windows line ends": lambda text: text.replace("\n", "\r\n").encode(),
    "byte order mark": lambda text: text.encode("utf-8-sig"),
    "empty lines at the end": lambda text: f"{text}\n \n\n".encode(),
    "no line end at the end": lambda text: text.rstrip("\n").encode(),
    "tabs": lambda text: text.replace(" ", "\t").encode(),
    "names with umlauts": lambda text: text.replace("e", "ü", 1).encode(),
}


@pytest.mark.parametrize("table", sorted(set(TABLES.values())))
@pytest.mark.parametrize("change", TABLE_HARMLESS)
def test_harmless_table(table, change, tmp_path):
    """Other editors and systems write tables a little differently; they work."""
    file, n_columns = copy_table(table, tmp_path)
    expected = np.loadtxt(file, skiprows=1, unpack=True)
    file.write_bytes(TABLE_HARMLESS[change](file.read_text(encoding="utf-8")))
    found = np.loadtxt(terminal.table(file, n_columns), skiprows=1, unpack=True)
    np.testing.assert_array_equal(found, expected)


LOADERS = [f"{chapter}/mnist.py" for chapter in ("06_real", "07_final", "11_training")]


def small_data(root):
    """A folder data/mnist with three images and labels in each of the four files."""
    folder = root / "data" / "mnist"
    folder.mkdir(parents=True)
    for part in ("train", "t10k"):
        small_file(folder, f"{part}-images-idx3-ubyte")
        labels = struct.pack(">2I", 2049, 3) + bytes([1, 2, 3])
        name = f"{part}-labels-idx1-ubyte.gz"
        (folder / name).write_bytes(gzip.compress(labels))
    return folder


@pytest.mark.parametrize("loader", LOADERS)
@pytest.mark.parametrize("part", ["train", "t10k"])
def test_counts_that_do_not_match(loader, part, tmp_path):
    """As many labels as images, or one line. Played in a folder of small files."""
    folder = small_data(tmp_path)
    script = tmp_path / loader
    script.parent.mkdir()
    shutil.copy(ROOT / loader, script)
    with chapter_of(loader):
        sizes = runpy.run_path(str(script))
    assert sizes["X_test"].shape[0] == sizes["Y_test"].shape[0] == 3

    small_file(folder, f"{part}-labels-idx1-ubyte")
    with chapter_of(loader), pytest.raises(OSError) as stop:
        runpy.run_path(str(script))
    assert str(stop.value) == (
        f"Not as many labels as images in {folder}, please replace its files."
    )


@pytest.mark.parametrize(
    "script, part",
    [
        ("07_final/mnist_classifier.py", "train"),
        *(pytest.param(s, "t10k", marks=pytest.mark.slow) for s in LOADERS),
    ],
)
def test_counts_that_do_not_match_as_the_reader_sees_it(script, part, project_copy):
    """One line, and status 1."""
    folder = project_copy / "data" / "mnist"
    name = "labels-idx1-ubyte.gz"
    other = {"train": "t10k", "t10k": "train"}[part]
    shutil.copy(folder / f"{other}-{name}", folder / f"{part}-{name}")
    process = run(project_copy / script)
    assert process.returncode == 1
    assert process.stdout == ""
    assert process.stderr == (
        f"Not as many labels as images in {folder}, please replace its files.\n"
    )


@pytest.mark.parametrize("loader", LOADERS)
def test_labels_that_are_no_digits(loader, tmp_path):
    """A training on them would end at 5 % without a word."""
    file = tmp_path / "train-labels-idx1-ubyte.gz"
    hold_letters(file)
    with pytest.raises(ValueError) as stop:
        load(loader).load_labels(file)
    assert str(stop.value) == (
        f"Cannot use {file}: label 17 at position 1 is no digit from 0 to 9."
    )


@pytest.mark.parametrize("name", ["t.gz", "t", "t-idx3", "t.idx3", "t.idx3.gz"])
@pytest.mark.parametrize("packed", [0, 1, 2])
def test_any_name_and_packed_or_not(name, packed, tmp_path):
    """As browsers and archivers leave them; packed twice it is no IDX file."""
    content = IMAGES
    for _ in range(packed):
        content = gzip.compress(content)
    (tmp_path / name).write_bytes(content)
    asked = tmp_path / ("t-idx3.gz" if "idx" in name else "t.gz")
    if packed == 2:
        with pytest.raises(ValueError, match="magic number"):
            idx.load_idx(asked, 2051)
    else:
        assert idx.load_idx(asked, 2051).tobytes() == IMAGES[16:]


def test_a_missing_file_names_what_was_looked_for(tmp_path):
    """All names."""
    with pytest.raises(OSError) as stop:
        idx.load_idx(tmp_path / "train-images-idx3-ubyte.gz", 2051)
    for name in ("train-images-idx3-ubyte", "train-images.idx3-ubyte.gz"):
        assert name in str(stop.value)


def test_more_images_than_mnist_has(tmp_path):
    """200000 of them, as in EMNIST; it takes half a second."""
    file = tmp_path / "images.gz"
    header = struct.pack(">4I", 2051, 200_000, 28, 28)
    file.write_bytes(gzip.compress(header + bytes(200_000 * 784), compresslevel=1))
    assert mnist_7().load_images(file).shape == (200_000, 784)


def test_several_members_and_zeros_behind_them(tmp_path):
    """Both are gzip."""
    file = tmp_path / "images.gz"
    parts = gzip.compress(IMAGES[:20]) + gzip.compress(IMAGES[20:])
    file.write_bytes(parts + bytes(8))
    assert idx.load_idx(file, 2051).tobytes() == IMAGES[16:]


@pytest.mark.parametrize("loader", LOADERS)
def test_images_of_two_sizes(loader, tmp_path):
    """One line, with both sizes; the same other size for both simply works."""
    folder = small_data(tmp_path)
    script = tmp_path / loader
    script.parent.mkdir()
    shutil.copy(ROOT / loader, script)
    with chapter_of(loader):
        assert runpy.run_path(str(script))["X_train"].shape[1] in (10, 11)
    for rows, columns in [(2, 4), (5, 2)]:
        other = struct.pack(">4I", 2051, 3, rows, columns) + bytes(3 * rows * columns)
        (folder / "t10k-images-idx3-ubyte.gz").write_bytes(gzip.compress(other))
        with chapter_of(loader), pytest.raises(OSError) as stop:
            runpy.run_path(str(script))
        assert str(stop.value) == (
            f"Images of two sizes in {folder}, please replace its files: "
            f"train-images-idx3-ubyte.gz has 2 x 5 pixels, "
            f"t10k-images-idx3-ubyte.gz {rows} x {columns}."
        )


OF_IMAGES = [
    script
    for script in [*SCRIPTS, *PICTURES, *CLAIM_SCRIPTS, *SOLUTIONS]
    if "import mnist as data" in source(script) or "thirty_five" in script
]


def other_mnist(root, chapter, images, labels):
    """A chapter's mnist with other images (m, rows, columns), from files under root."""
    folder, loader = root / "data" / "mnist", root / chapter / "mnist.py"
    folder.mkdir(parents=True)
    loader.parent.mkdir()
    shutil.copy(ROOT / chapter / "mnist.py", loader)
    for name, magic, array in [
        ("images-idx3", 2051, images),
        ("labels-idx1", 2049, labels),
    ]:
        header = struct.pack(f">{1 + array.ndim}I", magic, *array.shape)
        for part in ("train", "t10k"):
            file = folder / f"{part}-{name}-ubyte"
            file.write_bytes(header + array.tobytes())
    module = ModuleType("mnist")
    with chapter_of(f"{chapter}/mnist.py"):
        vars(module).update(runpy.run_path(str(loader)))
    return module


@pytest.mark.parametrize(
    "script, arguments",
    [
        ("07_final/handwriting.py", ["photo.png"]),
        ("07_final/plot_handwriting.py", ["photo.png", "picture.png"]),
        ("07_final/live_digit.py", ["picture.png"]),
        ("11_training/handwriting.py", ["photo.png"]),
        ("11_training/live_digit.py", ["picture.png"]),
    ],
)
def test_photos_beside_images_of_another_size(script, arguments, tmp_path, monkeypatch):
    """One line, before the training."""
    chapter = script.partition("/")[0]
    images, labels = np.zeros((30, 14, 14), np.uint8), np.arange(30, dtype=np.uint8)
    mnist = other_mnist(tmp_path, chapter, images, labels % 10)
    monkeypatch.setitem(KEPT[chapter], "mnist", mnist)
    monkeypatch.chdir(tmp_path)
    photo = np.full((200, 200), 255, np.uint8)
    photo[50:150, 90:110] = 0
    Image.fromarray(photo).save("photo.png")
    played = play(script, arguments=arguments)
    assert played.error.startswith("A photo becomes 28 x 28 pixels, but the MNIST here")
    assert not (tmp_path / "picture.png").exists()


@pytest.mark.parametrize("columns", [slice(0, 28, 2), slice(0, 28)])
@pytest.mark.parametrize("script", in_quick_run(OF_IMAGES, "07_final/plot_weights.py"))
def test_images_of_another_size(script, columns, tmp_path, monkeypatch):
    """14 x 14 works in all scripts, and 14 x 28 where no image is drawn.

    Up to three seconds each; a minute for all.
    """
    chapter = script.partition("/")[0]
    images = idx.load_idx(MNIST / "t10k-images-idx3-ubyte.gz", 2051)
    labels = idx.load_idx(MNIST / "t10k-labels-idx1-ubyte.gz", 2049)
    images = np.ascontiguousarray(images[:500, ::2, columns])
    mnist = other_mnist(tmp_path, chapter, images, labels[:500])
    monkeypatch.setitem(KEPT[chapter], "mnist", mnist)
    changes = {**SMALL, **SMALL_PICTURES}.get(script, {})
    if not changes and "iterations=" in source(script).partition("\nif __name__")[2]:
        changes = {"iterations": "3"}
    if "thirty_five" in script:
        changes |= {'FOLDER.parent / "data"': f"Path({str(tmp_path / 'data')!r})"}
    arguments = [tmp_path / "picture.png"] if "plot" in script else []
    played = play(script, changes, arguments)
    draws_images = "plot_image" in source(script)
    if "from photographs import" in source(script):
        assert re.match(r"A (digit of|photo becomes) .*28 x 28", played.error)
    elif draws_images and columns.step is None:
        assert played.error.startswith("An image of 392 pixels is no square.")
    else:
        assert played.error is None


def parse(content, magic):
    """An IDX file the slow and careful way: its array, or None if it is none."""
    n_dimensions = magic % 256
    if len(content) < 4 + 4 * n_dimensions:
        return None
    numbers = [
        int.from_bytes(content[i : i + 4], "big")
        for i in range(0, 4 + 4 * n_dimensions, 4)
    ]
    data = content[4 + 4 * n_dimensions :]
    size = 1
    for number in numbers[1:]:
        size *= number
    if numbers[0] != magic or size != len(data) or size == 0:
        return None
    return np.array(list(data), dtype=np.uint8).reshape(numbers[1:])


def unpack(content):
    """What is packed in a gzip file, or None if that is damaged."""
    try:
        return gzip.decompress(content)
    except (OSError, EOFError, zlib.error):
        return None


PLACES = st.integers(min_value=0, max_value=70)
DAMAGE = st.lists(
    st.one_of(
        st.tuples(st.just("set"), PLACES, st.integers(0, 255)),
        st.tuples(st.just("flip"), PLACES, st.integers(0, 7)),
        st.tuples(st.just("insert"), PLACES, st.binary(min_size=1, max_size=4)),
        st.tuples(st.just("delete"), PLACES, st.integers(1, 8)),
        st.tuples(st.just("cut"), PLACES, st.none()),
        st.tuples(
            st.just("number"),
            st.integers(0, 3),
            st.sampled_from([0, 1, 2, 10, 2**16, 2**31, 2**32 - 1]),
        ),
    ),
    min_size=1,
    max_size=3,
)


def damaged(content, damage):
    """The bytes with some damage done to them, one after another."""
    content = bytearray(content)
    for kind, place, value in damage:
        if kind == "number":
            content[4 * place : 4 * place + 4] = struct.pack(">I", value)
        elif kind == "insert":
            content[place:place] = value
        elif kind == "delete":
            del content[place : place + value]
        elif kind == "cut":
            del content[place:]
        elif place < len(content):
            content[place] = value if kind == "set" else content[place] ^ 1 << value
    return bytes(content)


@pytest.fixture(scope="module")
def idx_file(tmp_path_factory):
    """A file to be written again and again."""
    return tmp_path_factory.mktemp("fuzz") / "file.gz"


@pytest.mark.parametrize("n", [200, pytest.param(5000, marks=pytest.mark.slow)])
@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("magic", [2051, 2049])
def test_fuzzed_idx_files(magic, packed, n, idx_file):
    """800 damaged files in all, or 20000: the right array, or one clear line.

    Damaged before or after they are packed; the first slips past gzip's own check.
    """
    original = IMAGES if magic == 2051 else LABELS
    outcomes = []

    @settings(max_examples=n, database=None)
    @given(DAMAGE)
    def check(damage):
        if packed:
            content = damaged(gzip.compress(original, mtime=0), damage)
        else:
            content = gzip.compress(damaged(original, damage), compresslevel=0)
        idx_file.write_bytes(content)
        unpacked = unpack(content)
        expected = None if unpacked is None else parse(unpacked, magic)
        outcomes.append(expected is not None)
        try:
            found = idx.load_idx(idx_file, magic)
        except OSError as stop:
            assert expected is None
            assert str(stop).startswith(f"Cannot read {idx_file}, please replace it: ")
            assert "\n" not in str(stop)
        else:
            np.testing.assert_array_equal(found, expected, strict=True)

    check()
    assert len(outcomes) >= n
    assert n / 100 < sum(outcomes) < 0.98 * n  # both outcomes come up
