"""Draw graph one of the chain rule: values forward, local gradients backward.

Every circle is a value. Below each arrow stands the local gradient: how the value at
its head changes with the one at its tail. Along the path the local gradients are
multiplied, and the product is the gradient of c with respect to a.

To tweak: a, at the bottom. The local gradient of the square changes with it, the one of
the doubling does not.
"""

import picture

from graph_drawing import draw_edge, draw_node, prepare


def plot_graph_one(ax, a):
    """Draw the graph from a to c, where b = 2a and c is b squared."""
    b = 2 * a
    c = b**2
    db_da = 2
    dc_db = 2 * b
    dc_da = dc_db * db_da

    prepare(ax, width=10, height=3.2)
    a_place, b_place, c_place = (1.2, 1.9), (5, 1.9), (8.8, 1.9)
    draw_edge(ax, a_place, b_place, "doubled", f"db/da = {db_da}")
    draw_edge(ax, b_place, c_place, "squared", f"dc/db = 2b = 4a\n= {dc_db:g}")
    draw_node(ax, a_place, f"a\n{a:g}")
    draw_node(ax, b_place, f"b\n{b:g}")
    draw_node(ax, c_place, f"c\n{c:g}")
    result = f"dc/da = 4a · 2 = 8a = {dc_db:g} · {db_da} = {dc_da:g}"
    ax.text(5, 0.4, result, ha="center", color="C3", weight="bold", fontsize=14)
    ax.set_title("Along a path the local gradients are multiplied")


if __name__ == "__main__":
    ax = picture.new_figure(figsize=(10, 4)).subplots()
    plot_graph_one(ax, a=3)
    picture.show()
