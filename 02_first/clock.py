"""Supporting code, skip at first: a button that lets a live script train by itself."""

from terminal import IS_PROGRAM

import signal
import sys

import controls


def add_clock(figure, place, milliseconds, tick):
    """A button that starts a clock, which calls tick() until that is False."""
    clock = figure.canvas.new_timer(milliseconds)
    clock.is_going = False

    def start_or_stop():
        clock.is_going = not clock.is_going
        button.label.set_text("stop" if clock.is_going else "train")
        clock.start() if clock.is_going else clock.stop()

    def stop(signal_number, frame):
        print("\nStopped by Ctrl-C.", file=sys.stderr)
        signal.signal(signal_number, signal.SIG_DFL)
        signal.raise_signal(signal_number)

    if IS_PROGRAM:  # A window takes Ctrl-C for a slip of what the clock calls.
        signal.signal(signal.SIGINT, stop)
    clock.add_callback(
        lambda: controls.respond(figure, lambda: tick() or start_or_stop())
    )
    button = controls.add_button(figure, place, "train", start_or_stop)
    figure.canvas.mpl_connect("close_event", lambda event: clock.stop())
    figure.controls["clock"] = clock
