#!/bin/sh
# IPython 9.18.1 and NumPy 2.4.6, Python 3.11: a setting in a cell that has an await.
#
# Guessed: a cell that awaits something runs like any other: what it sets stays.
# Seen: its variables stay, but whatever is kept in a context (contextvars) is gone when
# the cell ends, such as what np.seterr and np.set_printoptions have set. An await
# anywhere in a cell, on its last line too, undoes the setting on its first.
#
#     np.seterr(over="raise")                             over is raise afterwards
#     np.seterr(over="ignore"); await asyncio.sleep(0)    over is still raise
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet ipython==9.18.1 numpy==2.4.6
export IPYTHONDIR="$folder/ipython"
"$folder/venv/bin/python" - <<'PYTHON'
import numpy as np
from IPython.terminal.interactiveshell import TerminalInteractiveShell

shell = TerminalInteractiveShell.instance()
seen = []
for cell in (
    "import asyncio, numpy as np",
    'x = 1; _ = np.seterr(over="raise"); np.set_printoptions(precision=5)',
    'x = 2; _ = np.seterr(over="ignore"); np.set_printoptions(precision=3)\n'
    "await asyncio.sleep(0)",
):
    shell.run_cell(cell).raise_error()
    x = shell.user_ns.get("x")
    precision = np.get_printoptions()["precision"]
    seen.append((x, np.geterr()["over"], precision))
    print(cell, "->", seen[-1])
assert seen == [(None, "warn", 8), (1, "raise", 5), (2, "raise", 5)]
PYTHON
