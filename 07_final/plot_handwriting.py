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
    except FileNotFoundError:
        return True
    except OSError:
        return name.endswith((".pdf", ".svg"))


def plot_steps(axes, pixels, y_hat):
    """Draw, in a row, a photo (rows, columns, 3), its steps, and y_hat (10,)."""
    differences = photo.subtract_background(pixels)
    image = photo.normalize(pixels)
    steps = {
        "The photo": pixels.astype(np.uint8),
        "without background": np.linalg.norm(differences, axis=2),
        "ink, without specks": photo.largest_components(photo.threshold(differences)),
        "as MNIST has it": image,
        "straightened": photo.straighten(image[np.newaxis])[0],
    }
    for ax, shown in zip(axes[:5], steps.values(), strict=True):
        ax.imshow(shown, cmap="gray_r")
        ax.grid(visible=False)
        ax.set(xticks=[], yticks=[])
    digit = np.argmax(y_hat)
    axes[5].barh(range(10), y_hat, color="0.7")[digit].set_color("C0")
    axes[5].set(xlim=(0, 1), yticks=range(10), xlabel="confidence")
    axes[5].set_ylabel(f"read as {digit}")
    axes[5].invert_yaxis()
    if axes[0].get_subplotspec().is_first_row():
        for ax, title in zip(axes, [*steps, "ten confidences"], strict=True):
            ax.set_title(title)


def plot_photos(figure, photos, y_hat):
    """Draw a row for each of the photos, by name; y_hat (m, 10) are the confidences."""
    figure.set_size_inches(16, 0.8 + 2.7 * len(photos))
    axes = figure.subplots(nrows=len(photos), ncols=6, squeeze=False)
    for row, (name, pixels) in enumerate(photos.items()):
        plot_steps(axes[row], pixels, y_hat[row])
        label = Path(name).name.encode("utf-8", "backslashreplace").decode("utf-8")
        axes[row, 0].set_ylabel(label, parse_math=False)


if __name__ == "__main__":
    names = photo.file_names("plot_handwriting.py")
    n_photos = len(names) - (names != [] and is_picture(names[-1]))
    figure = picture.new_figure(names[n_photos:])
    import mnist as data

    index, others = 0, []
    if n_photos:
        images, others = photo.read_digits(names[:n_photos])
        photos = {name: photo.read_photo(name) for name in images}
    print("First the classifier learns.")
    X = handwriting.prepare(data.X_train[:, 1:])
    w = handwriting.learn_perceptron(X, data.Y_train, epochs=5)
    if not n_photos:
        made = photograph(data.X_test[index, 1:], "ink", np.random.default_rng(0))
        photos = {"made up": np.asarray(made, dtype=float)}
        images = {"made up": photo.normalize(photos["made up"])}
    digits = np.reshape(list(images.values()), (-1, 784))
    plot_photos(figure, photos, forward(handwriting.prepare(digits), w))
    picture.show()
    if others:
        raise InputError(f"Not read: {', '.join(others)}")
