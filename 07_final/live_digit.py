"""Draw a digit with the mouse, a pen or a finger, and see which one is read.

After each stroke you see how confident the ten classifiers are. Draw a seven, stroke by
stroke, and find out what misleads it: a small gap, a serif, a tail.

To tweak: epochs, at the bottom. With epochs=1 it takes no time, as the answers show.
"""

import handwriting

import picture

import numpy as np

import controls
from mnist_classifier import forward
from paper import add_paper


def live_digit(figure, w):
    """Put paper into a figure, and beside it what w (785, 10) reads on it."""
    ax = figure.add_axes([0.39, 0.3, 0.25, 0.54])
    seen = ax.imshow(np.zeros((28, 28)), cmap="gray_r", vmin=0, vmax=255)
    ax.set(xticks=[], yticks=[], title="What the classifier sees")
    ax = figure.add_axes([0.72, 0.14, 0.25, 0.7])
    bars = ax.barh(range(10), np.zeros(10), height=0.6)
    ax.set(xlim=(0, 1), yticks=range(10), xlabel="confidence", ylabel="digit")
    ax.invert_yaxis()
    controls.add_moving(figure, seen, *bars, ax.title)

    def read(image):
        """Show which digit is on the image (28, 28), if there is one."""
        answer, confidences, title = None, np.zeros(10), "No digit yet"
        if image is not None:
            confidences = forward(np.append(1, image / 255), w)
            answer = np.argmax(confidences)
            title = f"It reads: {answer}"
        ax.set_title(title)
        seen.set_data(np.zeros((28, 28)) if image is None else image)
        for digit, bar in enumerate(bars):
            bar.set(width=confidences[digit], color="C3" if digit == answer else "C9")

    add_paper(figure, [0.04, 0.25, 0.29, 0.62], read)


if __name__ == "__main__":
    figure = controls.new_figure(13, 6)
    import mnist as data

    print("First the classifier learns.")
    X = handwriting.prepare(data.X_train[:, 1:])
    live_digit(figure, handwriting.learn_perceptron(X, data.Y_train, epochs=5))
    picture.show()
