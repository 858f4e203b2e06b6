"""The exercises' solutions run, and print what their readme says.

Under WHAT YOU WILL SEE a solution's readme.txt has commands, two blanks in front, each
followed by lines of its output, four blanks in front; "..." stands for lines left out.
"""

import re
import shlex
from pathlib import Path

import pytest

from project import CHAPTERS, ROOT, SOLUTIONS, slow_if_long

HEADINGS = ["QUESTION", "IDEA", "WHAT TO RUN", "WHAT YOU WILL SEE", "WHY"]
README = {
    chapter: (ROOT / chapter / "solution/readme.txt").read_text(encoding="utf-8")
    for chapter in CHAPTERS
}
RUN = [script for script in SOLUTIONS if not Path(script).name.startswith("plot_")]


def part(chapter, heading):
    """The lines of a readme between a heading and the next one."""
    lines = README[chapter].splitlines()
    start = lines.index(heading) + 1
    ends = [lines.index(other) for other in HEADINGS if lines.index(other) >= start]
    return lines[start : min(ends, default=len(lines))]


def commands(chapter, heading):
    """The commands in a part of a readme, each with the indented lines behind it."""
    found = {}
    for line in part(chapter, heading):
        if line.startswith("  python3 "):
            found[line.strip()] = block = []
        elif line.startswith("    "):
            block.append(line[4:].rstrip())
    return found


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_readme_has_all_parts(chapter):
    """In their order, none of them empty, and fit for a terminal."""
    lines = README[chapter].splitlines()
    assert [line for line in lines if line in HEADINGS] == HEADINGS
    assert all("".join(part(chapter, heading)).strip() for heading in HEADINGS)
    assert [line for line in lines if len(line) > 80 or "\t" in line] == []


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_readme_names_every_script(chapter):
    """Each can be started by a command under WHAT TO RUN, from the project's folder."""
    named = {shlex.split(command)[1] for command in commands(chapter, "WHAT TO RUN")}
    scripts = {s for s in SOLUTIONS if s.startswith(chapter)}
    loaders = {f"{chapter}/solution/sonar.py"}
    assert scripts - loaders <= named
    outside = named - scripts
    assert all((ROOT / script).is_file() for script in outside)
    assert {s for s in RUN if s.startswith(chapter)} - loaders == {
        shlex.split(command)[1] for command in commands(chapter, "WHAT YOU WILL SEE")
    }


@pytest.mark.parametrize(
    "script", slow_if_long([s for s in RUN if not s.endswith("/sonar.py")])
)
def test_prints_what_the_readme_shows(script, output):
    """Line by line, in order."""
    chapter = Path(script).parts[0]
    promised = commands(chapter, "WHAT YOU WILL SEE")[f"python3 {script}"]
    assert sum(bool(re.search(r"\d", line)) for line in promised) >= 2

    lines = [line.rstrip() for line in output(script)]
    anything = "(?:.*\n)*?"
    wanted = "".join(
        anything if line == "..." else re.escape(line) + "\n"
        for line in promised
        if line
    )
    found = "".join(f"{line}\n" for line in lines if line)
    assert re.fullmatch(wanted, found), found
