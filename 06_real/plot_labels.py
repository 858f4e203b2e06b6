"""Draw labels beside their digits: a five becomes 1, and any other digit 0.

The classifier only answers yes or no, so encode_fives turns the digits into 1 and 0.

To tweak: n, at the bottom, the number of images, from 1 to 24.
"""

import picture

import matplotlib.pyplot as plt

from idx import as_square

if __name__ == "__main__":
    figure = picture.new_figure(figsize=(11, 8))
    import mnist as data

    n = 12
    labels = data.load_labels(data.FOLDER / "train-labels-idx1-ubyte.gz")[:n]
    encoded = data.encode_fives(labels)
    for i in range(n):
        plt.subplot((n + 3) // 4, 4, i + 1)
        plt.axis("off")
        plt.imshow(as_square(data.X_train[i, 1:]), cmap="gray_r", vmin=0, vmax=255)
        style = {"color": "C3", "weight": "bold"} if encoded[i] == 1 else {}
        plt.title(f"{labels[i].item()} becomes {encoded[i].item()}", **style)
    figure.suptitle(f"Is it a five? Labels that become 1: {encoded.sum()} of {n}")
    picture.show()
