"""Turn the numbers of graph two: values go forward, gradients come backward.

The graph is that of plot_graph_two.py. As x, y, w1 and w2 are turned, the values in the
circles change, and the local gradients at the arrows. Below, each path's are multiplied
and the paths added up: that is how L changes with w1 and with w2. The button takes one
step down: it moves both weights against their gradients, and L gets smaller.

To tweak: lr, at the bottom. With lr=0.1 a step leads across the minimum, and L grows.
"""

import picture

import numpy as np

import controls
from chain_rule import back_two
from graph_drawing import draw_edge, draw_node, prepare

PLACES = {
    "x": (1.5, 7),
    "w2": (1.5, 4.5),
    "w1": (1.5, 2),
    "a": (6.5, 6),
    "y_hat": (11.5, 4.5),
    "L": (16.5, 4.5),
}


def draw_graph(ax):
    """Draw all but the values; returns the texts for them: of nodes, of two edges."""
    edges, nodes = {}, {}
    for start, end, operation, gradient in [
        ("x", "a", "", ""),
        ("w2", "a", "", "da/dw2"),
        ("w1", "y_hat", "", "dy_hat/dw1 = 1"),
        ("w2", "y_hat", "", "dy_hat/dw2 = 1"),
        ("a", "y_hat", "", "dy_hat/da = 1"),
        ("y_hat", "L", "minus y, squared", "dL/dy_hat"),
    ]:
        draw_edge(ax, PLACES[start], PLACES[end], operation, gradient)
        edges[gradient] = ax.texts[-1]
    for name, place in PLACES.items():
        draw_node(ax, place, "", "C1" if name.startswith("w") else "C9")
        x, y = place
        ax.text(x, y + 0.1, name, ha="center", fontsize=13)
        nodes[name] = ax.text(x, y - 0.3, "", ha="center", fontsize=13)
    ax.text(6.5, 7, "a = x · w2", ha="center", fontsize=12)
    ax.text(11.5, 5.5, "y_hat = a + w1 + w2", ha="center", fontsize=12)
    return nodes, edges


def live_graph(x, w1, w2, y, lr):
    """Draw the graph with a slider for each of its numbers, and a button for a step."""
    figure = controls.new_figure(12, 6.4)
    ax = figure.add_axes([0, 0.19, 1, 0.74])
    prepare(ax, width=18, height=8)
    ax.set_title("Values go forward, gradients come backward")
    nodes, edges = draw_graph(ax)
    style = {"color": "C3", "weight": "bold", "fontsize": 12}
    ax.text(8, 0.8, "two paths: dL/dw2 =", ha="right", **style)
    ax.text(8, 0.2, "one path: dL/dw1 =", ha="right", **style)
    of_w2, of_w1 = ax.text(8.1, 0.8, "", **style), ax.text(8.1, 0.2, "", **style)
    moving = [edges["da/dw2"], edges["dL/dy_hat"], of_w1, of_w2]
    controls.add_moving(figure, *nodes.values(), *moving)

    def graph():
        """What back_two gives, where the sliders stand."""
        return back_two(**{name: slider.val for name, slider in sliders.items()})

    def show():
        """Forward, then backward."""
        values = graph()
        for name, text in nodes.items():
            text.set_text(f"{values[name]:.4g}")
        x, slope = f"{values['x']:.3g}", f"{values['dL_dy_hat']:.3g}"
        edges["da/dw2"].set_text(f"da/dw2 = x = {x}")
        edges["dL/dy_hat"].set_text(f"dL/dy_hat = {slope}")
        paths = f"{slope} · 1 · {x} + {slope} · 1"
        of_w2.set_text(f"{paths} = {values['dL_dw2']:.3g}")
        of_w1.set_text(f"{slope} · 1 = {values['dL_dw1']:.3g}")

    def step():
        """Move both weights against their gradients, as far as their sliders go."""
        gradients = graph()
        for name in ("w1", "w2"):
            slider = sliders[name]
            value = slider.val - gradients[f"dL_d{name}"] * lr
            slider.set_val(np.clip(value, slider.valmin, slider.valmax))

    sliders = {}
    for i, (name, ends, start) in enumerate(
        [
            ("x", (-5, 5), x),
            ("y", (-20, 40), y),
            ("w1", (-10, 10), w1),
            ("w2", (-10, 10), w2),
        ]
    ):
        place = [0.06 + 0.4 * (i // 2), 0.11 - 0.06 * (i % 2), 0.28, 0.03]
        slider = controls.add_slider(figure, place, name, ends, start, show)
        sliders[name] = slider
    controls.add_button(figure, [0.86, 0.05, 0.1, 0.09], "step down", step)
    show()


if __name__ == "__main__":
    live_graph(x=3, w1=6, w2=2, y=17, lr=0.01)
    picture.show()
