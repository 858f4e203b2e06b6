#!/bin/sh
# PyTorch 2.14.1, on two threads: torch.set_flush_denormal(True).
#
# Guessed: a setting of the process, as torch.set_num_threads is. It returns True, and
# its documentation names no thread.
# Seen: it is one of the thread that calls it. The threads that share an operation on a
# large tensor keep what they were started with. So if one large operation came before,
# only half of a product's subnormal numbers become 0, which half depends on where they
# lie in the tensor, and a small tensor, computed by the caller alone, has none left.
# Called before the first large operation, it reaches all: they inherit it.
#
#     called late      1000 numbers: 0 subnormal     4000000 numbers: 2000000 subnormal
#     called first     1000 numbers: 0 subnormal     4000000 numbers: 0 subnormal
#
# One step of a network with 200 hidden nodes on 60000 images, many of whose activations
# are subnormal: 4.3 s on two threads as they are, 3.8 s with the setting, and 0.9 s with
# the setting and torch.set_num_threads(1).
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet numpy==2.4.6 torch==2.14.1
cat > "$folder/flush.py" <<'PYTHON'
import sys

import numpy as np
import torch

torch.set_num_threads(2)
if sys.argv[1] == "first":
    assert torch.set_flush_denormal(True)
torch.ones(4_000_000) * 2
tiny = torch.from_numpy(np.full(4_000_000, 1e-40, np.float32))
assert torch.set_flush_denormal(True)
halves = [tiny[:n] * 0.5 for n in (1000, 4_000_000)]
counts = [int(np.count_nonzero(half.numpy().view(np.int32))) for half in halves]
print(f"called {sys.argv[1]}: of 1000 and 4000000 numbers, {counts} are subnormal")
assert counts == ([0, 0] if sys.argv[1] == "first" else [0, 2_000_000])
PYTHON
"$folder/venv/bin/python" "$folder/flush.py" late
"$folder/venv/bin/python" "$folder/flush.py" first
