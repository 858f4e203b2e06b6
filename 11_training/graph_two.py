"""Graph two of chain_rule.py, for the picture that draws it and the one that moves."""

from chain_rule import back_two
from graph_drawing import draw_edge, draw_node, prepare


def draw_graph_two(ax):
    """Draw all that stays; returns the texts for what changes, by name, still empty."""
    prepare(ax, width=18, height=8)
    places = {"x": (1.5, 7), "w2": (1.5, 4.5), "w1": (1.5, 2)}
    places |= {"a": (6.5, 6), "y_hat": (11.5, 4.5), "L": (16.5, 4.5)}
    texts = {}
    for start, end, operation, local_gradient, name in [
        ("x", "a", "", "", ""),
        ("w2", "a", "", "", "da_dw2"),
        ("w1", "y_hat", "", "dy_hat/dw1 = 1", ""),
        ("w2", "y_hat", "", "dy_hat/dw2 = 1", ""),
        ("a", "y_hat", "", "dy_hat/da = 1", ""),
        ("y_hat", "L", "minus y, squared", "", "dL_dy_hat"),
    ]:
        draw_edge(ax, places[start], places[end], operation, local_gradient)
        if name:
            texts[name] = ax.texts[-1]
    for name, place in places.items():
        draw_node(ax, place, "", "C1" if name.startswith("w") else "C9")
        x, y = place
        ax.text(x, y + 0.1, name, ha="center", fontsize=13)
        texts[name] = ax.text(x, y - 0.3, "", ha="center", fontsize=13)
    ax.text(6.5, 7, "a = x · w2", ha="center", fontsize=12)
    ax.text(11.5, 5.5, "y_hat = a + w1 + w2", ha="center", fontsize=12)
    texts["y"] = ax.text(16.5, 5.5, "", ha="center", fontsize=12)
    bold = {"color": "C3", "weight": "bold", "fontsize": 13}
    texts["dL_dw2"] = ax.text(4.5, 0.8, "", **bold)
    texts["dL_dw1"] = ax.text(4.5, 0.2, "", **bold)
    return texts


def show_graph_two(texts, x, w1, w2, y):
    """Compute the graph, forward then backward, and write all of it into the texts."""
    graph = back_two(x, w1, w2, y)
    values = {name: f"{value:.4g}" for name, value in graph.items()}
    slope, x = values["dL_dy_hat"], values["x"]
    sums = "{w2_through_a} + {w2_directly} = {dL_dw2}".format(**values)
    values["y"] = f"y = {values['y']}"
    values["da_dw2"] = f"da/dw2 = x = {x}"
    values["dL_dy_hat"] = f"dL/dy_hat = {slope}"
    values["dL_dw2"] = f"dL/dw2 = {slope} · 1 · {x} + {slope} · 1 = {sums}, two paths"
    values["dL_dw1"] = f"dL/dw1 = {slope} · 1 = {values['dL_dw1']}, one path"
    for name, text in texts.items():
        text.set_text(values[name])
    return graph
