"""From the photo of a digit to an image that MNIST could have, in small steps.

MNIST's digits were brought to one size and moved to the center (LeCun, Cortes, Burges:
The MNIST database of handwritten digits), so a photo has to be, too. Photos are arrays
(rows, columns, 3) of red, green and blue, from 0 to 255.
"""

from terminal import IS_PROGRAM, InputError

import contextlib
import glob
import math
import sys
import warnings
from pathlib import Path

import numpy as np
from PIL import Image, ImageFilter, ImageOps

with contextlib.suppress(ImportError):
    from pillow_heif import register_heif_opener

    register_heif_opener()
if IS_PROGRAM and sys.stdout:  # A file's name may have what a terminal cannot show.
    sys.stdout.reconfigure(errors="backslashreplace")

LENGTHS = (200, 800)  # pixels: the shortest and the longest that a photo is read in
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
EXPORT = "iPhones write HEIC. Export JPEG, or run: python3 -m pip install pillow-heif"
Image.MAX_IMAGE_PIXELS = 120e6  # Pillow refuses an image of more than twice as many.


def read_photo(filename):
    """A photo (rows, columns, 3), 200 to 800 pixels long, blurred against noise.

    Of 16 or 32 bits a pixel, the least becomes black, the largest white; ink on a
    transparent ground, black on white. Raises InputError if it cannot be read.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of metadata: the picture may be sound
            with Image.open(filename) as image:
                image.draft("RGB", (1600, 1600))  # A larger JPEG is read smaller.
                image.load()
                if image.mode.startswith(("I", "F")):
                    values = np.asarray(image, dtype=float)
                    values = (values - np.min(values)) / np.ptp(values)
                    image = Image.fromarray((255 * values).astype(np.uint8))
                with contextlib.suppress(Exception):  # Damaged metadata.
                    image = ImageOps.exif_transpose(image)
                image = image.convert("RGBA")
    except Exception as error:
        is_heic = str(filename).lower().endswith((".heic", ".heif"))
        reason = EXPORT if is_heic else getattr(error, "strerror", None) or error
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

    A plane that may bend, as light does, is fitted to each color by least squares (the
    gradient is 0). What is far off it is no paper, and is left out of the next fit.
    """
    rows, columns, n_colors = photo.shape
    y, x = np.indices((rows, columns)).reshape(2, -1) / max(rows, columns)
    X = np.column_stack((np.ones(rows * columns), x, y, x * x, x * y, y * y))
    Y = photo.reshape(-1, n_colors)
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

    Ink is what is past the middle between the paper's color and the ink's mean color.
    Raises InputError if light and noise on the paper differ nearly as much.
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


def largest_components(is_ink):
    """The ink (rows, columns) without specks, and without what touches the margin.

    Each pixel takes over the largest number around it, until all of a component have
    the same. What touches the margin is the table, if there is a digit besides.
    """
    padded = np.pad(is_ink, 1)
    pixels = np.flatnonzero(padded)
    numbers = np.zeros(padded.size, dtype=int)  # 0 is paper
    numbers[pixels] = pixels
    row = padded.shape[1]
    around = [down + right for down in (-row, 0, row) for right in (-1, 0, 1)]
    neighbors = np.add.outer(around, pixels)
    before = None
    while not np.array_equal(numbers[pixels], before):
        before = numbers[pixels]
        numbers[pixels] = np.max(numbers[neighbors], axis=0)
        numbers[pixels] = numbers[numbers[pixels]]  # and that pixel's: fewer rounds
    sizes = np.bincount(numbers[pixels], minlength=padded.size)
    numbers = numbers.reshape(padded.shape)[1:-1, 1:-1]
    inner = sizes.copy()
    inner[[*numbers[0], *numbers[-1], *numbers[:, 0], *numbers[:, -1]]] = 0
    if np.max(inner) > is_ink.size * MIN_DIGIT:
        sizes = inner
    return sizes[numbers] > np.max(sizes) * MIN_PART


def thicken(ink):
    """The ink, Pillow's image, with lines at least a tenth of its length thick."""
    # A line has twice its length of pixels along its sides, so twice its area divided
    # by those is its thickness.
    thickness = max(ink.size) * MIN_STROKE
    ink = ImageOps.expand(ink, int(thickness))
    while True:
        thicker = ink.filter(ImageFilter.MaxFilter(3))
        area = ink.histogram()[255]
        if 2 * area >= thickness * (thicker.histogram()[255] - area):
            return ink.crop(ink.getbbox())
        ink = thicker


def center(ink):
    """An image (28, 28): the ink 20 pixels long, its center of mass in the middle."""
    shrink = max(ink.size) / DIGIT_LENGTH
    columns, rows = (math.ceil(length / shrink) for length in ink.size)
    digit = np.asarray(ink.resize((columns, rows), Image.Resampling.BOX))
    y, x = (np.average(axis, weights=digit) for axis in np.indices(digit.shape))
    top = int(np.clip(np.round(14 - y), 0, 28 - rows))
    left = int(np.clip(np.round(14 - x), 0, 28 - columns))
    image = np.zeros((28, 28))
    image[top : top + rows, left : left + columns] = digit
    return image


def normalize(photo):
    """An image (28, 28), as MNIST would have it. Raises InputError without a digit."""
    is_ink = largest_components(threshold(subtract_background(photo)))
    ink = Image.fromarray(np.where(is_ink, 255, 0).astype(np.uint8))
    return center(thicken(ink.crop(ink.getbbox())))


def straighten(images, changes=((1, 0), (0, 1))):
    """Digits (m, 28, 28) upright and alike in size: an image of floats for each.

    The moments of the ink, center of mass and variances, mind a tail less than a box.
    Where x grows with y the digit is slanted, and each row is moved back. Height and
    width, as standard deviations, go half of the way to one size. Changes, (2, 2) or
    (m, 2, 2), such as turning it, come last.
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

    # A pixel is looked up in the old image, between four pixels, at the center of mass
    # plus its matrix @ its place (y, x) from the middle.
    middles = np.column_stack((mean_y, mean_x))[:, :, np.newaxis]
    places = matrices @ changes @ (np.stack((y, x)) - 13.5) + middles + 1
    places = np.clip(places, 0, 28.99)
    corners = places.astype(int)
    down, right = np.moveaxis(places - corners, 1, 0)
    padded = np.pad(images, ((0, 0), (1, 1), (1, 1))).ravel()
    first = np.arange(0, padded.size, 30 * 30)[:, np.newaxis]
    start = first + 30 * corners[:, 0] + corners[:, 1]
    upper = padded[start] + right * (padded[start + 1] - padded[start])
    lower = padded[start + 30] + right * (padded[start + 31] - padded[start + 30])
    return (upper + down * (lower - upper)).reshape(-1, 28, 28)


def straighten_rows(X, changes=((1, 0), (0, 1))):
    """Straightened digits as rows (m, 784) of pixels from 0 to 1, in single precision.

    X is (m, 784), from 0 to 255. Raises InputError if the images have another size.
    """
    if X.shape[1] != 28 * 28:
        raise InputError("A photo becomes 28 x 28 pixels, but MNIST here has others.")
    # A hundred at a time fit into the cache.
    everything = X.reshape(-1, 28, 28), np.broadcast_to(changes, (len(X), 2, 2))
    blocks = [np.array_split(array, 1 + len(X) // 100) for array in everything]
    rows = [straighten(*block) / 255 for block in zip(*blocks, strict=True)]
    return np.concatenate(rows, dtype=np.float32).reshape(-1, 784)


def file_names(script):
    """The names behind the script's on the command line; in a session, none."""
    return sys.argv[1:] if Path(sys.argv[0]).name == script else []


def read_digits(arguments):
    """The image (28, 28) of each photo, by file, and a list of those without a digit.

    Arguments are files or patterns, such as *.jpg. InputError if no photo is left.
    """
    digits, others = {}, []
    for argument in arguments:
        files = [] if Path(argument).exists() else sorted(glob.glob(argument))
        for filename in files or [argument]:
            try:
                digits[filename] = normalize(read_photo(filename))
            except InputError as error:
                others.append(filename)
                print(f"{filename}: {error}", file=sys.stderr)
    if not digits:
        raise InputError("Name photos of digits, such as: python3 handwriting.py 7.jpg")
    return digits, others


def answer(confidences):
    """In words: the digit that ten confidences (10,) name, or two if they are close."""
    second, first = np.argsort(confidences)[-2:]
    text = f"{first} ({confidences[first]:.0%})"
    other = f", or else {second} ({confidences[second]:.0%})"
    return text if confidences[first] >= SURE else text + other
