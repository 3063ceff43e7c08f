"""`concurrent.futures`: a pool's threads or processes are handed the tasks with `map`."""

import os
import threading

from corelane_record import DRAIN_NS, cpu_ns, now_ns, own_tid, peak_rss_bytes
from corelane_way import Way, WayFault, fault_of


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
    # Why the work could not be loaded: an initializer that raises breaks the pool without a word.
    fault = None


def pool_begin(job, barrier):
    """The initializer of a pool's worker."""
    PoolState.barrier = barrier
    PoolState.work = job.load()
    PoolState.run = PoolState.work.run


def pool_process_begin(job, barrier):
    """The initializer of a pool's worker process, which lets go of its workload as it ends."""
    from multiprocessing.util import Finalize

    try:
        pool_begin(job, barrier)
    except Exception as error:
        PoolState.fault = fault_of(error, None, None)
        return
    Finalize(None, PoolState.work.close, exitpriority=1)


def pool_hello():
    """Who this worker is and what its process has used, or its fault; once all have been asked."""
    hello = (os.getpid(), own_tid(), now_ns(), sum(cpu_ns()))
    PoolState.barrier.wait()
    return PoolState.fault or hello


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
        raise WayFault(fault_of(error, None, task)) from None
    return os.getpid(), own_tid(), task, start_ns, now_ns(), checksum
