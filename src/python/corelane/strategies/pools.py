"""`concurrent.futures`: a pool's threads or processes are handed the tasks with `map`."""

import os
import threading

from ..record.endings import GRACE_S, TEARDOWN_S, here, leftovers, take_odd, watch_exits
from ..record.faults import WayFault, ended_early, fault_of, signal_name
from ..record.record import DRAIN_NS, cpu_ns, now_ns, own_tid, peak_rss_bytes
from .processes import speaker
from .way import Way

# How long the ends of a broken pool's processes may take to be known.
BROKEN_S = 5


# The pool's own thread: its class from Python 3.9 on.
MANAGERS = ("_ExecutorManagerThread",)


class Pool(Way):
    """`concurrent.futures`: tasks are handed to a pool's threads or processes with `map`."""

    def __init__(self, job, drain, tell):
        super().__init__(job, drain, tell)
        import concurrent.futures
        import concurrent.futures.process

        self.futures = concurrent.futures
        self.broken = concurrent.futures.process.BrokenProcessPool
        self.pool = None
        self.numbers = {}
        # Workers that will not end by themselves.
        self.stuck = False

    def _open(self):
        raise NotImplementedError

    def _submit(self, function):
        """Calls it once on every worker of the pool: none is free before all have begun."""
        return [self.pool.submit(function) for _ in self.records]

    def _each(self, function):
        try:
            return [future.result() for future in self._submit(function)]
        except self.broken:
            raise WayFault(self._why_broken()) from None

    def _why_broken(self):
        raise NotImplementedError

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
        except self.broken:
            raise WayFault(self._why_broken()) from None
        except WayFault as failed:
            worker = self.numbers.get(failed.fault.pop("by", None))
            if worker is not None:
                failed.fault["worker"] = worker
            raise

    def close(self):
        try:
            futures = self._submit(pool_close)
        except self.broken:
            self.stuck = True
            return
        _, late = self.futures.wait(futures, TEARDOWN_S + GRACE_S)
        if late:
            self.stuck = True
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

    def join(self):
        self.pool.shutdown(wait=not self.stuck)


class ThreadPool(Pool):
    """`ThreadPoolExecutor`."""

    def __init__(self, job, drain, tell):
        super().__init__(job, drain, tell)
        self.begin = job.prepare()

    def _open(self):
        barrier = threading.Barrier(self.job.workers)
        self.pool = self.futures.ThreadPoolExecutor(
            self.job.workers, initializer=pool_begin, initargs=(lambda: self.begin, barrier)
        )


class ProcessPool(Pool):
    """`ProcessPoolExecutor`: arguments and results are pickled, a chunk at a time."""

    processes = True

    def __init__(self, job, drain, tell):
        super().__init__(job, drain, tell)
        import multiprocessing

        self.context = multiprocessing.get_context(job.start_method)
        self._watch_manager()

    def _watch_manager(self):
        """Tells what ends the pool's own thread, which leaves whoever waits for a result without an answer."""
        before = threading.excepthook

        def tell(args):
            if type(args.thread).__name__ in MANAGERS and args.exc_value is not None:
                self.tell(fault_of(args.exc_value, None, None))
            before(args)

        tell.corelane = getattr(before, "corelane", False)
        threading.excepthook = tell

    def _open(self):
        barrier = self.context.Barrier(self.job.workers)
        self.children = {}
        self.last_words, there = self.context.Pipe(duplex=False)
        self.pool = self.futures.ProcessPoolExecutor(
            self.job.workers, self.context, pool_begin, (self.job.prepare, barrier, there)
        )

    def _submit(self, function):
        futures = super()._submit(function)
        # Private names: without them nobody tells what a broken pool's process has died of.
        self.children.update(getattr(self.pool, "_processes", None) or {})
        self.manager = getattr(self.pool, "_executor_manager_thread", None) or getattr(
            self.pool, "_queue_management_thread", None
        )
        return futures

    def _why_broken(self):
        """The fault of the process that broke the pool; the pool itself ends the others."""
        if self.last_words.poll():
            return self.last_words.recv()[1]
        if self.manager is not None:
            self.manager.join(BROKEN_S)
        ends = {pid: child.exitcode for pid, child in self.children.items()}
        ended = {pid: code for pid, code in ends.items() if code is not None}
        by_itself = {pid: code for pid, code in ended.items() if signal_of(code) != "SIGTERM"}
        for pid, code in {**by_itself, **ended}.items():
            worker = [worker for (one, _), worker in self.numbers.items() if one == pid]
            return ended_early(worker[0] if worker else None, pid, code)
        return {"kind": "process-ended", "message": "a process of the pool ended early"}

    def account(self):
        for pid, (user, system, peak) in self._each(pool_usage):
            warm = user + system - self.at_go[pid]
            self.usages.append((user, system, warm, peak))

    def join(self):
        if self.stuck:
            self.force()
        super().join()

    def force(self):
        for child in self.children.values():
            if child.is_alive():
                child.kill()


def signal_of(exit_code):
    return signal_name(-exit_code) if exit_code < 0 else None


class PoolState(threading.local):
    """What a pool's worker keeps: one a thread, and so one a process where those are the workers."""

    work = None
    run = None
    barrier = None
    own = False
    # The task under way.
    open = None
    # Why the work could not be loaded: an initializer that raises breaks the pool without a word.
    fault = None


own = PoolState()


def pool_begin(prepare, barrier, last_words=None):
    """The initializer of a pool's worker; a process has a pipe for why it ends, where it can say so."""
    own.barrier = barrier
    here.record = own
    try:
        if last_words is not None and prepare.__self__.own is not None:
            own.own = True
            say = speaker(last_words)
            watch_exits(lambda fault: say("fault", fault))
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
    """Lets this worker go of its work: what is to be noted, and whether something keeps its process."""
    own.barrier.wait()
    notes = own.work.close()
    kept = leftovers() if own.own else None
    if own.own:
        notes = notes + take_odd()
    return notes + ([] if kept is None else [kept]), kept is not None


def pool_task(task):
    """One task, with who ran it and when."""
    own.open = task
    start_ns = now_ns()
    try:
        checksum = own.run(task)
    except BaseException as error:
        raise WayFault({**fault_of(error, None, task), "by": (os.getpid(), own_tid())}) from None
    end_ns = now_ns()
    own.open = None
    return os.getpid(), own_tid(), task, start_ns, end_ns, checksum
