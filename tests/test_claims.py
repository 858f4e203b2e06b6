"""The readme's table of what the page claims, against what its scripts show."""

import re
from pathlib import Path

import pytest
from matplotlib.lines import Line2D
from matplotlib.text import Text

from project import CLAIM_SCRIPTS, PICTURES, ROOT, SCRIPTS, SMALL, play, slow_if_long

LINES = (ROOT / "readme.txt").read_text(encoding="utf-8").splitlines()
START = LINES.index("WHAT THE PAGE CLAIMS")


def claims():
    """The rows of the table by number: the claim, its scripts, and what they show."""
    rows = {}
    for line in LINES[START + 2 :]:
        if re.fullmatch("=+", line):
            break
        if row := re.match(r" {2,3}(\d+)  (\S.*)$", line):
            number = int(row[1])
            rows[number] = {"claim": row[2], "scripts": [], "shown": ""}
        elif re.match(r" {6}\d\d_\w+/\S+\.py$", line):
            rows[number]["scripts"].append(line.strip())
        elif re.match(r" {10}\S", line):
            rows[number]["shown"] += f" {line.strip()}"
        elif re.match(r" {6}\S", line):
            rows[number]["claim"] += f" {line.strip()}"
    return rows


ROWS = claims()


def test_27_of_27():
    """Each with a claim, scripts that exist, and figures; ordered by chapter."""
    assert list(ROWS) == list(range(1, 28))
    named = [script for row in ROWS.values() for script in row["scripts"]]
    assert [script for script in named if not (ROOT / script).is_file()] == []
    assert [number for number, row in ROWS.items() if not row["scripts"]] == []
    assert [n for n, row in ROWS.items() if not re.search(r"\d", row["shown"])] == []
    folders = [row["scripts"][0][:2] for row in ROWS.values()]
    assert folders[11:] == sorted(folders[11:])
    assert set(folders[:11]) == {"02", "03"}


def test_every_script_for_a_claim_is_in_the_table():
    """In the table's order; and the other scripts there are known as well."""
    named = [script for row in ROWS.values() for script in row["scripts"]]
    in_order = sorted(CLAIM_SCRIPTS, key=lambda script: script[:2])
    assert in_order == CLAIM_SCRIPTS
    assert sorted(script for script in named if script in CLAIM_SCRIPTS) == sorted(
        CLAIM_SCRIPTS
    )
    others = {script for script in named if "/solution/" not in script}
    assert others <= {*SCRIPTS, *PICTURES, *CLAIM_SCRIPTS}


def test_every_claim_has_a_test():
    """By its number."""
    tests = (ROOT / "tests").glob("test_claims_*.py")
    text = "\n".join(path.read_text(encoding="utf-8") for path in tests)
    tested = {int(number) for number in re.findall(r"def test_claim_(\d+)_", text)}
    assert tested == set(range(1, 28))


def shown_by(script, output, drawing):
    """All that a script prints, or writes into its picture."""
    if script not in PICTURES:
        return "\n".join(output(script))
    figure = drawing(script).figure
    texts = [text.get_text() for text in figure.findobj(Text)]
    labels = [str(line.get_label()) for line in figure.findobj(Line2D)]
    return "\n".join([*texts, *labels])


def claims_and_scripts():
    """Numbers of claims, which run in their chapter, and are slow if a script is."""
    for number, row in ROWS.items():
        chapter = row["scripts"][0].split("/")[0]
        marks = [pytest.mark.chapter(chapter)]
        if set(row["scripts"]) & set(SMALL):
            marks.append(pytest.mark.slow)
        yield pytest.param(number, marks=marks)


@pytest.mark.parametrize("number", claims_and_scripts())
def test_the_figures_are_shown(number, output, drawing):
    """Decimals, and whole numbers of three digits or more, are there to the letter."""
    row = ROWS[number]
    shown = "\n".join(shown_by(script, output, drawing) for script in row["scripts"])
    figures = re.findall(r"-?\d+\.\d+(?:e-\d+)?|\d{3,}", row["shown"])
    assert [figure for figure in figures if figure not in shown] == []


@pytest.mark.parametrize("script", SMALL)
def test_plays_to_its_end(script):
    """Those that train long: with small numbers, on a thousand images."""
    played = play(script, SMALL[script], m=1000)
    assert (played.error, played.progress) == (None, "")
    assert len(played.lines) >= 4
    assert re.search(r"\d", played.lines[-1])
    assert [line for line in played.lines if len(line) > 80] == []


@pytest.mark.parametrize("script", slow_if_long(CLAIM_SCRIPTS))
def test_fits_a_terminal(script, output):
    """No table is wider than 80 columns."""
    assert [line for line in output(script) if len(line) > 80] == []


@pytest.mark.parametrize("script", CLAIM_SCRIPTS)
def test_says_what_to_tweak(script):
    """The name stands in the docstring and at the bottom."""
    text = (ROOT / script).read_text(encoding="utf-8")
    docstring, _, code = text.split('"""', 2)[1].partition("To tweak: ")
    assert code
    assert len(docstring.split()) > 20
    assert "import mnist as data" not in text.partition("\nif __name__")[0]
    assert 'if __name__ == "__main__":' in text
    assert len(text.splitlines()) < 120
    assert Path(ROOT / script).parent.parent == ROOT
