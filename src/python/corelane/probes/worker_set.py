"""Provides what the probes share: reporting workers and figures to the engine."""

from __future__ import annotations

import multiprocessing
import os
import threading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess
    from typing import Callable, Sequence

    from ..shapes import Kind, Quantity, Send, Unit
    from ..wire.messages import WorkerIdentity
    from ..wire.probe_messages import RawFigure, StrategyKind, WorkerEnd


STRATEGIES: dict[Kind, StrategyKind] = {"threads": "python-threads", "processes": "python-processes"}


class WorkerSet:
    """The workers of a probe, each with its number, reported to the engine as they begin."""

    def __init__(self, send: Send) -> None:
        self.send = send
        self.workers: list[WorkerIdentity] = []
        self.lock = threading.Lock()

    def began(self, host: int, pid: int, tid: int | None = None) -> None:
        """One more worker: thread `tid` of process `pid`. `host` numbers the processes."""
        with self.lock:
            worker = len(self.workers)
            thread = sum(1 for known in self.workers if known["host"] == host)
            identity: WorkerIdentity = {"worker": worker, "host": host, "thread": thread, "pid": pid}
            if tid is not None:
                identity["tid"] = tid
            self.workers.append(identity)
            self.send({"type": "workers", "workers": self.workers})

    def thread_began(self) -> None:
        """The calling thread of this very process."""
        self.began(0, os.getpid(), threading.get_native_id())

    def process_began(self, process: BaseProcess) -> None:
        """A process of its own that has been started."""
        if process.pid is None:
            raise RuntimeError("the process has not been started")
        self.began(len(self.workers) + 1, process.pid, process.pid)


def make_process(method: str | None, target: Callable[..., None], args: tuple[object, ...] = ()) -> BaseProcess:
    """A process that is started by this method; None is the one that this Python prefers."""
    # Every context has it, but the type of them all does not say so.
    make: Callable[..., BaseProcess] = getattr(multiprocessing.get_context(method), "Process")
    return make(target=target, args=args)


def figure(
    quantity: Quantity,
    variant: str,
    label: str,
    strategy: StrategyKind,
    unit: Unit,
    values: Sequence[float],
    x: int | None = None,
    worker: WorkerEnd | None = None,
    saw: str | None = None,
) -> RawFigure:
    """One figure as the engine takes it; see `RawFigure` in src/shared/claims/claims.ts."""
    made: RawFigure = {
        "quantity": quantity,
        "variant": variant,
        "label": label,
        "strategy": strategy,
        "unit": unit,
        "values": values,
    }
    if x is not None:
        made["x"] = x
    if worker is not None:
        made["worker"] = worker
    if saw is not None:
        made["saw"] = saw
    return made
