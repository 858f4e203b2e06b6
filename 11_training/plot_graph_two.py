"""Draw graph two of the chain rule: two paths to one weight add up.

New: w2 acts twice, once multiplied by x and once added. So two paths lead from the loss
L back to it. The local gradients of each path are multiplied, and the two products are
added. From L to w1 there is one path only, so w2 contributes more than w1.

To tweak: x, y, w1 and w2, at the bottom. With w1=9 the prediction is right, and all
gradients are 0.
"""

import picture

import contextlib

from claim_chain_rule import back_two, forward_two
from plot_graph_one import draw_edge, draw_node, start_diagram


def plot_graph_two(x, y, w1, w2):
    """Draw the graph from x, w1 and w2 to the loss L."""
    a, y_hat, L = forward_two(x, y, w1, w2)
    with contextlib.redirect_stdout(None):  # back_two prints what is drawn here
        dL_dw1, dL_dw2 = back_two(x, y, w1, w2)
    dL_dy_hat = 2 * (y_hat - y)

    ax = start_diagram(13, 8)
    x_place, w2_place, w1_place = (1.2, 7), (1.2, 4.5), (1.2, 2)
    a_place, y_hat_place, L_place = (4.7, 6), (8.2, 4.5), (11.8, 4.5)
    draw_edge(ax, x_place, a_place, "", "")
    draw_edge(ax, w2_place, a_place, "", f"da/dw2 = x = {x:g}")
    draw_edge(ax, w1_place, y_hat_place, "", "dy_hat/dw1 = 1")
    draw_edge(ax, w2_place, y_hat_place, "", "dy_hat/dw2 = 1")
    draw_edge(ax, a_place, y_hat_place, "", "dy_hat/da = 1")
    draw_edge(
        ax, y_hat_place, L_place, "minus y, squared", f"dL/dy_hat = {dL_dy_hat:g}"
    )
    for place, name, value in [
        (x_place, "x", x),
        (w2_place, "w2", w2),
        (w1_place, "w1", w1),
        (a_place, "a", a),
        (y_hat_place, "y_hat", y_hat),
        (L_place, "L", L),
    ]:
        color = "C1" if name.startswith("w") else "C9"
        draw_node(ax, place, f"{name}\n{value:g}", color)
    ax.text(4.7, 7, "a = x · w2", ha="center", fontsize=12)
    ax.text(8.2, 5.5, "y_hat = a + w1 + w2", ha="center", fontsize=12)
    ax.text(11.8, 5.5, f"y = {y:g}", ha="center", fontsize=12)

    bold = {"ha": "center", "color": "C3", "weight": "bold", "fontsize": 13}
    through_a = dL_dy_hat * x
    w2_text = f"dL/dw2 = {dL_dy_hat:g} · 1 · {x:g} + {dL_dy_hat:g} · 1"
    w2_text += f" = {through_a:g} + {dL_dy_hat:g} = {dL_dw2:g}, two paths"
    ax.text(6.5, 0.8, w2_text, **bold)
    ax.text(6.5, 0.2, f"dL/dw1 = {dL_dy_hat:g} · 1 = {dL_dw1:g}, one path", **bold)
    ax.set_title("Where two paths lead to the same weight, their gradients add up")


if __name__ == "__main__":
    plot_graph_two(x=3, y=17, w1=6, w2=2)
    picture.show()
