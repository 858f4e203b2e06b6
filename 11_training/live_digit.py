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


def live_digit(figure, w, w1, w2):
    """Put paper into a figure, and how w (785, 10) and the network w1, w2 read it."""
    ax = figure.add_axes([0.28, 0.6, 0.14, 0.3])
    seen = ax.imshow(np.zeros((28, 28)), cmap="gray_r", vmin=0, vmax=255)
    ax.set(xticks=[], yticks=[], title="What both see")

    d = len(w2) - 1
    ax = figure.add_axes([0.26, 0.08, 0.18, 0.42])
    y, x = np.divmod(np.arange(d), 20)
    dots = ax.scatter(x, y, 60, 0 * x, cmap="gray_r", vmin=0, vmax=1, edgecolors="0.6")
    ax.set_title(f"{d} hidden nodes")
    ax.axis("off")
    ax.invert_yaxis()
    controls.add_moving(figure, seen, dots)
    axes = [figure.add_axes([left, 0.13, 0.2, 0.77]) for left in (0.51, 0.77)]
    for ax in axes:
        bars = ax.barh(range(10), np.zeros(10), height=0.6)
        ax.set(xlim=(0, 1), yticks=range(10), xlabel="confidence", ylabel="digit")
        ax.invert_yaxis()
        controls.add_moving(figure, *bars, ax.title)

    def read(image):
        """Show what both make of the image (28, 28), if there is one."""
        of_perceptron, y_hat, h = np.zeros((1, 10)), np.zeros((1, 10)), np.zeros((1, d))
        if image is not None:
            X = image.reshape(1, 784) / 255
            of_perceptron = perceptron.forward(prepend_bias(X), w)
            y_hat, h = forward(X, w1, w2)
        seen.set_data(np.zeros((28, 28)) if image is None else image)
        dots.set_array(h[0])
        both = [("Perceptron", of_perceptron[0]), ("Network", y_hat[0])]
        for ax, (name, confidences) in zip(axes, both, strict=True):
            answer = None if image is None else np.argmax(confidences)
            ax.set_title(name if image is None else f"{name}: {answer}")
            for digit, bar in enumerate(ax.patches):
                color = "C3" if digit == answer else "C9"
                bar.set(width=confidences[digit], color=color)

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
