"""Live scripts in real windows, turned with a real mouse: see test_windows.py.

Started as a program it runs a script and tells, in a line of JSON each, where its
controls are, before it shows its window, and after that what its texts say.
"""

import json
import os
import runpy
import shutil
import subprocess
import sys
import time
from pathlib import Path

MISSING = [name for name in ("Xvfb", "xdotool") if not shutil.which(name)]
try:
    import tkinter  # noqa: F401
except ModuleNotFoundError:
    MISSING.append("tkinter")


def tell(script):
    """Run a script, and tell where its axes are, as shares of the figure's width."""
    import matplotlib.pyplot as plt

    show = plt.show

    def tell_and_show():
        figure = plt.gcf()
        width, height = figure.bbox.size
        places = {}
        for i, ax in enumerate(figure.axes):
            left, bottom, right, top = ax.bbox.extents
            place = [left, height - top, right - left, top - bottom]
            places[i] = [float(number / width) for number in place]
        for name, control in figure.controls.items():
            if hasattr(control, "ax"):
                places[name] = places[figure.axes.index(control.ax)]
        print(json.dumps(places), flush=True)
        show()
        texts = [text for ax in figure.axes for text in [ax.title, *ax.texts]]
        print(json.dumps([text.get_text() for text in texts]))

    plt.show = tell_and_show
    sys.argv = [script]
    sys.path.insert(0, str(Path(script).parent))
    runpy.run_path(script, run_name="__main__")


class Window:
    """A script's window on a screen of Xvfb, and a mouse over it."""

    def __init__(self, script, display):
        """Start the script and wait for its window."""
        self.env = {**os.environ, "DISPLAY": display, "MPLBACKEND": "TkAgg"}
        self.process = subprocess.Popen(
            [sys.executable, __file__, script],
            env=self.env,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        line = self.process.stdout.readline()
        while line and not line.startswith("{"):
            line = self.process.stdout.readline()
        assert line, self.process.communicate()
        self.places = json.loads(line)
        found = self.xdotool("search", "--sync", "--onlyvisible", "--name", "Figure 1")
        self.window = found.split()[-1]
        time.sleep(2)  # Until it is drawn, and has its last size.
        geometry = self.xdotool("getwindowgeometry", "--shell", self.window)
        self.width = int(geometry.partition("WIDTH=")[2].split()[0])

    def xdotool(self, *words):
        """What xdotool answers."""
        process = subprocess.run(
            ["xdotool", *map(str, words)],
            env=self.env,
            capture_output=True,
            text=True,
            check=True,
            timeout=30,
        )
        return process.stdout

    def move(self, name, across, down):
        """Move the mouse to a place in a control or in axes, both from 0 to 1."""
        left, top, width, height = self.places[str(name)]
        x = round((left + width * across) * self.width)
        y = round((top + height * down) * self.width)
        self.xdotool("mousemove", "--window", self.window, x, y)
        time.sleep(0.05)

    def drag(self, name, *points):
        """Press the mouse at the first point, move it to the others, and let it go."""
        self.move(name, *points[0])
        self.xdotool("mousedown", 1)
        for point in points[1:]:
            self.move(name, *point)
        self.xdotool("mouseup", 1)
        time.sleep(0.3)

    def close(self):
        """Close the window with the key q; what the script told, its errors, status."""
        self.xdotool("windowfocus", self.window, "key", "q")
        told, errors = self.process.communicate(timeout=30)
        return told, errors, self.process.returncode


if __name__ == "__main__":
    tell(sys.argv[1])
