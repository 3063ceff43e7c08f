"""What every way to run the tasks has: its job, its records, and how a worker's failure is told.

    spawn()   starts the workers and returns when each waits for go: [(pid, tid, began_ns)]
    go()      lets all of them start
    finish()  returns when every result is in; calls `drain` now and then
    account() notes what worker processes have used, where `finish` did not
    close()   returns when the workers have let go of their workloads, which no phase counts
    join()    lets the workers end, and waits for it

Times are `time.monotonic_ns()`. A `WayFault` says what a worker died of.
"""

import os

from .record import Record, claimed, describe, equal_part, now_ns, own_tid
from .workloads import prepare


class WayFault(Exception):
    """A worker failed: `fault` is the message for the engine, less its type."""

    def __init__(self, fault):
        super().__init__(fault["message"])
        self.fault = fault

    def __reduce__(self):
        # It comes from worker processes as well, where an exception of a person's own could not be
        # made anew.
        return WayFault, (self.fault,)


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

    def prepare(self):
        """Loads the workload's code; what it gives makes it ready on the thread that calls it."""
        return prepare(self.workload, self.seed, self.surroundings)

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

    def __init__(self, job, drain):
        self.job = job
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


def fault_of(error, worker, task):
    """An exception as the engine's fault message tells it."""
    fault = describe(error)
    if worker is not None:
        fault["worker"] = worker
    if task is not None:
        fault["task"] = task
    return fault


def ended_early(worker, exit_code):
    """A worker process that was gone before its tasks were done."""
    fault = {"kind": "process-ended", "worker": worker}
    if exit_code is not None and exit_code < 0:
        import signal

        fault["signal"] = signal.Signals(-exit_code).name
        fault["message"] = "its process was ended by %s" % fault["signal"]
    else:
        fault["exitCode"] = exit_code
        fault["message"] = "its process ended with exit code %s" % exit_code
    return fault
