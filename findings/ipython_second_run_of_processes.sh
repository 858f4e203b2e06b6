#!/bin/sh
# IPython 9.18.1, Python 3.11: %run, twice, of a script that starts processes by spawn.
#
# Guessed: it runs twice, as it does with python3; its run is below the usual
# if __name__ == "__main__".
# Seen: the first %run is fine. From then on, sys.modules["__main__"] has no __spec__, and
# in the next %run multiprocessing raises AttributeError, before a process starts.
#
#     %run script.py   4
#     %run script.py   AttributeError: module '__main__' has no attribute '__spec__'
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet ipython==9.18.1
cd "$folder"
cat > script.py <<'PYTHON'
import multiprocessing


def square(x, queue):
    queue.put(x**2)


if __name__ == "__main__":
    context = multiprocessing.get_context("spawn")
    queue = context.SimpleQueue()
    process = context.Process(target=square, args=(2, queue))
    process.start()
    print(queue.get())
    process.join()
PYTHON
test "$(venv/bin/python script.py)" = 4
export IPYTHONDIR="$folder/ipython"
cat > shell.py <<'PYTHON'
from IPython.terminal.interactiveshell import TerminalInteractiveShell

if __name__ == "__main__":
    shell = TerminalInteractiveShell.instance(colors="nocolor")
    shell.run_line_magic("run", "script.py")
    shell.run_line_magic("run", "script.py")
PYTHON
venv/bin/python shell.py > said 2>&1
grep -n -x -e 4 -e "AttributeError: .*" said
test "$(grep -c -x 4 said)" = 1
grep -q "^AttributeError: module '__main__' has no attribute '__spec__'" said
