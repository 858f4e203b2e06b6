#!/bin/sh
# IPython 9.18.1, Python 3.11: a variable of a script that %run has started.
#
# Guessed: as with python3 -i: the script's variables are there, and its functions use
# them. If lr is given another value, a function that uses lr sees it.
# Seen: %run copies the script's names. Its functions go on with the variables they had:
# a new lr is printed as such, and the function computes with the old one. %run -i
# does what python3 -i does.
#
#     lr = 1 in the script, lr = 5 typed, then step():
#     python3 -i   5
#     %run         1
#     %run -i      5
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet ipython==9.18.1
printf 'lr = 1\n\n\ndef step():\n    return lr\n' > "$folder/script.py"
export IPYTHONDIR="$folder/ipython"
cd "$folder"
seen=$(echo 'lr = 5; print("step", step())' | venv/bin/python -i script.py 2> /dev/null)
echo "python3 -i: $seen"
test "$seen" = "step 5"
venv/bin/python - <<'PYTHON'
from IPython.terminal.interactiveshell import TerminalInteractiveShell

shell = TerminalInteractiveShell.instance()
for magic, expected in ("script.py", 1), ("-i script.py", 5):
    shell.reset()
    shell.run_line_magic("run", magic)
    shell.run_cell("lr = 5; seen = lr, step()").raise_error()
    print(f"%run {magic}: lr, step()", shell.user_ns["seen"])
    assert shell.user_ns["seen"] == (5, expected)
PYTHON
