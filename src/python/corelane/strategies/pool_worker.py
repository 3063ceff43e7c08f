"""Runs on the workers of a pool: functions that the pool calls by their names."""

from __future__ import annotations

import threading

from ..record.endings import leftovers, take_notes, watch_exits
from ..record.exit_hooks import run_hooks
from ..record.faults import WorkerFault, fault_of
from ..record.modules import restore_modules
from ..record.own_process import here
from ..record.replaced import LIBRARY_FAILED, names_replaced
from ..record.record import cpu_ns, now_ns, own_tid, peak_rss_bytes
from ..wire.channel import LOST, exit_now, get_pid, is_any_lost, open_files
from ..wire.descriptors import release_low
from ..workloads.workload import Workload
from .processes import speaker

TYPE_CHECKING = False
if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from typing import Callable, Mapping

    from ..shapes import Fault, Hello, Row


# Before the finalizers of `multiprocessing` and of own code, which may raise in turn.
EARLY = 1_000


def not_begun(_task: int) -> int:
    """Stands for the work of a worker that has none yet."""
    raise RuntimeError("the pool's worker has not begun")


class PoolState(threading.local):
    """What a pool's worker keeps: one per thread, and so one per process where those are the workers."""

    def __init__(self) -> None:
        self.work = Workload(not_begun)
        self.run: Callable[[int], int] = not_begun
        self.barrier: threading.Barrier | None = None
        # Whether own code runs in a process of its own.
        self.own = False
        # Says something to the program, where it has a process of its own.
        self.say: Callable[[str, object], None] | None = None
        # Whether it was asked to let go of its work: it may end then.
        self.closed = False
        # The task being run.
        self.open: int | None = None
        # Why the work could not be loaded: an initializer that raises breaks the pool without a word.
        self.fault: Fault | None = None

    def meet(self) -> None:
        """Waits for all other workers of the pool."""
        if self.barrier is not None:
            self.barrier.wait()


own = PoolState()


def pool_begin(
    prepare: Callable[[], Callable[[], Workload]], barrier: threading.Barrier, last_words: Connection | None = None
) -> None:
    """The initializer of a pool's worker; a process with own code has a pipe for why it ends, if it can say so."""
    own.barrier = barrier
    here.record = own
    try:
        if last_words is not None:
            release_low()
            own.own = True
            send = own.say = speaker(last_words)
            watch_exits(lambda fault: send("fault", fault))
            watch_end(send)
        own.work = prepare()()
        own.run = own.work.run
    except BaseException as error:
        own.fault = fault_of(error, None, None)


def watch_end(send: Callable[[str, object], None]) -> None:
    """Has this process say why it ends, where own code took from the pool what it needs: descriptors, functions."""
    from multiprocessing.util import Finalize

    Finalize(None, say_why, args=(open_files(), send), exitpriority=EARLY)


def say_why(files: Mapping[int, tuple[int, int]], send: Callable[[str, object], None]) -> None:
    """Called as this process ends: before its close, something of the pool's own has failed."""
    if own.closed:
        return
    if is_any_lost(files):
        exit_now(LOST)
    names = names_replaced()
    if names:
        message = f"a process of the pool ended early{LIBRARY_FAILED.format(names)}"
        send("fault", {"type": "fault", "kind": "threw", "message": message})


def pool_hello() -> Fault | Hello:
    """Who this worker is and what its process has used, or its fault; once all have been asked."""
    hello = (get_pid(), own_tid(), now_ns(), sum(cpu_ns()))
    own.meet()
    return own.fault or hello


def pool_usage() -> tuple[int, tuple[int, int, int | None]]:
    """All that this worker's process has used; returns once all have been asked."""
    used = cpu_ns() + (peak_rss_bytes(),)
    own.meet()
    return get_pid(), used


def pool_close() -> tuple[list[str], bool]:
    """Lets this worker go of its work: what is to be noted, and whether something keeps its process."""
    own.meet()
    own.closed = True
    notes = own.work.close()
    kept = leftovers() if own.own else None
    if own.say is not None:
        say, told = own.say, notes + take_notes() + ([] if kept is None else [kept])
        return told + run_hooks(lambda late: say("late", [*told, late])), kept is not None
    return notes, False


def pool_task(task: int) -> Row:
    """One task, with who ran it and when."""
    own.open = task
    start_ns = now_ns()
    try:
        checksum = own.run(task)
    except BaseException as error:
        raise WorkerFault(fault_of(error, None, task), (get_pid(), own_tid())) from None
    end_ns = now_ns()
    own.open = None
    restore_modules()
    return get_pid(), own_tid(), task, start_ns, end_ns, checksum
