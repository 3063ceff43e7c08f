"""The ways on one interpreter, and all ways by name; see `way` for what a way is."""

import os
import threading

from .pools import ProcessPool, ThreadPool
from .processes import Processes
from .record import DRAIN_NS, Counter, Record, now_ns, own_tid, run_tasks
from .way import Way, WayFault, fault_of

DRAIN_S = DRAIN_NS / 1e9


class Serial(Way):
    """One task after the other on the program's own thread."""

    def __init__(self, job, drain):
        super().__init__(job, drain)
        self.work = job.load()

    def close(self):
        self.work.close()

    def finish(self):
        record = self.records[0]
        try:
            run_tasks(self.work.run, range(self.job.tasks), record, self.drain)
        except Exception as error:
            raise WayFault(fault_of(error, 0, record.open)) from error


class Asyncio(Way):
    """One event loop on the program's own thread, with as many tasks in flight as `workers`."""

    def __init__(self, job, drain):
        super().__init__(job, drain)
        import asyncio

        self.asyncio = asyncio
        self.records = [Record(0)]
        self.work = job.load()
        # Not `run`, which would close the loop: what the workload has opened on it is closed later.
        self.loop = asyncio.new_event_loop()

    def finish(self):
        self.loop.run_until_complete(self._run())

    async def _run(self):
        record = self.records[0]
        claims = iter(range(self.job.tasks))
        due_ns = now_ns() + DRAIN_NS

        async def lane():
            nonlocal due_ns
            for task in claims:
                start_ns = now_ns()
                try:
                    checksum = await self.work.run_async(task)
                except Exception as error:
                    raise WayFault(fault_of(error, 0, task)) from error
                end_ns = now_ns()
                record.add(([task], [start_ns], [end_ns], [checksum]))
                if end_ns >= due_ns:
                    self.drain()
                    due_ns = now_ns() + DRAIN_NS

        await self.asyncio.gather(*(lane() for _ in range(min(self.job.workers, self.job.tasks))))

    def close(self):
        self.work.close()
        self.loop.run_until_complete(self.loop.shutdown_asyncgens())
        self.loop.close()


class Threads(Way):
    """`threading.Thread`: the workers share the interpreter, and its lock where it has one."""

    def __init__(self, job, drain):
        super().__init__(job, drain)
        # The program's code is there before it decides; each thread makes its own ready.
        self.begin = job.prepare()
        self.counter = Counter()
        self.ready = threading.Semaphore(0)
        self.start = threading.Event()
        self.ended = threading.Semaphore(0)
        self.closed = threading.Semaphore(0)
        self.began = [None] * job.workers
        self.fault = None
        self.threads = []

    def spawn(self):
        self.threads = [
            threading.Thread(target=self._work, args=(worker,), daemon=True)
            for worker in range(self.job.workers)
        ]
        for thread in self.threads:
            thread.start()
        for _ in self.threads:
            self.ready.acquire()
        self._check()
        return self.began

    def go(self):
        self.start.set()

    def finish(self):
        for _ in self.threads:
            while not self.ended.acquire(timeout=DRAIN_S):
                self.drain()
            self._check()

    def close(self):
        for _ in self.threads:
            self.closed.acquire()
        self._check()

    def join(self):
        for thread in self.threads:
            thread.join()

    def _check(self):
        if self.fault is not None:
            raise WayFault(self.fault)

    def _work(self, worker):
        record = self.records[worker]
        self.began[worker] = (os.getpid(), own_tid(), now_ns())
        # Whoever waits for a worker waits no longer once it has failed.
        stages = [self.ready, self.ended, self.closed]
        try:
            work = self.begin()
            stages.pop(0).release()
            self.start.wait()
            run_tasks(work.run, self.job.claims(worker, self.counter.take), record)
            stages.pop(0).release()
            work.close()
        except BaseException as error:
            self.fault = fault_of(error, worker, record.open)
        for stage in stages:
            stage.release()


def make_way(name, job, drain):
    """The way of a strategy's name, less `python-`; a pool's is `thread-pool` or `process-pool`."""
    if name == "interpreters":
        from .interpreters import Interpreters

        return Interpreters(job, drain)
    ways = {
        "serial": Serial,
        "asyncio": Asyncio,
        "threads": Threads,
        "processes": Processes,
        "thread-pool": ThreadPool,
        "process-pool": ProcessPool,
    }
    return ways[name](job, drain)
