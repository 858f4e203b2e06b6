#!/bin/sh
# ipykernel 7.1.0, Python 3.11: sys.path of a notebook's kernel.
#
# Guessed: sys.path[0] is the notebook's folder or "", as for a script and for python3:
# a file of one's own, such as colorsys.py, hides Python's module of that name.
# Seen: sys.path[0] is a zip file that need not exist, so that os.listdir(sys.path[0])
# raises; "" stands behind Python's own folders, before site-packages. The same import
# means another file in a notebook than in a script beside it: one's own colorsys.py is
# not found, but one's own numpy.py still hides NumPy.
#
#     python3 -c   own colorsys True
#     kernel       own colorsys False, "" before site-packages, no sys.path[0] on disk
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet ipykernel==7.1.0
mkdir "$folder/work"
cd "$folder/work"
echo "own = True" > colorsys.py
export IPYTHONDIR="$folder/ipython" JUPYTER_RUNTIME_DIR="$folder/runtime"
"$folder/venv/bin/python" -c 'import colorsys; assert colorsys.own; print("python3 -c: own")'
"$folder/venv/bin/python" -P - <<'PYTHON'
import json

from jupyter_client.manager import start_new_kernel

CELL = """
import colorsys, json, os, sys
print(json.dumps([sys.path, os.path.exists(sys.path[0]), hasattr(colorsys, "own")]))
"""
said = []
manager, client = start_new_kernel(kernel_name="python3")
try:
    client.execute_interactive(
        CELL, timeout=60, output_hook=lambda m: said.append(m["content"].get("text", ""))
    )
finally:
    manager.shutdown_kernel(now=True)
path, first_exists, own = json.loads("".join(said))
print("kernel: sys.path", path, "own:", own)
assert path[0].endswith(".zip") and not first_exists and not own
assert path.index("") > [p.endswith("lib-dynload") for p in path].index(True)
assert path.index("") < [p.endswith("site-packages") for p in path].index(True)
PYTHON
