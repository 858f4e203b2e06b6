"""Draw a digit, and see what the network and the perceptron of chapter 7 make of it.

New: the hidden nodes, each a dot, dark if it is near 1. Add a stroke: some change, and
so the answer can. The network's confidences sum to 1, the perceptron's need not.

To tweak: epochs and n_images, at the bottom. With all 60000 images and epochs=12 the
network gets more of your digits right, and you wait for a minute.
"""

import handwriting

import picture

import numpy as np

import controls
import perceptron
from neural_network import forward, prepend_bias
from paper import add_paper


def add_bars(figure, place, name):
    """Add ten bars; returns show, which gives them their lengths, confidences (10,)."""
    ax = figure.add_axes(place)
    bars = ax.barh(range(10), np.zeros(10), height=0.6)
    ax.set(xlim=(0, 1), yticks=range(10), xlabel="confidence", ylabel="digit")
    ax.invert_yaxis()
    controls.add_moving(figure, *bars, ax.title)

    def show(confidences):
        answer = np.argmax(confidences) if np.any(confidences) else None
        ax.set_title(name if answer is None else f"{name}: {answer}")
        for digit, bar in enumerate(bars):
            color = "C3" if digit == answer else "C9"
            bar.set(width=confidences[digit], color=color)

    return show


def live_digit(figure, w, w1, w2):
    """Put paper into a figure, and how w (785, 10) and the network w1, w2 read it."""
    ax = figure.add_axes([0.28, 0.6, 0.14, 0.3])
    seen = ax.imshow(np.zeros((28, 28)), cmap="gray_r", vmin=0, vmax=255)
    ax.set(xticks=[], yticks=[], title="What both see")

    d = w1.shape[1]
    ax = figure.add_axes([0.26, 0.08, 0.18, 0.42])
    y, x = np.divmod(np.arange(d), 20)
    style = {"cmap": "gray_r", "vmin": 0, "vmax": 1, "edgecolors": "0.6"}
    dots = ax.scatter(x, y, s=60, c=np.zeros(d), **style)
    ax.set_title(f"{d} hidden nodes")
    ax.axis("off")
    ax.invert_yaxis()
    controls.add_moving(figure, seen, dots)
    show_perceptron = add_bars(figure, [0.51, 0.13, 0.2, 0.77], "Perceptron")
    show_network = add_bars(figure, [0.77, 0.13, 0.2, 0.77], "Network")

    def read(image):
        """Show what both make of the image (28, 28), if there is one."""
        of_perceptron, y_hat, h = np.zeros((1, 10)), np.zeros((1, 10)), np.zeros((1, d))
        if image is not None:
            X = image.reshape(1, 784) / 255
            of_perceptron = perceptron.forward(prepend_bias(X), w)
            y_hat, h = forward(X, w1, w2)
        seen.set_data(np.zeros((28, 28)) if image is None else image)
        dots.set_array(h[0])
        show_perceptron(of_perceptron[0])
        show_network(y_hat[0])

    add_paper(figure, [0.03, 0.33, 0.21, 0.45], read)


if __name__ == "__main__":
    figure = controls.new_figure(15, 7)
    import mnist as data

    n_images = 20000
    X, Y = data.X_train[:n_images], data.Y_train[:n_images]
    print("First both learn.")
    w1, w2 = handwriting.learn_network(*handwriting.vary(X, Y), epochs=3)
    w = handwriting.learn_perceptron(handwriting.prepare(X), Y, epochs=5)
    live_digit(figure, w, w1, w2)
    picture.show()
