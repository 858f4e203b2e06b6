"""Draw what a photo goes through before it is classified, and the ten confidences.

    python3 plot_handwriting.py                         a photo that is made up
    python3 plot_handwriting.py photo.jpg               your photo, or several
    python3 plot_handwriting.py photo.jpg picture.png   the same, into picture.png

The last name is the picture's if no file has it yet, or a picture by Matplotlib.

To tweak: index, at the bottom, the test digit that is made a photo. With 1 it is a two.
"""

import handwriting

import picture
from terminal import InputError

from pathlib import Path

import numpy as np
from PIL import Image

import photo
from mnist_classifier import forward
from photographs import photograph


def is_picture(name):
    """Whether a picture may be written there: no file yet, or one by Matplotlib."""
    try:
        with Image.open(name) as image:
            return "Matplotlib" in str(image.info.get("Software"))
    except OSError:
        return name.endswith((".pdf", ".svg")) or not Path(name).exists()


def plot_photos(figure, photos, digits, y_hat):
    """Draw a row for each photo, by name, with its digit (28, 28) and y_hat (m, 10)."""
    figure.set_size_inches(16, 0.8 + 2.7 * len(photos))
    axes = figure.subplots(nrows=len(photos), ncols=6, squeeze=False)
    for row, name in enumerate(photos):
        differences = photo.subtract_background(photos[name])
        ink = photo.largest_components(photo.threshold(differences))
        steps = {
            "The photo": photos[name].astype(np.uint8),
            "without background": np.linalg.norm(differences, axis=2),
            "ink, without specks": ink,
            "as MNIST has it": digits[row],
            "straightened": photo.straighten(digits[[row]])[0],
        }
        *images, bars = axes[row]
        for ax, shown in zip(images, steps.values(), strict=True):
            ax.imshow(shown, cmap="gray_r")
            ax.set(xticks=[], yticks=[])
        label = Path(name).name.encode("utf-8", "backslashreplace").decode("utf-8")
        images[0].set_ylabel(label, parse_math=False)
        answer = np.argmax(y_hat[row])
        bars.barh(range(10), y_hat[row], color="0.7")[answer].set_color("C0")
        bars.set(xlim=(0, 1), yticks=range(10), xlabel="confidence")
        bars.set_ylabel(f"read as {answer}")
        bars.invert_yaxis()
    for ax, title in zip(axes[0], [*steps, "ten confidences"], strict=True):
        ax.set_title(title)


if __name__ == "__main__":
    names = photo.file_names("plot_handwriting.py")
    n_photos = len(names) - (names != [] and is_picture(names[-1]))
    figure = picture.new_figure(names[n_photos:])
    import mnist as data

    index, photos, others = 0, {}, []
    if n_photos:
        images, others = photo.read_digits(names[:n_photos])
        photos = {name: photo.read_photo(name) for name in images}
    print("First the classifier learns.")
    X = handwriting.prepare(data.X_train[:, 1:])
    w = handwriting.learn_perceptron(X, data.Y_train, epochs=5)
    if not photos:
        made = photograph(data.X_test[index, 1:], "ink", np.random.default_rng(0))
        photos = {"made up": np.asarray(made, dtype=float)}
    digits = np.array([photo.normalize(pixels) for pixels in photos.values()])
    y_hat = forward(handwriting.prepare(digits.reshape(-1, 784)), w)
    plot_photos(figure, photos, digits, y_hat)
    picture.show()
    if others:
        raise InputError(f"Not read: {', '.join(others)}")
