"""Photographs of digits, made up: for handwriting.py to read more than one can write.

A digit of MNIST is drawn large on a sheet, lit from one side; the camera adds noise.
"""

import terminal

import io

import numpy as np
from PIL import Image, ImageOps

SHEET = (240, 320)  # rows and columns: small, so that a thousand are soon made
PAPER, BOARD = (200, 200, 200), (70, 70, 70)
BLACK, WHITE = (50, 50, 50), (190, 190, 190)
BLUE, RED, GREEN = (40, 60, 190), (190, 40, 50), (30, 130, 60)

# The sheet, and what is written with, one of them at random.
KINDS = {
    "ink": (PAPER, [BLACK]),
    "chalk": (BOARD, [WHITE]),
    "colored ink": (PAPER, [BLUE, RED, GREEN]),
    "transparent": (PAPER, [BLACK, WHITE]),
    "near the edge": (PAPER, [BLACK]),
    "JPEG": (PAPER, [BLACK]),
}


def photograph(digit, kind, rng, light=50, noise=6):
    """Pillow's photo of a digit (784,), one of KINDS; light, noise in grey levels."""
    image = Image.fromarray(np.reshape(digit, (28, 28)).astype(np.uint8))
    image = ImageOps.scale(image.crop(image.getbbox()), rng.uniform(3.5, 8))
    room = np.subtract(SHEET, (image.height, image.width))
    place = rng.integers(10, room - 10)
    if kind == "near the edge":
        axis = rng.integers(2)
        place[axis] = rng.choice((0, room[axis] - 3)) + rng.integers(4)
    ink = np.pad(np.asarray(image) / 255, np.column_stack((place, room - place)))
    ink = ink[:, :, np.newaxis]  # from 0 to 1
    sheet, inks = KINDS[kind]
    color = rng.choice(inks) + rng.uniform(-15, 15)
    if kind == "transparent":
        photo = np.dstack((np.full((*SHEET, 3), color), 255 * ink))
    else:
        photo = ink * color + (1 - ink) * np.add(sheet, rng.uniform(-10, 10))
        y, x = np.mgrid[-1 : 1 : SHEET[0] * 1j, -1 : 1 : SHEET[1] * 1j, :1][:2]
        angle = rng.uniform(0, 2 * np.pi)  # where the light comes from
        brightness = np.cos(angle) * x + np.sin(angle) * y
        photo += light * brightness / np.max(brightness)
        photo += rng.normal(0, noise, photo.shape)
    image = Image.fromarray(np.round(np.clip(photo, 0, 255)).astype(np.uint8))
    if kind == "JPEG":
        file = io.BytesIO()
        image.save(file, "JPEG", quality=int(rng.integers(25, 75)))
        image = Image.open(file)
    return image
