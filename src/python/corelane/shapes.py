"""Shapes of the data that the package's modules hand each other, for type checkers only.

No program imports this file: loading `typing` would take time in every worker that is started.
"""

from typing import Any, Callable, Dict, List, Literal, Optional, Protocol, Tuple, TypedDict

from .wire.messages import FromHostFault
from .wire.probe_messages import ProbeAnswer

# What a fault message says; sent to the engine as it is.
Fault = FromHostFault
Report = Callable[[Fault], None]
# The part of own code that runs outside of tasks.
Stage = Literal["load", "setup", "teardown"]

# A worker as it begins: process, thread, time.
Began = Tuple[int, Optional[int], int]
# The same, with the CPU time that its process has used.
Hello = Tuple[int, Optional[int], int, int]
# User and system CPU time.
CpuNs = Tuple[int, int]
# User and system CPU time of a worker process, that since go, its memory peak.
Usage = Tuple[int, int, int, Optional[int]]
# Task, start, end and checksum of a worker's rows.
Columns = Tuple[List[int], List[int], List[int], List[int]]
# One row of a pool: process, thread, task, start, end, checksum.
Row = Tuple[int, Optional[int], int, int, int, int]
# Gives the first task of the next chunk of so many.
Take = Callable[[int], int]


class OpenRecord(Protocol):
    """What knows the task that is being run: a worker's record, or what stands for one."""

    @property
    def open(self) -> Optional[int]: ...


class Own(TypedDict):
    """Where a user's own module lies, see `own_code/own_place.py`."""

    path: str
    name: str
    root: str
    last: Optional[str]
    files: Dict[str, str]
    before: List[str]
    pin: List[str]
    evict: List[str]


# What the engine asks of a probe; each probe knows its own.
Params = Dict[str, Any]
Send = Callable[[ProbeAnswer], None]
# What the figures of probes are of; the contract ties each to its unit.
Quantity = Literal[
    "bandwidth",
    "began",
    "child-left",
    "elapsed",
    "ended",
    "file-left",
    "gone",
    "increments",
    "lost",
    "memory-back",
    "memory-kept",
    "others-alive",
    "program-alive",
    "round-trip",
    "seen",
    "survivors",
]
# What the figures of probes are counted in.
Unit = Literal["bytes", "bytes/s", "count", "ns", "yes"]
# What the workers of a probe are.
Kind = Literal["threads", "processes"]
