"""Do the tests notice a slip? One thing in a script is changed, its tests are run.

    python tests/mutants.py                 150 mutants, some 20 minutes
    python tests/mutants.py 30 --seed 2     30 others

A mutant has another operator, bound, axis or number, a transposition or a statement
less, or two arguments swapped. Each is made in a copy of the project. What no test
notices is printed as a survivor, with its line.
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
HELPERS = "terminal|environment|picture|controls|idx|paper|workers|photo|handwriting"
GROUPS = {
    "helper": rf"/({HELPERS})\w*\.py",
    "fast": r"_(fast|dask)\.py|checkpoint\.py",
    "solution": r"/solution/",
    "picture": r"/(plot|live)_",
    "claim": r"/claim_",
    "listing": r"",
}


def group_of(script):
    """The first group whose pattern is in a script's path."""
    return next(name for name, pattern in GROUPS.items() if re.search(pattern, script))


def mutations(tree):
    """Functions that change one place of a tree, each with the line that it changes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.BinOp | ast.AugAssign) and type(node.op) in OPERATORS:
            other = OPERATORS[type(node.op)]()
            yield node.lineno, lambda node=node, other=other: setattr(node, "op", other)
        elif isinstance(node, ast.Compare) and type(node.ops[0]) in OPERATORS:
            ops = [OPERATORS[type(node.ops[0])](), *node.ops[1:]]
            yield node.lineno, lambda node=node, ops=ops: setattr(node, "ops", ops)
        elif isinstance(node, ast.Constant) and type(node.value) in (int, float):
            yield node.lineno, lambda node=node: setattr(node, "value", node.value + 1)
        elif isinstance(node, ast.Attribute) and node.attr == "T":
            yield node.lineno, lambda node=node: setattr(node, "attr", "real")
        elif isinstance(node, ast.Call) and len(node.args) >= 2:
            args = [node.args[1], node.args[0], *node.args[2:]]
            yield node.lineno, lambda node=node, args=args: setattr(node, "args", args)
        for name in ("body", "orelse"):
            block = getattr(node, name, None)
            for i, statement in enumerate(block if isinstance(block, list) else []):
                is_text = isinstance(getattr(statement, "value", None), ast.Constant)
                if isinstance(statement, ast.Expr | ast.AugAssign) and not is_text:
                    yield (
                        statement.lineno,
                        lambda block=block, i=i: block.__setitem__(i, ast.Pass()),
                    )


def draw_mutants(root, n, seed):
    """n mutants, as many of each group: script, number of its mutation, group, line."""
    places = {name: [] for name in GROUPS}
    for path in sorted(root.glob("[01]*_*/**/*.py")):
        script = path.relative_to(root).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for number, (line, _) in enumerate(mutations(tree)):
            places[group_of(script)].append((script, number, line))
    rng = random.Random(seed)
    for name, found in places.items():
        for script, number, line in rng.sample(found, n // len(GROUPS)):
            yield script, number, name, line


def is_noticed(root, script, number, command):
    """Whether the tests of a copy fail when one place of a script is changed."""
    path = root / script
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    list(mutations(tree))[number][1]()
    path.write_text(ast.unparse(tree), encoding="utf-8")
    tests = command.format(chapter=script[:2], folder=script.partition("/")[0])
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
        path.write_text(text, encoding="utf-8")


def main():
    """Try the mutants that the command line asks for, and print a table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("n", type=int, nargs="?", default=150)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--root", type=Path, default=ROOT)
    parser.add_argument("--tests", default="-n 0 tests/test_{chapter}_*.py {others}")
    options = parser.parse_args()
    tried, noticed = Counter(), Counter()
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        names = shutil.ignore_patterns(".git", ".venv*", "__pycache__")
        shutil.copytree(options.root, copy, ignore=names)
        for script, number, group, line in draw_mutants(copy, options.n, options.seed):
            tried[group] += 1
            if is_noticed(copy, script, number, options.tests):
                noticed[group] += 1
            else:
                print(f"survives: {script}:{line}, mutation {number}", flush=True)
    for group in GROUPS:
        print(f"{group:<10}{noticed[group]:>4} of {tried[group]}")


if __name__ == "__main__":
    main()
