"""What all tests need: one thread of NumPy a process, and pictures without a screen."""

import os

# Before NumPy is imported: the processes that share the tests share the processor.
for library in ("OPENBLAS", "MKL", "OMP", "VECLIB_MAXIMUM"):
    os.environ.setdefault(f"{library}_NUM_THREADS", "1")

import signal

import matplotlib as mpl
from hypothesis import settings

mpl.use("Agg")

# Ctrl-C works in what is started here, also if the tests run in the background.
signal.signal(signal.SIGINT, signal.default_int_handler)

# The same examples in every run, and no complaint about a slow machine.
settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")
