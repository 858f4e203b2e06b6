"""Photos of digits: what the steps make of them, and what the classifier reads.

The digits of the photos are MNIST's, or drawn here with a pen of any width.
"""

import re
import shutil
import warnings

import numpy as np
import pytest
from PIL import Image, ImageDraw

from conftest import train_fast
from project import load, play

pytestmark = pytest.mark.chapter("07_final")

hand = load("07_final/handwriting.py")
photographs = load("07_final/photographs.py")
claim = load("07_final/claim_normalised.py")
classifier = load("07_final/mnist_classifier.py")

SEVEN = [[(0.1, 0), (0.6, 0), (0.3, 1)]]
ONE_WITH_FOOT = [[(0.1, 0.25), (0.3, 0), (0.3, 1)], [(0.05, 1), (0.55, 1)]]
OPEN_FOUR = [[(0.1, 0), (0.05, 0.6), (0.6, 0.6)], [(0.42, 0.2), (0.4, 1)]]


def mnist():
    """The chapter's images, loaded when the first test asks for them."""
    return load("07_final/mnist.py")


def draw(lines, width=8, size=120, paper=255, ink=30):
    """A sheet (200, 240, 3) with lines of a pen that is so many pixels wide."""
    image = Image.new("L", (240, 200), paper)
    for line in lines:
        points = [(80 + size * x, 40 + size * y) for x, y in line]
        ImageDraw.Draw(image).line(points, fill=ink, width=width, joint="curve")
    return np.repeat(np.asarray(image, dtype=float)[:, :, np.newaxis], 3, axis=2)


def save(photo, file, **how):
    """Write an array as an image; returns the file."""
    Image.fromarray(np.clip(photo, 0, 255).astype(np.uint8)).save(file, **how)
    return file


@pytest.fixture(scope="module")
def photo():
    """A seven on a sheet."""
    return draw(SEVEN)


@pytest.fixture(scope="module")
def seven(photo):
    """What the steps make of it, if it comes from no file."""
    return hand.normalize(photo)


def test_the_form_of_mnist(seven):
    """20 pixels long, shades of grey, its center of mass in the center."""
    assert np.ptp(np.nonzero(seven)[0]) + 1 == 20
    assert seven.shape == (28, 28)
    assert (seven.min(), seven.max()) == (0, 255)
    assert np.any((seven > 0) & (seven < 255))
    for axis in np.indices(seven.shape):
        assert abs(np.average(axis, weights=seven) - 14) <= 0.5
    ours, theirs = [], []
    for digit in mnist().X_test[:50, 1:]:
        large = Image.fromarray(digit.reshape(28, 28).astype(np.uint8)).resize(
            (280,) * 2
        )
        ours.append(hand.center(hand.scale(hand.crop(np.asarray(large) > 127))))
        theirs.append(digit.reshape(28, 28))
    differences = np.abs(np.array(ours) - theirs)
    assert np.mean(differences) < 0.35 * np.mean(theirs)


def test_files_of_all_kinds(photo, seven, tmp_path):
    """Colour, grey, 16 bits, a palette, CMYK, transparent, turned by the phone."""
    image = Image.fromarray(photo.astype(np.uint8))
    grey = image.convert("L")
    ink = Image.merge(
        "LA", (Image.new("L", grey.size, 0), grey.point(lambda v: 255 - v))
    )
    white_ink = Image.merge("LA", (Image.new("L", grey.size, 255), ink.getchannel("A")))
    turned = Image.Exif()
    turned[0x0112] = 6
    sixteen = Image.fromarray((photo[:, :, 0] * 257).astype(np.uint16))
    files = {
        "colour.png": (image, {}),
        "grey.png": (grey, {}),
        "sixteen.png": (sixteen, {}),
        "palette.png": (image.convert("P"), {}),
        "one_bit.png": (grey.convert("1"), {}),
        "opaque.png": (image.convert("RGBA"), {}),
        "ink_on_nothing.png": (ink, {}),
        "white_ink_on_nothing.png": (white_ink, {}),
        "photo.jpg": (image, {"quality": 60}),
        "print.jpg": (image.convert("CMYK"), {}),
        "turned.jpg": (image.rotate(90, expand=True), {"exif": turned}),
        "turned.png": (image.rotate(90, expand=True), {"exif": turned}),
    }
    for name, (content, how) in files.items():
        content.save(tmp_path / name, **how)
        found = hand.normalize(hand.read_photo(tmp_path / name))
        assert np.mean(np.abs(found - seven)) < 8, name


def test_a_large_photo_is_read_small(photo, tmp_path):
    """12 megapixels; a small one is enlarged. Takes about a second."""
    large = Image.fromarray(photo.astype(np.uint8)).resize((4000, 3000))
    large.save(tmp_path / "large.jpg")
    assert hand.read_photo(tmp_path / "large.jpg").shape == (600, 800, 3)
    digit = 255 - mnist().X_test[0, 1:].reshape(28, 28)
    small = hand.read_photo(save(digit, tmp_path / "small.png"))
    assert small.shape == (200, 200, 3)
    found = hand.normalize(small).ravel()
    assert np.mean(np.abs(found - mnist().X_test[0, 1:])) < 12


@pytest.mark.parametrize("sign", [1, -1], ids=["ink", "chalk"])
def test_light_is_taken_out(sign, seven):
    """From one side, from the middle, and a shadow's edge; on paper and on a board."""
    y, x = np.mgrid[-1:1:200j, -1:1:240j][:, :, :, np.newaxis]
    lights = [50 * x, -50 * y, 30 * (x - y), -30 * (x**2 + y**2), 30 * np.tanh(9 * x)]
    rng = np.random.default_rng(0)
    for light in lights:
        sheet = draw(SEVEN, paper=128 + 60 * sign, ink=128 - 60 * sign) + light
        sheet = sheet + rng.normal(0, 6, sheet.shape)
        found = hand.normalize(sheet)
        assert np.mean(np.abs(found - seven)) < 8
    plane = draw([], paper=150) + 50 * x
    np.testing.assert_allclose(hand.take_out_light(plane), 0, atol=1e-6)


def test_only_the_digit_is_left(photo, seven):
    """Specks, squares on the paper, and the table at the margin are left out."""
    specks, squares, table = photo.copy(), photo.copy(), photo.copy()
    rng = np.random.default_rng(0)
    for row, column in rng.integers(5, 190, (20, 2)):
        specks[row : row + 3, column : column + 3] = 30
    squares[::16] = np.minimum(squares[::16], 190)
    squares[:, ::16] = np.minimum(squares[:, ::16], 190)
    table[:, :12] = table[-9:] = (90, 60, 30)
    for changed in (squares, table):
        assert np.mean(np.abs(hand.normalize(changed) - seven)) < 4
    ink = hand.leave_out_specks(hand.find_ink(hand.take_out_light(specks)))
    clean = hand.find_ink(hand.take_out_light(photo))
    assert np.sum(ink & ~clean) < 60  # those that touch the digit
    assert np.all(ink[clean])


def test_parts_of_a_digit_belong_together():
    """The two strokes of an open four that do not touch are both left."""
    four = [OPEN_FOUR[0], [(0.42, 0.2), (0.42, 0.5)], [(0.42, 0.7), (0.4, 1)]]
    ink = hand.find_ink(hand.take_out_light(draw(four)))
    np.testing.assert_array_equal(hand.leave_out_specks(ink), ink)


def test_a_thin_pen_is_not_pale():
    """Lines get a tenth of the digit's size, and a thick pen's stay as they are."""
    thin, normal = (hand.normalize(draw(SEVEN, width)) for width in (2, 13))
    assert np.sum(thin) > 0.6 * np.sum(normal)
    ink = hand.crop(hand.find_ink(hand.take_out_light(draw(SEVEN, 20))))
    np.testing.assert_array_equal(hand.thicken(ink), ink)


def test_a_sheet_without_a_digit():
    """White, black, grey, noisy, lit from one side, in shadow: no digit, no warning."""
    x = np.linspace(-1, 1, 240)[:, np.newaxis]
    rng = np.random.default_rng(0)
    for sheet in (
        255,
        0,
        140,
        140 + 60 * x,
        140 - 50 * x**2,
        140 + 40 * np.tanh(9 * x),
    ):
        for noise in (0, 4, 20):
            photo = np.full((200, 240, 3), 0.0) + sheet
            photo = np.clip(photo + rng.normal(0, noise, photo.shape), 0, 255)
            with warnings.catch_warnings(), pytest.raises(hand.InputError):
                warnings.simplefilter("error")
                hand.normalize(photo)


def photos_in(folder, photo):
    """Files of which two are photos of digits."""
    save(photo, folder / "a.png")
    save(draw(ONE_WITH_FOOT), folder / "b.png")
    save(draw([]), folder / "blank.png")
    (folder / "text.png").write_text("no image", encoding="utf-8")
    whole = save(photo, folder / "whole.jpg").read_bytes()
    (folder / "cut_off.jpg").write_bytes(whole[: len(whole) // 2])
    (folder / "folder.png").mkdir()


@pytest.mark.parametrize("chapter", ["07_final", "11_training"])
def test_a_line_for_each_photo(chapter, photo, tmp_path, monkeypatch):
    """The others get one, too, and the exit is an error. Trains twice for a second."""
    monkeypatch.chdir(tmp_path)
    photos_in(tmp_path, photo)
    script = f"{chapter}/handwriting.py"
    done = play(script, {"iterations": 3}, ["?.png", "whole.jpg"], m=1000)
    assert done.error is None
    lines = [line for line in done.lines if "perceptron" not in line]
    pattern = r"(\S+): \d \([\d.]+%\), or else \d \([\d.]+%\)"
    names = [re.fullmatch(pattern, line)[1] for line in lines[1:]]
    assert names == ["a.png", "b.png", "whole.jpg"]

    others = ["blank.png", "text.png", "cut_off.jpg", "folder.png", "missing.png"]
    done = play(script, {"iterations": 1}, ["a.png", *others], m=1000)
    assert done.error == f"Not read: {', '.join(others)}"
    assert [line for line in done.lines if line.startswith("a.png: ")]
    complaints = [line for line in done.progress.splitlines() if line[0] != "("]
    assert [line.split(": ")[0] for line in complaints] == others

    for none in ([], ["blank.png"]):
        done = play(script, {"iterations": 1}, none, m=1000)
        assert done.error.startswith("Name photos of digits")
        assert done.lines == []
    shutil.rmtree(tmp_path / "folder.png")


def test_kept_weights_are_used(photo, tmp_path, monkeypatch):
    """Chapter 11 reads those in the current folder, and does not train then."""
    monkeypatch.chdir(tmp_path)
    save(photo, tmp_path / "a.png")
    w1, w2 = load("11_training/neural_network.py").initialize_weights(784, 200, 10)
    w2[:, 3] += 1
    np.savez(tmp_path / "weights.npz", w1=w1, w2=w2)
    done = play("11_training/handwriting.py", {"iterations": 1}, ["a.png"], m=1000)
    assert done.lines[0] == "The network has learned before."
    assert done.lines[1].startswith("a.png: 3 (")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.png", "weights.npz"]


def test_which_name_is_the_picture(tmp_path, monkeypatch):
    """The last one, unless that would write over a photo. Takes a second."""
    monkeypatch.chdir(tmp_path)
    for name in ("photo.png", "other.png", "picture.png"):
        (tmp_path / name).touch()
    split = load("07_final/plot_handwriting.py").split_names
    assert split([]) == ([], [])
    assert split(["new.png"]) == ([], ["new.png"])
    assert split(["photo.png"]) == (["photo.png"], [])
    assert split(["photo.png", "new.svg"]) == (["photo.png"], ["new.svg"])
    assert split(["photo.png", "picture.png"]) == (["photo.png"], ["picture.png"])
    assert split(["photo.png", "other.png"]) == (["photo.png", "other.png"], [])
    assert split(["photo.png", "a.jpg"]) == (["photo.png", "a.jpg"], [])


def test_the_picture_of_the_steps(drawing):
    """Photo, distances, ink, digit, and its confidences. Takes 5 seconds."""
    done = drawing("07_final/plot_handwriting.py")
    photo = done.names["photos"]["made up"]
    image = done.names["images"]["made up"]
    shown = [np.asarray(ax.images[0].get_array()) for ax in done.axes[:5]]
    np.testing.assert_array_equal(shown[0], photo.astype(np.uint8))
    distances = np.linalg.norm(hand.take_out_light(photo), axis=2)
    np.testing.assert_allclose(shown[1], distances)
    np.testing.assert_array_equal(hand.thicken(hand.crop(shown[2])), shown[3])
    np.testing.assert_array_equal(shown[4], image)
    X = mnist().prepend_bias(image.reshape(1, 784))
    y_hat = classifier.forward(X, done.names["w"])[0]
    widths = [bar.get_width() for bar in done.axes[5].patches]
    assert widths == pytest.approx(list(y_hat))
    assert done.axes[5].get_ylabel() == f"read as {np.argmax(y_hat)}"


def shares(m, light, noise):
    """Shares of MNIST's digits, of raw photos, and of normalised ones, by kind."""
    w = train_fast(200, 1e-5)[0]
    rows = np.random.default_rng(1).permutation(len(mnist().X_test))[:m]
    found = []
    for i, kind in enumerate(photographs.KINDS):
        part = rows[i :: len(photographs.KINDS)]
        digits, rng = mnist().X_test[part, 1:], np.random.default_rng(i)
        photos = claim.take_photos(digits, kind, light, noise, rng)
        guesses = [
            classifier.classify(np.insert(way, 0, 1, axis=1), w)
            for way in (digits, *photos)
        ]
        found.append(
            [np.mean(guess == mnist().Y_test[part]) * 100 for guess in guesses]
        )
    return np.array(found)


@pytest.mark.slow
def test_photos_are_read_as_well_as_mnist():
    """A thousand, and some without light and noise. Takes a minute."""
    found = shares(1002, light=50, noise=6)
    mnist_share, raw, normalised = np.mean(found, axis=0)
    assert abs(normalised - mnist_share) < 1.5
    assert raw < 30
    assert np.min(found[:, 2]) > normalised - 5
    even = shares(300, light=0, noise=0)[:, 2]
    uneven = shares(300, light=50, noise=6)[:, 2]
    assert abs(np.mean(even) - np.mean(uneven)) < 1.5


@pytest.mark.slow
def test_what_the_readme_says_of_drawn_digits():
    """A pen of any width: upright digits are read; a two that leans is an eight."""
    w = train_fast(200, 1e-5)[0]
    angles = np.radians(np.linspace(190, 395, 40))
    arc = np.column_stack((0.3 + 0.27 * np.cos(angles), 0.28 + 0.28 * np.sin(angles)))
    two = [[*map(tuple, arc), (0.03, 1), (0.6, 1)]]
    leaning = [[(x - 0.2 * (y - 0.5), y) for x, y in line] for line in two]
    digits = (7, SEVEN), (1, ONE_WITH_FOOT), (4, OPEN_FOUR), (2, two), (8, leaning)
    for width in (3, 8, 14):
        for digit, lines in digits:
            image = hand.normalize(draw(lines, width))
            X = mnist().prepend_bias(image.reshape(1, 784))
            assert classifier.classify(X, w).item() == digit, (width, digit)


@pytest.mark.slow
def test_the_claim_shows_its_figures(output):
    """The table's last line, as the readme has it. Takes 20 seconds."""
    lines = output("07_final/claim_normalised.py")
    assert [float(n) for n in lines[-1].split()[1:]] == [93.3, 11.0, 92.7]
