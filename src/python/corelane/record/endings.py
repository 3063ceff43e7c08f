"""Observes what own code does to its process: it ends it, or leaves something behind.

`os._exit`, and a signal that a teardown sends to its own process, are told before they end it; an exception that nobody has caught in a thread of own code, and
what keeps a process alive, become notes.
"""

from __future__ import annotations

import functools
import os
import sys
import threading
import time

from ..wire.channel import exit_now, get_ident, get_pid, main_thread
from .faults import call_of, text_of
from .own_process import Called, here, is_own_call, open_task, this_process
from .signals import TOLD_S, guard_signals, pause_s

TYPE_CHECKING = False
if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess
    from typing import Any, Callable, NoReturn, Sequence

    from ..shapes import Fault, Report

# Wrapped, as in `record`.
clock_s = functools.partial(time.monotonic)

# As own code found it.
all_threads = threading.enumerate

# How long a teardown may take, and what own code has started may take to end by itself.
TEARDOWN_S = 5
GRACE_S = 0.5

# How long the end of a worker process may take, exit hooks of own code included.
END_S = 2

NOTES_LIMIT = 5


def watch_exits(report: Report) -> None:
    """Reports a call of `os._exit` in this process by `report(fault)` before it ends it."""
    this_process.owner, this_process.report, this_process.forked = get_pid(), report, False
    if os._exit is not leave and hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=note_fork)
    os._exit = leave
    if not getattr(os.kill, "corelane", False):
        guard_signals()


def note_fork() -> None:
    """Remembers, in a process that was forked, that it is one."""
    this_process.forked = True


def leave(status: Any) -> NoReturn:
    """In place of `os._exit`."""
    if is_own_call():
        call = f"os._exit({status!r})"
        if here.stage == "teardown":
            raise Called(call)
        fault: Fault = {"type": "fault", "kind": "called", "message": call}
        if isinstance(status, int):
            fault["exitCode"] = status & 0xFF
        if here.worker is not None:
            fault["worker"] = here.worker
        if here.stage is not None:
            fault["stage"] = here.stage
        else:
            task = open_task()
            if task is not None:
                fault["task"] = task
        report, this_process.report = this_process.report, None
        if report is not None:
            report(fault)
        # Whoever was told ends this process: had it ended by itself, the one could come before the other.
        pause_s(TOLD_S)
    if this_process.apart and get_pid() == this_process.owner:
        # A hook at the interpreter's end, which the process outlives.
        raise Called(f"os._exit({status!r})")
    exit_now(status)


def watch_threads(path: str) -> None:
    """Keeps what ends a thread of own code; Python prints it and goes on."""
    this_process.file = os.path.basename(path)
    if getattr(threading.excepthook, "corelane", False):
        return
    before = threading.excepthook

    def note_thread(args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            note(f"a thread that {this_process.file} started ended with {error_line(args.exc_value)}")
        before(args)

    setattr(note_thread, "corelane", True)
    threading.excepthook = note_thread


def mend_hooks() -> None:
    """Puts back what own code has taken away without a substitute: Python starts no thread without it."""
    hook: object = threading.excepthook
    if hook is None:
        threading.excepthook = threading.__excepthook__ if hasattr(threading, "__excepthook__") else quiet


def quiet(_args: threading.ExceptHookArgs) -> None:
    """Says nothing of what ended a thread."""


def note_in_loop(error: BaseException) -> None:
    """Keeps what ended a task of an event loop that nobody awaited."""
    note(f"an asyncio task that {this_process.file} started, and did not await, ended with {error_line(error)}")


def note(sentence: str) -> None:
    """Keeps a sentence about own code."""
    if sentence not in this_process.notes and len(this_process.notes) < NOTES_LIMIT:
        this_process.notes += (sentence,)


def error_line(error: BaseException) -> str:
    """An exception in one line, with its line of own code."""
    trace, line = error.__traceback__, None
    while trace is not None:
        if os.path.basename(trace.tb_frame.f_code.co_filename) == this_process.file:
            line = trace.tb_lineno
        trace = trace.tb_next
    return text_of(error) if line is None else f"{text_of(error)} ({this_process.file}:{line})"


def take_notes() -> list[str]:
    """The sentences that are new."""
    taken, this_process.notes = this_process.notes, ()
    return list(taken)


def failed_teardown(error: BaseException) -> str:
    """A sentence for a teardown that has failed; what the tasks gave is not lost by that."""
    if isinstance(error, (SystemExit, Called)):
        call = str(error) if isinstance(error, Called) else call_of(error)
        return f"teardown of {this_process.file} called {call}"
    return f"teardown of {this_process.file} threw {error_line(error)}"


def endless_teardown() -> str:
    """A sentence for one that has not ended in time."""
    return f"teardown of {this_process.file} did not end within {TEARDOWN_S} s"


def stray_threads() -> list[str]:
    """The names of threads of own code that would keep this process from ending, after a grace."""
    until = clock_s() + GRACE_S
    strays = find_strays()
    for thread in strays:
        thread.join(max(0, until - clock_s()))
    return [thread.name for thread in strays if thread.is_alive()]


def find_strays() -> list[threading.Thread]:
    """The threads of own code that are no daemons."""
    current = get_ident()
    # Threads of an executor that nobody shut down are ended by Python itself.
    module = sys.modules.get("concurrent.futures.thread")
    pooled = getattr(module, "_threads_queues", {})
    return [
        thread
        for thread in all_threads()
        if not thread.daemon
        and thread is not main_thread()
        and thread.ident != current
        and thread not in pooled
        and not getattr(thread, "corelane", False)
        and type(thread).__name__ != "_ExecutorManagerThread"
    ]


class WorkerThread(threading.Thread):
    """A thread that is no thread of own code."""

    corelane = True


def worker_thread(target: Callable[..., None], args: tuple[object, ...]) -> threading.Thread:
    """A thread of a worker: no daemon, so that the threads which own code starts on it are none either."""
    return WorkerThread(target=target, args=args, daemon=False)


def leftovers() -> str | None:
    """A sentence for what of own code would keep this process from ending; None where nothing would."""
    return kept_alive(stray_threads(), stray_processes())


def end_without_them() -> None:
    """Ends this process, whatever would keep it, and the children of its own code."""
    for child in stray_processes():
        child.kill()
    exit_now(0)


def stray_processes() -> list[BaseProcess]:
    """The children that own code has started with `multiprocessing`, and not waited for."""
    module = sys.modules.get("multiprocessing.process")
    return [] if module is None else [one for one in module.active_children() if not one.daemon]


def plain_name(thread: str) -> str:
    """A thread's name without the number that Python or own code has counted: `poll` of `Thread-3 (poll)`."""
    counted, _, target = thread.partition(" (")
    if target and counted.startswith("Thread-"):
        return target[:-1]
    return thread.rstrip("0123456789").rstrip("-_ ") or thread


def kept_alive(threads: Sequence[str], processes: Sequence[BaseProcess]) -> str | None:
    """A sentence that names what kept a process from ending; None where nothing did."""
    plain = [plain_name(name) for name in threads]
    counts = {name: plain.count(name) for name in sorted(plain)}
    # Neither numbers nor order of another trial's, which would make it another note.
    parts = [f"thread “{name}”" if count == 1 else f"{count} threads “{name}”" for name, count in counts.items()][:3]
    if processes:
        parts.append("a process" if len(processes) == 1 else f"{len(processes)} processes")
    if not parts:
        return None
    kept = ", ".join(parts)
    return f"something in {this_process.file} kept the process alive after its last result: {kept}"
