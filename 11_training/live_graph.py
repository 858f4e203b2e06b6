"""Turn the numbers of graph two: values go forward, gradients come backward.

The graph is that of plot_graph_two.py. The button takes one step down: it moves both
weights against their gradients, and L gets smaller.

To tweak: lr, at the bottom. With lr=0.1 a step leads across the minimum, and L grows.
"""

import picture

import numpy as np

import controls
from graph_two import draw_graph_two, show_graph_two

ENDS = {"x": (-5, 5), "y": (-20, 40), "w1": (-10, 10), "w2": (-10, 10)}


def live_graph(lr, **start):
    """Draw the graph with a slider for each of its numbers, and a button for a step."""
    figure = controls.new_figure(12, 6.4)
    ax = figure.add_axes([0, 0.19, 1, 0.74])
    texts = draw_graph_two(ax)
    ax.set_title("Values go forward, gradients come backward")
    controls.add_moving(figure, *texts.values())

    def show():
        """Forward, then backward, from where the sliders stand."""
        numbers = {name: slider.val for name, slider in sliders.items()}
        return show_graph_two(texts, **numbers)

    def step():
        """Move both weights against their gradients, as far as their sliders go."""
        graph = show()
        for name in ("w1", "w2"):
            value = graph[name] - graph[f"dL_d{name}"] * lr
            sliders[name].set_val(np.clip(value, *ENDS[name]))

    sliders = {}
    for i, (name, ends) in enumerate(ENDS.items()):
        box = [0.06 + 0.4 * (i // 2), 0.11 - 0.06 * (i % 2), 0.28, 0.03]
        sliders[name] = controls.add_slider(figure, box, name, ends, start[name], show)
    controls.add_button(figure, [0.86, 0.05, 0.1, 0.09], "step down", step)
    show()


if __name__ == "__main__":
    live_graph(x=3, w1=6, w2=2, y=17, lr=0.01)
    picture.show()
