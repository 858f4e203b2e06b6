"""Draw graph two of the chain rule: two paths to one weight add up.

New: w2 acts twice, once multiplied by x and once added. So two paths lead from the loss
L back to it. The local gradients of each path are multiplied, and the two products are
added. From L to w1 there is one path only, so w2 contributes more than w1.

To tweak: x, y, w1 and w2, at the bottom. With w1=9 the prediction is right, and all
gradients are 0.
"""

import picture

from graph_drawing import draw_edge, draw_node, prepare


def plot_graph_two(ax, x, y, w1, w2):
    """Draw the graph from x, w1 and w2 to the loss L of the prediction for label y."""
    a = x * w2
    y_hat = a + w1 + w2
    L = (y_hat - y) ** 2
    dL_dy_hat = 2 * (y_hat - y)
    through_a, directly = dL_dy_hat * 1 * x, dL_dy_hat * 1

    prepare(ax, width=13, height=8)
    places = {"x": (1.2, 7), "w2": (1.2, 4.5), "w1": (1.2, 2)}
    places |= {"a": (4.7, 6), "y_hat": (8.2, 4.5), "L": (11.8, 4.5)}
    for start, end, operation, local_gradient in [
        ("x", "a", "", ""),
        ("w2", "a", "", f"da/dw2 = x = {x:g}"),
        ("w1", "y_hat", "", "dy_hat/dw1 = 1"),
        ("w2", "y_hat", "", "dy_hat/dw2 = 1"),
        ("a", "y_hat", "", "dy_hat/da = 1"),
        ("y_hat", "L", "minus y, squared", f"dL/dy_hat = {dL_dy_hat:g}"),
    ]:
        draw_edge(ax, places[start], places[end], operation, local_gradient)
    values = {"x": x, "w2": w2, "w1": w1, "a": a, "y_hat": y_hat, "L": L}
    for name, value in values.items():
        color = "C1" if name in ("w1", "w2") else "C9"
        draw_node(ax, places[name], f"{name}\n{value:g}", color)
    ax.text(4.7, 7, "a = x · w2", ha="center", fontsize=12)
    ax.text(8.2, 5.5, "y_hat = a + w1 + w2", ha="center", fontsize=12)
    ax.text(11.8, 5.5, f"y = {y:g}", ha="center", fontsize=12)

    bold = {"ha": "center", "color": "C3", "weight": "bold", "fontsize": 13}
    w2_text = f"dL/dw2 = {dL_dy_hat:g} · 1 · {x:g} + {dL_dy_hat:g} · 1"
    w2_text += f" = {through_a:g} + {directly:g} = {through_a + directly:g}, two paths"
    ax.text(6.5, 0.8, w2_text, **bold)
    ax.text(6.5, 0.2, f"dL/dw1 = {dL_dy_hat:g} · 1 = {directly:g}, one path", **bold)
    ax.set_title("Where two paths lead to the same weight, their gradients add up")


if __name__ == "__main__":
    ax = picture.new_figure(figsize=(13, 8)).subplots()
    plot_graph_two(ax, x=3, y=17, w1=6, w2=2)
    picture.show()
