"""Draw graph one of the chain rule: values forward, local gradients backward.

Below each arrow stands the local gradient: how the value at its head changes with the
one at its tail. Their product is the gradient of c with respect to a.

To tweak: a, at the bottom. The local gradient of the square changes with it, the one of
the doubling does not.
"""

import picture

from chain_rule import back_one
from graph_drawing import draw_edge, draw_node, prepare


def plot_graph_one(ax, a):
    """Draw the graph from a to c, where b = 2a and c is b squared."""
    graph = back_one(a)
    prepare(ax, width=10, height=3.2)
    places = {"a": (1.2, 1.9), "b": (5, 1.9), "c": (8.8, 1.9)}
    dc_db = "dc/db = 2b = 4a\n= {dc_db:g}".format(**graph)
    draw_edge(ax, places["a"], places["b"], "doubled", "db/da = 2")
    draw_edge(ax, places["b"], places["c"], "squared", dc_db)
    for name, place in places.items():
        draw_node(ax, place, f"{name}\n{graph[name]:g}")
    result = "dc/da = 4a · 2 = 8a = {dc_db:g} · {db_da} = {dc_da:g}".format(**graph)
    ax.text(5, 0.4, result, ha="center", color="C3", weight="bold", fontsize=14)
    ax.set_title("Along a path the local gradients are multiplied")


if __name__ == "__main__":
    ax = picture.new_figure(figsize=(10, 4)).subplots()
    plot_graph_one(ax, a=3)
    picture.show()
