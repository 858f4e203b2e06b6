"""The notebooks are what the scripts make of them, and have run from first to last."""

import re

import nbformat
import pytest

from build_notebooks import build, execute, scripts_of
from project import CHAPTERS, ROOT

LONG = re.compile("(iterations|seconds).*=")  # A line with a number that takes time.


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_built_from_the_scripts_and_run(chapter):
    """Whoever changes a script builds them again: python tests/build_notebooks.py."""
    path = ROOT / "notebooks" / f"{chapter}.ipynb"
    notebook = nbformat.read(path, as_version=4)
    cells, built = notebook.cells, build(chapter).cells
    assert [(c.id, c.source) for c in cells] == [(c.id, c.source) for c in built]
    code = [cell for cell in cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    outputs = [output for cell in code for output in cell.outputs]
    assert {output.output_type for output in outputs} <= {"stream", "display_data"}
    n_pictures = sum("image/png" in output.get("data", {}) for output in outputs)
    assert n_pictures == sum("/plot_" in script for script in scripts_of(chapter))
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"/home/|/root|/tmp/|C:\\| at 0x|stderr|" + str(ROOT), text)
    assert len(text) < 3e6


def test_runs():
    """From first to last, with what is installed here."""
    notebook = execute(build("02_first"))
    shown = nbformat.writes(notebook)
    assert "Iteration 1551 => Loss: 22.863567" in shown
    assert "w=1.100, b=12.930" in shown


@pytest.mark.slow
@pytest.mark.parametrize("chapter", [c for c in CHAPTERS if c > "03"])
def test_all_run(chapter):
    """The other ones, with shorter trainings: one session is enough for all cells."""
    notebook = build(chapter)
    for cell in notebook.cells:
        lines = cell.source.splitlines()
        for i in (i for i in range(len(lines)) if LONG.search(lines[i])):
            lines[i] = re.sub(r"(?<![\d.])\d{2,4}\b", "2", lines[i])
        cell.source = "\n".join(lines)
    execute(notebook)
