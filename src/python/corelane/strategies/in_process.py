"""The strategies on one interpreter: serial, asyncio and threads; see `strategy.py` for what a strategy is."""

from __future__ import annotations

import threading

from ..own_code.loops import OwnLoop
from ..record.endings import TEARDOWN_S, clock_s, worker_thread
from ..record.faults import WorkerFault, fault_of
from ..record.own_process import here
from ..record.record import DRAIN_NS, Counter, Record, now_ns, own_tid, run_tasks
from ..record.replaced import Mended
from ..wire.channel import get_pid
from ..workloads.workload import Carried
from .strategy import Strategy

TYPE_CHECKING = False
if TYPE_CHECKING:
    import asyncio
    from contextvars import ContextVar
    from typing import Callable

    from ..shapes import Began, Fault, Report
    from .strategy import Job

DRAIN_S = DRAIN_NS / 1e9


class Serial(Strategy):
    """One task after the other on the program's own thread."""

    def __init__(self, job: Job, drain: Callable[[], None], report: Report) -> None:
        super().__init__(job, drain, report)
        here.worker, here.record = 0, self.records[0]
        self.work = job.load()

    def close(self) -> None:
        self.notes += self.work.close()

    def finish(self) -> None:
        record = self.records[0]
        try:
            run_tasks(self.work.run, range(self.job.tasks), record, self.drain)
        except BaseException as error:
            raise WorkerFault(fault_of(error, 0, record.open)) from None


class Asyncio(Strategy):
    """One event loop on the program's own thread, with as many tasks in flight as `workers`."""

    def __init__(self, job: Job, drain: Callable[[], None], report: Report) -> None:
        super().__init__(job, drain, report)
        import asyncio
        import contextvars

        self.gather = asyncio.gather
        self.records = [Record(0)]
        self.open: ContextVar[int | None] = contextvars.ContextVar("task", default=None)
        # The task that has stopped the event loop.
        self.stopper: int | None = None
        here.worker, here.record = 0, OpenTask(self.open)
        self.work = job.load()
        # Not `run`, which would close the loop: what the workload has opened on it is closed later.
        self.loop = self.work.loop or OwnLoop()

    def finish(self) -> None:
        loop = self.loop.get()
        self._watch_stop(loop)
        try:
            loop.run_until_complete(self._run())
        except RuntimeError as error:
            if self.stopper is None:
                raise
            raise WorkerFault(fault_of(error, 0, self.stopper)) from None

    def _watch_stop(self, loop: asyncio.AbstractEventLoop) -> None:
        """Remembers which task stops the loop: the loop's own error names none."""
        stop = loop.stop

        def watched() -> None:
            task = self.open.get()
            if task is not None and self.stopper is None:
                self.stopper = task
            stop()

        try:
            loop.stop = watched
        except AttributeError:
            # A loop of another library, whose attributes can't be set.
            return

    async def _run(self) -> None:
        record = self.records[0]
        claims = iter(range(self.job.tasks))
        due_ns = now_ns() + DRAIN_NS

        async def lane() -> None:
            nonlocal due_ns
            for task in claims:
                self.open.set(task)
                start_ns = now_ns()
                try:
                    checksum = await self.work.run_async(task)
                except BaseException as error:
                    thrown = error.error if isinstance(error, Carried) else error
                    raise WorkerFault(fault_of(thrown, 0, task)) from None
                end_ns = now_ns()
                record.add(([task], [start_ns], [end_ns], [checksum]))
                if end_ns >= due_ns:
                    self.drain()
                    due_ns = now_ns() + DRAIN_NS

        await self.gather(*(lane() for _ in range(min(self.job.workers, self.job.tasks))))

    def close(self) -> None:
        self.notes += self.work.close()
        self.loop.close()


class OpenTask:
    """The task that whoever asks is part of, as a record reports it."""

    def __init__(self, variable: ContextVar[int | None]) -> None:
        self._variable = variable

    @property
    def open(self) -> int | None:
        return self._variable.get()


class Threads(Strategy):
    """`threading.Thread`: the workers share the interpreter, and its lock where it has one."""

    def __init__(self, job: Job, drain: Callable[[], None], report: Report) -> None:
        super().__init__(job, drain, report)
        self.counter = Counter()
        self.ready = threading.Semaphore(0)
        self.start = threading.Event()
        self.ended = threading.Semaphore(0)
        self.let_go = threading.Event()
        self.closed = threading.Semaphore(0)
        self.began: list[Began] = [(0, None, 0)] * job.workers
        self.fault: Fault | None = None
        self.threads: list[threading.Thread] = []
        # Threads whose teardown is over.
        self.free: set[int] = set()
        # The program's code is there before it decides; each thread makes its own ready. After the locks: own code may
        # put others in the place of what they are made of.
        self.begin = job.prepare()

    def spawn(self) -> list[Began]:
        with Mended():
            self.threads = [
                worker_thread(self._work, (worker,)) for worker in range(self.job.workers)
            ]
            for thread in self.threads:
                thread.start()
        for _ in self.threads:
            self.ready.acquire()
        self._check()
        return self.began

    def go(self) -> None:
        self.start.set()

    def finish(self) -> None:
        for _ in self.threads:
            while not self.ended.acquire(timeout=DRAIN_S):
                self.drain()
            self._check()

    def close(self) -> None:
        until = clock_s() + TEARDOWN_S
        self.let_go.set()
        for _ in self.threads:
            if not self.closed.acquire(timeout=max(0, until - clock_s())):
                self.note_endless()
        self._check()

    def join(self) -> None:
        for worker, thread in enumerate(self.threads):
            if worker in self.free:
                thread.join()

    def _check(self) -> None:
        if self.fault is not None:
            raise WorkerFault(self.fault)

    def _work(self, worker: int) -> None:
        record = self.records[worker]
        here.worker, here.record = worker, record
        self.began[worker] = (get_pid(), own_tid(), now_ns())
        # Whoever waits for a worker waits no longer once it has failed.
        stages = [self.ready, self.ended, self.closed]
        try:
            work = self.begin()
            stages.pop(0).release()
            self.start.wait()
            run_tasks(work.run, self.job.claims(worker, self.counter.take), record)
            stages.pop(0).release()
            # What a teardown does must not cost the results of the others, nor their time.
            self.let_go.wait()
            self.notes += work.close()
            self.free.add(worker)
        except BaseException as error:
            self.fault = fault_of(error, worker, record.open)
        for stage in stages:
            stage.release()
