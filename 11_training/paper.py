"""Paper to draw on with the mouse, a pen or a finger: for the scripts live_digit.py."""

from terminal import InputError

import numpy as np

import controls
from photo import normalize, straighten

WHITE, BLACK = 255, 0


def paint(paper, start, end, radius):
    """Ink a straight line on paper (rows, columns), between two points x, y."""
    y, x = np.indices(paper.shape)
    across, down = np.subtract(end, start)
    share = (x - start[0]) * across + (y - start[1]) * down
    share = np.clip(share / max(across**2 + down**2, 1e-9), 0, 1)
    from_line = np.hypot(x - start[0] - share * across, y - start[1] - share * down)
    paper[from_line < radius] = BLACK


def add_paper(figure, place, read, size=140, radius=6):
    """Axes with white paper, square, on which strokes are drawn, and a button below.

    After each stroke read(image) is called, image (28, 28) being what photo.py makes of
    the drawing, straightened; and read(None) if there is no digit on it: at the start,
    and when the button or the key c has cleared the paper.
    """
    paper = np.full((size, size), float(WHITE))
    ax = figure.add_axes(place)
    image = ax.imshow(paper, cmap="gray", vmin=BLACK, vmax=WHITE)
    ax.set(xticks=[], yticks=[], title="Draw a digit here")
    controls.add_moving(figure, image)
    pen = []  # Where the pen is, x and y, while it is down.

    def move(event):
        """Draw to where the mouse is, if its button is down."""
        if pen and event.inaxes is ax:
            place = event.xdata, event.ydata
            paint(paper, pen[-1], place, radius)
            pen.append(place)
            image.set_data(paper)
            controls.redraw(figure, image)

    def press(event):
        """Put the pen down, unless the mouse zooms or pans."""
        if event.inaxes is ax and not figure.canvas.widgetlock.locked():
            pen.append((event.xdata, event.ydata))
            move(event)

    def release(event):
        """Lift the pen, wherever it is."""
        if pen:
            pen.clear()
            controls.respond(figure, read_paper)

    def read_paper():
        """Take the drawing for a photo, of which all three colors are the same."""
        if not np.any(paper == WHITE):
            read(None)
            return
        try:
            image = normalize(np.repeat(paper[:, :, np.newaxis], 3, axis=2))
            read(straighten(image.reshape(1, 28, 28))[0])
        except InputError:
            read(None)

    def clear():
        """White paper again."""
        paper[:] = WHITE
        image.set_data(paper)
        read(None)

    def press_key(event):
        """The key c clears."""
        if event.key == "c":
            controls.respond(figure, clear)

    for name, answer in [
        ("button_press_event", press),
        ("motion_notify_event", move),
        ("button_release_event", release),
        ("key_press_event", press_key),
    ]:
        figure.canvas.mpl_connect(name, answer)
    left, bottom, width, _ = place
    place = [left + width / 4, bottom - 0.14, width / 2, 0.09]
    controls.add_button(figure, place, "clear (c)", clear)
    read(None)
