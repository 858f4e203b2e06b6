"""Draw graph two of the chain rule: two paths to one weight add up.

New: w2 acts twice, once multiplied by x and once added. So two paths lead from the loss
L back to it, and their products are added. To w1 there is one: w2 contributes more.

To tweak: x, y, w1 and w2, at the bottom. With w1=9 the prediction is right, and all
gradients are 0.
"""

import picture

from graph_two import draw_graph_two, show_graph_two


def plot_graph_two(ax, x, y, w1, w2):
    """Draw the graph from x, w1 and w2 to the loss L of the prediction for label y."""
    show_graph_two(draw_graph_two(ax), x, w1, w2, y)
    ax.set_title("Where two paths lead to the same weight, their gradients add up")


if __name__ == "__main__":
    ax = picture.new_figure(figsize=(12, 6)).subplots()
    plot_graph_two(ax, x=3, y=17, w1=6, w2=2)
    picture.show()
