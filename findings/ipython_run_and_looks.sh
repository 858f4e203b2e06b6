#!/bin/sh
# IPython 9.18.1 and matplotlib 3.11.2, Python 3.11: matplotlib.rcParams set by a script
# that %run starts.
#
# Guessed: what the script sets in modules stays set, as it does for any other module:
# the script runs in this process, and its variables stay, too.
# Seen: so it is until a %matplotlib magic has been used. From then on %run gives back
# the rcParams that were there before. A theme that is set by a module's import is gone
# at the second %run, for the module is not imported again.
#
#     %run                    x 1, line width 7
#     %matplotlib agg, %run   x 1, line width 1.5, the default
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet ipython==9.18.1 matplotlib==3.11.2
cat > "$folder/script.py" <<'PYTHON'
import matplotlib

matplotlib.rcParams["lines.linewidth"] = 7
x = 1
PYTHON
export IPYTHONDIR="$folder/ipython" MPLBACKEND=agg
"$folder/venv/bin/python" - "$folder/script.py" <<'PYTHON'
import sys

import matplotlib
from IPython.terminal.interactiveshell import TerminalInteractiveShell

shell = TerminalInteractiveShell.instance()
seen = []
for magic in None, "agg":
    matplotlib.rcdefaults()
    if magic:
        shell.run_line_magic("matplotlib", magic)
    shell.run_line_magic("run", sys.argv[1])
    width = matplotlib.rcParams["lines.linewidth"]
    seen.append((shell.user_ns.pop("x"), width))
    print(f"%matplotlib {magic}, %run: x and line width {seen[-1]}")
assert seen == [(1, 7.0), (1, 1.5)]
PYTHON
