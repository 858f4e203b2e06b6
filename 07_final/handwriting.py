"""Your own handwriting: photograph digits, and let the classifier read them.

    python3 handwriting.py photo.jpg more/*.png

Each photo has one digit, on paper or a board that fills the picture. New: what comes
before the classifier. It knows the digits of MNIST, and each of those was brought to
one size and put into the centre (LeCun, Cortes and Burges, "The MNIST database of
handwritten digits"). A photo goes the same way here, in small steps. The confidences
are those of ten separate classifiers: they need not add up to 100 %.

To tweak: iterations, at the bottom. With iterations=5 the training takes a second, and
more of the answers are wrong.
"""

from mnist_classifier_fast import train

from terminal import FileError, InputError

import contextlib
import glob
import sys

import numpy as np
from PIL import Image, ImageFilter, ImageOps

from mnist_classifier import classify, forward

NO_DIGIT = "No digit to be seen: nothing stands out from the paper."


def read_photo(filename):
    """A photo (rows, columns, 3): red, green and blue, from 0 to 255.

    It is upright, as phones note in the file, 200 to 800 pixels long, and a little
    blurred against noise. Ink on a transparent ground is black on white then. Raises
    FileError if the file is no image.
    """
    try:
        with Image.open(filename) as image:
            image.draft("RGB", (1600, 1600))  # JPEG can be read smaller, and faster
            image = ImageOps.exif_transpose(image)
            if image.mode.startswith("I"):  # 16 bits
                image = Image.fromarray((np.asarray(image) // 256).astype(np.uint8))
            if image.mode == "CMYK":
                image = image.convert("RGB")
            length = int(np.clip(max(image.size), 200, 800))
            image = ImageOps.contain(image.convert("RGBA"), (length, length))
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        reason = getattr(error, "strerror", None) or error
        raise FileError(
            f"This cannot be read as an image, such as PNG or JPEG: {reason}"
        ) from None
    image = image.filter(ImageFilter.BoxBlur(1))
    photo = np.asarray(image, dtype=float)
    colors, opacity = photo[:, :, :3], photo[:, :, 3:] / 255
    if np.median(opacity) < 0.5:
        colors = 0
    return colors * opacity + 255 * (1 - opacity)


def take_out_light(photo):
    """How far each pixel of a photo is from the paper, in its shape: paper is 0.

    Light is never even. A plane is fitted to each of the three colours by least
    squares, as in chapter 4; with the squares of x and y it may bend, too. The gradient
    is 0 where X.T @ X @ w is X.T @ Y, and that is solved at once. What is far off the
    plane is no paper, and is left out when it is fitted again.
    """
    rows, columns, n_colors = photo.shape
    y, x = np.indices((rows, columns)).reshape(2, -1) / max(rows, columns)
    X = np.column_stack((np.ones(rows * columns), x, y, x * x, x * y, y * y))
    Y = photo.reshape(rows * columns, n_colors)
    X_few, Y_few = X[::7], Y[::7]  # every seventh pixel says as much, and sooner
    distances = np.linalg.norm(Y_few - np.median(Y_few, axis=0), axis=1)
    for _ in range(5):
        is_paper = distances <= 2.5 * np.median(distances) + 1
        paper = X_few[is_paper]
        w = np.linalg.pinv(paper.T @ paper) @ paper.T @ Y_few[is_paper]
        distances = np.linalg.norm(Y_few - X_few @ w, axis=1)
    return (Y - X @ w).reshape(photo.shape)


def find_ink(differences):
    """Where ink is, True or False (rows, columns), from what take_out_light gives.

    Ink differs most from the paper, be it dark, coloured, or chalk on a board. Its mean
    colour is one end of a scale, paper the other; what is past the middle is ink. The
    new ink has another mean, so that is done again. Raises InputError if the light and
    the noise on the paper differ nearly as much.
    """
    distances = np.linalg.norm(differences, axis=2)
    if np.max(distances) < 20:
        raise InputError(NO_DIGIT)
    is_ink = distances >= np.max(distances) / 2
    for _ in range(5):
        color = np.mean(differences[is_ink], axis=0)
        amounts = differences @ color / (color @ color)
        is_ink = amounts > 0.5
    light, noise = np.median(np.abs(amounts)), np.median(np.abs(np.diff(amounts)))
    if light > 0.25 or noise > 0.08:
        raise InputError(NO_DIGIT)
    return is_ink


def spread(values):
    """For each pixel the largest of its value and those of the eight around it."""
    padded = np.pad(values, 1)
    columns = np.maximum(np.maximum(padded[:-2], padded[1:-1]), padded[2:])
    return np.maximum(np.maximum(columns[:, :-2], columns[:, 1:-1]), columns[:, 2:])


def leave_out_specks(is_ink):
    """The ink without what is small beside the largest part, and without the margin.

    Connected pixels are a part: each takes over the largest number around it, until all
    of a part have the same. What touches the margin is the table or another sheet, if
    there is a digit besides.
    """
    numbers = np.arange(1, is_ink.size + 1).reshape(is_ink.shape) * is_ink
    before = None
    while not np.array_equal(numbers, before):
        before = numbers
        numbers = spread(numbers) * is_ink
        numbers = np.append(0, numbers)[numbers]
    sizes = np.bincount(numbers.ravel())
    sizes[0] = 0
    inner = sizes.copy()
    inner[[*numbers[0], *numbers[-1], *numbers[:, 0], *numbers[:, -1]]] = 0
    if np.max(inner) > is_ink.size / 1000:
        sizes = inner
    return sizes[numbers] > np.max(sizes) / 20


def crop(is_ink):
    """The part of the ink (rows, columns) that is not empty."""
    rows = np.flatnonzero(is_ink.any(axis=1))
    columns = np.flatnonzero(is_ink.any(axis=0))
    return is_ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def thicken(is_ink):
    """The ink with lines at least a tenth of the digit's size thick, as in MNIST.

    A line has twice its length of pixels along its sides, so twice its area divided by
    those is its thickness. A thin pen would be a pale shade when it is scaled.
    """
    thickness = max(is_ink.shape) / 10
    is_ink = np.pad(is_ink, int(thickness))
    while 2 * np.sum(is_ink) < thickness * np.sum(spread(is_ink) & ~is_ink):
        is_ink = spread(is_ink)
    return crop(is_ink)


def scale(is_ink):
    """Shades from 0 to 255, in 20 pixels for the longer side, averaged over areas."""
    rows, columns = np.ceil(np.divide(is_ink.shape, max(is_ink.shape) / 20)).astype(int)
    image = Image.fromarray(np.where(is_ink, 255, 0).astype(np.uint8))
    return np.asarray(image.resize((columns, rows), Image.Resampling.BOX))


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
    """An image (28, 28), as MNIST would have it, of a photo (rows, columns, 3)."""
    is_ink = leave_out_specks(find_ink(take_out_light(photo)))
    return center(scale(thicken(crop(is_ink))))


def check_size(n_pixels):
    """Raise InputError if images of so many pixels are not of normalize's size."""
    if n_pixels != 28 * 28:
        raise InputError(
            "A photo becomes 28 x 28 pixels, but the MNIST here has others."
        )


def read_digits(arguments):
    """The image (28, 28) of each photo, by file, and a list of those without a digit.

    What is wrong with those is printed. An argument is a file, or a pattern such as
    *.jpg. Raises InputError if no photo is left.
    """
    digits, others = {}, []
    for argument in arguments:
        for filename in sorted(glob.glob(argument)) or [argument]:
            try:
                digits[filename] = normalize(read_photo(filename))
            except InputError as error:
                others.append(filename)
                print(f"{filename}: {error}", file=sys.stderr)
    if not digits:
        raise InputError("Name photos of digits, such as: python3 handwriting.py 7.jpg")
    return digits, others


def answer(digit, y_hat):
    """In words: the digit, the runner-up, and their confidences, of ten y_hat (10,)."""
    second = np.argsort(y_hat)[-2]
    return f"{digit} ({y_hat[digit]:.1%}), or else {second} ({y_hat[second]:.1%})"


if __name__ == "__main__":
    digits, others = read_digits(sys.argv[1:])

    import mnist as data

    check_size(data.X_train.shape[1] - 1)
    print("First the classifier learns, on the digits of MNIST.", flush=True)
    everything = data.X_train, data.Y_train, data.X_test, data.Y_test
    with contextlib.redirect_stdout(None):  # train prints every iteration
        w = train(*everything, iterations=200, lr=1e-5, rows_in_a_block=1000)

    for filename, image in digits.items():
        X = data.prepend_bias(image.reshape(1, 784))
        y_hat = forward(X, w)
        print(f"{filename}: {answer(classify(X, w).item(), y_hat[0])}")
    if others:
        raise InputError(f"Not read: {', '.join(others)}")
