"""Supporting code, skip at first: what moves in live_*.py, and sliders that move it.

What stays is kept as an image; only what moves is drawn again, to be fast enough.
"""

import picture

from matplotlib.backend_bases import TimerBase, key_press_handler
from matplotlib.widgets import Button, Slider


def new_figure(width, height):
    """A figure, in inches, that holds what moves in it, and its controls by name."""
    figure = picture.new_figure(figsize=(width, height), layout="none")
    figure.moving, figure.controls, figure.background = [], {}, None
    if type(figure.canvas.new_timer()) is TimerBase and not figure.files:
        print("Nothing moves here, as it does in a window: this is how it starts.")

    def keep_background(event):
        if figure.canvas.supports_blit and not figure.canvas.is_saving():
            figure.background = figure.canvas.copy_from_bbox(figure.bbox)
            for artist in figure.moving:
                figure.draw_artist(artist)

    def press_key(event):
        if event.key not in ("g", "G", "k", "l", "L"):  # Grids and scales stay.
            key_press_handler(event)

    figure.canvas.mpl_connect("draw_event", keep_background)
    figure.canvas.mpl_disconnect(figure.canvas.manager.key_press_handler_id)
    figure.canvas.mpl_connect("key_press_event", press_key)
    return figure


def add_moving(figure, *artists):
    """Say that lines, texts and so on of axes move, the hindmost of them first."""
    for artist in artists:
        artist.set_animated(figure.canvas.supports_blit)
        figure.moving.append(artist)


def redraw(figure, image=None):
    """Show where everything is that moves; or only an image, which fills its axes."""
    if figure.background is None:
        figure.canvas.draw_idle()  # Nothing, once the window is closed.
    elif image:
        figure.draw_artist(image)
        figure.canvas.blit(image.axes.bbox)
    else:
        figure.canvas.restore_region(figure.background)
        for artist in figure.moving:
            figure.draw_artist(artist)
        figure.canvas.blit(figure.bbox)


def respond(figure, answer):
    """Call answer(), and redraw."""
    answer()
    redraw(figure)


def add_slider(figure, place, name, ends, start, answer, text="{:.2f}".format):
    """A slider at a place of the figure that calls answer() when slider.val changes."""
    ax = figure.add_axes(place)
    slider = Slider(ax, name, *ends, valinit=start, initcolor="none")
    slider.drawon = False
    slider.valtext.set_text(text(slider.val))
    add_moving(figure, slider.poly, *ax.lines, slider.valtext)

    def turn(value):
        slider.valtext.set_text(text(value))
        respond(figure, answer)

    slider.on_changed(turn)
    figure.controls[name] = slider
    return slider


def add_button(figure, place, name, answer):
    """A button: when it is pressed, answer() is called."""
    button = Button(figure.add_axes(place), name, color="0.85", hovercolor="0.85")
    add_moving(figure, button.label)
    button.on_clicked(lambda event: respond(figure, answer))
    figure.controls[name] = button
    return button
