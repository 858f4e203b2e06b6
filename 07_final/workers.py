"""Helpers for mnist_classifier_dask.py: workers that start and end without a word.

They are processes on this machine, or those of a Dask cluster somewhere else. Needs
the packages dask and distributed, which no other script does.
"""

from terminal import InputError, SetUpError

import contextlib
import logging
import multiprocessing
import signal
import sys
import threading
import warnings
from tempfile import TemporaryDirectory

try:
    import dask.array
    from distributed import Client
    from distributed.gc import disable_gc_diagnosis
except ModuleNotFoundError as error:
    raise SetUpError(
        f"{error.name} is not installed. This script needs two packages more than the "
        f'others. Please run: "{sys.executable}" -m pip install dask distributed'
    ) from None

# On the way to an infinite loss NumPy warns in each thread, and losses are checked.
# Dask warns of more than 10 MB to send: the bytes of the images are 55, sent once.
warnings.filterwarnings("ignore", category=RuntimeWarning)
warnings.filterwarnings("ignore", "Sending large graph")

# Ctrl-C in a terminal reaches the workers as well, but it is the script that ends them.
is_worker = multiprocessing.parent_process() is not None
if is_worker and threading.current_thread() is threading.main_thread():
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def check(**numbers):
    """Raise InputError unless each is a whole number from 1 up."""
    for name, number in numbers.items():
        if not isinstance(number, int) or number < 1:
            raise InputError(
                f"{name}={number!r}: please give a whole number from 1 up."
            )


def connect(scheduler):
    """A client of the scheduler at this address. Raises InputError without workers."""
    try:
        client = Client(scheduler, timeout=10)
    except (OSError, ValueError) as error:
        raise InputError(f"No scheduler at {scheduler!r}: {error}") from None
    if not client.nthreads():
        client.close()
        raise InputError(f"The scheduler at {scheduler!r} has no workers: start some.")
    return client


@contextlib.contextmanager
def start_workers(n_workers, scheduler=None):
    """Have Dask compute in n_workers processes, which end with what is inside.

    With a scheduler's address its workers are taken instead, and live on. Outside of
    this Dask computes in threads. Raises InputError if it cannot have the workers.
    """
    check(n_workers=n_workers)
    for name in ("distributed", "asyncio"):  # They tell of all that Ctrl-C cuts off.
        logging.getLogger(name).setLevel(logging.CRITICAL)
    if scheduler is not None:
        with connect(scheduler):
            yield
        return
    with contextlib.ExitStack() as at_the_end:
        # No Ctrl-C half-way through a start or an end, and none for the workers.
        interrupt = signal.signal(signal.SIGINT, signal.SIG_IGN)
        at_the_end.callback(signal.signal, signal.SIGINT, interrupt)
        folder = at_the_end.enter_context(TemporaryDirectory())
        at_the_end.enter_context(dask.config.set({"temporary-directory": folder}))
        client = Client(
            n_workers=n_workers,
            threads_per_worker=1,
            dashboard_address="127.0.0.1:0",  # any free port
            silence_logs=logging.CRITICAL,
        )
        at_the_end.enter_context(client)
        # It is called by Python's garbage collector, where a Ctrl-C would be lost.
        disable_gc_diagnosis(force=True)
        at_the_end.callback(signal.signal, signal.SIGINT, signal.SIG_IGN)
        signal.signal(signal.SIGINT, interrupt)
        yield
