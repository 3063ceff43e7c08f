"""Threads that add to one counter at once, with and without anything that keeps them apart."""

from __future__ import annotations

import threading
import time

from .worker_set import WorkerSet, figure

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Sequence

    from ..shapes import Params, Quantity, Send, Unit

    Adder = Callable[[int], None]

# Nothing here waits or counts for longer, in seconds.
LIMIT = 4.0
# Increments between two looks at the clock.
SLICE = 10_000

count = 0
guard = threading.Lock()


def add_one(value: int) -> int:
    """The next number: a function, so that the interpreter may change threads inside."""
    return value + 1


def add_plain(times: int) -> None:
    """The article's increment."""
    global count
    for _ in range(times):
        count += 1


def add_called(times: int) -> None:
    """The same with a call between the read and the write."""
    global count
    for _ in range(times):
        count = add_one(count)


def add_locked(times: int) -> None:
    """The same with a lock around it."""
    global count
    for _ in range(times):
        with guard:
            count += 1


ADDERS = {
    "plain": add_plain,
    "call": add_called,
    "lock": add_locked,
}


class Counters:
    """Threads that count in rounds: all begin a round together."""

    def __init__(self, worker_set: WorkerSet, workers: int) -> None:
        self.worker_set = worker_set
        self.barrier = threading.Barrier(workers + 1)
        self.round: tuple[Adder, int] | None = None
        self.counted: list[tuple[int, int, int]] = []
        self.threads = [threading.Thread(target=self.work, daemon=True) for _ in range(workers)]
        for thread in self.threads:
            thread.start()

    def work(self) -> None:
        """The life of one thread."""
        self.worker_set.thread_began()
        while True:
            self.barrier.wait(LIMIT * 2)
            if self.round is None:
                return
            self.counted.append(count_up(*self.round))
            self.barrier.wait(LIMIT * 2)

    def count(self, add: Adder, increments: int) -> tuple[int, int, int]:
        """One round: (lost, increments, nanoseconds)."""
        global count
        count = 0
        self.counted: list[tuple[int, int, int]] = []
        self.round = (add, increments)
        self.barrier.wait(LIMIT * 2)
        self.barrier.wait(LIMIT * 2)
        began, ended, done = zip(*self.counted)
        return sum(done) - count, sum(done), max(ended) - min(began)

    def end(self) -> None:
        """Lets the threads go."""
        self.round = None
        self.barrier.wait(LIMIT * 2)
        for thread in self.threads:
            thread.join()


def count_up(add: Adder, increments: int) -> tuple[int, int, int]:
    """Adds so many times: (when it began, when it ended, how often it added)."""
    began = time.perf_counter_ns()
    until = time.monotonic() + LIMIT
    done = 0
    while done < increments and time.monotonic() < until:
        times = min(SLICE, increments - done)
        add(times)
        done += times
    return began, time.perf_counter_ns(), done


def probe(params: Params, send: Send, _folder: str) -> None:
    """Quantities of each trial: `lost`, of `increments` of all threads together, and `elapsed`."""
    worker_set = WorkerSet(send)
    for workers in params["workers"]:
        counters = Counters(worker_set, workers)
        for variant, add in ADDERS.items():
            # The first is a warm-up.
            trials = [counters.count(add, params[variant]) for _ in range(params["repeats"] + 1)][1:]
            lost, increments, elapsed = zip(*trials)
            kept: list[tuple[Quantity, Unit, Sequence[int]]] = [
                ("lost", "count", lost),
                ("increments", "count", increments),
                ("elapsed", "ns", elapsed),
            ]
            send(
                {
                    "type": "figures",
                    "figures": [
                        figure(quantity, variant, variant, "python-threads", unit, values, x=workers)
                        for quantity, unit, values in kept
                    ],
                }
            )
        counters.end()
