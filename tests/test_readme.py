"""The readmes name what there is, in lines that fit, and the first one's commands."""

import re

import pytest

from project import CHAPTERS, ROOT, SCRIPTS

README = (ROOT / "readme.txt").read_text(encoding="utf-8")
READMES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in ROOT.rglob("readme.txt")
    if not {".venv", ".venv-oldest", "node_modules"} & set(path.parts)
)


@pytest.mark.parametrize("readme", READMES)
def test_lines_fit_and_files_exist(readme):
    """At most 80 characters, but for the commands of one line; no tabs."""
    path = ROOT / readme
    text = path.read_text(encoding="utf-8")
    for line in text.splitlines():
        assert len(line) <= 80 or "&&" in line, line
        assert line == line.rstrip().expandtabs(), line
    assert not re.search(r"(?i)licence|colour|neighbour|centre\b|normalis", text)
    for name in re.findall(r"(?<![\w./\\-])[\w/]+\.(?:py|txt|sh|ipynb)\b", text):
        places = [ROOT, path.parent, *path.parent.parents, ROOT / "tests"]
        places += [ROOT / c for c in CHAPTERS] + [
            ROOT / c / "solution" for c in CHAPTERS
        ]
        is_yours = name in YOURS
        assert is_yours or any((place / name).exists() for place in places), name


# What a reader may write, or what stands for it.
YOURS = {
    "sonar.py",
    "classes.txt",
    "numpy.py",
    "findings/NAME.sh",
    "penguins.txt",
    "NN_....py",
}


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapters_readme_names_its_scripts(chapter):
    """Every one, at the start of a line; and its solution's, each once."""
    for folder in (chapter, f"{chapter}/solution"):
        text = (ROOT / chapter / "readme.txt").read_text(encoding="utf-8")
        solution = (ROOT / chapter / "solution" / "readme.txt").read_text("utf-8")
        for script in SCRIPTS:
            place, _, name = script.rpartition("/")
            if place == folder:
                here = text if folder == chapter else text + solution
                assert name in here, script


def test_the_claims_index():
    """All 27, in order, each with scripts that are there."""
    part = README.partition("WHAT THE PAGE CLAIMS")[2].partition("\n===\n")[0]
    part = part.partition("OTHER DATA")[0]
    numbers = re.findall(r"^ +(\d+)  ", part, re.MULTILINE)
    assert numbers == [str(n) for n in range(1, 28)]
    names = re.findall(r"\w+\.py", part)
    assert len(names) == 30
    assert set(names) <= {script.rpartition("/")[2] for script in SCRIPTS}


def test_commands():
    """What .ci/run takes from the readme is there, once."""
    assert len(re.findall(r"^  \.venv/bin/.* -m pytest$", README, re.MULTILINE)) == 1
    assert "  .venv/bin/python -m pytest -m slow\n" in README
    assert README.count("python3 -m venv .venv && .venv/bin/pip install -r req") == 1


def test_top_level():
    """Nothing but the agreed layout."""
    allowed = {*CHAPTERS, "data", "notebooks", "tests", "findings", "LICENSE"}
    allowed |= {"readme.txt", "requirements.txt", "pyproject.toml"}
    names = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert names - {"__pycache__"} <= allowed
