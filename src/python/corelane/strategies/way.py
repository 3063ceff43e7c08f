"""What every way to run the tasks has: its job, its records, and how a worker's failure is told.

    spawn()   starts the workers and returns when each waits for go: [(pid, tid, began_ns)]
    go()      lets all of them start
    finish()  returns when every result is in; calls `drain` now and then
    account() notes what worker processes have used, where `finish` did not
    close()   returns when the workers have let go of their workloads, which no phase counts, or when
              they have had the time for it
    join()    lets the workers end, and waits for it
    force()   ends the workers that do not end, so that `join` returns; on another thread

Times are `time.monotonic_ns()`. A `WayFault` says what a worker died of. What is odd without being a
failure is a sentence in `notes`.
"""

import os

from ..own_code.own_place import place_of
from ..record.endings import Process, endless_teardown
from ..record.record import Record, claimed, equal_part, now_ns, own_tid
from ..workloads.workloads import prepare


class Job:
    """What every way is given, as the setup message says it."""

    def __init__(self, setup):
        self.workload = setup["workload"]
        self.seed = setup["seed"]
        self.surroundings = setup["surroundings"]
        self.tasks = setup["tasks"]
        self.schedule = setup["schedule"]
        self.dynamic = self.schedule["kind"] == "dynamic"
        self.telemetry = setup["telemetry"]
        self.workers = setup["python"]["workers"]
        self.start_method = setup["python"].get("startMethod")
        self.chunk = setup["python"].get("chunk", 1)
        # Where own code lies; None where the work is a built-in one.
        self.own = place_of(self.workload["path"]) if self.workload["kind"] == "module" else None

    def prepare(self):
        """Loads the workload's code; what it gives makes it ready on the thread that calls it."""
        return prepare(self.workload, self.seed, self.surroundings, self.own)

    def load(self):
        """The workload, ready to run on this thread."""
        return self.prepare()()

    def claims(self, worker, take):
        """The tasks of one worker; `take` is the shared counter of the dynamic schedule."""
        if not self.dynamic:
            return equal_part(self.tasks, worker, self.workers)
        return claimed(self.tasks, self.schedule["chunk"], take)


class Way:
    """What all ways have: their job and a record a worker."""

    # Whether the workers are processes, with CPU time and memory of their own.
    processes = False

    def __init__(self, job, drain, tell):
        self.job = job
        # Sends a fault to the engine, from any thread of the program.
        self.tell = tell
        self.notes = []
        self.drain = drain if job.telemetry else lambda: None
        self.records = [Record(worker) for worker in range(job.workers)]
        # User and system CPU time, that since go, and the memory peak, of each worker process.
        self.usages = []

    def spawn(self):
        return [(os.getpid(), own_tid(), now_ns())]

    def go(self):
        pass

    def account(self):
        """Notes what worker processes have used, where `finish` did not tell."""

    def close(self):
        pass

    def join(self):
        pass

    def force(self):
        pass

    def note_endless(self):
        """Notes that a worker's teardown has not ended in time."""
        if self.job.own is not None:
            Process.file = os.path.basename(self.job.own["path"])
        self.notes.append(endless_teardown())
