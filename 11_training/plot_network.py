"""Draw the network as a graph: three layers, two matrices of weights.

Every line is a weight. The lines between inputs and hidden nodes are w1, those between
hidden nodes and classes w2. A bias node is always 1; nothing leads into it, so that no
gradient flows back through it. Of the many nodes only a few are drawn.

To tweak: n_hidden_nodes, at the bottom: the shapes of both matrices follow it.
"""

import picture

import matplotlib.pyplot as plt

from graph_drawing import prepare


def draw_layer(ax, x, names, color):
    """Draw the nodes of a layer from top to bottom, and return their places."""
    places = {}
    for i, name in enumerate(names):
        place = (x, 7 - 1.2 * i)
        if name == "...":
            ax.text(*place, "...", rotation=90, ha="center", va="center", fontsize=20)
        else:
            face = "white" if name == "1" else color
            ax.add_patch(plt.Circle(place, 0.45, fc=face, ec="black", zorder=2))
            ax.text(*place, name, ha="center", va="center", zorder=3)
            places[name] = place
    return places


def connect(ax, layer, next_layer):
    """Draw a line from each node of a layer to each of the next, but for its bias."""
    for start in layer.values():
        for name, end in next_layer.items():
            if name != "1":
                ax.plot(*zip(start, end, strict=True), color="C7", lw=1, zorder=1)


def plot_network(n_input_variables, n_hidden_nodes, n_classes):
    """Draw the three layers, and what stands between them."""
    ax = plt.figure(figsize=(12, 8)).add_subplot()
    prepare(ax, width=12, height=8)
    inputs = draw_layer(ax, 1.5, ["1", "x1", "x2", "x3", "...", "xn"], "C9")
    hidden = draw_layer(ax, 6, ["1", "h1", "h2", "h3", "...", "hd"], "C1")
    classes = draw_layer(ax, 10.5, ["ŷ0", "ŷ1", "ŷ2", "...", f"ŷ{n_classes - 1}"], "C2")
    connect(ax, inputs, hidden)
    connect(ax, hidden, classes)

    note = {"ha": "center", "va": "top", "fontsize": 12}
    ax.text(1.5, 0.4, f"{n_input_variables} pixels\nand a bias", **note)
    ax.text(6, 0.4, f"{n_hidden_nodes} hidden nodes\nand a bias", **note)
    ax.text(10.5, 0.4, f"{n_classes} classes", **note)
    w1_shape = (n_input_variables + 1, n_hidden_nodes)
    w2_shape = (n_hidden_nodes + 1, n_classes)
    ax.text(3.75, 7.9, f"w1 {w1_shape}\nthen the sigmoid", **note)
    ax.text(8.25, 7.9, f"w2 {w2_shape}\nthen the softmax", **note)
    ax.set(ylim=(-0.5, 8))
    n_weights = w1_shape[0] * w1_shape[1] + w2_shape[0] * w2_shape[1]
    ax.set_title(f"Three layers and {n_weights} weights, a line for each")


if __name__ == "__main__":
    plot_network(n_input_variables=784, n_hidden_nodes=200, n_classes=10)
    picture.show()
