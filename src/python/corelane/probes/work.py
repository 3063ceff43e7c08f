"""Workers of the probes that end or lose one: threads and processes alike, with a pipe to each."""

import multiprocessing
import sys
import threading
import time

# Each piece ends by giving up the interpreter lock. Were that every switch interval, of 5 ms, those that wait
# for the lock would ask for it and lose it in turn, for seconds.
PIECE_S = 8 * sys.getswitchinterval()
LAST_S = 0.1
FINISH_WITHIN_S = 6


def spin(seconds):
    """Keeps a core busy."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        pass


def work_on(pipe, limit_s):
    """Works until it is told anything, `limit_s` seconds at most, then a little more, and says so."""
    limit = time.monotonic() + limit_s
    while not pipe.poll() and time.monotonic() < limit:
        spin(PIECE_S)
    spin(LAST_S)
    pipe.send("done")


class Worker:
    """A thread or process that runs `target(pipe, *args)`, told to the engine as it begins."""

    def __init__(self, crew, kind, target, *args):
        self.kind = kind
        self.pid = None
        self.tid = None
        self.pipe, theirs = multiprocessing.Pipe()
        if kind == "threads":
            begun = threading.Event()

            def run():
                crew.thread_began()
                self.tid = threading.get_native_id()
                begun.set()
                target(theirs, *args)

            self.work = threading.Thread(target=run, daemon=True)
            self.work.start()
            begun.wait()
        else:
            self.work = multiprocessing.Process(target=target, args=(theirs, *args), daemon=True)
            self.work.start()
            crew.process_began(self.work)
            self.pid = self.work.pid
            self.tid = self.pid

    def hear(self, within_s):
        """What it says next, or None."""
        try:
            return self.pipe.recv() if self.pipe.poll(within_s) else None
        except EOFError:
            return None

    def tell(self):
        """One message, whatever it says; a process that has ended hears nothing."""
        try:
            self.pipe.send("go")
        except OSError:
            pass


def count_finished(workers):
    """Asks workers that run `work_on` to finish; how many have done so."""
    for worker in workers:
        worker.tell()
    return sum(1 for worker in workers if worker.hear(FINISH_WITHIN_S) == "done")
