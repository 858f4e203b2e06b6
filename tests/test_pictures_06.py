"""What the pictures of chapter 6 show."""

import gzip
import re

import matplotlib.pyplot as plt
import numpy as np
import pytest

from project import ROOT, load

RANDOM = "06_real/plot_random_digits.py"
ONE = "06_real/plot_one_digit.py"


def read(name, header, shape):
    """The bytes of one of the training files, behind its header."""
    content = gzip.decompress((ROOT / f"data/mnist/train-{name}-ubyte.gz").read_bytes())
    return np.frombuffer(content, np.uint8, offset=header).reshape(shape)


@pytest.fixture(scope="module")
def images():
    """The training images as the file has them, (60000, 28, 28)."""
    return read("images-idx3", header=16, shape=(-1, 28, 28))


@pytest.fixture(scope="module")
def labels():
    """The digits 0 to 9 that the training images show, (60000,)."""
    return read("labels-idx1", header=8, shape=-1)


def shown(figure):
    """The pixels of the images that a picture shows, (n, 28, 28)."""
    found = [image.get_array() for ax in figure.axes for image in ax.images]
    assert len(found) == len(figure.axes)
    return np.array(found)


@pytest.fixture
def two_sheets():
    """A function that draws six of eight images for a seed, and gives their pixels."""
    script = load(RANDOM)
    X = np.random.default_rng(0).integers(0, 256, size=(8, 785))

    def draw(*seeds):
        for seed in seeds:
            script.plot_random_digits(X, np.ones((8, 1), int), 2, 3, seed)
            yield shown(plt.gcf())
            plt.close()

    return draw


def test_random_digits_have_their_labels(drawing, images, labels):
    """Every image is one of the data set, drawn once, and above it is its label."""
    figure = drawing(RANDOM).figure
    index = {image.tobytes(): i for i, image in enumerate(images)}
    found = [index[pixels.astype(np.uint8).tobytes()] for pixels in shown(figure)]
    titles = [ax.get_title() for ax in figure.axes]
    assert titles == [str(label) for label in labels[found]]
    assert len(set(found)) == len(found) == 60
    assert set(titles) == set("0123456789")


def test_fives_have_a_thick_frame(drawing):
    """All of them, and no other digit, on all four sides."""
    for ax in drawing(RANDOM).figure.axes:
        widths = {spine.get_linewidth() for spine in ax.spines.values()}
        assert (min(widths) > 3) == (max(widths) > 3) == (ax.get_title() == "5")


def test_a_seed_chooses_the_digits(two_sheets):
    """The same seed the same ones, another seed others; none of them twice."""
    one, same, other = two_sheets(1, 1, 2)
    assert np.array_equal(one, same)
    assert not np.array_equal(one, other)
    assert len(np.unique(one, axis=0)) == len(np.unique(other, axis=0)) == 6


def test_one_digit_shows_nothing_but_fives(drawing, images, labels):
    """The first fives of the data set, in its order."""
    pixels = shown(drawing(ONE).figure)
    assert len(pixels) == 80
    assert np.array_equal(pixels, images[labels == 5][:80])


def test_no_two_fives_are_the_same(drawing, images, labels):
    """In the whole data set; the title counts those drawn and those that there are."""
    fives = images[labels == 5]
    assert len({five.tobytes() for five in fives}) == len(fives)
    figure = drawing(ONE).figure
    numbers = re.findall(r"\d+", figure.get_suptitle())
    assert numbers == [str(len(figure.axes)), str(len(fives)), "5"]


@pytest.mark.parametrize("script", [RANDOM, ONE])
def test_ink_is_black_on_white_paper(script, drawing):
    """The same grey for the same pixel in all images, and no grid over them."""
    for ax in drawing(script).figure.axes:
        (image,) = ax.images
        assert image.get_clim() == (0, 255)
        assert image.cmap(0)[:3] == (1, 1, 1)
        assert image.cmap(255)[:3] == (0, 0, 0)
        assert ax.get_xticks().size == ax.get_yticks().size == 0
