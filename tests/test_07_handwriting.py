"""Photos of digits: which files are read, what the steps make of them, the answers.

The digits are drawn here, with a pen of any width.
"""

import numpy as np
import pytest
from PIL import Image, ImageDraw

from project import load, play

photo = load("07_final/photo.py")
data = load("07_final/mnist.py", m=300)

SEVEN = [(90, 40), (150, 40), (115, 160)]
Y, X = np.mgrid[-1:1:200j, -1:1:240j][:, :, :, np.newaxis]


def draw(points=SEVEN, width=10, paper=250, ink=30):
    """A sheet of 240 x 200 pixels with a line of a pen that is width pixels wide."""
    image = Image.new("RGB", (240, 200), (paper,) * 3)
    ImageDraw.Draw(image).line(points, fill=(ink,) * 3, width=width, joint="curve")
    return image


IMAGE = draw()
SEVEN_SEEN = photo.normalize(np.asarray(IMAGE, float))
EXIF = Image.Exif()
EXIF[0x0112] = 6  # A phone notes that the photo is turned.
GREY = IMAGE.convert("L")
INK = Image.merge("LA", (Image.new("L", GREY.size, 0), GREY.point(lambda v: 255 - v)))
WHITE_INK = Image.merge("LA", (Image.new("L", GREY.size, 255), INK.getchannel("A")))
VALUES = np.asarray(GREY)


@pytest.mark.parametrize(
    "name, image, options",
    [
        ("color.png", IMAGE, {}),
        ("ink_on_nothing.png", INK, {}),
        ("white_ink_on_nothing.png", WHITE_INK, {}),
        ("photo.jpg", IMAGE, {"quality": 60}),
        ("print.jpg", IMAGE.convert("CMYK"), {}),
        ("turned.jpg", IMAGE.rotate(90, expand=True), {"exif": EXIF}),
        ("damaged.jpg", IMAGE, {"exif": b"Exif\0\0II*\0\x08\0\0\0\xff\xff"}),
        ("sixteen.png", Image.fromarray(VALUES.astype(np.uint16) * 257), {}),
        ("integers.tif", Image.fromarray(VALUES.astype(np.int32) * 9999 - 5), {}),
        ("floats.tif", Image.fromarray(VALUES.astype(np.float32) / 255), {}),
        ("a $x^ name$ [1].png", IMAGE, {}),
        ("å\u4e2d.png", IMAGE, {}),
    ],
)
def test_files_of_all_kinds(name, image, options, tmp_path):
    """The same seven is in each."""
    image.save(tmp_path / name, **options)
    digits, others = photo.read_digits([str(tmp_path / name)])
    assert others == []
    assert np.mean(np.abs(digits[str(tmp_path / name)] - SEVEN_SEEN)) < 8


def test_a_large_photo_is_read_small(tmp_path, monkeypatch):
    """JPEG is scaled while it is read; what cannot be is refused, not unpacked."""
    for name in ("large.jpg", "large.png"):
        IMAGE.resize((3600, 3600)).save(tmp_path / name)
    assert photo.read_photo(tmp_path / "large.jpg").shape == (800, 800, 3)
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", 5e6)
    with pytest.raises(photo.InputError, match="12960000 pixels"):
        photo.read_photo(tmp_path / "large.png")


@pytest.mark.parametrize("light", [50 * X, -30 * (X**2 + Y**2), 60 * (Y < -0.7)])
@pytest.mark.parametrize("sign", [1, -1], ids=["ink", "chalk"])
def test_light_is_taken_out(sign, light):
    """From one side, the middle, or past a shadow, with noise; on paper and board."""
    sheet = np.array(draw(paper=128 + 60 * sign, ink=128 - 60 * sign), float) + light
    sheet += np.random.default_rng(0).normal(0, 6, sheet.shape)
    assert np.mean(np.abs(photo.normalize(sheet) - SEVEN_SEEN)) < 8


@pytest.mark.parametrize("noise", [0, 4, 20])
@pytest.mark.parametrize("light", [0, 60 * X, -50 * X**2, 40 * np.tanh(9 * X)])
def test_a_sheet_without_a_digit(light, noise):
    """White, lit from one side, in shadow, noisy."""
    sheet = np.full((200, 240, 3), 140.0) + light
    sheet += np.random.default_rng(0).normal(0, noise, sheet.shape)
    with pytest.raises(photo.InputError, match="No digit"):
        photo.normalize(np.clip(sheet, 0, 255))


def test_only_the_digit_is_left():
    """Specks, and the table at the margin, go; two parts of a digit stay."""
    sheet = np.array(draw(), float)
    sheet[20:24, 20:24] = sheet[:, :12] = 30
    sheet[170:175, 60:180] = 30
    ink = photo.largest_components(photo.threshold(photo.subtract_background(sheet)))
    assert not ink[:30, :30].any() and not ink[:, :12].any()
    assert ink[172, 100] and ink[40, 100]


def test_the_form_of_mnist():
    """20 pixels long, in the center; thin lines become a tenth of that thick."""
    assert np.ptp(np.nonzero(SEVEN_SEEN)[0]) + 1 == 20
    y, x = (np.average(axis, weights=SEVEN_SEEN) for axis in np.indices((28, 28)))
    assert max(abs(y - 14), abs(x - 14)) <= 0.5
    drawn = [np.asarray(draw(width=width), float) for width in (2, 14)]
    thin, thick = map(photo.normalize, drawn)
    assert np.sum(thin) > 0.6 * np.sum(thick)


@pytest.mark.parametrize("slant, size", [(-0.4, 0.9), (0.4, 1.2)])
def test_straightening_undoes_slant_and_size(slant, size):
    """A slanted, smaller or larger digit comes out as it does if it is upright."""
    X, change = data.X_test[:50, 1:], ((size, 0), (slant, size))
    straight, changed = photo.straighten_rows(X), photo.straighten_rows(X, change)
    again = photo.straighten_rows(255 * changed)
    assert np.mean(np.abs(again - straight)) < np.mean(np.abs(changed - straight)) / 2


def test_two_are_named_if_they_are_close():
    """Below 90 %."""
    assert photo.answer(np.array([0.95, 0.05])) == "0 (95%)"
    assert photo.answer(np.array([0.4, 0.6])) == "1 (60%), or else 0 (40%)"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The current folder, with two photos and three files that cannot be read."""
    monkeypatch.chdir(tmp_path)
    IMAGE.save("a.png")
    draw([(120, 40), (120, 160)]).save("b$1$.png")
    draw(ink=250).save("blank.png")
    (tmp_path / "text.heic").write_text("no image", encoding="utf-8")
    (tmp_path / "cut_off.png").write_bytes((tmp_path / "a.png").read_bytes()[:200])
    return tmp_path


@pytest.mark.parametrize("chapter", ["07_final", "11_training"])
def test_a_line_for_each_photo(chapter, folder):
    """The others get one, too, and the exit is an error."""
    script, changes = f"{chapter}/handwriting.py", {"epochs=20": "epochs=3"}
    done = play(script, changes, m=1000, arguments=["?.png", "b$1$.png"])
    lines = [line for line in done.lines if line.startswith(("a.png: ", "b$1$.png: "))]
    assert [line.split(" (")[0] for line in lines] == ["a.png: 7", "b$1$.png: 1"]
    done = play(script, changes, m=100, arguments=["*.*", "missing.png"])
    for name in ("blank.png", "cut_off.png", "missing.png", "text.heic"):
        assert f"{name}: " in done.error
    assert "pillow-heif" in done.error
    assert "Name photos of digits" in play(script, changes, m=100).error


def test_no_photo_is_written_over(folder):
    """The last name is the picture's if it is free, or holds a picture already."""
    script = "07_final/plot_handwriting.py"
    done = play(script, {"epochs=5": "epochs=1"}, m=300, arguments=["b$1$.png"])
    assert done.figure.axes[0].get_ylabel() == "b$1$.png"
    is_picture = load(script).is_picture
    done.figure.savefig(folder / "old.png", dpi=10)
    (folder / "old.pdf").touch()
    assert not any(is_picture(name) for name in ("a.png", "text.heic"))
    assert all(is_picture(name) for name in ("new.png", "old.png", "old.pdf"))
