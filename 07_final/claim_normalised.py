"""Why is my digit misread? The same photos as they are, and as MNIST would have them.

The classifier compares each pixel with what it has seen there. A photo that is only
scaled to 28 x 28 pixels, and inverted, has its digit in another place, in another size,
on grey. Brought into MNIST's form it is read as well as MNIST's own digits.

The photos are made of test digits, by photographs.py, in six kinds.

To tweak: m, light and noise, at the bottom. In even light, with light=0, photos that
are only scaled are misread all the same. With noise=40 they are read if normalised.
"""

from mnist_classifier_fast import train

import terminal

import contextlib
import io

import numpy as np
from PIL import Image

from handwriting import normalize, read_photo
from mnist_classifier import classify
from photographs import KINDS, photograph


def scale_only(image):
    """The row (784,) of an image, as one would make it without further thought."""
    grey = image.convert("L").resize((28, 28), Image.Resampling.BOX)
    return 255.0 - np.asarray(grey).ravel()


def take_photos(digits, kind, light, noise, rng):
    """Digits (m, 784) as photos of a kind: m rows each, scaled only, and normalised."""
    raw, normalised = [], []
    for digit in digits:
        image = photograph(digit, kind, rng, light, noise)
        raw.append(scale_only(image))
        file = io.BytesIO()
        image.save(file, "PNG")
        normalised.append(normalize(read_photo(file)).ravel())
    return np.array(raw), np.array(normalised)


def compare(X, Y, w, light, noise):
    """Print, by kind of photo, how many of X (m, 785) are classified as Y (m, 1)."""
    print("right, in %        MNIST's digits   photos, scaled only   normalised")
    shares = []
    parts = np.array_split(np.arange(len(X)), len(KINDS))
    for kind, rows in zip(KINDS, parts, strict=True):
        rng = np.random.default_rng(0)
        digits = X[rows, 1:]
        ways = digits, *take_photos(digits, kind, light, noise, rng)
        guesses = [classify(np.insert(way, 0, 1, axis=1), w) for way in ways]
        shares.append(np.mean(guesses == Y[rows], axis=(1, 2)) * 100)
        print_shares(kind, shares[-1])
    print_shares("all", np.mean(shares, axis=0))


def print_shares(kind, shares):
    """Print a line of the table: three shares, in percent."""
    print(f"{kind:16}{shares[0]:14.1f}{shares[1]:19.1f}{shares[2]:18.1f}", flush=True)


if __name__ == "__main__":
    import mnist as data

    everything = data.X_train, data.Y_train, data.X_test, data.Y_test
    with contextlib.redirect_stdout(None):  # train prints every iteration
        w = train(*everything, iterations=200, lr=1e-5, rows_in_a_block=1000)

    m = 300
    compare(data.X_test[:m], data.Y_test[:m], w, light=50, noise=6)
