"""From the photo of a digit to an image that MNIST could have, in small steps.

MNIST's digits were brought to one size and moved to the center (LeCun, Cortes and
Burges, "The MNIST database of handwritten digits"), so a photo has to be, too. Photos
are arrays (rows, columns, 3) of red, green and blue, in grey levels from 0 to 255.
"""

from terminal import InputError

import contextlib
import glob
import sys
import warnings
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter, ImageOps

with contextlib.suppress(ImportError):
    from pillow_heif import register_heif_opener

    register_heif_opener()

LENGTHS = (200, 800)  # pixels: the shortest and the longest that a photo is read in
MAX_PIXELS = 120e6  # that are unpacked; JPEG can be unpacked smaller
PAPER_COLORS = 2.5  # median distances from the paper's color that are still paper
MIN_CONTRAST = 20  # grey levels between paper and ink
MAX_LIGHT = 0.25  # median distance from the paper's color, where the ink's is 1
MAX_NOISE = 0.08  # median difference of neighboring pixels, likewise
MIN_DIGIT = 1 / 1000  # of the photo's area
MIN_PART = 1 / 20  # of the area of a digit's largest part
MIN_STROKE = 1 / 10  # of the digit's length
DIGIT_LENGTH = 20  # pixels, of MNIST's 28
SPREAD = 4.5  # pixels: a straightened digit's standard deviation
SURE = 0.9  # confidence from which on no second digit is named

NO_DIGIT = "No digit to be seen: nothing stands out from the paper."
EXPORT = (
    "iPhones write HEIC. Export it as JPEG, or install what reads it: "
    "python3 -m pip install pillow-heif"
)
Image.MAX_IMAGE_PIXELS = None  # Pillow's limit comes before a JPEG can be made smaller.


def open_image(filename):
    """Pillow's image in a file, upright, as RGBA. Raises what Pillow does, of any kind.

    Numbers of 16 or 32 bits are scaled: the least becomes black, the largest white.
    """
    with Image.open(filename) as image:
        image.draft("RGB", (2 * LENGTHS[1], 2 * LENGTHS[1]))  # of JPEG, if it is larger
        if image.width * image.height > MAX_PIXELS:
            raise ValueError(f"{image.width} x {image.height} pixels are too many.")
        if image.mode.startswith(("I", "F")):
            values = np.nan_to_num(np.asarray(image, dtype=float), posinf=0, neginf=0)
            values = (values - np.min(values)) / max(np.ptp(values), 1e-300)
            return Image.fromarray((255 * values).astype(np.uint8)).convert("RGBA")
        image.load()
        with contextlib.suppress(Exception):  # Damaged metadata: it stays as it is.
            image = ImageOps.exif_transpose(image)
        if image.mode == "CMYK":
            image = image.convert("RGB")
        return image.convert("RGBA")


def read_photo(filename):
    """A photo (rows, columns, 3), 200 to 800 pixels long.

    It is blurred a little, against noise. Ink on a transparent ground becomes black on
    white. Raises InputError if the file cannot be read, whatever is wrong with it.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of metadata: the picture may be sound
            image = open_image(filename)
    except Exception as error:
        reason = getattr(error, "strerror", None) or error
        if str(filename).lower().endswith((".heic", ".heif")):
            reason = EXPORT
        raise InputError(f"Cannot be read as an image: {reason}") from None
    length = int(np.clip(max(image.size), *LENGTHS))
    image = ImageOps.contain(image, (length, length)).filter(ImageFilter.BoxBlur(1))
    photo = np.asarray(image, dtype=float)
    colors, opacity = photo[:, :, :3], photo[:, :, 3:] / 255
    if np.median(opacity) < 0.5:
        colors = 0
    return colors * opacity + 255 * (1 - opacity)


def subtract_background(photo):
    """The photo minus its paper, in its shape: where there is only paper it is near 0.

    Light is never even. A plane is fitted to each of the three colors by least squares,
    as in chapter 4; with the squares of x and y it may bend, too. The gradient is 0
    where X.T @ X @ w is X.T @ Y, and that is solved at once. What is far off the plane
    is no paper, and is left out when it is fitted again.
    """
    rows, columns, n_colors = photo.shape
    y, x = np.indices((rows, columns)).reshape(2, -1) / max(rows, columns)
    X = np.column_stack((np.ones(rows * columns), x, y, x * x, x * y, y * y))
    Y = photo.reshape(rows * columns, n_colors)
    X_few, Y_few = X[::7], Y[::7]  # every seventh pixel says as much, and sooner
    distances = np.linalg.norm(Y_few - np.median(Y_few, axis=0), axis=1)
    for _ in range(5):
        is_paper = distances <= PAPER_COLORS * np.median(distances) + 1
        paper = X_few[is_paper]
        w = np.linalg.pinv(paper.T @ paper) @ paper.T @ Y_few[is_paper]
        distances = np.linalg.norm(Y_few - X_few @ w, axis=1)
    return (Y - X @ w).reshape(photo.shape)


def threshold(differences):
    """Where ink is, True or False (rows, columns), from what subtract_background gives.

    Ink differs most from the paper, be it dark, colored, or chalk on a board; but what
    touches the margin may be a shadow. The ink's mean color is one end of a scale, the
    paper's the other; what is past the middle is ink. The new ink has another mean, so
    that is done again. Raises InputError if the light and the noise on the paper differ
    nearly as much.
    """
    distances = np.linalg.norm(differences, axis=2)
    if np.max(distances) < MIN_CONTRAST:
        raise InputError(NO_DIGIT)
    is_ink = largest_components(distances >= np.max(distances) / 2)
    for _ in range(5):
        color = np.mean(differences[is_ink], axis=0)
        amounts = differences @ color / (color @ color)
        is_ink = amounts > 0.5
    light, noise = np.median(np.abs(amounts)), np.median(np.abs(np.diff(amounts)))
    if light > MAX_LIGHT or noise > MAX_NOISE:
        raise InputError(NO_DIGIT)
    return is_ink


def dilate(values):
    """For each pixel the largest of its value and those of the eight around it."""
    padded = np.pad(values, 1)
    columns = np.maximum(np.maximum(padded[:-2], padded[1:-1]), padded[2:])
    return np.maximum(np.maximum(columns[:, :-2], columns[:, 1:-1]), columns[:, 2:])


def largest_components(is_ink):
    """The ink (rows, columns) without specks, and without what touches the margin.

    Connected pixels are a component: each takes over the largest number around it,
    until all of a component have the same. What touches the margin is the table or
    another sheet, if there is a digit besides.
    """
    padded = np.pad(is_ink, 1)
    pixels = np.flatnonzero(padded)
    numbers = np.arange(len(pixels) + 1)  # 0 is paper
    places = np.zeros(padded.size, dtype=int)
    places[pixels] = numbers[1:]
    row = padded.shape[1]
    around = [down + right for down in (-row, 0, row) for right in (-1, 0, 1)]
    neighbors = places[np.add.outer(around, pixels)]
    before = None
    while not np.array_equal(numbers, before):
        before = numbers
        numbers = np.append(0, np.max(numbers[neighbors], axis=0))
        numbers = numbers[numbers]
    sizes = np.bincount(numbers)
    sizes[0] = 0
    numbers = numbers[places].reshape(padded.shape)[1:-1, 1:-1]
    inner = sizes.copy()
    inner[[*numbers[0], *numbers[-1], *numbers[:, 0], *numbers[:, -1]]] = 0
    if np.max(inner) > is_ink.size * MIN_DIGIT:
        sizes = inner
    return sizes[numbers] > np.max(sizes) * MIN_PART


def crop(is_ink):
    """The part of the ink (rows, columns) that is not empty."""
    rows = np.flatnonzero(is_ink.any(axis=1))
    columns = np.flatnonzero(is_ink.any(axis=0))
    return is_ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def thicken(is_ink):
    """The ink with lines at least a tenth of the digit's length thick, as in MNIST.

    A line has twice its length of pixels along its sides, so twice its area divided by
    those is its thickness. A thin pen would be a pale shade when it is scaled.
    """
    thickness = max(is_ink.shape) * MIN_STROKE
    is_ink = np.pad(is_ink, int(thickness))
    while 2 * np.sum(is_ink) < thickness * np.sum(dilate(is_ink) & ~is_ink):
        is_ink = dilate(is_ink)
    return crop(is_ink)


def scale(is_ink):
    """Shades from 0 to 255, 20 pixels along the longer side, averaged over areas."""
    shrink = max(is_ink.shape) / DIGIT_LENGTH
    rows, columns = np.ceil(np.divide(is_ink.shape, shrink)).astype(int)
    image = Image.fromarray(np.where(is_ink, 255, 0).astype(np.uint8))
    return np.asarray(image.resize((columns, rows), Image.BOX))


def center(digit):
    """An image (28, 28) whose middle is the digit's center of mass, as in MNIST."""
    image = np.zeros((28, 28))
    corner = []
    for n, positions in zip(digit.shape, np.indices(digit.shape), strict=True):
        center_of_mass = np.average(positions, weights=digit)
        corner.append(int(np.clip(np.round(14 - center_of_mass), 0, 28 - n)))
    top, left = corner
    image[top : top + digit.shape[0], left : left + digit.shape[1]] = digit
    return image


def normalize(photo):
    """An image (28, 28), as MNIST would have it. Raises InputError without a digit."""
    is_ink = largest_components(threshold(subtract_background(photo)))
    return center(scale(thicken(crop(is_ink))))


def transform(images, centers, matrices):
    """Images (m, 28, 28) turned, slanted or stretched, with the centers in the middle.

    The pixel that is (y, x) away from the middle is looked up in the old image at its
    center (m, 2) plus matrix (m, 2, 2) @ (y, x): between the four pixels around that.
    """
    places = matrices @ (np.indices((28, 28)).reshape(2, -1) - 13.5)
    places = np.clip(places + centers[:, :, np.newaxis] + 1, 0, 28.99)
    corners = places.astype(int)
    down, right = np.moveaxis(places - corners, 1, 0)
    padded = np.pad(images, ((0, 0), (1, 1), (1, 1))).ravel()
    first = np.arange(0, padded.size, 30 * 30)[:, np.newaxis]
    upper_left = first + 30 * corners[:, 0] + corners[:, 1]

    def row(start):
        left_pixels, right_pixels = padded[start], padded[start + 1]
        return left_pixels + right * (right_pixels - left_pixels)

    upper, lower = row(upper_left), row(upper_left + 30)
    return (upper + down * (lower - upper)).reshape(-1, 28, 28)


def straighten(images, changes=((1, 0), (0, 1))):
    """Digits (m, 28, 28) upright and alike in size: an image of floats for each.

    The moments of a digit's ink, its center of mass and the variances of x and y around
    it, do not mind a flag or a tail as much as a box does. Where x grows with y the
    digit is slanted, and each row is moved back. Then height and width, as standard
    deviations, go half of the way to one size. Changes, (2, 2) or (m, 2, 2), are done
    to the result, such as turning it: see transform.
    """
    y, x = np.indices((28, 28)).reshape(2, -1)
    ink = images.reshape(-1, 784) / np.maximum(np.sum(images, axis=(1, 2)), 1)[:, None]
    moments = np.column_stack((y, x, y * y, x * y, x * x))
    mean_y, mean_x, yy, xy, xx = (ink @ moments).T
    pixel = 1 / 12  # the variance of a pixel's own area
    height = yy - mean_y**2 + pixel
    slant = (xy - mean_x * mean_y) / height
    width = xx - mean_x**2 + pixel - slant**2 * height
    size = np.sqrt((height + width) / 2)

    matrices = np.zeros((len(images), 2, 2))
    matrices[:, 0, 0] = np.sqrt(np.sqrt(height) * size) / SPREAD
    matrices[:, 1, 1] = np.sqrt(np.sqrt(width) * size) / SPREAD
    matrices[:, 1, 0] = slant * matrices[:, 0, 0]
    return transform(images, np.column_stack((mean_y, mean_x)), matrices @ changes)


def straighten_rows(X, changes=((1, 0), (0, 1))):
    """Straightened digits as rows (m, 784) of pixels from 0 to 1, in single precision.

    X is (m, 784), from 0 to 255. A hundred at a time: they fit into the cache.
    """
    n_blocks = 1 + len(X) // 100
    blocks = np.array_split(X.reshape(-1, 28, 28), n_blocks)
    changes = np.array_split(np.broadcast_to(changes, (len(X), 2, 2)), n_blocks)
    rows = [straighten(*pair) / 255 for pair in zip(blocks, changes, strict=True)]
    return np.concatenate(rows, dtype=np.float32).reshape(-1, 784)


def check_size(n_pixels):
    """Raise InputError if images of so many pixels are not of normalize's size."""
    if n_pixels != 28 * 28:
        raise InputError(
            "A photo becomes 28 x 28 pixels, but the MNIST here has others."
        )


def printable(text):
    """The text as the terminal can show it: other characters become escapes."""
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)


def file_names(script):
    """The names behind the script's on the command line; in a session, none."""
    return sys.argv[1:] if Path(sys.argv[0]).name == script else []


def read_digits(arguments):
    """The image (28, 28) of each photo, by file, and a list of those without a digit.

    What is wrong with those is printed. An argument is a file, or a pattern such as
    *.jpg. Raises InputError if no photo is left.
    """
    digits, others = {}, []
    for argument in arguments:
        files = [] if Path(argument).exists() else sorted(glob.glob(argument))
        for filename in files or [argument]:
            try:
                digits[filename] = normalize(read_photo(filename))
            except InputError as error:
                others.append(filename)
                print(f"{printable(filename)}: {error}", file=sys.stderr)
    if not digits:
        raise InputError("Name photos of digits, such as: python3 handwriting.py 7.jpg")
    return digits, others


def answer(confidences):
    """In words: the digit that ten confidences (10,) name, or two if they are close."""
    second, first = np.argsort(confidences)[-2:]
    if confidences[first] >= SURE:
        return f"{first} ({confidences[first]:.0%})"
    return (
        f"{first} ({confidences[first]:.0%}), or else "
        f"{second} ({confidences[second]:.0%})"
    )
