"""Photographs of digits, made up: for handwriting.py to read more than one can write.

A digit of MNIST is drawn large, with soft edges, somewhere on a sheet. The light falls
on it from one side, and the camera adds its noise.
"""

from terminal import InputError

import io

import numpy as np
from PIL import Image

SHEET = (240, 320)  # rows and columns: small, so that a thousand are soon made

PAPER, BOARD = (200, 200, 200), (70, 70, 70)
BLACK, WHITE = (50, 50, 50), (190, 190, 190)
BLUE, RED, GREEN = (40, 60, 190), (190, 40, 50), (30, 130, 60)

# By kind: the sheet, and what is written with, one of them at random.
KINDS = {
    "ink": (PAPER, [BLACK]),
    "chalk": (BOARD, [WHITE]),
    "colored ink": (PAPER, [BLUE, RED, GREEN]),
    "transparent": (PAPER, [BLACK, WHITE]),
    "near the edge": (PAPER, [BLACK]),
    "JPEG": (PAPER, [BLACK]),
}


def write(digit, is_near_edge, rng):
    """How much ink is where, from 0 to 1 (rows, columns), for a digit of MNIST (784,).

    It has a random size and place. Near the edge there are up to 3 pixels beside it.
    Raises InputError if the digit has another number of pixels.
    """
    if np.size(digit) != 784:
        raise InputError(
            f"A digit of {np.size(digit)} pixels: photos are made of 28 x 28, as MNIST "
            "has them."
        )
    image = Image.fromarray(np.reshape(digit, (28, 28)).astype(np.uint8))
    image = image.crop(image.getbbox())
    scale = rng.uniform(3.5, 8)
    columns, rows = round(image.width * scale), round(image.height * scale)
    image = image.resize((columns, rows), Image.Resampling.BICUBIC)

    room = np.subtract(SHEET, (rows, columns))
    place = rng.integers(10, room - 10)
    if is_near_edge:
        axis = rng.integers(2)
        place[axis] = rng.choice((0, room[axis] - 3)) + rng.integers(4)
    top, left = place
    ink = np.zeros(SHEET)
    ink[top : top + rows, left : left + columns] = np.asarray(image) / 255
    return ink


def shine(light, rng):
    """What light adds (rows, columns): from -light to light, in a random direction."""
    y, x = np.meshgrid(*(np.linspace(-1, 1, n) for n in SHEET), indexing="ij")
    angle = rng.uniform(0, 2 * np.pi)
    brightness = np.cos(angle) * x + np.sin(angle) * y
    return light * brightness / np.max(brightness)


def photograph(digit, kind, rng, light=50, noise=6):
    """A photo of a digit of MNIST (784,), one of KINDS, as an image of Pillow's.

    Light and the standard deviation of the noise are in grey levels. rng is a random
    generator of NumPy's: what it gives next decides on the size, the place, and so on.
    """
    sheet, inks = KINDS[kind]
    ink = write(digit, kind == "near the edge", rng)[:, :, np.newaxis]
    color = rng.choice(inks) + rng.uniform(-15, 15)
    if kind == "transparent":
        colors = np.broadcast_to(color, (*SHEET, 3))
        return to_image(np.concatenate((colors, 255 * ink), axis=2))

    photo = ink * color + (1 - ink) * np.add(sheet, rng.uniform(-10, 10))
    photo += shine(light, rng)[:, :, np.newaxis]
    photo += rng.normal(0, noise, photo.shape)
    image = to_image(photo)
    if kind == "JPEG":
        file = io.BytesIO()
        image.save(file, "JPEG", quality=int(rng.integers(25, 75)))
        image = Image.open(file)
    return image


def to_image(pixels):
    """An image of Pillow's of numbers, clipped to 0 up to 255."""
    return Image.fromarray(np.round(np.clip(pixels, 0, 255)).astype(np.uint8))
