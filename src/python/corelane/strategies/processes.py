"""`multiprocessing.Process`: each worker has an interpreter and a memory of its own."""

from __future__ import annotations

import os
import pickle
import struct

from ..own_code.standard import keep_in_children
from ..record.endings import GRACE_S, TEARDOWN_S, clock_s, end_without_them, leftovers, take_notes, watch_exits
from ..record.exit_hooks import run_hooks
from ..record.faults import WorkerFault, ended_early, fault_of
from ..record.own_process import here
from ..record.record import DRAIN_NS, Record, cpu_ns, now_ns, own_tid, peak_rss_bytes, run_tasks
from ..wire.channel import LOST, exit_now, get_pid, write
from ..wire.crossing import open_crossing
from ..wire.descriptors import LowHeld, release_low
from .strategy import Strategy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from typing import Any, Callable

    from ..shapes import Began, CpuNs, Report, Usage
    from ..wire.crossing import AnyFarEnd, LockCrossing, PipeCrossing
    from .strategy import Job

# As own code found them: how a connection writes, and how long a message it may write so.
to_bytes, pack_length = pickle.dumps, struct.Struct("!i").pack
LENGTH_LIMIT = 0x7FFFFFFF

# How often a worker is asked whether it is still there, while it says nothing.
LOOK_S = DRAIN_NS / 1e9


class Processes(Strategy):
    """`multiprocessing.Process`: each worker has an interpreter and a memory of its own."""

    processes = True

    def __init__(self, job: Job, drain: Callable[[], None], report: Report) -> None:
        super().__init__(job, drain, report)
        import multiprocessing

        if job.own is not None:
            keep_in_children()
        self.context = multiprocessing.get_context(job.start_method)
        # Every context has it, but the type of them all does not say so.
        self.make_process: Callable[..., BaseProcess] = getattr(self.context, "Process")
        # Opened by `spawn`, whose time it is part of.
        self.crossing: PipeCrossing | LockCrossing | None = None
        self.children: list[BaseProcess] = []
        self.pipes: list[Connection] = []

    def spawn(self) -> list[Began]:
        if self.job.own is None:
            return self._spawn()
        with LowHeld(room_for(self.job.workers)):
            return self._spawn()

    def _spawn(self) -> list[Began]:
        job, context = self.job, self.context
        crossing = self.crossing = open_crossing(context)
        for worker in range(job.workers):
            here_end, there = context.Pipe(duplex=False)
            # No daemons: those may have no children, and own code may have a pool.
            child = self.make_process(
                target=process_main, args=(job, worker, there, crossing.far_end), daemon=False
            )
            child.start()
            there.close()
            self.children.append(child)
            self.pipes.append(here_end)
        crossing.feed(job.tasks, job.claim_size, job.workers)
        return [self._receive(worker)[1] for worker in range(job.workers)]

    def go(self) -> None:
        if self.crossing is not None:
            self.crossing.start(self.job.workers)

    def finish(self) -> None:
        from multiprocessing.connection import wait

        open_pipes: dict[Any, int] = dict(zip(self.pipes, range(self.job.workers)))
        while open_pipes:
            said = wait(list(open_pipes), LOOK_S)
            for pipe in said or list(open_pipes):
                worker = open_pipes[pipe]
                if not said and not self._is_gone(worker):
                    continue
                kind, what = self._receive(worker)
                self.records[worker].add(what[:4])
                if kind == "done":
                    self.usages.append(what[4])
                    del open_pipes[pipe]
            self.drain()

    def close(self) -> None:
        until = clock_s() + TEARDOWN_S + GRACE_S
        for worker, pipe in enumerate(self.pipes):
            try:
                if pipe.poll(max(0, until - clock_s())):
                    self.notes += self._receive(worker)[1]
                    continue
                self.note_endless()
            except WorkerFault as gone:
                # Its results are in.
                self.notes.append(f"a worker ended early in its teardown: {gone}")
            self.children[worker].kill()

    def join(self) -> None:
        if self.crossing is not None:
            self.crossing.leave(self.job.workers)
        for child in self.children:
            child.join()

    def force(self) -> None:
        for child in self.children:
            if child.is_alive():
                child.kill()

    def _is_gone(self, worker: int) -> bool:
        """Whether it has ended: a child of its own may hold its end of the pipe."""
        return self.children[worker].exitcode is not None and not self.pipes[worker].poll()

    def _receive(self, worker: int) -> tuple[str, Any]:
        pipe, child = self.pipes[worker], self.children[worker]
        try:
            while not pipe.poll(LOOK_S):
                if self._is_gone(worker):
                    raise EOFError
            kind, what = pipe.recv()
        except (EOFError, OSError):
            child.join()
            raise WorkerFault(ended_early(worker, child.pid, child.exitcode)) from None
        if kind == "fault":
            raise WorkerFault(what)
        return kind, what


def room_for(workers: int) -> int:
    """About how many descriptors so many worker processes take in the program."""
    return 24 + 8 * workers


def speaker(pipe: Connection) -> Callable[[str, object], None]:
    """Says something to the program; a process that was forked from this one ends instead.

    Written as `Connection.send` does, by what own code can't replace: what has failed by that is said so, too.
    """
    owner = get_pid()
    # Windows has no descriptors for them.
    end = -1 if os.name == "nt" else pipe.fileno()

    def send_plainly(said: object) -> None:
        data = to_bytes(said)
        if end < 0 or len(data) > LENGTH_LIMIT:
            pipe.send(said)
            return
        data = pack_length(len(data)) + data
        while data:
            data = data[write(end, data) :]

    def send(kind: str, what: object) -> None:
        if get_pid() != owner:
            exit_now(0)
        try:
            send_plainly((kind, what))
        except OSError:
            exit_now(LOST)

    return send


def process_main(job: Job, worker: int, pipe: Connection, crossing: AnyFarEnd) -> None:
    """The life of one worker process of `Processes`."""
    release_low()
    record = Record(worker)
    began_ns = now_ns()
    send = speaker(pipe)
    here.worker, here.record = worker, record
    if job.own is not None:
        watch_exits(lambda fault: send("fault", fault))
    try:
        work = job.load()
        send("ready", (get_pid(), own_tid(), began_ns))
        crossing.wait_for_start()
        at_go = cpu_ns()
        flush = (lambda: send("rows", record.take())) if job.telemetry else None
        run_tasks(work.run, job.claims(worker, crossing.take), record, flush)
        send("done", record.take() + (usage(at_go),))
        notes = work.close()
        kept = None if job.own is None else leftovers()
        notes += take_notes() + ([] if kept is None else [kept])

        def give_up(late: str) -> None:
            send("closed", [*notes, late])
            crossing.wait_for_leave()
            end_without_them()

        send("closed", notes + run_hooks(give_up))
        crossing.wait_for_leave()
        if kept is not None:
            end_without_them()
    except BaseException as error:
        send("fault", fault_of(error, worker, record.open))


def usage(at_go: CpuNs) -> Usage:
    """What a worker process has used: CPU time, that since go, and its memory peak."""
    user, system = cpu_ns()
    return (user, system, user + system - at_go[0] - at_go[1], peak_rss_bytes())
