"""`multiprocessing.Process`: each worker has an interpreter and a memory of its own."""

import os

from .crossing import open_crossing
from .record import Record, cpu_ns, now_ns, own_tid, peak_rss_bytes, run_tasks
from .way import Way, WayFault, ended_early, fault_of


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

    def close(self):
        for worker in range(self.job.workers):
            self._receive(worker)

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
        pipe.send(("closed", None))
        crossing.wait_for_leave()
    except Exception as error:
        pipe.send(("fault", fault_of(error, worker, record.open)))


def usage(at_go):
    """What a worker process has used: CPU time, that since go, and its memory peak."""
    user, system = cpu_ns()
    return (user, system, user + system - at_go[0] - at_go[1], peak_rss_bytes())
