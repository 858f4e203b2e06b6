"""Turn the numbers of graph two: values go forward, gradients come backward.

The graph is that of plot_graph_two.py. As x, y, w1 and w2 are turned, the values in the
circles change, and the local gradients at the arrows. Below, each path's are multiplied
and the paths added up: that is how L changes with w1 and with w2. The button takes one
step down: it moves both weights against their gradients, and L gets smaller.

To tweak: lr, at the bottom. With lr=0.1 a step leads across the minimum, and L grows.
"""

import picture

import contextlib

import numpy as np

import controls
from claim_chain_rule import back_two, forward_two
from graph_drawing import draw_edge, draw_node

PLACES = {
    "x": (1.2, 7),
    "w2": (1.2, 4.5),
    "w1": (1.2, 2),
    "a": (4.7, 6),
    "y_hat": (8.2, 4.5),
    "L": (11.8, 4.5),
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
    ax.text(4.7, 7, "a = x · w2", ha="center", fontsize=12)
    ax.text(8.2, 5.5, "y_hat = a + w1 + w2", ha="center", fontsize=12)
    return nodes, edges


def live_graph(x, y, w1, w2, lr):
    """Draw the graph with a slider for each of its numbers, and a button for a step."""
    figure = controls.new_figure(13, 9)
    ax = figure.add_axes([0, 0.18, 1, 0.74])
    ax.set(xlim=(0, 13), ylim=(0, 8), aspect="equal")
    ax.axis("off")
    ax.set_title("Values go forward, gradients come backward")
    nodes, edges = draw_graph(ax)
    style = {"color": "C3", "weight": "bold", "fontsize": 13}
    ax.text(5.5, 0.8, "two paths: dL/dw2 =", ha="right", **style)
    ax.text(5.5, 0.2, "one path: dL/dw1 =", ha="right", **style)
    of_w2, of_w1 = ax.text(5.6, 0.8, "", **style), ax.text(5.6, 0.2, "", **style)
    moving = [edges["da/dw2"], edges["dL/dy_hat"], of_w1, of_w2]
    controls.add_moving(figure, *nodes.values(), *moving)

    def gradients():
        """The gradients of L by w1 and by w2, where the sliders stand."""
        with contextlib.redirect_stdout(None):  # back_two prints what is drawn here
            return back_two(*(slider.val for slider in sliders))

    def show():
        """Forward, then backward."""
        x, y, w1, w2 = (slider.val for slider in sliders)
        a, y_hat, L = forward_two(x, y, w1, w2)
        values = {"x": x, "w2": w2, "w1": w1, "a": a, "y_hat": y_hat, "L": L}
        for name, value in values.items():
            nodes[name].set_text(f"{value:.4g}")
        slope = 2 * (y_hat - y)
        edges["da/dw2"].set_text(f"da/dw2 = x = {x:.3g}")
        edges["dL/dy_hat"].set_text(f"dL/dy_hat = {slope:.3g}")
        dL_dw1, dL_dw2 = gradients()
        paths = f"{slope:.3g} · 1 · {x:.3g} + {slope:.3g} · 1"
        of_w2.set_text(f"{paths} = {dL_dw2:.3g}")
        of_w1.set_text(f"{slope:.3g} · 1 = {dL_dw1:.3g}")

    def step():
        """Move both weights against their gradients, as far as their sliders go."""
        for slider, gradient in zip(sliders[2:], gradients(), strict=True):
            value = slider.val - gradient * lr
            slider.set_val(np.clip(value, slider.valmin, slider.valmax))

    sliders = []
    for i, (name, ends, start) in enumerate(
        [
            ("x", (-5, 5), x),
            ("y", (-20, 40), y),
            ("w1", (-10, 10), w1),
            ("w2", (-10, 10), w2),
        ]
    ):
        place = [0.06 + 0.4 * (i // 2), 0.11 - 0.06 * (i % 2), 0.28, 0.03]
        sliders.append(controls.add_slider(figure, place, name, ends, start, show))
    controls.add_button(figure, [0.86, 0.05, 0.1, 0.09], "step down", step)
    show()


if __name__ == "__main__":
    live_graph(x=3, y=17, w1=6, w2=2, lr=0.01)
    picture.show()
