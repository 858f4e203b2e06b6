#!/bin/sh
# NumPy 1.26.4 and 2.4.6, Python 3.11: np.seterr and np.set_printoptions, and threads.
#
# Guessed: they set something for the whole process, at least for threads that start
# later; and what held for threads with NumPy 1 holds with NumPy 2.
# Seen: np.seterr(all="raise") says nothing to a thread: there 1 / 0 is inf, with a
# warning. np.set_printoptions reached threads in 1.26.4, and no longer does in 2.4.6:
# what a thread prints has eight decimals again.
#
#     in a thread   np.geterr()["divide"]   precision
#     1.26.4        warn                    2, as set
#     2.4.6         warn                    8
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
for version in 1.26.4 2.4.6; do
  python3 -m venv "$folder/$version"
  "$folder/$version/bin/pip" install --quiet numpy==$version
  "$folder/$version/bin/python" - <<'PYTHON'
import threading

import numpy as np


def look():
    seen.append((np.geterr()["divide"], np.get_printoptions()["precision"]))


seen = []
np.seterr(all="raise")
np.set_printoptions(precision=2)
look()
thread = threading.Thread(target=look)
thread.start()
thread.join()
print(f"NumPy {np.__version__}: here {seen[0]}, in a thread {seen[1]}")
assert seen[0] == ("raise", 2)
assert seen[1] == ("warn", 2 if np.__version__ == "1.26.4" else 8)
PYTHON
done
