"""Helpers for mnist_classifier_dask.py: workers that start and end without a word."""

from terminal import InputError, SetUpError

import contextlib
import logging
import signal
import sys
from multiprocessing import resource_tracker
from tempfile import TemporaryDirectory

try:
    import dask
    from distributed import Client, KilledWorker
    from distributed.gc import disable_gc_diagnosis
except ModuleNotFoundError as error:
    raise SetUpError(
        f"{error.name} is not installed. This script needs two packages more than the "
        f'others. Please run: "{sys.executable}" -m pip install dask distributed'
    ) from None
except Exception as error:  # of any kind, if a file of Dask's settings is damaged
    raise SetUpError(f"Dask does not load: {' '.join(str(error).split())}") from None
SETTINGS = {  # Workers that pause where memory is short may never go on.
    "distributed.worker.memory.pause": False,
    "distributed.worker.memory.terminate": False,
    "distributed.admin.large-graph-warning-threshold": "1GB",
}


def hold_ctrl_c(how="SIG_BLOCK"):
    """Have Ctrl-C wait until SIG_UNBLOCK. What starts meanwhile never hears of it."""
    if hasattr(signal, "pthread_sigmask"):  # not on Windows
        resource_tracker.ensure_running()  # Python would let Ctrl-C in with its start.
        signal.pthread_sigmask(getattr(signal, how), [signal.SIGINT])


@contextlib.contextmanager
def start_workers(n_workers=None, scheduler=None):
    """A client of new workers or a scheduler's. Raises InputError or MemoryError."""
    new = {"n_workers": n_workers, "threads_per_worker": 1}
    new |= {"dashboard_address": "127.0.0.1:0", "silence_logs": logging.CRITICAL}
    vars(sys.modules["__main__"]).setdefault("__spec__", None)  # IPython drops it.
    with contextlib.ExitStack() as ending:
        for logger in map(logging.getLogger, ("distributed", "asyncio")):
            ending.callback(logger.setLevel, logger.level)
            logger.setLevel(logging.CRITICAL)  # They tell of all that Ctrl-C cuts off.
        hold_ctrl_c()
        ending.callback(hold_ctrl_c, "SIG_UNBLOCK")
        try:
            folder = ending.enter_context(TemporaryDirectory())
            ending.enter_context(dask.config.set(SETTINGS, temporary_directory=folder))
            client = Client(scheduler, timeout=10) if scheduler else Client(**new)
            ending.enter_context(client)
            ending.callback(hold_ctrl_c)
            disable_gc_diagnosis(force=True)  # A Ctrl-C in it would be lost.
            workers = client.scheduler_info()["workers"].values()
            limits = [worker["memory_limit"] or 4e8 for worker in workers]
            if not limits:
                raise ValueError("please start some")
        except Exception as error:  # of any kind
            at = f"at {scheduler!r}" if scheduler else "can be started"
            raise InputError(f"No workers {at}: {error.__cause__ or error}") from None
        if min(limits) < 4e8:  # whatever Dask puts on the disk
            raise MemoryError("Please take fewer workers: each needs 400 MB of memory.")
        hold_ctrl_c("SIG_UNBLOCK")
        try:
            yield client
        except KilledWorker as error:
            raise MemoryError("Workers were ended: too little memory?") from error
