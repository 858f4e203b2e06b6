#!/bin/sh
# CPython 3.11, multiprocessing: SIGINT is blocked while a first process is started.
#
# Guessed: a program that blocks SIGINT, so that Ctrl-C cannot come in between while it
# starts processes, has it blocked until it unblocks it itself.
# Seen: the first process that is started by spawn, or the first shared memory, starts
# multiprocessing's resource tracker. That blocks SIGINT and SIGTERM for a moment, too,
# and then unblocks both, whatever the caller had asked for.
#
#     blocked before   SIGINT, SIGTERM
#     blocked after    nothing
set -e
python3 - <<'PYTHON'
import signal
from multiprocessing.shared_memory import SharedMemory


def blocked():
    return {s.name for s in signal.pthread_sigmask(signal.SIG_BLOCK, [])}


signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT, signal.SIGTERM])
before = blocked()
memory = SharedMemory(create=True, size=1)
after = blocked()
memory.close()
memory.unlink()
print("blocked before:", *sorted(before))
print("blocked after:", *sorted(after))
assert before == {"SIGINT", "SIGTERM"} and after == set()
PYTHON
