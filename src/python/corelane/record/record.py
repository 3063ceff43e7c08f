"""Runs a worker's tasks, from go to the last one, and records one row of figures per task."""

from __future__ import annotations

import functools
import os
import threading
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Iterable, Iterator

    from ..shapes import Columns, CpuNs, Take

try:
    import resource
except ImportError:  # Windows
    resource = None

# Wrapped, so that a fake clock of own code, put in its place wherever that is found, does not reach it.
now_ns = functools.partial(time.monotonic_ns)

# As own code found them: it may put others in their place.
native_id: Callable[[], int] | None = getattr(threading, "get_native_id", None)
make_lock, times = threading.Lock, os.times
SELF = 0 if resource is None else resource.RUSAGE_SELF
get_usage = None if resource is None else resource.getrusage

# How often finished tasks are sent on while others run.
DRAIN_NS = 200_000_000


class Record:
    """One worker's finished tasks as columns; a row counts once its checksum is there."""

    def __init__(self, worker: int) -> None:
        self.worker = worker
        self.task: list[int] = []
        self.start_ns: list[int] = []
        self.end_ns: list[int] = []
        self.checksum: list[int] = []
        # The task being run, to say which one failed.
        self.open: int | None = None
        self._taken = 0

    def take(self) -> Columns:
        """The columns of the rows that are new since the last call."""
        first, self._taken = self._taken, len(self.checksum)
        rows = slice(first, self._taken)
        return (self.task[rows], self.start_ns[rows], self.end_ns[rows], self.checksum[rows])

    def add(self, columns: Iterable[Iterable[Any]]) -> None:
        """Appends rows that another process or interpreter has sent."""
        for mine, new in zip((self.task, self.start_ns, self.end_ns, self.checksum), columns):
            mine.extend(new)


def run_tasks(
    run: Callable[[int], int],
    claims: Iterable[int],
    record: Record,
    flush: Callable[[], None] | None = None,
) -> None:
    """Runs tasks until none is left; `flush`, where given, is called now and then between two."""
    task_column, start_column = record.task, record.start_ns
    end_column, checksum_column = record.end_ns, record.checksum
    due_ns = now_ns() + DRAIN_NS
    for task in claims:
        record.open = task
        start_ns = now_ns()
        checksum = run(task)
        end_ns = now_ns()
        task_column.append(task)
        start_column.append(start_ns)
        end_column.append(end_ns)
        checksum_column.append(checksum)
        if flush is not None and end_ns >= due_ns:
            flush()
            due_ns = now_ns() + DRAIN_NS
    record.open = None


def equal_part(tasks: int, worker: int, workers: int) -> range:
    """A worker's contiguous share under the static schedule."""
    return range(worker * tasks // workers, (worker + 1) * tasks // workers)


def claimed(tasks: int, chunk: int, take: Take) -> Iterator[int]:
    """The tasks a worker claims one chunk at a time; `take(chunk)` gives a chunk's first task."""
    while True:
        first = take(chunk)
        if first >= tasks:
            return
        yield from range(first, min(first + chunk, tasks))


class Counter:
    """A counter that threads of one interpreter share."""

    def __init__(self) -> None:
        self._lock = make_lock()
        self._next = 0

    def take(self, count: int) -> int:
        """The first of the next `count` numbers."""
        with self._lock:
            first = self._next
            self._next += count
        return first


def own_tid() -> int | None:
    """The kernel's number of the calling thread; None where the platform does not reveal it."""
    return None if native_id is None else native_id()


def cpu_ns() -> CpuNs:
    """User and system CPU time of this process so far."""
    if resource is None or get_usage is None:
        spent = times()
        return int(spent.user * 1e9), int(spent.system * 1e9)
    used = get_usage(SELF)
    return int(used.ru_utime * 1e9), int(used.ru_stime * 1e9)


def peak_rss_bytes() -> int | None:
    """The largest resident set of this process so far; None where it is not known.

    Linux's `ru_maxrss` counts what the parent held at the fork, so `VmHWM` is read there.
    """
    try:
        with open("/proc/self/status", "rb") as file:
            for line in file:
                if line.startswith(b"VmHWM:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    return None
