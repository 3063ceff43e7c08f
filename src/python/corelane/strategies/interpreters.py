"""Sub-interpreters with a lock of their own: threads of one process, each with an interpreter.

They share no objects: claims, go and what the workers say cross in pipes.
"""

from __future__ import annotations

import os
import selectors
import sys
from json import dumps, loads

from ..own_code.library import CORELANE
from ..record.endings import END_S, GRACE_S, TEARDOWN_S, clock_s, leftovers, take_notes, watch_exits, worker_thread
from ..record.exit_hooks import late_hook, run_hooks
from ..record.faults import WorkerFault, fault_of, hint_of
from ..record.own_process import here, this_process
from ..record.record import Record, now_ns, own_tid, run_tasks
from ..wire.channel import LOST, close, exit_now, get_pid, read, write
from ..wire.crossing import FarEnd, PipeCrossing
from ..wire.descriptors import LowHeld
from .strategy import Job, Strategy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from threading import Thread
    from typing import Any, Callable

    from ..shapes import Began, Report

# As own code found it.
open_pipe = os.pipe

SCRIPT = """
import sys
sys.path[:] = [folder, *search_path]
from corelane.own_code.library import library_first
library_first()
# What pools of own code import first, as those of the other strategies do.
__file__ = agent_file
import corelane.strategies.interpreters
corelane.strategies.interpreters.interpreter_main(setup, worker, claims, start, said)
"""


def open_interpreters() -> Any:
    """The module that makes them, whatever this version calls it; None where there is none."""
    try:
        import _interpreters as module  # pyright: ignore
    except ImportError:
        try:
            import _xxsubinterpreters as module  # pyright: ignore
        except ImportError:
            return None
    return module


def create_own_lock(module: Any) -> Any:
    """A new interpreter with a lock of its own (PEP 684)."""
    try:
        return module.create("isolated")
    except TypeError:
        return module.create(isolated=True)


def make_selector() -> selectors.BaseSelector:
    """A selector without a descriptor of its own, which own code could close."""
    return getattr(selectors, "PollSelector", selectors.DefaultSelector)()


class Lines:
    """The messages that come out of a pipe."""

    def __init__(self, pipe: int) -> None:
        self.pipe = pipe
        self._rest = b""
        self._messages: list[dict[str, Any]] = []

    def next(self, until: float | None = None) -> dict[str, Any] | None:
        """The next message; None at the end of the pipe, or, where a moment is given, after that."""
        while not self._messages:
            if until is not None and not self._comes(until):
                return None
            data = read(self.pipe, 65536)
            if not data:
                return None
            *lines, self._rest = (self._rest + data).split(b"\n")
            self._messages += [loads(line) for line in lines]
        return self._messages.pop(0)

    def has_more(self) -> bool:
        """Whether a message has been read already."""
        return bool(self._messages)

    def _comes(self, until: float) -> bool:
        with make_selector() as selector:
            selector.register(self.pipe, selectors.EVENT_READ)
            return bool(selector.select(max(0, until - clock_s())))


class Interpreters(Strategy):
    """A thread with an isolated interpreter for each worker."""

    def __init__(self, job: Job, drain: Callable[[], None], report: Report) -> None:
        super().__init__(job, drain, report)
        self.module = open_interpreters()
        # Opened by `spawn`, whose time it is part of.
        self.crossing: PipeCrossing | None = None
        self.threads: list[Thread] = []
        self.said: list[Lines] = []

    def spawn(self) -> list[Began]:
        # All of them before own code runs, which may close what is low.
        with LowHeld(2 * self.job.workers + 16):
            crossing = self.crossing = PipeCrossing(open_pipe)
            pipes = [open_pipe() for _ in range(self.job.workers)]
        far_end = crossing.far_end
        setup = self.job.to_plain()
        agent_file = getattr(sys.modules["__main__"], "__file__", None)
        script = SCRIPT.replace("[folder, *search_path]", repr([CORELANE, *sys.path]))
        script = script.replace("agent_file", repr(agent_file))
        for worker, (pipe, there) in enumerate(pipes):
            shared = {
                "setup": setup,
                "worker": worker,
                "claims": far_end.claims,
                "start": far_end.start,
                "said": there,
            }
            thread = worker_thread(self._live, (script, shared))
            thread.start()
            self.threads.append(thread)
            self.said.append(Lines(pipe))
        crossing.feed(self.job.tasks, self.job.claim_size, self.job.workers)
        return [self._receive(worker)["ready"] for worker in range(self.job.workers)]

    def go(self) -> None:
        if self.crossing is not None:
            self.crossing.start(self.job.workers)

    def finish(self) -> None:
        selector = make_selector()
        for worker, said in enumerate(self.said):
            selector.register(said.pipe, selectors.EVENT_READ, worker)
        while selector.get_map():
            for key, _ in selector.select():
                if self._take_rows(key.data):
                    selector.unregister(key.fileobj)
            self.drain()

    def _take_rows(self, worker: int) -> bool:
        """Takes what a worker has said; whether that was all of it."""
        while True:
            message = self._receive(worker)
            self.records[worker].add(message["rows"])
            if message["last"] or not self.said[worker].has_more():
                return message["last"]

    def close(self) -> None:
        until = clock_s() + TEARDOWN_S + GRACE_S
        for said in self.said:
            message = said.next(until)
            if message is None:
                self.note_endless()
                continue
            if "hooks" not in message:
                continue
            notes = message["hooks"]
            closed = said.next(clock_s() + END_S)
            if closed is None and self.job.own is not None:
                self.notes += [*notes, late_hook(os.path.basename(self.job.own["path"]))]
            elif closed is not None:
                self.notes += closed.get("closed", [])

    def join(self) -> None:
        until = clock_s() + GRACE_S
        for thread in self.threads:
            thread.join(max(0, until - clock_s()))

    def _receive(self, worker: int) -> dict[str, Any]:
        message = self.said[worker].next()
        if message is None:
            text = "its interpreter ended before its tasks were done"
            raise WorkerFault({"type": "fault", "kind": "process-ended", "worker": worker, "message": text})
        if "fault" in message:
            raise WorkerFault(message["fault"])
        return message

    def _live(self, script: str, shared: dict[str, Any]) -> None:
        try:
            interpreter = create_own_lock(self.module)
            failed = self.module.run_string(interpreter, script, shared)
        except Exception as error:
            interpreter, failed = None, error
        if failed is not None:
            text = str(failed) + (hint_of(failed) if isinstance(failed, Exception) else "")
            message = {"fault": {"type": "fault", "kind": "threw", "message": text, "worker": shared["worker"]}}
            write(shared["said"], (dumps(message) + "\n").encode())
        if interpreter is not None:
            self.module.destroy(interpreter)
        close(shared["said"])


def interpreter_main(setup: str, worker: int, claims: int, start: int, said: int) -> None:
    """The life of one worker, in its own interpreter."""
    job = Job.from_plain(setup)
    record = Record(worker)
    crossing = FarEnd(claims, start)

    def send(message: dict[str, Any]) -> None:
        data = (dumps(message) + "\n").encode()
        try:
            while data:
                data = data[write(said, data) :]
        except OSError:
            exit_now(LOST)

    here.worker, here.record = worker, record
    if job.own is not None:
        this_process.apart = True
        watch_exits(lambda fault: send({"fault": fault}))
    try:
        began_ns = now_ns()
        work = job.load()
        send({"ready": (get_pid(), own_tid(), began_ns)})
        crossing.wait_for_start()
        flush = (lambda: send({"rows": record.take(), "last": False})) if job.telemetry else None
        run_tasks(work.run, job.claims(worker, crossing.take), record, flush)
        send({"rows": record.take(), "last": True})
        notes = work.close()
        kept = None if job.own is None else leftovers()
        notes += take_notes() + ([] if kept is None else [kept])
        send({"hooks": notes})
        send({"closed": notes + run_hooks(None)})
    except BaseException as error:
        send({"fault": fault_of(error, worker, record.open)})
