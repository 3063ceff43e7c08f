"""Round trips of a payload, timed one by one, and what is done with it on its way."""

from __future__ import annotations

import os
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from multiprocessing.shared_memory import SharedMemory
    from typing import Callable, Union

    from ..shapes import Params

    Payload = Union[bytes, memoryview]

# A payload is touched once in so many bytes: a byte is written where memory is written in place, and a
# byte is read where it arrives, so that it is really there.
PAGE = 4096
# Values kept of each payload.
MAX_KEPT = 50
# A single round trip that takes longer is the last, in nanoseconds.
LONG_NS = 3_000_000_000
# Nobody waits for another for longer, in seconds.
LIMIT = 10.0


def read_pages(payload: Payload) -> int:
    """The sum of one byte of every page."""
    return sum(bytes(payload[::PAGE]))


def write_pages(payload: memoryview, value: int) -> None:
    """Writes one byte into every page of memory that can be written."""
    pages = len(range(0, len(payload), PAGE))
    payload[::PAGE] = bytes([value % 256]) * pages


def memory_of(block: SharedMemory) -> memoryview:
    """The memory of a block that is open."""
    if block.buf is None:
        raise RuntimeError("the shared memory has been closed")
    return block.buf


def time_trips(trip: Callable[[int], None], limits: Params) -> list[int]:
    """One round trip to warm up, then as many as fit; nanoseconds of those that are kept."""
    trip(0)
    times: list[int] = []
    began = time.perf_counter_ns()
    for number in range(1, limits["most"] + 1):
        before = time.perf_counter_ns()
        trip(number)
        after = time.perf_counter_ns()
        times.append(after - before)
        if after - before > LONG_NS:
            break
        if after - began >= limits["ms"] * 1_000_000 and number >= limits["least"]:
            break
    if len(times) <= MAX_KEPT:
        return times
    return [times[index * len(times) // MAX_KEPT] for index in range(MAX_KEPT)]


def shared_room() -> int | None:
    """Bytes that are free for shared memory; None where it is not known."""
    try:
        room = os.statvfs("/dev/shm")
    except (AttributeError, OSError):
        return None
    return room.f_bavail * room.f_frsize
