"""Watch the ten columns of weights take shape, and turn lr while they learn.

Press "train", and turn lr meanwhile: a calm way down begins to leap, and calms again.

To tweak: n_images, at the bottom. With n_images=60000 the accuracy gets a little
higher, but every step takes longer; with n_images=500 it ends lower.
"""

from mnist_classifier_fast import compute, split_into_blocks

import picture

import numpy as np

import controls
from clock import add_clock


def live_training(figure, data, lr, iterations, n_images):
    """Draw the training on the first n_images, with a slider and two buttons."""
    X, Y = data.X_train[:n_images], data.Y_train[:n_images]
    blocks = list(split_into_blocks(X, Y, rows_in_a_block=500))
    test_blocks = list(split_into_blocks(data.X_test, data.Y_test, rows_in_a_block=500))
    w, losses, accuracies = np.zeros((785, 10)), [], []

    images, lines = [], []
    for digit in range(10):
        place = [0.05 + 0.186 * (digit % 5), 0.74 - 0.25 * (digit // 5), 0.16, 0.2]
        ax = figure.add_axes(place, xticks=[], yticks=[], title=digit)
        images.append(ax.imshow(np.zeros((28, 28)), "cividis_r", vmin=-1, vmax=1))
    curves = [(0.08, "loss", "C3", 10), (0.58, "accuracy (%)", "C0", 100)]
    for x, label, color, highest in curves:
        ax = figure.add_axes([x, 0.22, 0.38, 0.2], xlabel="iteration", ylabel=label)
        lines += ax.plot([], [], color=color, lw=2)
        ax.set(xlim=(0, iterations), ylim=(0, highest))
    titles = [line.axes.title for line in lines]
    controls.add_moving(figure, *images, *lines, *titles)

    def show():
        """Put the weights into the images, and the past into the lines."""
        largest = max(np.max(np.abs(w[1:])), 1e-9)
        for image, column in zip(images, w[1:].T, strict=True):
            image.set_data(column.reshape(28, 28) / largest)
        for line, values in zip(lines, (losses, accuracies), strict=True):
            line.set_data(range(len(values)), values)
        titles[0].set_text(f"Loss {losses[-1]:.4f}" if losses else "Loss")
        titles[1].set_text(f"{accuracies[-1]:.2f}% right" if losses else "Accuracy")

    def train():
        """A step that is seen at once; False when there are no more."""
        if len(losses) <= iterations:
            loss, gradient, n_correct = compute(blocks, test_blocks, w)
            losses.append(loss / len(X))
            accuracies.append(n_correct * 100 / len(data.X_test))
            w[:] -= gradient / len(X) * 10**slider.val
            show()
        return len(losses) <= iterations

    def start_again():
        """Back to weights that know nothing."""
        w[:], losses[:], accuracies[:] = 0, [], []
        show()

    settings = [0.1, 0.06, 0.4, 0.03], "lr", (-7, -3), np.log10(lr), lambda: None
    slider = controls.add_slider(figure, *settings, lambda x: f"{10**x:.2g}")
    add_clock(figure, [0.64, 0.04, 0.14, 0.07], 20, train)
    controls.add_button(figure, [0.82, 0.04, 0.14, 0.07], "start again", start_again)
    show()


if __name__ == "__main__":
    figure = controls.new_figure(12, 9)
    import mnist as data

    live_training(figure, data, lr=1e-5, iterations=500, n_images=10000)
    picture.show()
