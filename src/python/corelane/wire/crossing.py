"""Go and claims between processes, or between interpreters: what no lock of theirs can guard.

Pipes do it: the kernel gives each reader whole records, and nothing of them outlives the processes,
as the named semaphores of `multiprocessing` may when all of them are killed.
"""

from __future__ import annotations

import _thread
import os
import struct

from .channel import LOST, exit_now, read, write

TYPE_CHECKING = False
if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import BaseContext
    from multiprocessing.synchronize import Event
    from typing import Any, Callable, Union

    End = Union[int, Connection]
    AnyFarEnd = Union["FarEnd", "LockFarEnd"]

# As own code found it.
start_thread = _thread.start_new_thread

CLAIM = struct.Struct("<i")
NO_MORE = -1
# Records written at once: fewer bytes than POSIX lets a pipe tear apart.
RECORDS_AT_ONCE = 100


class FarEnd:
    """A worker's ends: descriptors, or connections of `multiprocessing`, which can be sent along."""

    def __init__(self, claims: End, start: End, leave: End | None = None) -> None:
        self.claims = claims
        self.start = start
        self.leave = leave

    def wait_for_start(self) -> None:
        """Returns when all workers may start."""
        receive(self.start, 1)

    def wait_for_leave(self) -> None:
        """Returns when the worker may end."""
        if self.leave is not None:
            receive(self.leave, 1)

    def take(self, _chunk: int) -> int:
        """The first task of the next chunk; more than any task's number when none is left."""
        (first,) = CLAIM.unpack(receive(self.claims, CLAIM.size))
        return first if first != NO_MORE else 2**31


class PipeCrossing:
    """The program's ends; `far_end` is what the workers get."""

    def __init__(self, open_pipe: Callable[[], tuple[End, End]]) -> None:
        claims, self._feed = open_pipe()
        start, self._start = open_pipe()
        leave, self._leave = open_pipe()
        self.far_end = FarEnd(claims, start, leave)

    def feed(self, tasks: int, chunk: int | None, workers: int) -> None:
        """Writes a claim for every chunk; what the pipe can't hold waits for the workers.

        No chunk: nothing is claimed, since each worker knows its tasks.
        """
        start_thread(self._write_claims, (tasks, chunk, workers))

    def start(self, workers: int) -> None:
        """Lets so many workers start."""
        write(descriptor(self._start), b"s" * workers)

    def leave(self, workers: int) -> None:
        """Lets so many workers end."""
        write(descriptor(self._leave), b"l" * workers)

    def _write_claims(self, tasks: int, chunk: int | None, workers: int) -> None:
        firsts = range(0) if chunk is None else range(0, tasks, chunk)
        claims = [CLAIM.pack(first) for first in firsts] + [CLAIM.pack(NO_MORE)] * workers
        for index in range(0, len(claims), RECORDS_AT_ONCE):
            write(descriptor(self._feed), b"".join(claims[index : index + RECORDS_AT_ONCE]))


class LockFarEnd:
    """As `FarEnd`, over shared values with locks."""

    def __init__(self, counter: Any, start: Event, leave: Event) -> None:
        self.counter = counter
        self.start = start
        self.leave = leave

    def wait_for_start(self) -> None:
        """Returns when all workers may start."""
        self.start.wait()

    def wait_for_leave(self) -> None:
        """Returns when the worker may end."""
        self.leave.wait()

    def take(self, chunk: int) -> int:
        """The first task of the next chunk."""
        with self.counter.get_lock():
            first = self.counter.value
            self.counter.value += chunk
        return first


class LockCrossing:
    """As `PipeCrossing`, for Windows, whose pipes have no descriptors; its locks end with their users."""

    def __init__(self, context: BaseContext) -> None:
        self._start, self._leave = context.Event(), context.Event()
        self.far_end = LockFarEnd(context.Value("q", 0), self._start, self._leave)

    def feed(self, _tasks: int, _chunk: int | None, _workers: int) -> None:
        """Nothing is to be written: the counter stands at the first task."""

    def start(self, _workers: int) -> None:
        """Lets all workers start."""
        self._start.set()

    def leave(self, _workers: int) -> None:
        """Lets all workers end."""
        self._leave.set()


def open_crossing(context: BaseContext) -> PipeCrossing | LockCrossing:
    """The crossing for processes of this `multiprocessing` context."""
    if os.name == "nt":
        return LockCrossing(context)
    return PipeCrossing(lambda: context.Pipe(duplex=False))


def descriptor(end: End) -> int:
    """The file descriptor of a connection, or of what is one already."""
    return end if isinstance(end, int) else end.fileno()


def receive(end: End, size: int) -> bytes:
    """A record; a worker that can no longer be told anything ends."""
    try:
        data = read(descriptor(end), size)
    except OSError:
        exit_now(LOST)
    if len(data) < size:
        exit_now(LOST)
    return data
