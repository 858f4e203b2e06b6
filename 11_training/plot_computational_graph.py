"""Draw the network as a computational graph, forward and then with its gradients.

Above: X and w1 are multiplied, with the bias column in front of X; the sigmoid turns
the product a into the hidden nodes h; h and w2 are multiplied in the same way; and SML,
softmax and cross-entropy in one, turns the product b into the loss L. In the circles
are the shapes.

Below, the same graph has its local gradients along the arrows. From L a path leads back
to w2, and one to w1. The local gradients of each are multiplied: that is the chain rule
of graph one, with matrices. Under each product stands the statement of back; which
factor comes first, and which one is transposed, the shapes alone decide. The first row
of w2 belongs to the bias, which has nothing behind it, and is left out.

To tweak: m, n_hidden_nodes and n_classes, at the bottom. The shapes follow.
"""

import picture

from graph_drawing import draw_edge, draw_node, prepare

PLACES = {
    "X": (1, 3.12),
    "w1": (1, 1.3),
    "a": (4, 2.38),
    "h": (7, 2.38),
    "w2": (7, 0.78),
    "b": (10, 2.38),
    "L": (13, 2.38),
}

W2_GRADIENT = "np.matmul(prepend_bias(h).T, y_hat - Y) / X.shape[0]"
W1_GRADIENT = (
    "np.matmul(prepend_bias(X).T, "
    "np.matmul(y_hat - Y, w2[1:].T) * sigmoid_gradient(h)) / X.shape[0]"
)


def shapes_of(m, n, n_hidden_nodes, n_classes):
    """The shape of each value for m examples of n input variables."""
    return {
        "X": (m, n),
        "w1": (n + 1, n_hidden_nodes),
        "a": (m, n_hidden_nodes),
        "h": (m, n_hidden_nodes),
        "w2": (n_hidden_nodes + 1, n_classes),
        "b": (m, n_classes),
        "L": "a number",
    }


def plot_graph(ax, shapes, local_gradients):
    """Draw the graph; local_gradients has texts for edges, pairs of names."""
    operations = {("a", "h"): r"$\sigma$", ("b", "L"): "SML"}
    for edge in [("X", "a"), ("w1", "a"), *operations, ("h", "b"), ("w2", "b")]:
        start, end = edge
        texts = operations.get(edge, ""), local_gradients.get(edge, "")
        draw_edge(ax, PLACES[start], PLACES[end], *texts)
    for name, place in PLACES.items():
        color = "C1" if name in ("w1", "w2") else "C9"
        draw_node(ax, place, f"{name}\n{shapes[name]}", color)
    for name, product in [("a", "prepend_bias(X) · w1"), ("b", "prepend_bias(h) · w2")]:
        x, y = PLACES[name]
        ax.text(x, y + 0.9, product, ha="center", fontsize=12)


def plot_forward(ax, shapes):
    """Draw the graph that forward and the loss compute."""
    prepare(ax, width=14, height=3.9)
    plot_graph(ax, shapes, {})
    ax.set_title("Forward: from the images and the weights to the loss")


def plot_backward(ax, shapes):
    """Draw the same graph with the local gradients along its edges."""
    prepare(ax, width=14, height=3.9)
    local_gradients = {
        ("w1", "a"): "da/dw1 = X",
        ("a", "h"): "dh/da = $\\sigma$'\n= h (1 - h)",
        ("h", "b"): "db/dh = w2",
        ("w2", "b"): "db/dw2 = h",
        ("b", "L"): "dL/db = SML'\n= y_hat - Y",
    }
    plot_graph(ax, shapes, local_gradients)
    ax.set_title("Backward: along each path the local gradients are multiplied")


def write_chains(ax):
    """Write both products of local gradients, and the statements that compute them."""
    prepare(ax, width=14, height=2)
    for y, name, chain, product, statement in [
        (1.6, "w2", "dL/db · db/dw2", "SML' · h", W2_GRADIENT),
        (
            0.6,
            "w1",
            "dL/db · db/dh · dh/da · da/dw1",
            r"SML' · w2 · $\sigma$' · X",
            W1_GRADIENT,
        ),
    ]:
        text = f"dL/d{name} = {chain} = {product}"
        ax.text(0.2, y, text, color="C3", weight="bold", fontsize=14)
        statement = f"{name}_gradient = {statement}"
        ax.text(0.2, y - 0.4, statement, family="monospace", fontsize=11)


if __name__ == "__main__":
    figure = picture.new_figure(figsize=(13, 9))
    shapes = shapes_of(m=60000, n=784, n_hidden_nodes=200, n_classes=10)

    axes = figure.subplots(nrows=3, height_ratios=[3.9, 3.9, 2])
    plot_forward(axes[0], shapes)
    plot_backward(axes[1], shapes)
    write_chains(axes[2])
    picture.show()
