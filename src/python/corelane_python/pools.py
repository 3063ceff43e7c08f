"""`concurrent.futures`: a pool's threads or processes are handed the tasks with `map`."""

import os
import threading

from .record import DRAIN_NS, cpu_ns, now_ns, own_tid, peak_rss_bytes
from .way import Way, WayFault, fault_of


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
        for hello in hellos:
            if isinstance(hello, dict):
                raise WayFault(hello)
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

    def close(self):
        for fault in self._each(pool_close):
            if fault is not None:
                raise WayFault(fault)

    def join(self):
        self.pool.shutdown()


class ThreadPool(Pool):
    """`ThreadPoolExecutor`."""

    def __init__(self, job, drain):
        super().__init__(job, drain)
        self.begin = job.prepare()

    def _open(self):
        barrier = threading.Barrier(self.job.workers)
        self.pool = self.futures.ThreadPoolExecutor(
            self.job.workers, initializer=pool_begin, initargs=(lambda: self.begin, barrier)
        )


class ProcessPool(Pool):
    """`ProcessPoolExecutor`: arguments and results are pickled, a chunk at a time."""

    processes = True

    def _open(self):
        barrier = self.context.Barrier(self.job.workers)
        self.pool = self.futures.ProcessPoolExecutor(
            self.job.workers, self.context, pool_begin, (self.job.prepare, barrier)
        )

    def account(self):
        for pid, (user, system, peak) in self._each(pool_usage):
            warm = user + system - self.at_go[pid]
            self.usages.append((user, system, warm, peak))


class PoolState(threading.local):
    """What a pool's worker keeps: one a thread, and so one a process where those are the workers."""

    work = None
    run = None
    barrier = None
    # Why the work could not be loaded: an initializer that raises breaks the pool without a word.
    fault = None


own = PoolState()


def pool_begin(prepare, barrier):
    """The initializer of a pool's worker."""
    own.barrier = barrier
    try:
        own.work = prepare()()
        own.run = own.work.run
    except BaseException as error:
        own.fault = fault_of(error, None, None)


def pool_hello():
    """Who this worker is and what its process has used, or its fault; once all have been asked."""
    hello = (os.getpid(), own_tid(), now_ns(), sum(cpu_ns()))
    own.barrier.wait()
    return own.fault or hello


def pool_usage():
    """All that this worker's process has used; returns once all have been asked."""
    used = cpu_ns() + (peak_rss_bytes(),)
    own.barrier.wait()
    return os.getpid(), used


def pool_close():
    """Lets this worker go of its workload; its fault, if it has one. Returns once all have been asked."""
    fault = None
    try:
        own.work.close()
    except BaseException as error:
        fault = fault_of(error, None, None)
    own.barrier.wait()
    return fault


def pool_task(task):
    """One task, with who ran it and when."""
    start_ns = now_ns()
    try:
        checksum = own.run(task)
    except Exception as error:
        raise WayFault(fault_of(error, None, task)) from None
    return os.getpid(), own_tid(), task, start_ns, now_ns(), checksum
