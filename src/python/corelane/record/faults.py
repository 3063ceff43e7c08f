"""Describes faults: one sentence, the same with every strategy."""

from __future__ import annotations

import errno
import os

from ..wire.channel import LOST
from .modules import restore_modules
from .replaced import replaced_hint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Sequence

    from ..shapes import Fault, Stage

# What a message and a stack may have at most, in characters.
TEXT_LIMIT = 2_000
STACK_LIMIT = 8_000
GROUP_LIMIT = 5
# Causes that are told, and that are followed to what began them.
CAUSE_LIMIT = 5
CHAIN_LIMIT = 1_000
# Exceptions within others that are told: they may be within themselves.
DEPTH_LIMIT = 3


class WorkerFault(Exception):
    """A worker failed: `fault` is the message for the engine."""

    def __init__(self, fault: Fault, by: tuple[int, int | None] | None = None) -> None:
        super().__init__(fault["message"])
        self.fault = fault
        # The process and thread of a pool in which it failed.
        self.by = by

    def __reduce__(self) -> tuple[type[WorkerFault], tuple[Fault, tuple[int, int | None] | None]]:
        # It comes from worker processes as well, where an exception of a user's own could not be
        # made anew.
        return WorkerFault, (self.fault, self.by)


class InStage(Exception):
    """What own code raised outside a task, its cause: as it was loaded, in `setup`, in `teardown`."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.stage: Stage = stage


def fault_of(error: BaseException, worker: int | None, task: int | None) -> Fault:
    """An exception as the engine's fault message holds it."""
    restore_modules()
    if isinstance(error, WorkerFault):
        return error.fault
    stage: Stage | None = None
    if isinstance(error, InStage):
        stage, error = error.stage, error.__cause__ or error
    fault = describe(error)
    # The file is loaded once for all workers of some strategies, and each would fail in the same way.
    if worker is not None and stage != "load":
        fault["worker"] = worker
    if stage is not None:
        fault["stage"] = stage
    elif task is not None:
        fault["task"] = task
    return fault


def ended_early(worker: int | None, pid: int | None, exit_code: int | None) -> Fault:
    """A worker process that was gone before its tasks were done."""
    fault: Fault = {"type": "fault", "kind": "process-ended", "message": ""}
    if pid is not None:
        fault["pid"] = pid
    if worker is not None:
        fault["worker"] = worker
    if exit_code is not None and exit_code < 0:
        fault["signal"] = signal_name(-exit_code)
        fault["message"] = f"its process was killed by {fault['signal']}"
    elif exit_code == LOST:
        fault["exitCode"] = exit_code
        fault["message"] = "own code closed a file descriptor that it had not opened"
    else:
        if exit_code is not None:
            fault["exitCode"] = exit_code
        fault["message"] = f"its process ended with exit code {exit_code}"
    return fault


def signal_name(number: int) -> str:
    """`SIGKILL`, or `signal 40`."""
    import signal

    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def describe(error: BaseException) -> Fault:
    """An exception as the engine's faults hold it: one line, and where it came from."""
    if isinstance(error, SystemExit):
        fault: Fault = {"type": "fault", "kind": "called", "message": call_of(error)}
        fault["exitCode"] = exit_code_of(error)
    else:
        fault = {"type": "fault", "kind": "threw", "message": text_of(error) + hint_of(error)}
    stack = stack_of(error)
    if stack is not None:
        fault["stack"] = stack
    return fault


def text_of(error: BaseException, depth: int = 0) -> str:
    """An exception in one line, with its causes: the first ones and the one that began it."""
    chain = causes_of(error) if depth < DEPTH_LIMIT else [error]
    told = chain if len(chain) <= CAUSE_LIMIT else [*chain[: CAUSE_LIMIT - 1], chain[-1]]
    return cut(", because: ".join(text_of_one(one, depth) for one in told), TEXT_LIMIT)


def causes_of(error: BaseException) -> list[BaseException]:
    """An exception, what it was raised from (`raise … from …`), and so on; each once."""
    chain = [error]
    while len(chain) < CHAIN_LIMIT:
        try:
            cause: object = getattr(chain[-1], "__cause__", None)
        except BaseException:
            break
        if not isinstance(cause, BaseException) or any(cause is one for one in chain):
            break
        # Of a pool of own code's: the same exception, as its process printed it.
        if type(cause).__name__ in ("RemoteTraceback", "_RemoteTraceback"):
            break
        chain.append(cause)
    return chain


def text_of_one(error: BaseException, depth: int) -> str:
    """An exception in one line: its name and what it says; of a group those inside as well."""
    name = type(error).__name__
    try:
        said = cut(str(error), TEXT_LIMIT)
    except BaseException:
        said = "(its text can't be made: __str__ fails)"
    inner = inner_of(error) if depth < DEPTH_LIMIT else []
    if inner:
        told = [text_of(one, depth + 1) for one in inner[:GROUP_LIMIT]]
        if len(inner) > GROUP_LIMIT:
            told.append(f"{len(inner) - GROUP_LIMIT} more")
        inside = "; ".join(told)
        said = cut(f"{said}: {inside}", TEXT_LIMIT)
    return f"{name}: {said}" if said else name


def inner_of(error: BaseException) -> list[BaseException]:
    """The exceptions of a group; none of any other exception."""
    try:
        inner: Sequence[object] | None = getattr(error, "exceptions", None)
    except BaseException:
        return []
    if not isinstance(inner, tuple):
        return []
    found = [one for one in inner if isinstance(one, BaseException)]
    return found if len(found) == len(inner) else []


def stack_of(error: BaseException) -> str | None:
    """Where it came from, as Python reports it; None where even that fails."""
    try:
        import traceback

        lines = traceback.format_exception(type(error), error, error.__traceback__)
    except BaseException:
        return None
    return cut("".join(lines), STACK_LIMIT)


def stack_here() -> str | None:
    """Where this thread is, as Python reports it; None where even that fails."""
    try:
        import traceback

        lines = traceback.format_stack()
    except BaseException:
        return None
    return cut("".join(lines), STACK_LIMIT)


def cut(text: str, limit: int) -> str:
    """A text with its middle left out where it is too long: both ends matter most."""
    if len(text) <= limit:
        return text
    return f"{text[: limit // 3]} … {text[-(limit - limit // 3) :]}"


def call_of(error: SystemExit) -> str:
    """`sys.exit(0)`, from the exception that it raised."""
    code: Any = error.code
    if code is None:
        return "sys.exit()"
    if isinstance(code, (int, str)):
        return f"sys.exit({cut(repr(code), 200)})"
    return f"sys.exit({type(code).__name__})"


def exit_code_of(error: SystemExit) -> int:
    """The exit code that a program would have ended with."""
    code = error.code
    if code is None:
        return 0
    return code & 0xFF if isinstance(code, int) else 1


# What Python says of a file that has no UTF-8 and no line that names its encoding.
NOT_UTF8 = ("(unicode error) 'utf-8' codec can't decode", "Non-UTF-8 code starting with")

# What the system says where there is no /dev/shm, or none that can be written.
NO_SHM = (errno.ENOSYS, errno.ENOENT, errno.EACCES, errno.EPERM, errno.EROFS)


def hint_of(error: BaseException) -> str:
    """What to do about it, where that is known: text to put behind the message."""
    try:
        said = str(error)
    except BaseException:
        return ""
    if isinstance(error, SyntaxError) and any(sign in said for sign in NOT_UTF8):
        return " (save the file as UTF-8, or name its encoding in its first line: # -*- coding: latin-1 -*-)"
    number = error.errno if isinstance(error, OSError) else None
    if number == errno.EMFILE:
        return " (too many files are open: raise that limit, ulimit -n, or use fewer workers)"
    if (number == errno.EAGAIN and isinstance(error, BlockingIOError)) or "can't start new thread" in said:
        return (
            " (there may be no more processes and threads:"
            " raise that limit, ulimit -u or the container's, or use fewer workers)"
        )
    if number == errno.ENOMEM or isinstance(error, MemoryError):
        return (
            " (there is no memory left for it: free some, raise its limit, ulimit -v or the container's,"
            " or use fewer workers)"
        )
    if number in NO_SHM and makes_shared(error):
        return (
            " (multiprocessing needs a /dev/shm that can be written: mount a tmpfs there, or use python-threads)"
        )
    if number == errno.ENOSPC and makes_shared(error):
        return " (/dev/shm is full: free some of it, make it larger, or use python-threads)"
    return replaced_hint(error)


def makes_shared(error: BaseException) -> bool:
    """Whether multiprocessing raised it as it made a semaphore or shared memory."""
    trace = error.__traceback__
    while trace is not None:
        folder, file = os.path.split(trace.tb_frame.f_code.co_filename)
        if os.path.basename(folder) == "multiprocessing" and file in ("synchronize.py", "heap.py"):
            return True
        trace = trace.tb_next
    return False
