"""Draw a digit, and see what the network and the perceptron of chapter 7 make of it.

New: two answers to one drawing, and between it and the network's answer the hidden
nodes. Each is a dot: dark if it is near 1, light if it is near 0. Add a stroke: some
nodes change sides, and so the answer can change. The network's confidences sum to 1,
since it has softmax; the perceptron's need not. The key c clears the paper.

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
from photo import check_size


def plot_bars(figure, place, ylabel):
    """Draw axes with ten bars, as yet without length; returns them."""
    ax = figure.add_axes(place)
    bars = ax.barh(range(10), np.zeros(10), height=0.6)
    ax.set(xlim=(0, 1), yticks=range(10), xlabel="confidence", ylabel=ylabel)
    ax.invert_yaxis()
    controls.add_moving(figure, *bars, ax.title)
    return bars


def set_bars(bars, name, confidences):
    """Give the bars their lengths, (10,), and name the digit whose bar is longest."""
    answer = np.argmax(confidences) if np.any(confidences) else None
    for digit, bar in enumerate(bars):
        bar.set_width(confidences[digit])
        bar.set_color("C3" if digit == answer else "C9")
    said = name if answer is None else f"{name}: {answer}"
    bars[0].axes.set_title(said)


def live_digit(figure, w, w1, w2):
    """Put paper into a figure, and how w (785, 10) and the network w1, w2 read it."""
    ax = figure.add_axes([0.28, 0.6, 0.14, 0.3])
    seen = ax.imshow(np.zeros((28, 28)), cmap="gray_r", vmin=0, vmax=255)
    ax.set(xticks=[], yticks=[], title="What both see")

    n_hidden_nodes = w1.shape[1]
    ax = figure.add_axes([0.26, 0.08, 0.18, 0.42])
    places = np.divmod(np.arange(n_hidden_nodes), 20)
    style = {"cmap": "gray_r", "vmin": 0, "vmax": 1, "edgecolors": "0.6"}
    dots = ax.scatter(*places[::-1], s=60, c=np.zeros(n_hidden_nodes), **style)
    ax.set_title(f"{n_hidden_nodes} hidden nodes")
    ax.axis("off")
    ax.invert_yaxis()
    controls.add_moving(figure, seen, dots)
    of_perceptron = plot_bars(figure, [0.51, 0.13, 0.2, 0.77], "digit")
    of_network = plot_bars(figure, [0.77, 0.13, 0.2, 0.77], "digit")

    def read(image):
        """Show what both make of the image (28, 28), if there is one."""
        if image is None:
            image, h, y_hat = np.zeros((28, 28)), np.zeros(n_hidden_nodes), np.zeros(10)
            confidences = np.zeros(10)
        else:
            X = image.reshape(1, 784) / 255
            confidences = perceptron.forward(prepend_bias(X), w)[0]
            y_hat, h = (layer[0] for layer in forward(X, w1, w2))
        seen.set_data(image)
        dots.set_array(h)
        set_bars(of_perceptron, "Perceptron", confidences)
        set_bars(of_network, "Network", y_hat)

    add_paper(figure, [0.03, 0.33, 0.21, 0.45], read)


if __name__ == "__main__":
    figure = controls.new_figure(15, 7)
    import mnist as data

    check_size(data.X_train.shape[1])
    n_images = 20000
    X, Y = data.X_train[:n_images], data.Y_train[:n_images]
    print("First both learn.")
    w1, w2 = handwriting.learn_network(*handwriting.vary(X, Y), epochs=3)
    w = handwriting.learn_perceptron(handwriting.prepare(X), Y, epochs=5)
    live_digit(figure, w, w1, w2)
    picture.show()
