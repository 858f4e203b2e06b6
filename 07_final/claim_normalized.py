"""Why is my digit misread? The same photos as they are, and as MNIST would have them.

A photo that is only scaled and inverted has its digit in another place and size, on
gray. In MNIST's form it is read nearly as well as MNIST's own digits; better than
these, if what is learned and what is read are straightened.

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


def scale_only(image):
    """The row (784,) of an image, as one would make it without further thought."""
    return 255.0 - np.asarray(image.convert("L").resize((28, 28), Image.BOX)).ravel()


def normalize_image(image):
    """The row (784,) of an image, written to a file, read as a photo and normalized."""
    file = io.BytesIO()
    image.save(file, "PNG")
    return normalize(read_photo(file)).ravel()


def as_they_are(X):
    """Digits X (m, 784) for the classifier: with a bias, pixels from 0 to 1."""
    return np.insert(np.divide(X, 255), 0, 1, axis=1)


if __name__ == "__main__":
    import mnist as data

    X, Y, epochs = data.X_train[:, 1:], data.Y_train, 5
    w = handwriting.learn_perceptron(as_they_are(X), Y, epochs)
    w_straight = handwriting.learn_perceptron(handwriting.prepare(X), Y, epochs)

    m, light, noise = 300, 50, 6
    print("right, in %       MNIST's digits   scaled only    normalized  straightened")
    line, shares = "{:16}{:16.1f}{:14.1f}{:14.1f}{:14.1f}", []
    tests = data.X_test[:m, 1:], data.Y_test[:m]
    parts = (np.array_split(test, len(KINDS)) for test in tests)
    for kind, digits, labels in zip(KINDS, *parts, strict=True):
        rng = np.random.default_rng(0)
        photos = [photograph(digit, kind, rng, light, noise) for digit in digits]
        normalized = np.array([normalize_image(image) for image in photos])
        ways = digits, [scale_only(image) for image in photos], normalized
        guesses = [classify(as_they_are(X), w) for X in ways]
        guesses.append(classify(handwriting.prepare(normalized), w_straight))
        shares.append(np.mean(guesses == labels, axis=(1, 2)) * 100)
        print(line.format(kind, *shares[-1]))
    print(line.format("all", *np.mean(shares, axis=0)))
