"""The notebooks are what the scripts make of them, and run from first to last."""

import re
import shutil
from copy import deepcopy

import nbformat
import pytest

import build_notebooks
from project import CHAPTERS, CLAIM_SCRIPTS, PICTURES, ROOT, SCRIPTS, copy_project

# In these tests the long trainings are shorter still.
QUICK = {
    "06_real/digit_classifier.py": {"iterations": 5},
    "07_final/mnist_classifier.py": {"iterations": 5},
    "07_final/plot_ten_classifiers.py": {"iterations": 5},
    "07_final/plot_weights.py": {"iterations": 5},
    "07_final/plot_confusion_matrix.py": {"iterations": 5},
    "07_final/plot_mistakes.py": {"iterations": 5},
    "11_training/neural_network.py": {"iterations": 3},
    "11_training/plot_hidden_nodes.py": {"iterations": 3},
}

# So are those whose numbers have no cell of their own.
QUICK_TEXTS = {
    "iterations = 60\n": "iterations = 5\n",
    "iterations=70": "iterations=3",
    "iterations=400": "iterations=3",
    "m, seconds = 10000, 18": "m, seconds = 1000, 1",
}


def read(chapter):
    """The notebook that is in the project."""
    return nbformat.read(ROOT / "notebooks" / f"{chapter}.ipynb", as_version=4)


def sections(notebook):
    """The text outputs by section, which begins with a heading: all its lines."""
    found, title = {}, None
    for cell in notebook.cells:
        if cell.cell_type == "markdown" and cell.source.startswith("## "):
            title = cell.source.split("\n")[0][3:]
            found[title] = []
        for output in cell.get("outputs", []):
            found.setdefault(title, []).extend(output.get("text", "").splitlines())
    return found


def n_pictures(notebook):
    """How many pictures the outputs hold."""
    outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
    return sum("image/png" in output.get("data", {}) for output in outputs)


def scripts_of(chapter):
    """Those that the notebook should have, in their order."""
    return [
        script
        for script in [*SCRIPTS, *PICTURES]
        if script.startswith(f"{chapter}/") and script not in build_notebooks.LEFT_OUT
    ]


def test_one_for_each_chapter():
    """No other files; all of them together are small enough to be sent around."""
    files = sorted(path.name for path in (ROOT / "notebooks").iterdir())
    files = [name for name in files if not name.startswith(".")]
    assert files == sorted(
        [*(f"{chapter}.ipynb" for chapter in CHAPTERS), "readme.txt"]
    )
    sizes = [path.stat().st_size for path in (ROOT / "notebooks").glob("*.*")]
    assert sum(sizes) < 8e6


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_built_from_the_scripts(chapter):
    """Whoever changes a script has to build them again; nobody edits them by hand."""
    committed, built = (
        [(cell.id, cell.cell_type, cell.source) for cell in notebook.cells]
        for notebook in (read(chapter), build_notebooks.build(chapter))
    )
    assert committed == built


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_every_line_of_the_scripts_is_there(chapter):
    """But for what a notebook has no need of; and nothing that is not in them."""
    notebook = read(chapter)
    code = [cell.source for cell in notebook.cells[3:] if cell.cell_type == "code"]
    in_cells = {line.strip() for source in code for line in source.splitlines()}
    in_scripts = set()
    for script in scripts_of(chapter):
        text = (ROOT / script).read_text(encoding="utf-8").split('"""', 2)[2]
        lines = {line.strip() for line in text.splitlines()}
        in_scripts |= lines
        left_out = lines - in_cells - {"import terminal", 'if __name__ == "__main__":'}
        assert [s for s in left_out if not re.search("iterations=|lr=", s)] == []
    added = in_cells - in_scripts - {"with few_lines():"}
    ours = r"# Hyperparam|(iterations|lr) = |.*(iterations=iterations|lr=lr)"
    assert [line for line in added if not re.match(ours, line)] == []


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_comes_with_its_outputs(chapter):
    """Run from first to last, without errors; a picture for each script that draws."""
    notebook = read(chapter)
    code = [cell for cell in notebook.cells if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == list(range(1, len(code) + 1))
    kinds = {output.output_type for cell in code for output in cell.outputs}
    assert kinds <= {"stream", "display_data"}
    pictures = [script for script in scripts_of(chapter) if script in PICTURES]
    assert n_pictures(notebook) == len(pictures)
    assert list(sections(notebook)) == scripts_of(chapter)
    text = nbformat.writes(notebook)
    assert str(ROOT) not in text
    assert not re.search(r"/home/|/root|/tmp/|C:\\", text)
    assert "0x7f" not in text
    assert "iopub" not in text  # the times at which cells were run
    assert max(len(lines) for lines in sections(notebook).values()) < 50


def same(line, other):
    """The same words and numbers, but for digits that depend on the processor."""
    if line.partition(".")[0] != other.partition(".")[0]:
        return False
    number = r"-?\d+(?:\.\d+)?(?:e[-+]\d+)?"
    a, b = ([float(n) for n in re.findall(number, text)] for text in (line, other))
    words, other_words = (re.sub(number, "", t).split() for t in (line, other))
    return words == other_words and a == pytest.approx(b, rel=1e-6, abs=1e-8)


@pytest.mark.parametrize("script", SCRIPTS)
def test_prints_what_the_script_prints(script, output):
    """Line by line, but for lines left out."""
    if script in build_notebooks.LEFT_OUT:
        assert script not in sections(read(script.split("/")[0]))
        return
    lines = [line for line in sections(read(script.split("/")[0]))[script] if line]
    if script in build_notebooks.SHORTER:
        (iterations,) = build_notebooks.SHORTER[script].values()
        assert iterations > len(lines) - 1 >= 10
        return
    if script == "07_final/mnist_classifier.py":
        script = "07_final/mnist_classifier_fast.py"  # prints the same, but sooner
    printed = iter(output(script))
    left_out = [line for line in lines if re.fullmatch(r"\.\.\. \(\d+ .* out\)", line)]
    assert len(left_out) <= 1

    for line in lines:
        if line not in left_out:
            assert any(same(line, other) for other in printed), line


def test_what_is_left_out_exists():
    """And has a reason; the page's claims are no part of a notebook either."""
    assert all(script in SCRIPTS for script in build_notebooks.LEFT_OUT)
    assert all(build_notebooks.LEFT_OUT.values())
    headings = [title for chapter in CHAPTERS for title in sections(read(chapter))]
    assert not set(headings) & set(CLAIM_SCRIPTS)


@pytest.mark.slow
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_runs_from_the_first_cell_to_the_last(chapter, tmp_path):
    """From the notebooks' folder or from the root, in a folder with an awkward name."""
    copy = copy_project(tmp_path / "Müllers Bücher & mehr")
    (copy / "notebooks").mkdir()
    folder = copy if chapter in CHAPTERS[::2] else copy / "notebooks"
    notebook = build_notebooks.build(chapter, QUICK)
    for cell in notebook.cells:
        for text, quick in QUICK_TEXTS.items():
            cell.source = cell.source.replace(text, quick)
    build_notebooks.execute(notebook, folder)
    committed = read(chapter)
    assert n_pictures(notebook) == n_pictures(committed)
    assert list(sections(notebook)) == list(sections(committed))
    for script, lines in sections(committed).items():
        if script not in QUICK and script not in PICTURES:
            assert sections(notebook)[script][:1] == lines[:1]


@pytest.mark.slow
def test_a_folder_without_chapters(tmp_path):
    """One clear line."""
    from nbclient.exceptions import CellExecutionError

    with pytest.raises(CellExecutionError, match="There is no folder 02_first here"):
        build_notebooks.execute(build_notebooks.build("02_first"), tmp_path)


@pytest.mark.slow
def test_a_hyperparameter_in_an_earlier_section(tmp_path):
    """After a whole run a reader goes back, changes it, and runs on from its cell."""
    copy = copy_project(tmp_path / "copy")
    notebook = build_notebooks.build("02_first")
    first, second = (
        next(i for i, c in enumerate(notebook.cells) if c.source.startswith(f"## {s}"))
        for s in SCRIPTS[:2]
    )
    again = deepcopy(notebook.cells[first + 1 : second])
    assert again[0].source.startswith("# Hyperparameters")
    again[0].source = again[0].source.replace("lr = 0.01", "lr = 0.1")
    notebook.cells += again
    build_notebooks.execute(notebook, copy)
    assert [o.text for o in again[-1].outputs] == [
        "\nw=1.800\nPrediction: x=20 => y=36.00\n"
    ]


@pytest.mark.slow
def test_a_hyperparameter_that_diverges(tmp_path):
    """Changed in its cell, it ends in the script's own line."""
    from nbclient.exceptions import CellExecutionError

    shorter = {"05_discerning/classifier.py": {"lr": "1"}}
    copy = copy_project(tmp_path / "copy")
    notebook = build_notebooks.build("05_discerning", shorter)
    assert any("lr = 1  # shortened" in cell.source for cell in notebook.cells)
    with pytest.raises(CellExecutionError, match="Stopped: the loss is now"):
        build_notebooks.execute(notebook, copy)
    shutil.rmtree(copy)
