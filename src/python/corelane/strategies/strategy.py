"""Provides what every strategy has: its job, its records, and how a worker's failure is reported.

    spawn()   starts the workers and returns when each waits for go: [(pid, tid, began_ns)]
    go()      lets all of them start
    finish()  returns when every result is in; calls `drain` now and then
    account() notes what worker processes have used, where `finish` did not
    close()   returns when the workers have let go of their workloads, which no phase counts, or when
              they have had the time for it
    join()    lets the workers end, and waits for it
    force()   ends the workers that do not end, so that `join` returns; on another thread

Times are `time.monotonic_ns()`. A `WorkerFault` says what a worker died of. What is odd without being a
failure is a sentence in `notes`.
"""

from __future__ import annotations

import os
from json import dumps, loads

from ..own_code.library import paths_back
from ..own_code.own_place import place_of
from ..own_code.standard import keep_standard
from ..record.endings import endless_teardown
from ..record.own_process import this_process
from ..record.record import Record, claimed, equal_part, now_ns, own_tid
from ..wire.channel import get_pid
from ..workloads.workloads import prepare

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Iterable

    from ..shapes import Began, Own, Report, Take, Usage
    from ..wire import messages
    from ..workloads.workload import Workload


class Job:
    """What every strategy is given, as the setup message says it."""

    def __init__(self, setup: messages.HostSetup) -> None:
        python = setup.get("python")
        if python is None:
            raise ValueError("the setup message names no Python strategy")
        # The strategy's name without `python-`.
        self.name = python["strategy"]
        self.workload: messages.Workload = setup["workload"]
        self.seed = setup["seed"]
        self.inputs = setup["inputs"]
        self.tasks = setup["tasks"]
        schedule = setup["schedule"]
        # Tasks that a worker claims at once; None under the static schedule.
        self.claim_size = schedule["chunk"] if schedule["kind"] == "dynamic" else None
        self.telemetry = setup["telemetry"]
        self.workers = python["workers"]
        self.start_method = python.get("startMethod")
        self.chunk = python.get("chunk", 1)
        paths_back()
        # Where own code lies; None where the work is a built-in one.
        self.own: Own | None = place_of(self.workload["path"]) if self.workload["kind"] == "module" else None
        if self.own is not None:
            keep_standard(self.own)

    def prepare(self) -> Callable[[], Workload]:
        """Loads the workload's code; what it gives makes it ready on the thread that calls it."""
        return prepare(self.workload, self.seed, self.inputs, self.own)

    def to_plain(self) -> str:
        """Everything in it as a text, for an interpreter that no object can be given to."""
        return dumps(vars(self))

    @staticmethod
    def from_plain(text: str) -> Job:
        """The job that `to_plain` has written."""
        job = Job.__new__(Job)
        vars(job).update(loads(text))
        paths_back()
        if job.own is not None:
            keep_standard(job.own)
        return job

    def load(self) -> Workload:
        """The workload, ready to run on this thread."""
        return self.prepare()()

    def claims(self, worker: int, take: Take) -> Iterable[int]:
        """The tasks of one worker; `take` is the shared counter of the dynamic schedule."""
        if self.claim_size is None:
            return equal_part(self.tasks, worker, self.workers)
        return claimed(self.tasks, self.claim_size, take)


class Strategy:
    """What all strategies have: their job and one record per worker."""

    # Whether the workers are processes, with CPU time and memory of their own.
    processes = False

    def __init__(self, job: Job, drain: Callable[[], None], report: Report) -> None:
        self.job = job
        # Sends a fault to the engine, from any thread of the program.
        self.report = report
        self.notes: list[str] = []
        self.drain: Callable[[], None] = drain if job.telemetry else lambda: None
        self.records = [Record(worker) for worker in range(job.workers)]
        # User and system CPU time, that since go, and the memory peak, of each worker process.
        self.usages: list[Usage] = []

    def spawn(self) -> list[Began]:
        """Starts the workers and returns when each waits for go."""
        return [(get_pid(), own_tid(), now_ns())]

    def go(self) -> None:
        """Lets all workers start."""

    def finish(self) -> None:
        """Returns when every result is in."""
        raise NotImplementedError

    def account(self) -> None:
        """Notes what worker processes have used, where `finish` did not report it."""

    def close(self) -> None:
        """Has the workers let go of their workloads."""

    def join(self) -> None:
        """Waits for the workers to end."""

    def force(self) -> None:
        """Ends the workers that do not end."""

    def note_endless(self) -> None:
        """Notes that a worker's teardown has not ended in time."""
        if self.job.own is not None:
            this_process.file = os.path.basename(self.job.own["path"])
        self.notes.append(endless_teardown())
