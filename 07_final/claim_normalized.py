"""Why is my digit misread? The same photos as they are, and as MNIST would have them.

The classifier compares each pixel with what it has seen there. A photo that is only
scaled to 28 x 28 pixels, and inverted, has its digit in another place, in another size,
on grey. Brought into MNIST's form it is read nearly as well as MNIST's own digits. If
MNIST's digits are straightened before they are learned, and photos likewise, photos are
read better than that.

The photos are made of test digits, by photographs.py, in six kinds.

To tweak: m, light and noise, at the bottom. In even light, with light=0, photos that
are only scaled are misread all the same. With noise=40 more are read if normalized.
"""

import handwriting

import terminal

import io

import numpy as np
from PIL import Image

from mnist_classifier import classify
from photo import normalize, read_photo
from photographs import KINDS, photograph


def scale_only(image):
    """The row (784,) of an image, as one would make it without further thought."""
    grey = image.convert("L").resize((28, 28), Image.BOX)
    return 255.0 - np.asarray(grey).ravel()


def take_photos(digits, kind, light, noise, rng):
    """Digits (m, 784) as photos of a kind: m rows each, scaled only, and normalized."""
    raw, normalized = [], []
    for digit in digits:
        image = photograph(digit, kind, rng, light, noise)
        raw.append(scale_only(image))
        file = io.BytesIO()
        image.save(file, "PNG")
        normalized.append(normalize(read_photo(file)).ravel())
    return np.array(raw), np.array(normalized)


def as_they_are(X):
    """Digits X (m, 784) for the classifier: with a bias, pixels from 0 to 1."""
    return np.insert(X / 255, 0, 1, axis=1)


def compare(digits, Y, w, w_straight, light, noise):
    """Print, by kind of photo, how many of the digits (m, 784) are read as Y (m, 1)."""
    print("right, in %       MNIST's digits   scaled only    normalized  straightened")
    shares = []
    parts = np.array_split(np.arange(len(digits)), len(KINDS))
    for kind, rows in zip(KINDS, parts, strict=True):
        rng = np.random.default_rng(0)
        raw, normalized = take_photos(digits[rows], kind, light, noise, rng)
        ways = as_they_are(digits[rows]), as_they_are(raw), as_they_are(normalized)
        guesses = [classify(X, w) for X in ways]
        guesses.append(classify(handwriting.prepare(normalized), w_straight))
        shares.append(np.mean(guesses == Y[rows], axis=(1, 2)) * 100)
        print_shares(kind, shares[-1])
    print_shares("all", np.mean(shares, axis=0))


def print_shares(kind, shares):
    """Print a line of the table: four shares, in percent."""
    first, *others = shares
    print(f"{kind:16}{first:16.1f}" + "".join(f"{share:14.1f}" for share in others))


if __name__ == "__main__":
    import mnist as data

    X, Y, epochs = data.X_train[:, 1:], data.Y_train, 5
    w = handwriting.learn_perceptron(as_they_are(X), Y, epochs)
    w_straight = handwriting.learn_perceptron(handwriting.prepare(X), Y, epochs)

    m = 300
    digits, labels = data.X_test[:m, 1:], data.Y_test[:m]
    compare(digits, labels, w, w_straight, light=50, noise=6)
