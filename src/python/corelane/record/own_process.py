"""What a thread does of own code, and what is known of the process that own code runs in."""

from __future__ import annotations

import threading

from ..wire.channel import get_pid, is_on_main

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..shapes import Fault, OpenRecord, Report, Stage


class Called(BaseException):
    """Own code called what would have ended its process, where that must not cost what is there already."""


class Here(threading.local):
    """What this thread does: the worker it is, its record of tasks, and what of own code it runs."""

    worker: int | None = None
    record: OpenRecord | None = None
    stage: Stage | None = None


here = Here()


class OwnProcess:
    """What is known of a process that own code runs in."""

    def __init__(self) -> None:
        self.owner: int | None = None
        self.report: Report | None = None
        # Whether own code has forked this one from a worker: it is to do no task of that.
        self.forked = False
        # Sentences about own code, each once.
        self.notes: tuple[str, ...] = ()
        # Whether it has a teardown.
        self.closes = False
        # Whether it is an interpreter beside others, which the signals of the process don't reach.
        self.apart = False
        # The fault of a thread that has interrupted the main one, with its process and thread.
        self.interrupt: tuple[Fault, tuple[int, int | None]] | None = None
        # The name of own code's file.
        self.file = "own code"


this_process = OwnProcess()


def is_own_call() -> bool:
    """Whether own code ends the process of a worker: not `multiprocessing`, nor one that it has forked."""
    if get_pid() != this_process.owner or this_process.report is None:
        return False
    outside = here.stage is None and open_task() is None
    return not outside or not is_on_main()


def open_task() -> int | None:
    """The task that this thread runs."""
    return None if here.record is None else here.record.open
