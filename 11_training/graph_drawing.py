"""The circles and arrows of a computational graph, for the pictures that draw one."""

import numpy as np
from matplotlib.patches import Circle

RADIUS = 0.75


def prepare(ax, width, height):
    """Give axes a size, take their numbers away, and make circles round on them."""
    ax.set(xlim=(0, width), ylim=(0, height), aspect="equal")
    ax.axis("off")


def draw_node(ax, place, text, color="C9"):
    """Draw a value as a circle around place (x, y), with a text in it."""
    ax.add_patch(Circle(place, RADIUS, fc=color, ec="black", alpha=0.6, zorder=2))
    ax.text(*place, text, ha="center", va="center", fontsize=12, zorder=3)


def draw_edge(ax, start, end, operation, local_gradient):
    """Draw an arrow between circles, the operation above it, its gradient below."""
    start, end = np.array(start), np.array(end)
    direction = (end - start) / np.linalg.norm(end - start)
    ends = start + direction * RADIUS, end - direction * RADIUS
    arrow = {"arrowstyle": "-|>", "color": "black", "shrinkA": 0, "shrinkB": 0}
    ax.annotate("", xy=ends[1], xytext=ends[0], arrowprops=arrow)

    along = {"rotation": np.degrees(np.arctan2(*direction[::-1])), "ha": "center"}
    along |= {"rotation_mode": "anchor", "fontsize": 12}
    middle, above = (start + end) / 2, np.array([-direction[1], direction[0]]) * 0.1
    ax.text(*(middle + above), operation, va="bottom", **along)
    ax.text(*(middle - above), local_gradient, va="top", color="C3", **along)
