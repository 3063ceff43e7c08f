"""Tries whether a worker that receives nothing can be ended from outside, and what it leaves."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time

from .worker_set import STRATEGIES, WorkerSet, figure
from .traces import is_running, pss_of, thread_leaves
from .work import Worker, count_finished, work_on

TYPE_CHECKING = False
if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from threading import Event, Thread
    from typing import Callable, Optional, Union

    from ..shapes import Kind, Params, Quantity, Send, Unit
    from ..wire.probe_messages import RawFigure

    Work = Union[Thread, BaseProcess]
    Attempt = Callable[[Work, Optional[Event]], None]

try:
    import ctypes
except ImportError:
    # This Python was built without it.
    ctypes = None

# The loop runs; freed pages are given back.
INTO_LOOP_S = 0.05
SETTLE_S = 0.1

BEGIN_WITHIN_S = 5

UNITS: dict[Quantity, Unit] = {
    "ended": "yes",
    "gone": "ns",
    "others-alive": "yes",
    "program-alive": "yes",
    "memory-back": "bytes",
    "file-left": "yes",
    "child-left": "yes",
}


# A child that outlives its parent, as children do, but not the program: nobody may have been told of it
# yet when that is killed. On Windows a signal, whichever it is, would end the program.
SLEEPER = """
import os, sys, time
until = time.monotonic() + float(sys.argv[2])
while time.monotonic() < until:
    time.sleep(0.2)
    if os.name != "nt":
        os.kill(int(sys.argv[1]), 0)
"""


class Ended(BaseException):
    """Put into a thread from outside."""


def loop_on(
    pipe: Connection,
    program: int,
    path: str,
    size: int,
    limit_s: float,
    child_s: float,
    flag: Event | None,
) -> None:
    """Takes memory, makes a file, starts a child, and loops once it receives anything."""
    memory = bytearray(b"\x01") * size
    with open(path, "w", encoding="ascii") as made:
        made.write("made by a worker that is to be ended\n")
    child = subprocess.Popen(
        [sys.executable, "-c", SLEEPER, str(program), str(child_s)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    pipe.send(child.pid)
    try:
        pipe.recv()
    except EOFError:
        # The program has ended.
        return
    try:
        # Heard once it is in the block that an exception from outside ends.
        pipe.send("looping")
        loop(memory, time.monotonic() + limit_s, flag)
    except Ended:
        pass


def loop(memory: bytearray, until: float, flag: Event | None) -> None:
    """The tight loop; with a flag it looks at that, without it looks at nothing but its limit."""
    at = 0
    while time.monotonic() < until:
        memory[at] = 2
        at = (at + 4096) % len(memory)
        if flag is not None and flag.is_set():
            return


def wait_only(_work: Work, _flag: Event | None) -> None:
    """Nothing is done."""


def set_flag(_work: Work, flag: Event | None) -> None:
    """Asks the loop to end."""
    if flag is not None:
        flag.set()


def kill(process: Work, _flag: Event | None) -> None:
    """The kernel ends it."""
    if isinstance(process, threading.Thread):
        raise TypeError("a thread cannot be killed")
    process.kill()


def put_exception(thread: Work, _flag: Event | None) -> None:
    """What CPython has for debuggers: an exception that the thread meets at its next bytecode."""
    if ctypes is None:
        raise RuntimeError("this Python was built without ctypes")
    ident = ctypes.c_ulong(thread.ident or 0)
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ident, ctypes.py_object(Ended))


class Method:
    """One method to end a worker. `attempt`, given the thread or process and the flag, may take `wait_s`."""

    def __init__(
        self,
        name: str,
        label: str,
        kind: Kind,
        attempt: Attempt,
        wait_s: float,
        limit_s: float,
        flag: bool = False,
    ) -> None:
        self.name = name
        self.label = label
        self.kind: Kind = kind
        self.attempt = attempt
        self.wait_s = wait_s
        self.limit_s = limit_s
        self.flag = flag


def methods(params: Params) -> list[Method]:
    """The methods that this Python has."""
    wait_s = params["waitMs"] / 1000
    end_s = params["endMs"] / 1000
    limit_s = params["limitMs"] / 1000
    # A thread has no method that ends it: the program can only wait. The loop's own limit, a little
    # later, ends it then.
    found = [
        Method("threads", "threads-join", "threads", wait_only, wait_s, wait_s + 0.6),
        Method("threads-flag", "threads-flag", "threads", set_flag, end_s, limit_s, True),
    ]
    if ctypes is not None and sys.implementation.name == "cpython":
        found.append(
            Method(
                "threads-exception",
                "threads-exception",
                "threads",
                put_exception,
                end_s,
                limit_s,
            )
        )
    found.append(Method("processes", "processes-kill", "processes", kill, end_s, limit_s))
    return found


def try_once(worker_set: WorkerSet, method: Method, params: Params, path: str) -> dict[str, int]:
    """The result of one attempt, by quantity; what is not known is absent."""
    flag = threading.Event() if method.flag else None
    looping = Worker(
        worker_set,
        method.kind,
        loop_on,
        os.getpid(),
        path,
        params["bytes"],
        method.limit_s,
        params["childMs"] / 1000,
        flag,
    )
    child = looping.receive(BEGIN_WITHIN_S)
    if child is None:
        raise RuntimeError(f"{method.label}: the worker did not begin")
    # It is reported before the loop begins, so that it is cleared up whatever happens.
    worker_set.began(len(worker_set.workers) + 1, child, child)
    # Beside a busy thread the interpreter lock would make it begin late.
    beside = Worker(worker_set, method.kind, work_on, params["limitMs"] / 1000)
    staying = [os.getpid()] + ([] if beside.pid is None else [beside.pid])
    own = [] if looping.pid is None else [looping.pid]
    before = pss_of(staying + own)
    looping.wake()
    looping.receive(BEGIN_WITHIN_S)
    time.sleep(INTO_LOOP_S)

    work = looping.work
    from_ns = time.monotonic_ns()
    method.attempt(work, flag)
    work.join(method.wait_s)
    ended = not work.is_alive() and thread_leaves(looping.pid or os.getpid(), looping.tid, method.wait_s)
    gone_ns = time.monotonic_ns() - from_ns
    time.sleep(SETTLE_S)
    after = pss_of(staying + (own if not ended else []))
    others = count_finished([beside])
    left = is_running(child)
    result = {
        "ended": int(ended),
        "others-alive": int(others == 1),
        "program-alive": 1,
        "file-left": int(os.path.exists(path)),
    }
    if ended:
        result["gone"] = gone_ns
    if before is not None and after is not None:
        result["memory-back"] = before - after
    if left is not None:
        result["child-left"] = int(left)
    clear_up(child, path, work, method.limit_s)
    return result


def clear_up(child: int, path: str, work: Work, limit_s: float) -> None:
    """Nothing of an attempt is there in the next one."""
    try:
        os.kill(child, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
    except OSError:
        # It has ended.
        pass
    work.join(limit_s)
    if os.path.exists(path):
        os.remove(path)


def probe(params: Params, send: Send, folder: str) -> None:
    """Quantities as in killing.ts; `gone` is from the attempt until the worker is joined."""
    worker_set = WorkerSet(send)
    figures: list[RawFigure] = []
    for method in methods(params):
        tried: list[dict[str, int]] = []
        for repeat in range(params["repeats"]):
            path = os.path.join(folder, f"killing-{method.name}-{repeat}.txt")
            tried.append(try_once(worker_set, method, params, path))
        for quantity, unit in UNITS.items():
            values = [one[quantity] for one in tried if quantity in one]
            figures.append(figure(quantity, method.name, method.label, STRATEGIES[method.kind], unit, values))
    send({"type": "figures", "figures": figures})
