"""Put the hiker down anywhere, turn lr, and watch the way down.

With a small lr he crawls. As lr grows, he zigzags; from about 0.0046 on he climbs.

To tweak: iterations, at the bottom. With iterations=1000 he gets further along the
valley floor, but the picture answers more slowly.
"""

import picture
from terminal import table

import matplotlib.pyplot as plt
import numpy as np

import controls
from gradient_descent_final import gradient, loss
from landscape import plot_contours


def live_descent(X, Y, start, lr, iterations):
    """Draw the way down from start, a weight and a bias, that a click and lr change."""
    least = loss(X, Y, *np.polyfit(X, Y, 1))
    highest = 1e6  # A loss above this is out of the picture: there the path ends.
    figure = controls.new_figure(13, 7)
    surface = figure.add_axes([0.07, 0.23, 0.46, 0.63])
    plot_contours(surface, X, Y, [50, 100, 300, 1000, 3000, 10000, 20000, 40000])
    (way,) = plt.plot([], [], ".-", color="C3", lw=1)
    (hiker,) = plt.plot(*start, "o", color="white", mec="black", ms=12, label="start")
    (end,) = plt.plot([], [], "X", color="C2", mec="black", ms=12, label="end")
    plt.axis([-8, 10, -50, 60])
    plt.title("Click to put the hiker down")
    plt.legend(loc="upper right")
    title = plt.text(0.5, 0.94, "", transform=figure.transFigure, ha="center", size=15)

    ax = figure.add_axes([0.61, 0.23, 0.36, 0.63])
    (curve,) = plt.plot([], [], ".-", color="C3", lw=1, label="loss")
    plt.axhline(least, ls="--", color="C2", label=f"least loss: {least:.2f}")
    ax.set(yscale="log", xlim=(0, iterations), ylim=(10, highest), xlabel="iteration")
    ax.set(ylabel="loss (logarithmic scale)", title="The loss along the way")
    ax.legend(loc="upper right")
    controls.add_moving(figure, way, hiker, end, curve, title)

    def show():
        """Descend from the hiker's place with the slider's lr."""
        lr = 10**slider.val
        path = [*hiker.get_xydata()]
        losses = [loss(X, Y, *path[0])]
        while len(path) <= iterations and losses[-1] < highest:
            path.append(path[-1] - np.array(gradient(X, Y, *path[-1])) * lr)
            losses.append(loss(X, Y, *path[-1]))
        way.set_data(*np.transpose(path))
        end.set_data(*np.transpose(path[-1:]))
        curve.set_data(range(len(losses)), losses)
        result = f"is {losses[-1] - least:.4g} above its least"
        if losses[-1] > highest:
            result = "climbs, and leaves the picture"
        elif losses[-1] > losses[0]:
            result = "is higher than at the start"
        title.set_text(f"lr = {lr:.2g}, iterations: {len(path) - 1}. The loss {result}")

    def click(event):
        """Put the hiker where the mouse is, unless it zooms or pans."""
        if event.inaxes is surface and not figure.canvas.widgetlock.locked():
            hiker.set_data([event.xdata], [event.ydata])
            controls.respond(figure, show)

    figure.canvas.mpl_connect("button_press_event", click)
    settings = [0.15, 0.07, 0.65, 0.04], "lr", (-5, -2), np.log10(lr)
    slider = controls.add_slider(figure, *settings, show, lambda x: f"{10**x:.2g}")
    show()


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    live_descent(X, Y, start=(-6, -40), lr=0.003, iterations=200)
    picture.show()
