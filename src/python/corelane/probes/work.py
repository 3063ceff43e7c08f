"""Workers of the probes that end or lose one: threads and processes alike, with a pipe to each."""

from __future__ import annotations

import multiprocessing
import sys
import threading
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from typing import Any, Callable, Sequence

    from ..shapes import Kind
    from .worker_set import WorkerSet

# Each piece ends by giving up the interpreter lock. Were that every switch interval, of 5 ms, those that wait
# for the lock would ask for it and lose it in turn, for seconds.
PIECE_S = 8 * sys.getswitchinterval()
LAST_S = 0.1
FINISH_WITHIN_S = 6


def spin(seconds: float) -> None:
    """Keeps a core busy."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        pass


def work_on(pipe: Connection, limit_s: float) -> None:
    """Works until it receives anything, `limit_s` seconds at most, then a little more; says so."""
    limit = time.monotonic() + limit_s
    while not pipe.poll() and time.monotonic() < limit:
        spin(PIECE_S)
    spin(LAST_S)
    pipe.send("done")


class Worker:
    """A thread or process that runs `target(pipe, *args)`, reported to the engine as it begins."""

    def __init__(self, worker_set: WorkerSet, kind: Kind, target: Callable[..., None], *args: object) -> None:
        self.kind = kind
        self.pid = None
        self.tid = None
        self.pipe, theirs = multiprocessing.Pipe()
        if kind == "threads":
            begun = threading.Event()

            def run() -> None:
                worker_set.thread_began()
                self.tid = threading.get_native_id()
                begun.set()
                target(theirs, *args)

            self.work = threading.Thread(target=run, daemon=True)
            self.work.start()
            begun.wait()
        else:
            self.work = multiprocessing.Process(target=target, args=(theirs, *args), daemon=True)
            self.work.start()
            worker_set.process_began(self.work)
            self.pid = self.work.pid
            self.tid = self.pid

    def receive(self, within_s: float) -> Any:
        """What it says next, or None."""
        try:
            return self.pipe.recv() if self.pipe.poll(within_s) else None
        except EOFError:
            return None

    def wake(self) -> None:
        """One message, whatever it says; a process that has ended hears nothing."""
        try:
            self.pipe.send("go")
        except OSError:
            pass


def count_finished(workers: Sequence[Worker]) -> int:
    """Asks workers that run `work_on` to finish; how many have done so."""
    for worker in workers:
        worker.wake()
    return sum(1 for worker in workers if worker.receive(FINISH_WITHIN_S) == "done")
