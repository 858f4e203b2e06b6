"""What moves in the pictures that answer, live_*.py, and the sliders that move it.

To draw a whole picture takes too long for every turn of a slider. So what stays is kept
as an image, and only what moves is drawn again, on top of it.
"""

import terminal

import signal
import sys

import matplotlib.pyplot as plt
from matplotlib.widgets import Button, Slider


def new_figure(width, height):
    """A figure, in inches, for pictures that answer. Axes stay where they are put.

    It holds what moves in it, in figure.moving, and in figure.controls its sliders and
    buttons by name: those that nobody holds on to would stop answering.
    """
    figure = plt.figure(figsize=(width, height))
    figure.set_layout_engine("none")
    figure.moving, figure.controls = [], {}
    figure.background, figure.is_answering = None, False

    def keep_background(event):
        if figure.canvas.supports_blit and not figure.canvas.is_saving():
            figure.background = figure.canvas.copy_from_bbox(figure.bbox)
            draw_moving(figure)

    figure.canvas.mpl_connect("draw_event", keep_background)
    return figure


def add_moving(figure, *artists):
    """Say that lines, texts and so on of axes move, the hindmost of them first."""
    for artist in artists:
        artist.set_animated(figure.canvas.supports_blit)
        figure.moving.append(artist)


def draw_moving(figure):
    """Draw what moves, on what has been drawn."""
    for artist in figure.moving:
        figure.draw_artist(artist)


def redraw(figure, image=None):
    """Show where everything is that moves; or only an image, which fills its axes."""
    if figure.background is None or not figure.canvas.supports_blit:
        figure.canvas.draw_idle()  # Nothing, once the window is closed.
    elif image:
        figure.draw_artist(image)
        figure.canvas.blit(image.axes.bbox)
    else:
        figure.canvas.restore_region(figure.background)
        draw_moving(figure)
        figure.canvas.blit(figure.bbox)


def respond(figure, answer):
    """Call answer() and redraw, once: also if the answer turns sliders in its turn."""
    if figure.is_answering:
        answer()
        return
    figure.is_answering = True
    try:
        answer()
    finally:
        figure.is_answering = False
    redraw(figure)


def two_decimals(value):
    """How a slider's value is written, if it is not said otherwise."""
    return f"{value:.2f}"


def power_of_ten(value):
    """How a slider's value is written if it is an exponent: 0.001 for -3."""
    return f"{10**value:.2g}"


def add_slider(figure, place, name, ends, start, answer, text=two_decimals):
    """A slider from end to end; its name is on the left, its value on the right.

    place is left, bottom, width and height of its track, as shares of the figure.
    Whenever its value, slider.val, becomes another one, answer() is called. text says
    how a value is written.
    """
    slider = Slider(
        figure.add_axes(place), name, *ends, valinit=start, initcolor="none"
    )
    slider.drawon = False
    slider.label.set_fontsize(12)
    slider.valtext.set(text=text(start), fontsize=12)
    add_moving(figure, slider.poly, *slider.ax.lines, slider.valtext)

    def turn(value):
        slider.valtext.set_text(text(value))
        respond(figure, answer)

    slider.on_changed(turn)
    figure.controls[name] = slider
    return slider


def add_button(figure, place, name, answer):
    """A button: when it is pressed, answer() is called."""
    button = Button(figure.add_axes(place), name, color="0.85", hovercolor="0.85")
    button.label.set_fontsize(12)
    add_moving(figure, button.label)

    button.on_clicked(lambda event: respond(figure, answer))
    figure.controls[name] = button
    return button


def add_clock(figure, milliseconds, tick):
    """A clock: from clock.start() to clock.stop() it calls tick() again and again.

    It also stops when the window is closed.
    """

    clock = figure.canvas.new_timer(milliseconds)
    clock.add_callback(lambda: respond(figure, tick))
    figure.canvas.mpl_connect("close_event", lambda event: clock.stop())
    if len(sys.argv) == 1 and sys.excepthook is terminal.end:
        # A window would print Ctrl-C as an error of what the clock calls, and go on.
        signal.signal(
            signal.SIGINT, lambda *_: terminal.end(KeyboardInterrupt, None, None)
        )
    figure.controls["clock"] = clock
    return clock
