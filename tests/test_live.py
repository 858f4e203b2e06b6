"""Live scripts answer: sliders, buttons, clocks and the mouse, through the canvas."""

import matplotlib.pyplot as plt
import pytest
from matplotlib.backend_bases import KeyEvent, MouseEvent

from project import play


def texts(figure):
    """All that can be read in a figure, one below another."""
    return "\n".join(text.get_text() for text in figure.findobj(plt.Text))


def press(figure, ax, x, y, name="button_press_event"):
    """The mouse's button, at a place in the numbers of axes."""
    figure.draw_without_rendering()
    place = ax.transData.transform((x, y))
    event = MouseEvent(name, figure.canvas, *place, 1)
    figure.canvas.callbacks.process(name, event)
