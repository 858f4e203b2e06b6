"""Draw the network's nodes and lines: three layers, two matrices of weights.

Every line is a weight. A bias node is always 1; nothing leads into it, so that no
gradient flows back through it. Of the many nodes only a few are drawn.

To tweak: n_hidden_nodes, at the bottom: the shapes of both matrices follow it.
"""

import picture

from itertools import product

from matplotlib.patches import Circle


def draw_layer(ax, x, names, color):
    """Draw a layer's nodes, or some of many; returns their places (x, y)."""
    names = names if len(names) < 6 else [*names[:4], "...", names[-1]]
    places = {name: (x, 7 - 1.2 * i) for i, name in enumerate(names)}
    style = {"ha": "center", "va": "center"}
    if "..." in places:
        ax.text(*places.pop("..."), "...", rotation=90, fontsize=20, **style)
    for name, place in places.items():
        face = "white" if name == "1" else color
        ax.add_patch(Circle(place, 0.5, fc=face, ec="black", zorder=2))
        ax.text(*place, name, zorder=3, **style)
    return list(places.values())


if __name__ == "__main__":
    ax = picture.new_figure(figsize=(9, 6.4)).subplots()
    n_input_variables, n_hidden_nodes, n_classes = 784, 200, 10
    x_names = ["1", *(f"x{i + 1}" for i in range(n_input_variables))]
    h_names = ["1", *(f"h{i + 1}" for i in range(n_hidden_nodes))]
    inputs = draw_layer(ax, 1.5, x_names, "C9")
    hidden = draw_layer(ax, 6, h_names, "C1")
    classes = draw_layer(ax, 10.5, [f"ŷ{i}" for i in range(n_classes)], "C2")
    for start, end in [*product(inputs, hidden[1:]), *product(hidden, classes)]:
        ax.plot(*zip(start, end, strict=True), color="C7", lw=1, zorder=1)

    w1_shape = (n_input_variables + 1, n_hidden_nodes)
    w2_shape = (n_hidden_nodes + 1, n_classes)
    for x, y, text in [
        (1.5, 0.3, f"inputs: {n_input_variables}\nand a bias"),
        (6, 0.3, f"hidden nodes: {n_hidden_nodes}\nand a bias"),
        (10.5, 0.3, f"classes: {n_classes}"),
        (3.75, 7.9, f"w1 {w1_shape}\nthen the sigmoid"),
        (8.25, 7.9, f"w2 {w2_shape}\nthen the softmax"),
    ]:
        ax.text(x, y, text, ha="center", va="top", fontsize=12)
    ax.set(xlim=(0, 12), ylim=(-0.5, 8), aspect="equal")
    ax.axis("off")
    n_weights = w1_shape[0] * w1_shape[1] + w2_shape[0] * w2_shape[1]
    ax.set_title(f"Three layers and {n_weights} weights: a line is a weight")
    picture.show()
