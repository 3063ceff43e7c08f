"""Exit hooks of own code (`atexit`): Corelane calls them after the teardown, with every strategy, and notes how they end.

Without that, whether they run would depend on how a strategy's workers end: some processes end at once.
"""

from __future__ import annotations

import atexit
import sys

from ..own_code.library import is_standard_file
from .endings import END_S, error_line
from .faults import call_of
from .own_process import Called, here, this_process
from .replaced import Theirs
from .signals import pause_s
from .watchdog import Watchdog

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable

# How long to wait for whoever ends this thread, between two looks.
HELD_S = 60

# As own code found it.
caller: Callable[[int], Any] = getattr(sys, "_getframe")

# What own code has registered and not called yet, the first one first.
HOOKS: list[tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]] = []


def keep_hooks() -> None:
    """Keeps what own code registers with `atexit` from now on; the library's own hooks stay there. Once."""
    register, unregister = atexit.register, atexit.unregister
    if getattr(register, "corelane", False):
        return

    def keep(function: Any, /, *given: Any, **named: Any) -> Any:
        file: str = caller(1).f_code.co_filename
        if not callable(function) or is_standard_file(file) or file.startswith("<frozen "):
            return register(function, *given, **named)
        HOOKS.append((function, given, named))
        return function

    def drop(function: Any) -> None:
        HOOKS[:] = [one for one in HOOKS if one[0] != function]
        unregister(function)

    setattr(keep, "corelane", True)
    atexit.register, atexit.unregister = keep, drop
    # A process that own code has forked ends by itself.
    register(call_left)


def call_left() -> None:
    """Calls them as Python does, at the end of a process that is no worker."""
    while HOOKS:
        function, given, named = HOOKS.pop()
        try:
            function(*given, **named)
        except SystemExit:
            continue
        except BaseException as error:
            sys.excepthook(type(error), error, error.__traceback__)


def run_hooks(give_up: Callable[[str], None] | None) -> list[str]:
    """Calls them on this thread, the last one first; the sentences that are to be noted.

    Where they take too long `give_up(sentence)` is called on another thread, and this does not return. Without it they
    may take any time: an interpreter beside others can't end while such a thread does.
    """
    if not HOOKS:
        return []
    late: list[str] = []

    def expire() -> None:
        late.append(late_hook(this_process.file))
        if give_up is not None:
            give_up(late[0])

    dog = None if give_up is None else Watchdog(END_S, expire)
    notes: list[str] = []
    # What would end the process is told instead, as in a teardown.
    here.stage = "teardown"
    while HOOKS:
        function, given, named = HOOKS.pop()
        try:
            with Theirs():
                function(*given, **named)
        except BaseException as error:
            notes.append(failed_hook(error))
    here.stage = None
    if dog is not None:
        dog.cancel()
    while late:
        pause_s(HELD_S)
    return notes


def late_hook(file: str) -> str:
    """A sentence for one that has not ended in time."""
    return f"an exit hook of {file} did not end within {END_S} s"


def failed_hook(error: BaseException) -> str:
    """A sentence for a hook that has failed."""
    if isinstance(error, (SystemExit, Called)):
        call = str(error) if isinstance(error, Called) else call_of(error)
        return f"an exit hook of {this_process.file} called {call}"
    return f"an exit hook of {this_process.file} threw {error_line(error)}"
