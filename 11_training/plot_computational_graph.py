"""Draw the network as a computational graph, forward and then with its gradients.

In the circles are the shapes; SML is softmax and cross-entropy in one. Below, the local
gradients along each path from L back to w2, and to w1, are multiplied. Under each
product stands the statement of back; which factor comes first, and which one is
transposed, the shapes alone decide. The first row of w2, the bias's, is left out.

To tweak: m, n_hidden_nodes and n_classes, at the bottom. The shapes follow.
"""

import picture

from graph_drawing import draw_edge, draw_node, prepare

PLACES = {"X": (1, 3.12), "w1": (1, 1.3), "a": (4, 2.38), "h": (7, 2.38)}
PLACES |= {"w2": (7, 0.78), "b": (10, 2.38), "L": (13, 2.38)}
EDGES = [
    ("X", "a", "", ""),
    ("w1", "a", "", "da/dw1 = X"),
    ("a", "h", r"$\sigma$", "dh/da = $\\sigma$'\n= h (1 - h)"),
    ("h", "b", "", "db/dh = w2"),
    ("w2", "b", "", "db/dw2 = h"),
    ("b", "L", "SML", "dL/db = SML'\n= y_hat - Y"),
]
W2_GRADIENT = "np.matmul(prepend_bias(h).T, y_hat - Y) / X.shape[0]"
W1_GRADIENT = "np.matmul(prepend_bias(X).T, np.matmul(y_hat - Y, w2[1:].T)"
W1_GRADIENT += " * sigmoid_gradient(h)) / X.shape[0]"


def shapes_of(m, n, n_hidden_nodes, n_classes):
    """The shape of each value for m examples of n input variables."""
    w1, w2 = (n + 1, n_hidden_nodes), (n_hidden_nodes + 1, n_classes)
    h, b = (m, n_hidden_nodes), (m, n_classes)
    return {"X": (m, n), "w1": w1, "a": h, "h": h, "w2": w2, "b": b, "L": "a number"}


def plot_graph(ax, shapes, has_gradients, title):
    """Draw the graph, with or without its local gradients."""
    prepare(ax, width=14, height=3.9)
    for start, end, operation, gradient in EDGES:
        texts = operation, gradient if has_gradients else ""
        draw_edge(ax, PLACES[start], PLACES[end], *texts)
    for name, place in PLACES.items():
        color = "C1" if name in ("w1", "w2") else "C9"
        draw_node(ax, place, f"{name}\n{shapes[name]}", color)
    for name, product in [("a", "prepend_bias(X) · w1"), ("b", "prepend_bias(h) · w2")]:
        x, y = PLACES[name]
        ax.text(x, y + 0.9, product, ha="center", fontsize=12)
    ax.set_title(title)


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(13, 9))
    shapes = shapes_of(m=60000, n=784, n_hidden_nodes=200, n_classes=10)

    upper, middle, lower = figure.subplots(nrows=3, height_ratios=[3.9, 3.9, 2])
    title = "Forward: from the images and the weights to the loss"
    plot_graph(upper, shapes, has_gradients=False, title=title)
    title = "Backward: along each path the local gradients are multiplied"
    plot_graph(middle, shapes, has_gradients=True, title=title)

    prepare(lower, width=14, height=2)
    bold = {"color": "C3", "weight": "bold", "fontsize": 14}
    mono = {"family": "monospace", "fontsize": 11}
    lower.text(0.2, 1.6, "dL/dw2 = dL/db · db/dw2 = SML' · h", **bold)
    lower.text(0.2, 1.2, f"w2_gradient = {W2_GRADIENT}", **mono)
    w1_chain = "dL/db · db/dh · dh/da · da/dw1 = SML' · w2 · $\\sigma$' · X"
    lower.text(0.2, 0.6, f"dL/dw1 = {w1_chain}", **bold)
    lower.text(0.2, 0.2, f"w1_gradient = {W1_GRADIENT}", **mono)
    picture.show()
