"""Draw graph one of the chain rule: values forward, local gradients backward.

Every circle is a value. Below each arrow stands the local gradient: how the value at
its head changes with the one at its tail. Along the path the local gradients are
multiplied, and the product is the gradient of c by a.

To tweak: a, at the bottom. The local gradient of the square changes with it, the one of
the doubling does not.
"""

import picture

import contextlib

import matplotlib.pyplot as plt

from claim_chain_rule import back_one, forward_one


def start_diagram(width, height):
    """Empty axes of a size, without numbers, in which a circle is round."""
    ax = plt.figure(figsize=(width, height)).add_subplot()
    ax.set(xlim=(0, width), ylim=(0, height), aspect="equal")
    ax.axis("off")
    return ax


def draw_node(ax, place, text, color="C9"):
    """Draw a value as a circle with a text in it."""
    ax.add_patch(plt.Circle(place, 0.75, fc=color, ec="black", alpha=0.6, zorder=2))
    ax.text(*place, text, ha="center", va="center", fontsize=13, zorder=3)


def draw_edge(ax, start, end, operation, local_gradient):
    """Draw an arrow from value to value, the operation above, its gradient below."""
    arrow = {"arrowstyle": "-|>", "color": "black", "shrinkA": 42, "shrinkB": 42}
    ax.annotate("", xy=end, xytext=start, arrowprops=arrow)
    x, y = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    ax.text(x, y + 0.15, operation, ha="center", va="bottom", fontsize=12)
    style = {"bbox": {"fc": "white", "ec": "none", "pad": 1}} if local_gradient else {}
    ax.text(
        x,
        y - 0.15,
        local_gradient,
        ha="center",
        va="top",
        color="C3",
        fontsize=12,
        **style,
    )


def plot_graph_one(a):
    """Draw the graph from a to c."""
    b, c = forward_one(a)
    with contextlib.redirect_stdout(None):  # back_one prints what is drawn here
        dc_da = back_one(a)
    ax = start_diagram(10, 4)
    a_place, b_place, c_place = (1.2, 1.9), (5, 1.9), (8.8, 1.9)
    draw_edge(ax, a_place, b_place, "doubled", "db/da = 2")
    draw_edge(ax, b_place, c_place, "squared", f"dc/db = 2b = {2 * b:g}")
    draw_node(ax, a_place, f"a\n{a:g}")
    draw_node(ax, b_place, f"b\n{b:g}")
    draw_node(ax, c_place, f"c\n{c:g}")
    result = f"dc/da = {2 * b:g} · 2 = {dc_da:g}, which is 8a"
    ax.text(5, 0.4, result, ha="center", color="C3", weight="bold", fontsize=14)
    ax.set_title("Along a path the local gradients are multiplied")


if __name__ == "__main__":
    plot_graph_one(a=3)
    picture.show()
