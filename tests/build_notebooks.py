"""Build the notebooks from the chapters' scripts, and run them.

    python tests/build_notebooks.py                         all chapters, some 4 minutes
    python tests/build_notebooks.py 02_first 03_gradient    only these

The scripts are the source: their functions and steps become cells, the texts at their
tops become text cells. What is written under notebooks/ is never edited by hand.
"""

import ast
import re
import sys
import textwrap

import jupytext
import nbformat
from nbclient import NotebookClient

from project import CHAPTERS, PICTURES, ROOT, SCRIPTS

FOLDER = ROOT / "notebooks"

# Scripts that no notebook has, and why.
LEFT_OUT = {
    "07_final/mnist_classifier_fast.py": "its threads are set up before NumPy starts",
    "11_training/neural_network_fast.py": "its threads are set up before NumPy starts",
}

# Trainings that take long are shorter in the notebooks.
SHORTER = {"11_training/neural_network.py": {"iterations": 20}}

# The numbers that are taken out of a call, into a cell of their own.
HYPERPARAMETERS = {"iterations", "lr"}

TITLE = """\
# Chapter {number}: {title}

These are the scripts of the folder `{chapter}`, a section each, in cells. To change
something, change it in its cell, and run the section again, from its first cell on:
sections use the same names, such as `loss` and `train`, for functions of their own.

If you edit a script while its notebook is open, restart the kernel: what has been
imported from it is kept until then.

The first two cells belong to the notebook, not to the chapter: they find the chapter's
folder and shorten long outputs. Run them, and read on at the first heading.
"""

SET_UP = """\
# Set-up: where the scripts and their data are.
import sys
from pathlib import Path

places = [Path.cwd(), *Path.cwd().parents]
folders = [place / "{chapter}" for place in places if (place / "{chapter}").is_dir()]
if not folders:
    raise FileNotFoundError("There is no folder {chapter} here: start in the project.")
sys.path.insert(0, str(folders[0]))
sys.argv = ["notebook"]
__file__ = str(folders[0] / "notebook")

# Without this line the first picture is missing with Matplotlib 3.8.
%matplotlib inline
"""

FEW_LINES = '''\
# Trainings print thousands of lines; with few_lines() only some of them are shown.
import collections
import contextlib
import sys


class FewLines:
    """Shows the first lines that are printed, and keeps the last ones for the end."""

    def __init__(self, n_lines):
        """So many of each."""
        self.stdout, self.n_left = sys.stdout, n_lines
        self.last, self.n_left_out = collections.deque([""], n_lines + 1), 0

    def write(self, text):
        """Show or keep a text, of some lines or of a part of one."""
        for part in text.splitlines(keepends=True):
            if self.n_left > 0:
                self.stdout.write(part)
                self.n_left -= part.endswith("\\n")
                continue
            self.last[-1] += part
            if part.endswith("\\n"):
                self.n_left_out += len(self.last) == self.last.maxlen
                self.last.append("")

    def flush(self):
        """What is shown is shown at once."""
        self.stdout.flush()


@contextlib.contextmanager
def few_lines(n_lines=5):
    """Show the first and the last lines of what is printed inside, not thousands."""
    shown = FewLines(n_lines)
    try:
        with contextlib.redirect_stdout(shown):
            yield
    finally:
        if shown.n_left_out:
            print(f"... ({shown.n_left_out} lines left out)")
        print("".join(shown.last), end="")
'''


def titles():
    """The titles of the chapters, as readme.txt has them, by their folders."""
    text = (ROOT / "readme.txt").read_text(encoding="utf-8")
    found = re.findall(r"^ +(\d+)  (\d\d_\w+)/readme.txt +(\S.*)$", text, re.M)
    return {chapter: (number, title) for number, chapter, title in found}


def segments(text, nodes, first_line):
    """The source of each statement, with what stands above it; lines count from 1."""
    lines, start = text.splitlines(), first_line
    for node in nodes:
        yield node, "\n".join(lines[start - 1 : node.end_lineno])
        start = node.end_lineno + 1


def functions_and_imports(text, nodes, first_line):
    """The cells of a script up to its run: one a function, one for what is between."""
    cells, is_open = [], False
    for node, source in segments(text, nodes, first_line):
        is_function = isinstance(node, ast.FunctionDef)
        if source.strip() == "import terminal":
            continue
        if is_open and not is_function:
            cells[-1] += "\n" + source
        else:
            cells.append(source)
        is_open = not is_function
    return [cell.strip("\n") for cell in cells]


def hoist(text, run, shorter):
    """Take the hyperparameters out of the calls of a run, if each has one value.

    Returns the text with names in place of numbers, and the values by name: a pair of
    that in the notebook and that in the script.
    """
    keywords = [
        keyword
        for node in ast.walk(run)
        if isinstance(node, ast.Call)
        for keyword in node.keywords
        if keyword.arg in HYPERPARAMETERS and isinstance(keyword.value, ast.Constant)
    ]
    lines, values, places = text.splitlines(), {}, []
    for name in dict.fromkeys(keyword.arg for keyword in keywords):
        uses = [keyword.value for keyword in keywords if keyword.arg == name]
        numbers = {ast.get_source_segment(text, use) for use in uses}
        if len(numbers) == 1:
            (in_script,) = numbers
            values[name] = (str(shorter.get(name, in_script)), in_script)
            places += [(u.lineno, u.col_offset, u.end_col_offset, name) for u in uses]
    for line, start, end, name in sorted(places, reverse=True):
        source = lines[line - 1].encode()
        lines[line - 1] = (source[:start] + name.encode() + source[end:]).decode()
    assert set(shorter) <= set(values)
    return "\n".join(lines), values


def hyperparameters(values):
    """A cell that sets them, and says where the script has another number.

    It comes first in its section: whoever runs on from it runs all of the section.
    """
    lines = ["# Hyperparameters: change them here, then run the section from here on."]
    for name, (here, in_script) in values.items():
        note = "" if here == in_script else f"  # shortened: the script has {in_script}"
        lines.append(f"{name} = {here}{note}")
    return "\n".join(lines)


def steps(script, changed, run):
    """The cells of a script's run: its steps, as blank lines part them.

    A picture is a single step, since a notebook shows it at the end of a cell.
    """
    parts = []
    for node, source in segments(changed, run.body, first_line=run.lineno + 1):
        is_new_step = source.startswith("\n") and script in SCRIPTS
        source = textwrap.dedent(source)
        trains = isinstance(node, ast.Assign) and "train(" in source.partition("=")[2]
        if trains and script in SCRIPTS:
            blank, call = re.fullmatch(r"(\n*)(.*)", source, re.DOTALL).groups()
            source = blank + "with few_lines():\n" + textwrap.indent(call, "    ")
        if not parts or is_new_step:
            parts.append(source.strip("\n"))
        else:
            parts[-1] += "\n" + source
    return parts


def docstring_to_markdown(script, docstring):
    """A section's title and text. Indented lines stay as they are: code."""
    text = docstring.replace(", at the bottom", ", below").replace(" at the bottom", "")
    return f"## {script}\n\n{text}"


def cells_of(script, shorter):
    """The cells of a script, text and code, in pairs of a kind and a source."""
    text = (ROOT / script).read_text(encoding="utf-8")
    tree = ast.parse(text)
    docstring, *nodes, run = tree.body
    assert isinstance(run, ast.If), f"{script} has no run at its bottom"
    changed, values = hoist(text, run, shorter)
    code = [hyperparameters(values)] if values else []
    code += functions_and_imports(text, nodes, docstring.end_lineno + 1)
    code += steps(script, changed, run)
    title = docstring_to_markdown(script, ast.get_docstring(tree))
    return [("markdown", title), *(("code", source) for source in code)]


def build(chapter, shorter=SHORTER):
    """The notebook of a chapter, not run yet."""
    number, title = titles()[chapter]
    names = {"number": number, "title": title, "chapter": chapter}
    cells = [
        ("markdown", TITLE.format(**names)),
        ("code", SET_UP.format(**names)),
        ("code", FEW_LINES),
    ]
    for script in [*SCRIPTS, *PICTURES]:
        if script.startswith(f"{chapter}/") and script not in LEFT_OUT:
            cells += cells_of(script, shorter.get(script, {}))
    percent = ""
    for kind, source in cells:
        if kind == "markdown":
            source = textwrap.indent(source.strip(), "# ", lambda line: True)
        marker = "# %% [markdown]" if kind == "markdown" else "# %%"
        percent += f"{marker}\n{source.strip()}\n\n"
    notebook = jupytext.reads(percent, fmt="py:percent")
    notebook.metadata = nbformat.from_dict(
        {
            "kernelspec": {
                "display_name": "Python 3",
                "language": "python",
                "name": "python3",
            },
            "language_info": {"name": "python"},
        }
    )
    for i, cell in enumerate(notebook.cells):
        cell.id = f"cell-{i}"
        cell.metadata = nbformat.from_dict({})
        if cell.source == FEW_LINES.strip():
            # JupyterLab folds this cell up: it is long, and has nothing to teach.
            cell.metadata.jupyter = {"source_hidden": True}
    return notebook


def execute(notebook, folder):
    """Run all cells, in place, with a kernel that is started in a folder."""
    client = NotebookClient(
        notebook,
        timeout=600,
        kernel_name="python3",
        resources={"metadata": {"path": str(folder)}},
        record_timing=False,
        extra_arguments=["--log-level=ERROR"],
    )
    client.execute()
    notebook.metadata.language_info = nbformat.from_dict({"name": "python"})
    for cell in notebook.cells:
        # What goes to stderr tells how long a training still takes.
        if cell.cell_type == "code":
            outputs = [o for o in cell.outputs if o.get("name") != "stderr"]
            cell.outputs = join_streams(outputs)
    return notebook


def join_streams(outputs):
    """Pieces of text that follow each other, as one."""
    joined = []
    for output in outputs:
        if output.output_type == "stream" and joined and "text" in joined[-1]:
            joined[-1].text += output.text
        else:
            joined.append(output)
    return joined


def main():
    """Build, run and write the notebooks that the command line names, or all."""
    for chapter in sys.argv[1:] or CHAPTERS:
        notebook = execute(build(chapter), FOLDER)
        nbformat.validate(notebook)
        path = FOLDER / f"{chapter}.ipynb"
        nbformat.write(notebook, path)
        print(
            f"{path.relative_to(ROOT)}: {path.stat().st_size / 1e6:.2f} MB", flush=True
        )


if __name__ == "__main__":
    main()
