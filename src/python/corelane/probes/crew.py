"""What the probes share: telling the engine of workers, and figures."""

import os
import threading


class Crew:
    """The workers of a probe, each with its number, told to the engine as they begin."""

    def __init__(self, say):
        self.say = say
        self.workers = []
        self.lock = threading.Lock()

    def began(self, host, pid, tid=None):
        """One more worker: thread `tid` of process `pid`. `host` numbers the processes."""
        with self.lock:
            worker = len(self.workers)
            thread = sum(1 for known in self.workers if known["host"] == host)
            identity = {"worker": worker, "host": host, "thread": thread, "pid": pid}
            if tid is not None:
                identity["tid"] = tid
            self.workers.append(identity)
            self.say({"type": "workers", "workers": self.workers})

    def thread_began(self):
        """The calling thread of this very process."""
        self.began(0, os.getpid(), threading.get_native_id())

    def process_began(self, process):
        """A process of its own that has been started."""
        self.began(len(self.workers) + 1, process.pid, process.pid)


def figure(quantity, way, label, strategy, unit, values, x=None, note=None):
    """One figure as the engine takes it; see `RawFigure` in src/shared/claims/claims.ts."""
    made = {
        "quantity": quantity,
        "way": way,
        "label": label,
        "strategy": strategy,
        "unit": unit,
        "values": values,
    }
    if x is not None:
        made["x"] = x
    if note is not None:
        made["note"] = note
    return made
