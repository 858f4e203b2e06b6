"""The chain rule on two small graphs: how a gradient travels backward.

Values go forward. Then each operation gives its local gradient: how its result changes
with its input. Along a path these are multiplied; where several paths lead to the same
weight, their products are added.

To tweak: the numbers at the bottom. Computed and measured still agree. With x=0 w2 acts
only once, and no more than w1; with x=-1 its two paths cancel out.
"""

import terminal

from chain_rule import back_one, back_two
from gradient_check import measure_slope


def show_two(x, w1, w2, y):
    """Print the values and the gradients of graph two."""
    graph = back_two(x, w1, w2, y)
    print("a = {a:g}, y_hat = {y_hat:g}, L = {L:g}".format(**graph))
    for name in ["dL_dy_hat", "dy_hat_da", "dy_hat_dw1", "dy_hat_dw2", "da_dw2"]:
        print(f"  {name.replace('_d', '/d', 1)} = {graph[name]:g}")
    print("dL/dw1 = {dL_dw1:g}".format(**graph))
    paths = "{w2_through_a:g} through a and {w2_directly:g} directly"
    print(("dL/dw2 = {dL_dw2:g}: " + paths).format(**graph))
    measured = measure_slope(lambda w1: back_two(x, w1, w2, y)["L"], w1)
    print(f"  dL/dw1: computed {graph['dL_dw1']:.6f}, measured {measured:.6f}")
    measured = measure_slope(lambda w2: back_two(x, w1, w2, y)["L"], w2)
    print(f"  dL/dw2: computed {graph['dL_dw2']:.6f}, measured {measured:.6f}")


if __name__ == "__main__":
    print("Graph one: b = 2a, c = b * b\n")
    for a in [1, 3, -5]:
        one = back_one(a)
        print("a = {a:g}, b = {b:g}, c = {c:g}".format(**one))
        print("  db/da = {db_da:g}, dc/db = {dc_db:g}, dc/da = {dc_da:g}".format(**one))
        measured = measure_slope(lambda a: back_one(a)["c"], a)
        print(f"  dc/da: computed {one['dc_da']:.6f}, measured {measured:.6f}\n")
    print("Graph two: a = x * w2, y_hat = a + w1 + w2, L = (y_hat - y) squared\n")
    show_two(x=3, w1=6, w2=2, y=17)
