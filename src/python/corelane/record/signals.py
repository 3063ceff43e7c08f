"""Guards the calls by which own code sends signals to its own process.

A teardown that would end its process is told so instead: what the tasks gave is not lost. A thread that interrupts the
main one is remembered: what Python raises there names no task.
"""

from __future__ import annotations

import functools
import os
import time

from ..wire.channel import get_pid, is_on_main
from .faults import WorkerFault, fault_of, signal_name, stack_here
from .own_process import Called, here, is_own_call, open_task, this_process
from .record import own_tid

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn

    from ..shapes import Fault

# Wrapped, as in `record`.
pause_s = functools.partial(time.sleep)

# How long an interpreter waits to be ended once it has said why.
TOLD_S = 2


def guard_signals() -> None:
    """Makes a teardown that kills its own process raise `Called` instead, as `os._exit` does; notes interrupts."""
    import _thread
    import signal

    # Those that end no process by themselves.
    names = "SIGCHLD SIGCONT SIGURG SIGWINCH SIGSTOP SIGTSTP SIGTTIN SIGTTOU SIGPIPE".split()
    harmless = [getattr(signal, name, None) for name in names] + [0]
    get_handler, ignored = signal.getsignal, (signal.SIG_DFL, signal.default_int_handler)
    kill, abort, raise_signal = os.kill, os.abort, signal.raise_signal
    interrupt: Any = _thread.interrupt_main
    kill_group: Any = getattr(os, "killpg", None)
    get_group: Any = getattr(os, "getpgrp", None)

    def ends(number: int) -> bool:
        if here.stage != "teardown" or number in harmless or not is_own_call():
            return False
        try:
            handler = get_handler(number)
        except ValueError:
            # No signal has this number: the call itself says so.
            return False
        # Python itself waits for SIGINT.
        return handler in ignored

    def note(number: int) -> None:
        # An interpreter beside others has no handlers of its own.
        handled = not this_process.apart and get_handler(signal.SIGINT) is not ignored[1]
        if number == signal.SIGINT and not handled:
            note_interrupt()

    def guarded_kill(pid: int, number: int) -> None:
        # Its group counts as the process itself.
        if pid in (get_pid(), 0) or (get_group is not None and pid == -get_group()):
            if ends(number):
                raise Called(f"os.kill(os.getpid(), {signal_name(number)})")
            note(number)
        kill(pid, number)

    def guarded_raise(number: int) -> None:
        if ends(number):
            raise Called(f"signal.raise_signal({signal_name(number)})")
        note(number)
        raise_signal(number)

    def guarded_abort() -> NoReturn:
        if ends(signal.SIGABRT):
            raise Called("os.abort()")
        abort()

    def guarded_killpg(group: int, number: int) -> None:
        if group in (0, get_group()):
            if ends(number):
                raise Called(f"os.killpg(os.getpgrp(), {signal_name(number)})")
            note(number)
        kill_group(group, number)

    def guarded_interrupt(number: int = signal.SIGINT) -> None:
        note(number)
        # Python 3.8 and 3.9 have no other number.
        if number == signal.SIGINT:
            interrupt()
        else:
            interrupt(number)

    setattr(guarded_kill, "corelane", True)
    _thread.interrupt_main = guarded_interrupt
    os.kill, os.abort, signal.raise_signal = guarded_kill, guarded_abort, guarded_raise
    if kill_group is not None:
        os.killpg = guarded_killpg


def note_interrupt() -> None:
    """Remembers that a task on this thread interrupts the main one, where that is another."""
    on_main = is_on_main()
    task = open_task()
    if (on_main and not this_process.apart) or task is None or not is_own_call():
        return
    fault: Fault = {"type": "fault", "kind": "threw", "message": "KeyboardInterrupt", "task": task}
    stack = stack_here()
    if here.worker is not None:
        fault["worker"] = here.worker
    if stack is not None:
        fault["stack"] = stack
    if not this_process.apart:
        this_process.interrupt = fault, (get_pid(), own_tid())
        return
    report, this_process.report = this_process.report, None
    if report is not None:
        report(fault)
    # Whoever was told ends this process: interrupted, its main thread would not say by which task.
    pause_s(TOLD_S)


def interrupted(error: KeyboardInterrupt) -> WorkerFault:
    """The fault where the main thread, which runs no task, is interrupted: of the task that has done it, if one has."""
    if this_process.interrupt is None:
        return WorkerFault(fault_of(error, here.worker, None))
    fault, by = this_process.interrupt
    return WorkerFault(fault, by)
