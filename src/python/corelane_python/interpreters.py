"""Sub-interpreters with a lock of their own: threads of one process, each with an interpreter.

They share no objects: claims, go and what the workers say cross in pipes.
"""

import json
import os
import selectors
import threading

from .crossing import FarEnd, PipeCrossing
from .record import Record, now_ns, own_tid, run_tasks
from .way import Job, Way, WayFault, fault_of

SCRIPT = """
import sys
sys.path[:] = json_path
import corelane_python.interpreters
corelane_python.interpreters.interpreter_main(setup, worker, claims, start, said)
"""


def open_interpreters():
    """The module that makes them, whatever this version calls it; None where there is none."""
    try:
        import _interpreters as module
    except ImportError:
        try:
            import _xxsubinterpreters as module
        except ImportError:
            return None
    return module


def create_own_lock(module):
    """A new interpreter with a lock of its own (PEP 684)."""
    try:
        return module.create("isolated")
    except TypeError:
        return module.create(isolated=True)


class Interpreters(Way):
    """A thread with an isolated interpreter for each worker."""

    def __init__(self, job, drain):
        super().__init__(job, drain)
        self.module = open_interpreters()
        self.threads = []
        self.said = []

    def spawn(self):
        import sys

        self.crossing = PipeCrossing(os.pipe)
        far_end = self.crossing.far_end
        setup = json.dumps(vars(self.job))
        script = SCRIPT.replace("json_path", repr(sys.path))
        for worker in range(self.job.workers):
            here, there = os.pipe()
            shared = {
                "setup": setup,
                "worker": worker,
                "claims": far_end.claims,
                "start": far_end.start,
                "said": there,
            }
            thread = threading.Thread(target=self._live, args=(script, shared), daemon=True)
            thread.start()
            self.threads.append(thread)
            self.said.append(open(here, encoding="utf-8"))
        self.crossing.feed(self.job)
        return [self._receive(worker)["ready"] for worker in range(self.job.workers)]

    def go(self):
        self.crossing.start(self.job.workers)

    def finish(self):
        selector = selectors.DefaultSelector()
        for worker, said in enumerate(self.said):
            selector.register(said, selectors.EVENT_READ, worker)
        while selector.get_map():
            for key, _ in selector.select():
                message = self._receive(key.data)
                self.records[key.data].add(message["rows"])
                if message["last"]:
                    selector.unregister(key.fileobj)
            self.drain()

    def close(self):
        for worker in range(self.job.workers):
            self._receive(worker)

    def join(self):
        for thread in self.threads:
            thread.join()

    def _receive(self, worker):
        line = self.said[worker].readline()
        if not line:
            message = "its interpreter ended before its tasks were done"
            raise WayFault({"kind": "process-ended", "worker": worker, "message": message})
        message = json.loads(line)
        if "fault" in message:
            raise WayFault(message["fault"])
        return message

    def _live(self, script, shared):
        interpreter = create_own_lock(self.module)
        try:
            failed = self.module.run_string(interpreter, script, shared)
        except Exception as error:
            failed = error
        if failed is not None:
            message = {"fault": {"kind": "threw", "message": str(failed)}}
            os.write(shared["said"], (json.dumps(message) + "\n").encode())
        self.module.destroy(interpreter)
        os.close(shared["said"])


def interpreter_main(setup, worker, claims, start, said):
    """The life of one worker, in its own interpreter."""
    job = Job.__new__(Job)
    vars(job).update(json.loads(setup))
    record = Record(worker)
    crossing = FarEnd(claims, start)

    def say(message):
        data = (json.dumps(message) + "\n").encode()
        while data:
            data = data[os.write(said, data) :]

    try:
        began_ns = now_ns()
        work = job.load()
        say({"ready": (os.getpid(), own_tid(), began_ns)})
        crossing.wait_for_start()
        flush = (lambda: say({"rows": record.take(), "last": False})) if job.telemetry else None
        run_tasks(work.run, job.claims(worker, crossing.take), record, flush)
        say({"rows": record.take(), "last": True})
        work.close()
        say({"closed": True})
    except BaseException as error:
        say({"fault": fault_of(error, worker, record.open)})
