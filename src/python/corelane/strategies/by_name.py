"""All strategies by name: a new one is an entry here."""

from __future__ import annotations

from .in_process import Asyncio, Serial, Threads
from .pools import ProcessPool, ThreadPool
from .processes import Processes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

    from ..shapes import Report
    from .strategy import Job, Strategy

# A strategy's name, less `python-`.
STRATEGIES: dict[str, Callable[[Job, Callable[[], None], Report], Strategy]] = {
    "serial": Serial,
    "asyncio": Asyncio,
    "threads": Threads,
    "processes": Processes,
    "thread-pool": ThreadPool,
    "process-pool": ProcessPool,
}


def make_strategy(job: Job, drain: Callable[[], None], report: Report) -> Strategy:
    """The strategy that the job names; `drain` sends the rows that are new, `report` sends a fault."""
    if job.name == "interpreters":
        # Loaded only where it is used: not every Python has what it needs.
        from .interpreters import Interpreters

        return Interpreters(job, drain, report)
    return STRATEGIES[job.name](job, drain, report)
