"""What own code does to the process it runs in: it leaves it, or leaves something in it.

`os._exit` is told before it ends the process; an exception that nobody has caught in a thread of own code, and
what keeps a process alive, become notes.
"""

import functools
import os
import sys
import threading
import time

from ..wire.channel import exit_now, get_pid
from .faults import call_of, text_of

# Wrapped, as in `record`.
clock_s, pause_s = functools.partial(time.monotonic), functools.partial(time.sleep)

# How long a teardown may take, and what own code has started may take to end by itself.
TEARDOWN_S = 5
GRACE_S = 0.5

# How long the end of a worker process may take, exit hooks of own code included.
END_S = 2

# How long a process waits to be ended once it has said why.
TOLD_S = 2

ODD_LIMIT = 5


class Called(BaseException):
    """Own code called what would have ended its process, where that must not cost what is there already."""


class Here(threading.local):
    """What this thread does: the worker it is, its record of tasks, and what of own code it runs."""

    worker = None
    record = None
    stage = None


here = Here()


class Process:
    """What is known of this process."""

    owner = None
    tell = None
    # Whether own code has forked this one from a worker: it is to do no task of that.
    forked = False
    # Sentences about own code, each once.
    odd = ()
    file = "own code"


def watch_exits(tell):
    """Has a call of `os._exit` in this process told, by `tell(fault)`, before it ends it."""
    Process.owner, Process.tell, Process.forked = get_pid(), tell, False
    if os._exit is not leave and hasattr(os, "register_at_fork"):
        os.register_at_fork(after_in_child=note_fork)
    os._exit = leave


def note_fork():
    Process.forked = True


def leave(status):
    """In place of `os._exit`."""
    if is_own_call():
        call = "os._exit(%r)" % (status,)
        if here.stage == "teardown":
            raise Called(call)
        fault = {"kind": "called", "message": call}
        if isinstance(status, int):
            fault["exitCode"] = status & 0xFF
        if here.worker is not None:
            fault["worker"] = here.worker
        if here.stage is not None:
            fault["stage"] = here.stage
        elif open_task() is not None:
            fault["task"] = open_task()
        tell, Process.tell = Process.tell, None
        tell(fault)
        # Whoever was told ends this process: had it ended by itself, the one could come before the other.
        pause_s(TOLD_S)
    exit_now(status)


def is_own_call():
    """Whether own code ends the process of a worker: not `multiprocessing`, nor one that it has forked."""
    if get_pid() != Process.owner or Process.tell is None:
        return False
    outside = here.stage is None and open_task() is None
    return not outside or threading.current_thread() is not threading.main_thread()


def open_task():
    return None if here.record is None else here.record.open


def watch_threads(path):
    """Keeps what ends a thread of own code; Python prints it and goes on."""
    Process.file = os.path.basename(path)
    if getattr(threading.excepthook, "corelane", False):
        return
    before = threading.excepthook

    def note(args):
        if args.exc_value is not None and not isinstance(args.exc_value, SystemExit):
            odd("a thread that %s started ended with %s" % (Process.file, told(args.exc_value)))
        before(args)

    note.corelane = True
    threading.excepthook = note


def odd_in_loop(error):
    """Keeps what ended a task of an event loop that nobody awaited."""
    odd("an asyncio task that %s started, and did not await, ended with %s" % (Process.file, told(error)))


def odd(sentence):
    if sentence not in Process.odd and len(Process.odd) < ODD_LIMIT:
        Process.odd += (sentence,)


def told(error):
    """An exception in one line, with its line of own code."""
    trace, line = error.__traceback__, None
    while trace is not None:
        if os.path.basename(trace.tb_frame.f_code.co_filename) == Process.file:
            line = trace.tb_lineno
        trace = trace.tb_next
    return text_of(error) if line is None else "%s (%s:%d)" % (text_of(error), Process.file, line)


def take_odd():
    """The sentences that are new."""
    taken, Process.odd = Process.odd, ()
    return list(taken)


def failed_teardown(error):
    """A sentence for a teardown that has failed; what the tasks gave is not lost by that."""
    if isinstance(error, (SystemExit, Called)):
        call = str(error) if isinstance(error, Called) else call_of(error)
        return "teardown of %s called %s" % (Process.file, call)
    return "teardown of %s threw %s" % (Process.file, told(error))


def endless_teardown():
    """A sentence for one that has not ended in time."""
    return "teardown of %s did not end within %d s" % (Process.file, TEARDOWN_S)


def stray_threads():
    """The names of threads of own code that would keep this process from ending, after a grace."""
    until = clock_s() + GRACE_S
    strays = find_strays()
    for thread in strays:
        thread.join(max(0, until - clock_s()))
    return [thread.name for thread in strays if thread.is_alive()]


def find_strays():
    current = threading.current_thread()
    # Threads of an executor that nobody shut down are ended by Python itself.
    module = sys.modules.get("concurrent.futures.thread")
    pooled = getattr(module, "_threads_queues", {})
    return [
        thread
        for thread in threading.enumerate()
        if not thread.daemon
        and thread is not threading.main_thread()
        and thread is not current
        and thread not in pooled
        and not getattr(thread, "corelane", False)
        and type(thread).__name__ != "_ExecutorManagerThread"
    ]


def worker_thread(target, args):
    """A thread of a worker: no daemon, so that the threads which own code starts on it are none either."""
    thread = threading.Thread(target=target, args=args, daemon=False)
    thread.corelane = True
    return thread


def leftovers():
    """A sentence for what of own code would keep this process from ending; None where nothing would."""
    return kept_alive(stray_threads(), stray_processes())


def end_without_them():
    """Ends this process, whatever would keep it, and the children of its own code."""
    for child in stray_processes():
        child.kill()
    exit_now(0)


def stray_processes():
    """The children that own code has started with `multiprocessing`, and not waited for."""
    module = sys.modules.get("multiprocessing.process")
    return [] if module is None else [one for one in module.active_children() if not one.daemon]


def kept_alive(threads, processes):
    """A sentence that names what kept a process from ending; None where nothing did."""
    parts = ["thread “%s”" % name for name in threads[:3]]
    parts += ["process %d" % one.pid for one in processes[:3]]
    if not parts:
        return None
    return "something in %s kept the process alive after its last result: %s" % (
        Process.file,
        ", ".join(parts),
    )


class Watchdog:
    """Calls `act` on a thread of its own, unless it is called off in time."""

    def __init__(self, seconds, act):
        self._off = threading.Event()
        self._act = act
        threading.Thread(target=self._wait, args=(seconds,), daemon=True).start()

    def call_off(self):
        self._off.set()

    def _wait(self, seconds):
        if not self._off.wait(seconds):
            self._act()
