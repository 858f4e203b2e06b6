#!/bin/sh
# distributed 2026.8.0 and NumPy 2.4.6, Python 3.11: Client.map over equal arguments.
#
# Guessed: client.map(draw, [0, 0, 0]) calls draw three times, as map and every other
# executor's map do (it takes the place of concurrent.futures').
# Seen: draw is called once. A task's name is made of the function and its arguments, and
# what has the same name is the same task; so three random numbers are one number, three
# times. With pure=False they are three.
#
#     client.map(draw, [0, 0, 0])              3 futures, 1 task, 1 number
#     client.map(draw, [0, 0, 0], pure=False)  3 futures, 3 tasks, 3 numbers
set -e
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet distributed==2026.8.0 numpy==2.4.6
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from distributed import Client


def draw(_):
    return np.random.default_rng().random()


with Client(processes=False, n_workers=1, dashboard_address=None) as client:
    for options, expected in ({}, 1), ({"pure": False}, 3):
        futures = client.map(draw, [0, 0, 0], **options)
        tasks, numbers = {future.key for future in futures}, client.gather(futures)
        print(f"client.map {options}: {len(tasks)} tasks, numbers {numbers}")
        assert len(tasks) == len(set(numbers)) == expected
with ThreadPoolExecutor() as pool:
    assert len(set(pool.map(draw, [0, 0, 0]))) == 3
PYTHON
