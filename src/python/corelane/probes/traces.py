"""Reads what the kernel shows of processes and threads that a probe has ended."""

from __future__ import annotations

import os
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Sequence


def pss_of(pids: Sequence[int]) -> int | None:
    """Proportional size of processes together, in bytes; None where the platform does not reveal it."""
    total = 0
    for pid in pids:
        try:
            with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as rollup:
                total += next(int(line.split()[1]) for line in rollup if line.startswith("Pss:"))
        except (OSError, StopIteration):
            return None
    return total * 1024


def own_rss() -> int | None:
    """Resident size of this process, in bytes; None where the platform does not reveal it."""
    return own_pages(1)


def own_address_space() -> int | None:
    """Size of this process's address space, in bytes; None where the platform does not reveal it."""
    return own_pages(0)


def own_pages(column: int) -> int | None:
    """One column of `/proc/self/statm`, in bytes."""
    try:
        with open("/proc/self/statm", encoding="ascii") as statm:
            return int(statm.read().split()[column]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return None


def is_running(pid: int) -> bool | None:
    """Whether a process has not ended: one that nobody has collected yet has. None: not known."""
    if os.name == "nt":
        # There a signal ends a process, whichever it is.
        return None
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    try:
        with open(f"/proc/{pid}/stat", encoding="latin-1") as stat:
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return not os.path.exists("/proc/self/stat")


def thread_leaves(pid: int, tid: int | None, within_s: float) -> bool:
    """Waits until the kernel no longer lists a thread; False where it still does."""
    until = time.monotonic() + within_s
    while os.path.exists(f"/proc/{pid}/task/{tid}"):
        if time.monotonic() > until:
            return False
        time.sleep(0)
    return True
