"""Draw labels beside their digits: a five becomes 1, and any other digit 0.

The labels of MNIST are the digits 0 to 9. This chapter's classifier answers one
question with yes or no, is it a five, so encode_fives turns them into 1 and 0.

To tweak: n, at the bottom, the number of images, from 1 to 24. Among the first twelve
are two fives.
"""

import picture

import matplotlib.pyplot as plt

from idx import as_square

if __name__ == "__main__":
    figure = picture.new_figure(figsize=(11, 8))
    import mnist as data

    n = 12
    n_columns = 4
    labels = data.load_labels(data.FOLDER / "train-labels-idx1-ubyte.gz")[:n]
    encoded = data.encode_fives(labels)
    for i in range(n):
        plt.subplot(-(-n // n_columns), n_columns, i + 1)
        plt.axis("off")
        plt.imshow(as_square(data.X_train[i, 1:]), cmap="gray_r", vmin=0, vmax=255)
        style = {"color": "C3", "weight": "bold"} if encoded[i] == 1 else {}
        plt.title(f"{labels[i].item()} becomes {encoded[i].item()}", **style)
    figure.suptitle(f"Is it a five? Labels that become 1: {encoded.sum()} of {n}")
    picture.show()
