"""The chapters' readmes, read: what they say of which script."""

import re
from types import SimpleNamespace

from project import CHAPTERS, ROOT

TIME = r"(?:under )?\d+ (?:s|min|h)"


def entries(chapter):
    """What stands under a script's name: its section, its time, and its sentences.

    A sentence may begin with its kind, such as "Expect: ".
    """
    lines = (ROOT / chapter / "readme.txt").read_text(encoding="utf-8").splitlines()
    found, section = [], None
    for line, next_line in zip(lines, [*lines[1:], ""], strict=True):
        if re.fullmatch("-+", next_line):
            section = line
        elif named := re.fullmatch(rf"  (\S+\.py)(?: +({TIME}))?", line):
            found.append(
                SimpleNamespace(
                    script=f"{chapter}/{named[1]}",
                    section=section,
                    time=named[2],
                    sentences=[],
                )
            )
        elif text := re.fullmatch(r" {6}(\S.*)", line):
            if not found[-1].sentences or re.match(r"[A-Z][a-z ]+\d*: ", text[1]):
                found[-1].sentences.append(text[1])
            else:
                found[-1].sentences[-1] += f" {text[1]}"
    return found


ENTRIES = [entry for chapter in CHAPTERS for entry in entries(chapter)]


def in_section(section):
    """The entries of a section, in all chapters."""
    return [entry for entry in ENTRIES if entry.section == section]


def said(entry, kind):
    """The sentences of a kind, without its name."""
    return [s.removeprefix(kind) for s in entry.sentences if s.startswith(kind)]


def claims():
    """By number: the claim's scripts, in a list, and what they show, in one text."""
    found = {}
    for entry in ENTRIES:
        for sentence in entry.sentences:
            if named := re.match(r"Claim (\d+): ", sentence):
                claim = found.setdefault(int(named[1]), {"scripts": [], "shown": ""})
                claim["scripts"].append(entry.script)
                claim["shown"] += " ".join(said(entry, "You see: "))
    return dict(sorted(found.items()))
