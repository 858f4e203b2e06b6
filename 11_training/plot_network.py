"""Draw the network's nodes and lines: three layers, two matrices of weights.

Every line is a weight. The lines between inputs and hidden nodes are w1, those between
hidden nodes and classes w2. A bias node is always 1; nothing leads into it, so that no
gradient flows back through it. Of the many nodes only a few are drawn.

To tweak: n_hidden_nodes, at the bottom: the shapes of both matrices follow it.
"""

import picture
from terminal import InputError

from matplotlib.patches import Circle


def node_names(letter, numbers):
    """Names such as x1 for a range of numbers; dots from the fourth to the last."""
    names = [f"{letter}{number}" for number in numbers]
    return names if len(names) < 5 else [*names[:3], "...", names[-1]]


def draw_layer(ax, x, names, color):
    """Draw the nodes of a layer from top to bottom; their places (x, y) by name."""
    places = {}
    for i, name in enumerate(names):
        place = (x, 7 - 1.2 * i)
        if name == "...":
            ax.text(*place, "...", rotation=90, ha="center", va="center", fontsize=20)
        else:
            face = "white" if name == "1" else color
            ax.add_patch(Circle(place, 0.5, fc=face, ec="black", zorder=2))
            ax.text(*place, name, ha="center", va="center", zorder=3)
            places[name] = place
    return places


def connect(ax, layer, next_layer):
    """Draw a line from each node of a layer to each of the next, but for its bias."""
    for start in layer.values():
        for name, end in next_layer.items():
            if name != "1":
                ax.plot(*zip(start, end, strict=True), color="C7", lw=1, zorder=1)


def plot_network(ax, n_input_variables, n_hidden_nodes, n_classes):
    """Draw the three layers, and what stands between them.

    Raises InputError if a layer has less than one node.
    """
    counts = n_input_variables, n_hidden_nodes, n_classes
    if min(counts) < 1:
        raise InputError(f"Each layer needs a node: the numbers here are {counts}.")
    x_names = ["1", *node_names("x", range(1, n_input_variables + 1))]
    h_names = ["1", *node_names("h", range(1, n_hidden_nodes + 1))]
    inputs = draw_layer(ax, 1.5, x_names, "C9")
    hidden = draw_layer(ax, 6, h_names, "C1")
    classes = draw_layer(ax, 10.5, node_names("ŷ", range(n_classes)), "C2")
    connect(ax, inputs, hidden)
    connect(ax, hidden, classes)

    note = {"ha": "center", "va": "top", "fontsize": 12}
    ax.text(1.5, 0.3, f"inputs: {n_input_variables}\nand a bias", **note)
    ax.text(6, 0.3, f"hidden nodes: {n_hidden_nodes}\nand a bias", **note)
    ax.text(10.5, 0.3, f"classes: {n_classes}", **note)
    w1_shape = (n_input_variables + 1, n_hidden_nodes)
    w2_shape = (n_hidden_nodes + 1, n_classes)
    ax.text(3.75, 7.9, f"w1 {w1_shape}\nthen the sigmoid", **note)
    ax.text(8.25, 7.9, f"w2 {w2_shape}\nthen the softmax", **note)
    ax.set(xlim=(0, 12), ylim=(-0.5, 8), aspect="equal")
    ax.axis("off")
    n_weights = w1_shape[0] * w1_shape[1] + w2_shape[0] * w2_shape[1]
    ax.set_title(f"Three layers and {n_weights} weights: a line is a weight")


if __name__ == "__main__":
    ax = picture.new_figure(figsize=(9, 6.4)).subplots()
    plot_network(ax, n_input_variables=784, n_hidden_nodes=200, n_classes=10)
    picture.show()
