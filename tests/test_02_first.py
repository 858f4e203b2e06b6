"""Chapter 2: figures of the page, tweaks, pictures, claims and the exercise."""

import pytest

from project import play

# Script, what is changed in its run, and what a reader then sees.
TABLE = [
    ("linear_regression.py", {}, "w=1.840\nPrediction: x=20 => y=36.80"),
    ("linear_regression.py", {"lr=0.01": "lr=0.1"}, "w=1.800"),
    (
        "linear_regression.py",
        {"lr=0.01": "lr=0.0001"},
        "Couldn't converge within 10000 iterations",
    ),
]


@pytest.mark.parametrize("script, changes, expected", TABLE)
def test_what_a_reader_sees(script, changes, expected):
    """In the lines that are printed, the line at the end, or the picture."""
    assert expected in play(f"02_first/{script}", changes).said
