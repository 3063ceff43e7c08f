"""Tries what a worker that crashes or leaks takes with it."""

from __future__ import annotations

import os
import signal
import threading
import time

from .worker_set import STRATEGIES, WorkerSet, figure
from .traces import own_address_space, own_rss
from .work import Worker, count_finished, work_on

TYPE_CHECKING = False
if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from threading import Thread

    from ..shapes import Kind, Params, Quantity, Send, Unit
    from ..wire.probe_messages import RawFigure, WorkerEnd

try:
    import resource
except ImportError:
    # Windows has none.
    resource = None

AFTER_S = 0.1
LIMIT_S = 8
GONE_WITHIN_S = 5
MEGABYTE = 1_000_000
LEAKED_MB = 64
# `memory` may take this much more than it has; it stops at `MAX_MB` if no limit does.
ROOM_MB = 96
MAX_MB = 512

# A name of the program: what is put here outlives the worker where the heap is shared.
KEPT: list[bytes] = []


def grow(megabytes: int, into: list[bytes]) -> None:
    """Takes memory and touches it."""
    for _ in range(megabytes):
        into.append(b"\x01" * MEGABYTE)


def raise_error() -> None:
    """Caught by nobody in the worker."""
    raise ValueError("raised in a worker")


def run_out_of_memory() -> None:
    """Meets a limit of this process, far below what the machine has."""
    held = own_address_space()
    if resource is None or held is None:
        raise RuntimeError("a limit of memory cannot be set on this system")
    limit = held + ROOM_MB * MEGABYTE
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
    taken: list[bytes] = []
    try:
        grow(MAX_MB, taken)
    finally:
        # Or what it raises would keep it, and there would be none left to tell of it.
        taken.clear()
    raise RuntimeError("no limit was met")


FAULTS = {
    "throw": raise_error,
    "memory": run_out_of_memory,
    "abort": os.abort,
    "segv": lambda: os.kill(os.getpid(), signal.SIGSEGV),
    "exit": lambda: os._exit(1),
    "leak": lambda: grow(LEAKED_MB, KEPT),
}


def misbehave(pipe: Connection, fault: str) -> None:
    """Misbehaves once the program knows that it has begun, and says what it raised."""
    pipe.recv()
    time.sleep(AFTER_S)
    try:
        FAULTS[fault]()
    except Exception as error:
        # Kept short: there may be no memory for more.
        pipe.send(type(error).__name__)
        raise


def end_of(work: Thread | BaseProcess, raised: str | None) -> WorkerEnd:
    """How the worker ended; of a thread that just ended there is nothing to tell."""
    if work.is_alive():
        return {"running": True}
    code = getattr(work, "exitcode", None)
    if code is not None and code < 0:
        return {"signal": signal.Signals(-code).name}
    if raised is not None:
        return {"error": raised}
    return {} if code is None else {"exitCode": code}


def without_dumps() -> None:
    """No core dumps, of this process and those it starts."""
    if resource is not None:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def probe(params: Params, send: Send, _folder: str) -> None:
    """Quantities as in crashing.ts."""
    kind: Kind = params["kind"]
    fault: str = params["fault"]
    if fault == "memory" and (resource is None or own_address_space() is None):
        send({"type": "note", "code": "no-memory-limit"})
        return
    without_dumps()
    # Only what is said of it; the traceback is of no use to anybody.
    threading.excepthook = lambda _args: None

    def made(quantity: Quantity, unit: Unit, value: float, worker: WorkerEnd | None = None) -> RawFigure:
        variant = f"{kind}-{fault}"
        return figure(quantity, variant, variant, STRATEGIES[kind], unit, [value], worker=worker)

    worker_set = WorkerSet(send)
    others = [Worker(worker_set, kind, work_on, LIMIT_S) for _ in range(params["others"])]
    before = own_rss()
    culprit = Worker(worker_set, kind, misbehave, fault)
    send({"type": "figures", "figures": [made("began", "count", len(others) + 1)]})
    culprit.wake()
    culprit.work.join(GONE_WITHIN_S)
    after = own_rss()
    end = end_of(culprit.work, culprit.receive(0))
    survivors = count_finished(others)
    figures = [
        made("survivors", "count", survivors, end),
        made("program-alive", "yes", 1, end),
    ]
    if fault == "leak" and before is not None and after is not None:
        figures.append(made("memory-kept", "bytes", after - before, end))
    send({"type": "figures", "figures": figures})
