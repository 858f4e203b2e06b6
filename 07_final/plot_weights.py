"""Draw the ten columns of weights as images: what each classifier looks for.

Where a column is light, ink speaks against the digit: the zero wants an empty middle.

To tweak: iterations, at the bottom. After 1 iteration the images are blurred averages
of the digits; the longer the training, the finer the pattern.
"""

from mnist_classifier_fast import steps

import picture

import numpy as np

from class_names import class_names
from idx import as_square

if __name__ == "__main__":
    figure = picture.new_figure(figsize=(12, 6))
    import mnist as data

    iterations = 200
    print(f"Training. Iterations: {iterations}")
    images = data.X_train, data.Y_train, data.X_test, data.Y_test
    *_, (i, _, _, w) = steps(*images, iterations, lr=1e-5)

    axes, names = figure.subplots(nrows=2, ncols=5), class_names(data.FOLDER)
    limit = np.max(np.abs(w[1:]))  # without the bias
    for ax, column, name in zip(axes.flat, w[1:].T, names, strict=True):
        image = ax.imshow(as_square(column), "cividis_r", vmin=-limit, vmax=limit)
        ax.set_title(name)
        ax.axis("off")
    bar = figure.colorbar(image, ax=axes, shrink=0.8)
    bar.set_label("weight: negative speaks against, positive for the class")
    title = "What each classifier looks for: dark where ink speaks for it."
    figure.suptitle(f"{title} Iterations: {i}")
    picture.show()
