"""Build the notebooks from the chapters' scripts, and run them.

    python tests/build_notebooks.py                         all chapters, some 3 minutes
    python tests/build_notebooks.py 02_first 03_gradient    only these

Let nothing else run beside it: one picture draws accuracies over seconds.

The scripts are the source: each becomes a section, its text at the top, then a cell for
its imports, for each function and for its run. Nothing under notebooks/ is edited.
"""

import ast
import re
import sys
import textwrap

import nbformat
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from project import CHAPTERS, ROOT, source

FOLDER = ROOT / "notebooks"

# No notebook has live pictures, claims, or what needs threads, files of a reader or a
# network.
NOT_SHOWN = re.compile("live_|claim_|checkpoint|.*(fast|dask|handwriting|photo)")

# Trainings that take long are shorter in the notebooks.
SHORTER = {"11_training/neural_network.py": ("iterations=10000", "iterations=20")}

TITLE = """\
# {title}

These are the scripts of the folder `{chapter}`, a section each. To change something,
change it in its cell, and run the section again from its first cell on: sections use
the same names, such as `loss` and `train`, for functions of their own. The first cell
belongs to the notebook: it finds the folder, and shortens long outputs."""

SET_UP = """\
import contextlib
import io
import sys
from pathlib import Path

places = [place / "{chapter}" for place in (Path.cwd(), *Path.cwd().parents)]
folder = next(place for place in places if place.is_dir())
sys.path.insert(0, str(folder))
__file__ = str(folder / "notebook")


@contextlib.contextmanager
def few_lines(n=5):
    \"\"\"Show the first and the last lines that are printed, not thousands.\"\"\"
    printed = io.StringIO()
    try:
        with contextlib.redirect_stdout(printed):
            yield
    finally:
        lines = printed.getvalue().splitlines()
        if len(lines) > 4 * n:
            lines[n : -2 * n] = [f"... ({{len(lines) - 3 * n}} lines left out)"]
        print(*lines, sep="\\n")


%matplotlib inline"""


def scripts_of(chapter):
    """The listings and pictures of a chapter, in the order of its readme."""
    text = source(f"{chapter}/readme.txt")
    names = re.findall(r"^  (\w+\.py)\b", text, re.MULTILINE)
    scripts = [f"{chapter}/{name}" for name in names if not NOT_SHOWN.match(name)]
    return [script for script in scripts if "\nif __name__ ==" in source(script)]


def cells_of(script):
    """The cells of a script, a section of its chapter's notebook."""
    text = source(script)
    docstring, *nodes, run = ast.parse(text).body
    title = script.partition("/")[2]
    yield new_markdown_cell(f"## {title}\n\n{ast.get_docstring(ast.parse(text))}")
    lines, start, others = text.splitlines(), docstring.end_lineno, []
    for node in nodes:
        part = "\n".join(lines[start : node.end_lineno])
        start = node.end_lineno
        if not isinstance(node, ast.FunctionDef):
            others.append(part)
            continue
        if others:
            yield new_code_cell("\n".join(others).strip())
            others = []
        yield new_code_cell(part.strip())
    if others:
        yield new_code_cell("\n".join(others).strip())
    steps = textwrap.dedent("\n".join(lines[run.lineno :]))
    if script in SHORTER:
        old, new = SHORTER[script]
        assert old in steps
        steps = f"# Shorter: the script has {old}.\n{steps.replace(old, new)}"
    if "train(" in steps and "plot_" not in script:
        steps = "with few_lines():\n" + textwrap.indent(steps, "    ")
    yield new_code_cell(steps.strip())


def build(chapter):
    """The notebook of a chapter, not run yet."""
    title = source(f"{chapter}/readme.txt").partition("\n")[0].capitalize()
    names = {"title": title, "chapter": chapter}
    cells = [
        new_markdown_cell(TITLE.format(**names)),
        new_code_cell(SET_UP.format(**names)),
    ]
    for script in scripts_of(chapter):
        cells += cells_of(script)
    for i, cell in enumerate(cells):
        cell.id = f"cell-{i}"
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    language = {"name": "python"}
    metadata = {"kernelspec": kernel, "language_info": language}
    return new_notebook(cells=cells, metadata=metadata)


def execute(notebook):
    """Run all cells, in place, in the folder of the notebooks."""
    NotebookClient(
        notebook,
        timeout=600,
        resources={"metadata": {"path": str(FOLDER)}},
        record_timing=False,
        extra_arguments=["--log-level=ERROR"],
    ).execute()
    notebook.metadata.language_info = nbformat.from_dict({"name": "python"})
    for cell in notebook.cells:  # NumPy's warnings name this machine's folders.
        shown = [o for o in cell.get("outputs", []) if o.get("name") != "stderr"]
        cell.update({"outputs": shown} if cell.cell_type == "code" else {})
    return notebook


if __name__ == "__main__":
    for chapter in sys.argv[1:] or CHAPTERS:
        path = FOLDER / f"{chapter}.ipynb"
        nbformat.write(execute(build(chapter)), path)
        print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB")
