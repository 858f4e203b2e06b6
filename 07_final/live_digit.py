"""Draw a digit with the mouse, a pen or a finger, and see which one is read.

After each stroke the drawing goes the way of handwriting.py: in the middle is what the
classifier sees, on the right how confident each of the ten classifiers is. Draw a seven
stroke by stroke, and watch the answer change; then find out what misleads it: a small
gap, a slope, a serif. The button below the paper, or the key c, clears it.

To tweak: iterations, at the bottom. With iterations=1 the training takes no time, and
the answers show it.
"""

from mnist_classifier_fast import train

import picture

import contextlib

import numpy as np

import controls
from handwriting import check_size
from mnist_classifier import classify, forward
from paper import add_paper
from plot_weights import plot_image


def live_digit(w):
    """Draw paper, and beside it what the classifier with w (785, 10) reads on it."""
    figure = controls.new_figure(13, 6)
    ax, limits = figure.add_axes([0.39, 0.3, 0.25, 0.54]), {"vmin": 0, "vmax": 255}
    seen = plot_image(ax, np.zeros(784), "What the classifier sees", **limits)
    ax.axis("on")
    ax.set(xticks=[], yticks=[])
    ax = figure.add_axes([0.72, 0.14, 0.25, 0.7])
    bars = ax.barh(range(10), np.zeros(10), height=0.6)
    ax.set(xlim=(0, 1), yticks=range(10), xlabel="confidence", ylabel="digit")
    ax.invert_yaxis()
    controls.add_moving(figure, seen, *bars, ax.title)

    def read(image):
        """Show which digit is on the image (28, 28), if there is one."""
        seen.set_data(np.zeros((28, 28)) if image is None else image)
        if image is None:
            ax.set_title("No digit yet")
            answer, confidences = None, np.zeros(10)
        else:
            X = np.append(1, image).reshape(1, 785)
            answer, confidences = classify(X, w).item(), forward(X, w)[0]
            ax.set_title(f"It reads: {answer}")
        for digit, bar in enumerate(bars):
            bar.set_width(confidences[digit])
            bar.set_color("C3" if digit == answer else "C9")

    add_paper(figure, [0.04, 0.25, 0.29, 0.62], read)


if __name__ == "__main__":
    picture.check()
    import mnist as data

    check_size(data.X_train.shape[1] - 1)
    everything = data.X_train, data.Y_train, data.X_test, data.Y_test
    iterations = 100
    print(f"Training for {iterations} iterations.", flush=True)
    with contextlib.redirect_stdout(None):  # train prints every iteration
        w = train(*everything, iterations, lr=1e-5, rows_in_a_block=1000)
    live_digit(w)
    picture.show()
