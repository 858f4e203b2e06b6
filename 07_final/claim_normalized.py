"""Why is my digit misread? The same photos as they are, and as MNIST would have them.

The classifier compares each pixel with what it has seen there. A photo that is only
scaled and inverted has its digit in another place, in another size, on gray. Brought
into MNIST's form it is read nearly as well as MNIST's own digits; better than these, if
what is learned and what is read are straightened. photographs.py makes the photos, of
test digits, in six kinds.

To tweak: m, light and noise, at the bottom. In even light, with light=0, photos that
are only scaled are misread all the same. With noise=40 more are read if normalized.
"""

import handwriting

import io

import numpy as np
from PIL import Image

from mnist_classifier import classify
from photo import normalize, read_photo
from photographs import KINDS, photograph

LINE = "{:16}{:16.1f}{:14.1f}{:14.1f}{:14.1f}"


def scale_only(image):
    """The row (784,) of an image, as one would make it without further thought."""
    return 255.0 - np.asarray(image.convert("L").resize((28, 28), Image.BOX)).ravel()


def normalize_image(image):
    """The row (784,) of an image that was written to a file and read as a photo."""
    file = io.BytesIO()
    image.save(file, "PNG")
    return normalize(read_photo(file)).ravel()


def as_they_are(X):
    """Digits X (m, 784) for the classifier: with a bias, pixels from 0 to 1."""
    return np.insert(np.divide(X, 255), 0, 1, axis=1)


def compare(digits, Y, w, w_straight, light, noise):
    """Print, by kind of photo, how many of the digits (m, 784) are read as Y (m, 1)."""
    print("right, in %       MNIST's digits   scaled only    normalized  straightened")
    shares = []
    for k, kind in enumerate(KINDS):
        rows = np.array_split(np.arange(len(digits)), len(KINDS))[k]
        rng = np.random.default_rng(0)
        photos = [photograph(digit, kind, rng, light, noise) for digit in digits[rows]]
        normalized = np.array([normalize_image(image) for image in photos])
        ways = digits[rows], [scale_only(image) for image in photos], normalized
        guesses = [classify(as_they_are(X), w) for X in ways]
        guesses.append(classify(handwriting.prepare(normalized), w_straight))
        shares.append(np.mean(guesses == Y[rows], axis=(1, 2)) * 100)
        print(LINE.format(kind, *shares[-1]))
    print(LINE.format("all", *np.mean(shares, axis=0)))


if __name__ == "__main__":
    import mnist as data

    X, Y, epochs = data.X_train[:, 1:], data.Y_train, 5
    w = handwriting.learn_perceptron(as_they_are(X), Y, epochs)
    w_straight = handwriting.learn_perceptron(handwriting.prepare(X), Y, epochs)

    m = 300
    digits, labels = data.X_test[:m, 1:], data.Y_test[:m]
    compare(digits, labels, w, w_straight, light=50, noise=6)
