"""What the readmes say of the page's claims, against what the scripts show."""

import re
from pathlib import Path

import pytest
from matplotlib.lines import Line2D
from matplotlib.text import Text

from project import CLAIM_SCRIPTS, PICTURES, ROOT, SMALL, play, slow_if_long
from readmes import claims, in_section

ROWS = claims()


def test_27_of_27():
    """Each with scripts that exist, and figures."""
    assert list(ROWS) == list(range(1, 28))
    named = [script for row in ROWS.values() for script in row["scripts"]]
    assert [script for script in named if not (ROOT / script).is_file()] == []
    assert [n for n, row in ROWS.items() if not re.search(r"\d", row["shown"])] == []


def test_every_script_for_a_claim_says_which():
    """In the readmes' order; other claims are shown by pictures and solutions."""
    entries = in_section("CLAIMS OF THE PAGE")
    assert [entry.script for entry in entries] == CLAIM_SCRIPTS
    kinds = ("Claim ", "Beyond the page: ")
    assert all(entry.sentences[0].startswith(kinds) for entry in entries)
    named = {script for row in ROWS.values() for script in row["scripts"]}
    others = {s for s in named - {*CLAIM_SCRIPTS} if "/solution/" not in s}
    assert others <= {*PICTURES}


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
