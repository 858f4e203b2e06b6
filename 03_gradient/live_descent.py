"""Put the hiker down anywhere, turn lr, and watch the way down.

On the left is the loss from above, as in plot_descent_path.py. Click where the hiker is
to start: the path is there at once, and on the right how the loss changes along it.
With a small lr he crawls. As lr grows, he gets further in as many steps, then
overshoots and zigzags; from about 0.0046 on the loss climbs.

To tweak: iterations, at the bottom. With iterations=1000 he gets further along the
valley floor, but the picture answers more slowly.
"""

import picture
from terminal import table

import matplotlib.pyplot as plt
import numpy as np

import controls
from gradient_descent_final import gradient, loss
from surface import plot_contours

HIGHEST = 1e6  # A loss above this is far out of the picture: there the path ends.


def descend_in_view(X, Y, start, lr, iterations):
    """The points w and b of the path from start, (k + 1, 2), and the losses (k + 1,).

    k is the number of iterations, or fewer if the loss climbs above HIGHEST.
    """
    path, losses = [start], [loss(X, Y, *start)]
    while len(path) <= iterations and losses[-1] < HIGHEST:
        w, b = path[-1]
        w_gradient, b_gradient = gradient(X, Y, w, b)
        path.append((w - w_gradient * lr, b - b_gradient * lr))
        losses.append(loss(X, Y, *path[-1]))
    return np.array(path), np.array(losses)


def describe(lr, losses, least):
    """How a descent with these losses (k + 1,) went, in a line; least is the least."""
    begin = f"lr = {lr:.2g}, iterations: {len(losses) - 1}. The loss "
    if losses[-1] > HIGHEST:
        return begin + "climbs, and leaves the picture"
    if losses[-1] > losses[0]:
        return begin + "is higher than at the start"
    return begin + f"is {losses[-1] - least:.4g} above its least"


def live_descent(X, Y, start, lr, iterations):
    """Draw the way down from start, a weight and a bias, that a click and lr change."""
    least = loss(X, Y, *np.polyfit(X, Y, 1))
    figure = controls.new_figure(13, 7)
    surface = figure.add_axes([0.07, 0.23, 0.46, 0.63])
    plot_contours(
        surface,
        lambda w, b: loss(X, Y, w, b),
        weights=np.linspace(-8, 10, num=241),
        biases=np.linspace(-50, 60, num=221),
        levels=[50, 100, 300, 1000, 3000, 10000, 20000, 40000],
    )
    (way,) = plt.plot([], [], ".-", color="C3", lw=1)
    (hiker,) = plt.plot([], [], "o", color="white", mec="black", ms=12, label="start")
    (end,) = plt.plot([], [], "X", color="C2", mec="black", ms=12, label="end")
    plt.axis([-8, 10, -50, 60])
    plt.title("Click to put the hiker down")
    plt.legend(loc="upper right")
    style = {"transform": figure.transFigure, "ha": "center", "fontsize": 15}
    title = surface.text(0.5, 0.94, "", **style)

    ax = figure.add_axes([0.61, 0.23, 0.36, 0.63])
    (curve,) = plt.plot([], [], ".-", color="C3", lw=1, label="loss")
    plt.axhline(least, ls="--", color="C2", label=f"least loss: {least:.2f}")
    ax.set(yscale="log", xlim=(0, iterations), ylim=(10, HIGHEST))
    ax.set(xlabel="iteration", ylabel="loss (logarithmic scale)")
    ax.set_title("The loss along the way")
    ax.legend(loc="upper right")
    controls.add_moving(figure, way, hiker, end, curve, title)

    def show():
        """Descend from the hiker's place with the slider's lr."""
        lr = 10**slider.val
        place = hiker.get_xdata()[0], hiker.get_ydata()[0]
        path, losses = descend_in_view(X, Y, place, lr, iterations)
        way.set_data(*path.T)
        end.set_data(*path[-1:].T)
        curve.set_data(np.arange(len(losses)), losses)
        title.set_text(describe(lr, losses, least))

    def click(event):
        """Put the hiker where the mouse is, unless it zooms or pans."""
        if event.inaxes is surface and not figure.canvas.widgetlock.locked():
            hiker.set_data([event.xdata], [event.ydata])
            controls.respond(figure, show)

    figure.canvas.mpl_connect("button_press_event", click)
    place, ends, exponent = [0.15, 0.07, 0.65, 0.04], (-5, -2), np.log10(lr)
    slider = controls.add_slider(
        figure, place, "lr", ends, exponent, show, text=controls.power_of_ten
    )
    hiker.set_data(*np.reshape(start, (2, 1)))
    show()


if __name__ == "__main__":
    X, Y = np.loadtxt(table("pizza.txt", 2), skiprows=1, unpack=True)
    live_descent(X, Y, start=(-6, -40), lr=0.003, iterations=200)
    picture.show()
