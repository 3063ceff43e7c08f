"""`concurrent.futures`: a pool's threads or processes are handed the tasks with `map`."""

from __future__ import annotations

import threading

from ..own_code.standard import keep_in_children
from ..record.endings import GRACE_S, TEARDOWN_S, clock_s
from ..record.faults import WorkerFault, ended_early, fault_of, signal_name
from ..record.record import DRAIN_NS, now_ns
from ..record.replaced import Mended
from ..record.signals import interrupted, pause_s
from ..wire.channel import LOST
from ..wire.descriptors import LowHeld
from .pool_worker import pool_begin, pool_close, pool_hello, pool_task, pool_usage
from .processes import room_for
from .strategy import Strategy

TYPE_CHECKING = False
if TYPE_CHECKING:
    from concurrent.futures import Executor, Future
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from typing import Callable, TypeVar

    from ..shapes import Began, Fault, Hello, Report
    from .strategy import Job

    T = TypeVar("T")

# How long the ends of a broken pool's processes may take to be known.
BROKEN_S = 5


# How long a process whose end the pool has seen may take to have an exit code.
ENDED_S, LOOK_S = 0.5, 0.005

# The pool's own thread: its class from Python 3.9 on.
MANAGERS = ("_ExecutorManagerThread",)


class Pool(Strategy):
    """`concurrent.futures`: tasks are handed to a pool's threads or processes with `map`."""

    def __init__(self, job: Job, drain: Callable[[], None], report: Report) -> None:
        super().__init__(job, drain, report)
        import concurrent.futures
        import concurrent.futures.process

        self.wait = concurrent.futures.wait
        self.thread_pool = concurrent.futures.ThreadPoolExecutor
        self.process_pool = concurrent.futures.ProcessPoolExecutor
        self.broken = concurrent.futures.process.BrokenProcessPool
        # Opened by `spawn`, whose time it is part of.
        self.pool: Executor | None = None
        self.numbers: dict[tuple[int, int | None], int] = {}
        # CPU time that each process had used at go.
        self.at_go: dict[int, int] = {}
        # Workers that will not end by themselves.
        self.stuck = False

    def _open(self) -> Executor:
        raise NotImplementedError

    def _opened(self) -> Executor:
        if self.pool is None:
            raise RuntimeError("the pool has not been opened")
        return self.pool

    def _submit(self, function: Callable[[], T]) -> list[Future[T]]:
        """Calls it once on every worker of the pool: none is free before all have begun."""
        pool = self._opened()
        with Mended():
            return [pool.submit(function) for _ in self.records]

    def _each(self, function: Callable[[], T]) -> list[T]:
        try:
            return [future.result() for future in self._submit(function)]
        except self.broken:
            raise WorkerFault(self._why_broken()) from None

    def _why_broken(self) -> Fault:
        raise NotImplementedError

    def spawn(self) -> list[Began]:
        self.pool = self._open()
        hellos: list[Hello] = []
        for worker, hello in enumerate(self._each(pool_hello)):
            if isinstance(hello, dict):
                if hello.get("stage") != "load":
                    hello["worker"] = worker
                raise WorkerFault(hello)
            hellos.append(hello)
        self.numbers = {(pid, tid): worker for worker, (pid, tid, _, _) in enumerate(hellos)}
        self.at_go = {pid: used for pid, _, _, used in hellos}
        return [began[:3] for began in hellos]

    def finish(self) -> None:
        due_ns = now_ns() + DRAIN_NS
        try:
            with Mended():
                rows = self._opened().map(pool_task, range(self.job.tasks), chunksize=self.job.chunk)
            for pid, tid, *row in rows:
                worker = self.numbers.get((pid, tid), 0)
                self.records[worker].add([figure] for figure in row)
                if now_ns() >= due_ns:
                    self.drain()
                    due_ns = now_ns() + DRAIN_NS
        except self.broken:
            raise WorkerFault(self._why_broken()) from None
        except KeyboardInterrupt as error:
            raise self._numbered(interrupted(error)) from None
        except WorkerFault as failed:
            raise self._numbered(failed) from None

    def _numbered(self, failed: WorkerFault) -> WorkerFault:
        """A fault with the number of the worker that it is of."""
        worker = None if failed.by is None else self.numbers.get(failed.by)
        if worker is not None:
            failed.fault["worker"] = worker
        return failed

    def close(self) -> None:
        try:
            futures = self._submit(pool_close)
        except self.broken:
            self.stuck = True
            return
        with Mended():
            _, late = self.wait(futures, TEARDOWN_S + GRACE_S)
        if late:
            self.stuck = True
            told = self._late_words()
            self.notes += told
            if not told:
                self.note_endless()
        for future in futures:
            if future in late:
                continue
            try:
                notes, kept = future.result()
            except self.broken:
                # All results are in.
                self.stuck = True
                self.notes.append("a process of the pool ended early in its teardown")
                return
            self.notes += notes
            self.stuck = self.stuck or kept

    def _late_words(self) -> list[str]:
        """What workers have said that do not end."""
        return []

    def join(self) -> None:
        if self.pool is not None:
            self.pool.shutdown(wait=not self.stuck)


class ThreadPool(Pool):
    """`ThreadPoolExecutor`."""

    def __init__(self, job: Job, drain: Callable[[], None], report: Report) -> None:
        super().__init__(job, drain, report)
        # Before own code, which may put others in the place of what it is made of.
        self.barrier = threading.Barrier(self.job.workers)
        self.begin = job.prepare()

    def _open(self) -> Executor:
        with Mended():
            return self.thread_pool(
                self.job.workers, initializer=pool_begin, initargs=(lambda: self.begin, self.barrier)
            )


class ProcessPool(Pool):
    """`ProcessPoolExecutor`: arguments and results are pickled, a chunk at a time."""

    processes = True

    def __init__(self, job: Job, drain: Callable[[], None], report: Report) -> None:
        super().__init__(job, drain, report)
        import multiprocessing

        if job.own is not None:
            keep_in_children()
        self.context = multiprocessing.get_context(job.start_method)
        self.children: dict[int, BaseProcess] = {}
        # The pool's own thread.
        self.manager: threading.Thread | None = None
        # What a worker process says before own code ends it.
        self.last_words: Connection | None = None
        # The process that runs although the pool takes it for ended.
        self.lost: int | None = None
        self._watch_manager()

    def _watch_manager(self) -> None:
        """Reports what ends the pool's own thread, which leaves whoever waits for a result without an answer."""
        before = threading.excepthook

        def hook(args: threading.ExceptHookArgs) -> None:
            if type(args.thread).__name__ in MANAGERS and args.exc_value is not None:
                self.report(fault_of(args.exc_value, None, None))
            before(args)

        setattr(hook, "corelane", getattr(before, "corelane", False))
        threading.excepthook = hook

    def _open(self) -> Executor:
        barrier = self.context.Barrier(self.job.workers)
        there: Connection | None = None
        if self.job.own is not None:
            self.last_words, there = self.context.Pipe(duplex=False)
        return self.process_pool(
            self.job.workers, self.context, pool_begin, (self.job.prepare, barrier, there)
        )

    def spawn(self) -> list[Began]:
        if self.job.own is None:
            return super().spawn()
        with LowHeld(room_for(self.job.workers)):
            return super().spawn()

    def _submit(self, function: Callable[[], T]) -> list[Future[T]]:
        futures = super()._submit(function)
        # Private names: without them the cause of a broken pool's process is not known.
        self.children.update(getattr(self.pool, "_processes", None) or {})
        self.manager = getattr(self.pool, "_executor_manager_thread", None) or getattr(
            self.pool, "_queue_management_thread", None
        )
        if self.job.own is not None:
            self._watch_breaking()
        return futures

    def _watch_breaking(self) -> None:
        """Finds the process whose descriptor was closed, before the pool kills all of them (Python 3.9 on)."""
        end_all: Callable[..., None] | None = getattr(self.manager, "terminate_broken", None)
        if end_all is None or getattr(end_all, "corelane", False):
            return

        def look_and_end(*args: object) -> None:
            try:
                self.lost = self._find_lost()
            finally:
                end_all(*args)

        setattr(look_and_end, "corelane", True)
        setattr(self.manager, "terminate_broken", look_and_end)

    def _find_lost(self) -> int | None:
        """The process that has closed the descriptor by which the pool knows that it runs; None where one has ended."""
        from multiprocessing.connection import wait

        until = clock_s() + ENDED_S
        while clock_s() < until:
            if any(child.exitcode is not None for child in self.children.values()):
                return None
            pause_s(LOOK_S)
        closed = wait([child.sentinel for child in self.children.values()], 0)
        return next((pid for pid, child in self.children.items() if child.sentinel in closed), None)

    def _why_broken(self) -> Fault:
        """The fault of the process that broke the pool; the pool itself ends the others."""
        if self.last_words is not None and self.last_words.poll():
            return self.last_words.recv()[1]
        if self.manager is not None:
            self.manager.join(BROKEN_S)
        if self.lost is not None:
            return ended_early(self._worker_of(self.lost), self.lost, LOST)
        ends = {pid: child.exitcode for pid, child in self.children.items()}
        ended = {pid: code for pid, code in ends.items() if code is not None}
        by_itself = {pid: code for pid, code in ended.items() if signal_of(code) != "SIGTERM"}
        for pid, code in {**by_itself, **ended}.items():
            return ended_early(self._worker_of(pid), pid, code)
        return {"type": "fault", "kind": "process-ended", "message": "a process of the pool ended early"}

    def _late_words(self) -> list[str]:
        words = self.last_words
        told: list[str] = []
        while words is not None and words.poll():
            kind, what = words.recv()
            told += what if kind == "late" else []
        return told

    def _worker_of(self, pid: int) -> int | None:
        return next((worker for (one, _), worker in self.numbers.items() if one == pid), None)

    def account(self) -> None:
        for pid, (user, system, peak) in self._each(pool_usage):
            warm = user + system - self.at_go[pid]
            self.usages.append((user, system, warm, peak))

    def join(self) -> None:
        if self.stuck:
            self.force()
        super().join()

    def force(self) -> None:
        for child in self.children.values():
            if child.is_alive():
                child.kill()


def signal_of(exit_code: int) -> str | None:
    """The name of the signal that an exit code stands for."""
    return signal_name(-exit_code) if exit_code < 0 else None
