#!/bin/sh
# CPython 3.11 and NumPy 2.4.6: an array in shared memory, and a blocked SIGINT.
#
# Guessed: a program that blocks SIGINT, so that Ctrl-C cannot come in between while it
# shares its arrays with processes, has it blocked until it unblocks it itself.
# Seen: the first shared memory, or the first process that is started by spawn, starts
# multiprocessing's resource tracker. That blocks SIGINT and SIGTERM for a moment, too,
# and then unblocks both, whatever the caller had asked for.
#
#     blocked before   SIGINT, SIGTERM
#     blocked after    nothing
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet numpy==2.4.6
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import signal
from multiprocessing.shared_memory import SharedMemory

import numpy as np


def blocked():
    return {s.name for s in signal.pthread_sigmask(signal.SIG_BLOCK, [])}


signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT, signal.SIGTERM])
before = blocked()
memory = SharedMemory(create=True, size=8 * 785 * 10)
w = np.ndarray((785, 10), buffer=memory.buf)
w[:] = 0
after = blocked()
del w
memory.close()
memory.unlink()
print("blocked before:", *sorted(before))
print("blocked after:", *sorted(after))
assert before == {"SIGINT", "SIGTERM"} and after == set()
PYTHON
