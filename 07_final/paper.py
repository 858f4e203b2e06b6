"""Paper to draw on with the mouse, a pen or a finger: for the scripts live_digit.py."""

from terminal import InputError

import numpy as np
from PIL import Image, ImageDraw

import controls
from photo import normalize, straighten


def add_paper(figure, place, read, size=140, radius=6):
    """Axes with white paper, square, on which strokes are drawn, and a button below.

    After each stroke read(image) is called with the digit, straightened (28, 28); and
    read(None) if there is none: at the start, and when button or key c have cleared it.
    """
    paper = Image.new("L", (size, size), "white")
    ax = figure.add_axes(place)
    image = ax.imshow(paper, cmap="gray", vmin=0, vmax=255)
    ax.set(xticks=[], yticks=[], title="Draw a digit here")
    controls.add_moving(figure, image)
    pen = []  # Where the pen is, x and y, while it is down.

    def press(event):
        if event.inaxes is ax and not figure.canvas.widgetlock.locked():  # no zoom
            pen.append((event.xdata, event.ydata))
            move(event)

    def move(event):
        if pen and event.inaxes is ax:
            x, y = event.xdata, event.ydata
            ink = ImageDraw.Draw(paper)
            ink.line([pen[-1], (x, y)], "black", width=2 * radius)
            ink.ellipse([x - radius, y - radius, x + radius, y + radius], "black")
            pen.append((x, y))
            image.set_data(paper)
            controls.redraw(figure, image)

    def release(event):
        if pen:
            pen.clear()
            controls.respond(figure, read_paper)

    def read_paper():
        try:
            digit = normalize(np.asarray(paper.convert("RGB"), dtype=float))
            read(straighten(digit[np.newaxis])[0])
        except InputError:
            read(None)

    def clear():
        paper.paste("white", (0, 0, size, size))
        image.set_data(paper)
        read(None)

    def press_key(event):
        if event.key == "c":
            controls.respond(figure, clear)

    figure.canvas.mpl_connect("button_press_event", press)
    figure.canvas.mpl_connect("motion_notify_event", move)
    figure.canvas.mpl_connect("button_release_event", release)
    figure.canvas.mpl_connect("key_press_event", press_key)
    left, bottom, width, _ = place
    place = [left + width / 4, bottom - 0.14, width / 2, 0.09]
    controls.add_button(figure, place, "clear (c)", clear)
    read(None)
