"""Do the tests notice a slip? One thing in a script is changed, its tests are run.

    python tests/mutants.py                    150 mutants, some 20 minutes
    python tests/mutants.py 30 --seed 2        30 others
    python tests/mutants.py --both FOLDER      only what this other checkout has as well

A mutant has another operator, bound, axis or number, a transposition or a statement
less, or two arguments swapped. It is made in a copy of the project, and in each chapter
that has the same file: that copies are equal is no answer here. All that is tried is
printed with its line, and what no test notices as a survivor.
"""

import argparse
import ast
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OPERATORS = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
}
HELPERS = (
    "terminal|environment|picture|controls|clock|idx|paper|workers|photo|handwriting"
)
# By group: what its scripts are called, and its tests besides those of the chapter.
GROUPS = {
    "helper": (
        rf"/({HELPERS})\w*\.py",
        "terminal live data_files sessions 03_gradient_pictures",
    ),
    "fast": (r"_(fast|dask)\.py|checkpoint\.py", "fast dask"),
    "solution": (r"/solution/", ""),
    "picture": (r"/(plot|live)_", "live"),
    "claim": (r"/claim_", ""),
    "listing": (r"", ""),
}


def group_of(script):
    """The first group whose pattern is in a script's path."""
    return next(name for name in GROUPS if re.search(GROUPS[name][0], script))


def mutations(tree):
    """What can be changed in a tree: line, place, and a function that changes it.

    The place is a statement or, in the head of a block, an expression. The function
    returns what is to stand there.
    """
    parents = {}
    for node in ast.walk(tree):
        parents |= dict.fromkeys(ast.iter_child_nodes(node), node)
        place = node
        while not isinstance(place, ast.stmt) and place is not tree:
            place = parents[place]
        place = node if hasattr(place, "body") else place

        def replace(name, value, node=node, place=place):
            setattr(node, name, value)
            return place

        if isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in OPERATORS:
            yield node.lineno, place, partial(replace, "op", OPERATORS[type(node.op)]())
        elif isinstance(node, ast.Compare) and type(node.ops[0]) in OPERATORS:
            ops = [OPERATORS[type(node.ops[0])](), *node.ops[1:]]
            yield node.lineno, place, partial(replace, "ops", ops)
        elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
            yield node.lineno, place, partial(replace, "value", node.value + 1)
        elif isinstance(node, ast.Attribute) and node.attr == "T":
            yield node.lineno, place, partial(replace, "attr", "real")
        elif isinstance(node, ast.Call) and len(set(map(ast.dump, node.args[:2]))) == 2:
            args = [node.args[1], node.args[0], *node.args[2:]]
            yield node.lineno, place, partial(replace, "args", args)
        for name in ("body", "orelse"):
            block = getattr(node, name, None)
            for statement in block if isinstance(block, list) else []:
                is_text = isinstance(getattr(statement, "value", None), ast.Constant)
                if isinstance(statement, ast.Expr | ast.AugAssign) and not is_text:
                    yield statement.lineno, statement, ast.Pass


def mutated(text, number):
    """The text of a script with one of its mutations; all else stays as it is."""
    _, place, change = list(mutations(ast.parse(text)))[number]
    lines = text.encode().splitlines(keepends=True)
    start = sum(map(len, lines[: place.lineno - 1])) + place.col_offset
    end = sum(map(len, lines[: place.end_lineno - 1])) + place.end_col_offset
    new = ast.unparse(change()).encode()
    return (text.encode()[:start] + new + text.encode()[end:]).decode()


def find_places(root):
    """Where mutants can be: by script, text of the line, and count of the same ones.

    Gives for each the number of the line, and of the mutation in its script.
    """
    places = {}
    for path in sorted(root.glob("[01]*_*/**/*.py")):
        text = path.read_text(encoding="utf-8")
        seen = Counter()
        for number, (line, *_) in enumerate(mutations(ast.parse(text))):
            words = text.splitlines()[line - 1].strip()
            seen[words] += 1
            place = path.relative_to(root).as_posix(), words, seen[words]
            places[place] = line, number
    return places


def draw_mutants(places, n, seed):
    """n places, as many of each group. The same come first if some places go."""
    shuffled = sorted(places, key=lambda p: random.Random(f"{seed} {p}").random())
    for name in GROUPS:
        found = [place for place in shuffled if group_of(place[0]) == name]
        yield from found[: n // len(GROUPS)]


def is_noticed(root, script, number, command):
    """Whether the tests of a copy fail when one place of a script is changed."""
    text = (root / script).read_text(encoding="utf-8")
    same = [
        path
        for path in root.glob(f"[01]*_*/**/{Path(script).name}")
        if path.read_text(encoding="utf-8") == text
    ]
    for path in same:
        path.write_text(mutated(text, number), encoding="utf-8")
    group = group_of(script)
    others = [f"tests/test_{name}.py" for name in GROUPS[group][1].split()]
    tests = command.format(
        chapter=script[:2], folder=script[:-3], group=group, others=" ".join(others)
    )
    try:
        return subprocess.run(
            f'"{sys.executable}" -m pytest -x -q -p no:cacheprovider {tests}',
            shell=True,
            cwd=root,
            capture_output=True,
            timeout=300,
        ).returncode not in (0, 5)
    except subprocess.TimeoutExpired:
        return True
    finally:
        for path in same:
            path.write_text(text, encoding="utf-8")


def main():
    """Try the mutants that the command line asks for, and print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("n", type=int, nargs="?", default=150)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--root", type=Path, default=ROOT)
    parser.add_argument("--both", type=Path)
    parser.add_argument("--tests", default="-n 0 tests/test_{chapter}_*.py {others}")
    options = parser.parse_args()
    tried, noticed = Counter(), Counter()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        names = shutil.ignore_patterns(".git", ".venv*", "__pycache__")
        shutil.copytree(options.root, copy, ignore=names)
        places = find_places(copy)
        others = find_places(options.both) if options.both else places
        shared = {place: places[place] for place in places if place in others}
        for place in draw_mutants(shared, options.n, options.seed):
            line, number = shared[place]
            script, words, _ = place
            group = group_of(script)
            tried[group] += 1
            found = is_noticed(copy, script, number, options.tests)
            noticed[group] += found
            word = "found   " if found else "survives"
            print(f"{word} {script}:{line} ({number}) {words}", flush=True)
    for group in GROUPS:
        print(f"{group:<10}{noticed[group]:>4} of {tried[group]}")


if __name__ == "__main__":
    main()
