"""The ways to run the tasks. Each way spawns its workers, starts them together, waits and joins.

    spawn()   starts the workers and returns when each waits for go: [(pid, tid, began_ns)]
    go()      lets all of them start
    finish()  returns when every result is in; calls `drain` now and then
    join()    lets the workers end, and waits for it

Times are `time.monotonic_ns()`. A `WayFault` says what a worker died of.
"""

import os
import threading

from corelane_crossing import open_crossing
from corelane_record import (
    DRAIN_NS,
    Counter,
    Record,
    claimed,
    cpu_ns,
    describe,
    equal_part,
    now_ns,
    own_tid,
    peak_rss_bytes,
    run_tasks,
)
from corelane_workloads import load

DRAIN_S = DRAIN_NS / 1e9


class WayFault(Exception):
    """A worker failed: `fault` is the message for the engine, less its type."""

    def __init__(self, fault):
        super().__init__(fault["message"])
        self.fault = fault


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

    def load(self):
        """The workload, ready to run."""
        return load(self.workload, self.seed, self.surroundings)

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

    def join(self):
        pass


class Serial(Way):
    """One task after the other on the program's own thread."""

    def __init__(self, job, drain):
        super().__init__(job, drain)
        self.work = job.load()

    def join(self):
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

    def finish(self):
        self.asyncio.run(self._run())

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
        self.work.close()


class Threads(Way):
    """`threading.Thread`: the workers share the interpreter, and its lock where it has one."""

    def __init__(self, job, drain):
        super().__init__(job, drain)
        self.work = job.load()
        self.counter = Counter()
        self.ready = threading.Semaphore(0)
        self.start = threading.Event()
        self.ended = threading.Semaphore(0)
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
        return self.began

    def go(self):
        self.start.set()

    def finish(self):
        for _ in self.threads:
            while not self.ended.acquire(timeout=DRAIN_S):
                self.drain()
            if self.fault is not None:
                raise WayFault(self.fault)

    def join(self):
        for thread in self.threads:
            thread.join()
        self.work.close()

    def _work(self, worker):
        self.began[worker] = (os.getpid(), own_tid(), now_ns())
        self.ready.release()
        self.start.wait()
        record = self.records[worker]
        try:
            run_tasks(self.work.run, self.job.claims(worker, self.counter.take), record)
        except BaseException as error:
            self.fault = fault_of(error, worker, record.open)
        self.ended.release()


class Processes(Way):
    """`multiprocessing.Process`: each worker has an interpreter and a memory of its own."""

    processes = True

    def __init__(self, job, drain):
        super().__init__(job, drain)
        import multiprocessing

        self.context = multiprocessing.get_context(job.start_method)
        self.children = []
        self.pipes = []

    def spawn(self):
        job, context = self.job, self.context
        self.crossing = open_crossing(context)
        for worker in range(job.workers):
            here, there = context.Pipe(duplex=False)
            child = context.Process(
                target=process_main, args=(job, worker, there, self.crossing.far_end), daemon=True
            )
            child.start()
            there.close()
            self.children.append(child)
            self.pipes.append(here)
        self.crossing.feed(job)
        return [self._receive(worker)[1] for worker in range(job.workers)]

    def go(self):
        self.crossing.start(self.job.workers)

    def finish(self):
        from multiprocessing.connection import wait

        open_pipes = dict(zip(self.pipes, range(self.job.workers)))
        while open_pipes:
            for pipe in wait(list(open_pipes)):
                worker = open_pipes[pipe]
                kind, what = self._receive(worker)
                self.records[worker].add(what[:4])
                if kind == "done":
                    self.usages.append(what[4])
                    del open_pipes[pipe]
            self.drain()

    def join(self):
        self.crossing.leave(self.job.workers)
        for child in self.children:
            child.join()

    def _receive(self, worker):
        try:
            kind, what = self.pipes[worker].recv()
        except EOFError:
            child = self.children[worker]
            child.join()
            raise WayFault(ended_early(worker, child.exitcode)) from None
        if kind == "fault":
            raise WayFault(what)
        return kind, what


def process_main(job, worker, pipe, crossing):
    """The life of one worker process of `Processes`."""
    record = Record(worker)
    began_ns = now_ns()
    try:
        work = job.load()
        pipe.send(("ready", (os.getpid(), own_tid(), began_ns)))
        crossing.wait_for_start()
        at_go = cpu_ns()
        flush = (lambda: pipe.send(("rows", record.take()))) if job.telemetry else None
        run_tasks(work.run, job.claims(worker, crossing.take), record, flush)
        pipe.send(("done", record.take() + (usage(at_go),)))
        work.close()
        crossing.wait_for_leave()
    except Exception as error:
        pipe.send(("fault", fault_of(error, worker, record.open)))


def usage(at_go):
    """What a worker process has used: CPU time, that since go, and its memory peak."""
    user, system = cpu_ns()
    return (user, system, user + system - at_go[0] - at_go[1], peak_rss_bytes())


class Pool(Way):
    """`concurrent.futures`: tasks are handed to a pool's threads or processes with `map`."""

    def __init__(self, job, drain):
        super().__init__(job, drain)
        import concurrent.futures
        import concurrent.futures.process
        import multiprocessing

        self.context = multiprocessing.get_context(job.start_method)
        self.futures = concurrent.futures
        self.broken = concurrent.futures.process.BrokenProcessPool
        self.pool = None
        self.numbers = {}

    def _open(self):
        raise NotImplementedError

    def _each(self, function):
        """Calls it once on every worker of the pool: none is free before all have begun."""
        futures = [self.pool.submit(function) for _ in self.records]
        return [future.result() for future in futures]

    def spawn(self):
        self._open()
        hellos = self._each(pool_hello)
        self.numbers = {(pid, tid): worker for worker, (pid, tid, _, _) in enumerate(hellos)}
        self.at_go = {pid: used for pid, _, _, used in hellos}
        return [began[:3] for began in hellos]

    def finish(self):
        due_ns = now_ns() + DRAIN_NS
        try:
            rows = self.pool.map(pool_task, range(self.job.tasks), chunksize=self.job.chunk)
            for pid, tid, *row in rows:
                worker = self.numbers.get((pid, tid), 0)
                self.records[worker].add([figure] for figure in row)
                if now_ns() >= due_ns:
                    self.drain()
                    due_ns = now_ns() + DRAIN_NS
        except self.broken as error:
            message = "a process of the pool ended before its tasks were done"
            raise WayFault({"kind": "process-ended", "message": message}) from error
        except Exception as error:
            task = getattr(error, "corelane_task", None)
            raise WayFault(fault_of(error, None, task)) from error

    def join(self):
        self.pool.shutdown()


class ThreadPool(Pool):
    """`ThreadPoolExecutor`."""

    def _open(self):
        barrier = threading.Barrier(self.job.workers)
        pool_begin(self.job, barrier)
        self.pool = self.futures.ThreadPoolExecutor(self.job.workers)

    def join(self):
        super().join()
        PoolState.work.close()


class ProcessPool(Pool):
    """`ProcessPoolExecutor`: arguments and results are pickled, a chunk at a time."""

    processes = True

    def _open(self):
        barrier = self.context.Barrier(self.job.workers)
        self.pool = self.futures.ProcessPoolExecutor(
            self.job.workers, self.context, pool_process_begin, (self.job, barrier)
        )

    def account(self):
        for pid, (user, system, peak) in self._each(pool_usage):
            warm = user + system - self.at_go[pid]
            self.usages.append((user, system, warm, peak))


class PoolState:
    """What a pool's worker keeps: one a process, shared by the threads of a thread pool."""

    work = None
    run = None
    barrier = None


def pool_begin(job, barrier):
    """The initializer of a pool's worker."""
    PoolState.barrier = barrier
    PoolState.work = job.load()
    PoolState.run = PoolState.work.run


def pool_process_begin(job, barrier):
    """The initializer of a pool's worker process, which lets go of its workload as it ends."""
    from multiprocessing.util import Finalize

    pool_begin(job, barrier)
    Finalize(None, PoolState.work.close, exitpriority=1)


def pool_hello():
    """Who this worker is and what its process has used; returns once all have been asked."""
    hello = (os.getpid(), own_tid(), now_ns(), sum(cpu_ns()))
    PoolState.barrier.wait()
    return hello


def pool_usage():
    """All that this worker's process has used; returns once all have been asked."""
    used = cpu_ns() + (peak_rss_bytes(),)
    PoolState.barrier.wait()
    return os.getpid(), used


def pool_task(task):
    """One task, with who ran it and when."""
    start_ns = now_ns()
    try:
        checksum = PoolState.run(task)
    except Exception as error:
        error.corelane_task = task
        raise
    return os.getpid(), own_tid(), task, start_ns, now_ns(), checksum


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


def make_way(name, job, drain):
    """The way of a strategy's name, less `python-`; a pool's is `thread-pool` or `process-pool`."""
    if name == "interpreters":
        from corelane_interpreters import Interpreters

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
