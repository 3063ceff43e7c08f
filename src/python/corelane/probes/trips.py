"""Round trips of a payload, timed one by one, and what is done with it on its way."""

import os
import time

# A payload is touched once in so many bytes: a byte is written where memory is written in place, and a
# byte is read where it arrives, so that it is really there.
PAGE = 4096
# Values kept of each payload.
MOST_KEPT = 50
# A single round trip that takes longer is the last, in nanoseconds.
LONG_NS = 3_000_000_000
# Nobody waits for another for longer, in seconds.
LIMIT = 10.0


def read_pages(payload):
    """The sum of one byte of every page."""
    return sum(bytes(payload[::PAGE]))


def write_pages(payload, value):
    """Writes one byte into every page of memory that can be written."""
    pages = len(range(0, len(payload), PAGE))
    payload[::PAGE] = bytes([value % 256]) * pages


def time_trips(trip, limits):
    """One round trip to warm up, then as many as fit; nanoseconds of those that are kept."""
    trip(0)
    times = []
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
    if len(times) <= MOST_KEPT:
        return times
    return [times[index * len(times) // MOST_KEPT] for index in range(MOST_KEPT)]


def shared_room():
    """Bytes that are free for shared memory; None where nobody tells."""
    try:
        room = os.statvfs("/dev/shm")
    except (AttributeError, OSError):
        return None
    return room.f_bavail * room.f_frsize
