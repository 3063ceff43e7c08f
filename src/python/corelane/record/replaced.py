"""Keeps the standard library going where own code has replaced parts of it, or names these.

Corelane has its own references; the library itself has none. What own code, as it was loaded, has left without
anything that can be used is there again while own code does not run: for what pickles, sends and starts threads.
"""

from __future__ import annotations

import _thread
import sys

from ..own_code.library import CORELANE, is_standard_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any, Callable, TypeVar, Union

    Owner = Union[ModuleType, type]
    Value = TypeVar("Value")

# The packages whose classes the strategies' own part of a trial rests on: what of these is replaced counts as well.
CLASSES_OF = (
    *("_weakrefset", "asyncio", "concurrent", "json", "multiprocessing", "pickle", "queue", "selectors", "socket"),
    *("subprocess", "threading", "traceback", "weakref"),
)

# Own code's file itself, and its builtins.
NOT_KEPT = ("__main__", "builtins")

NAMES_LIMIT = 3

LIBRARY_FAILED = " (own code has replaced {}, which Python's library needs: replace it in your own modules only)"

# What each module and class had: what it is called, itself, and its values by name.
KEPT: list[tuple[str, Owner, dict[str, Any]]] = []

# Of those, what can no longer be used: what it is called, where it is, its name, and what it was.
GONE: list[tuple[str, Owner, str, Any]] = []

NOTHING = object()


def keep_library() -> None:
    """Remembers what the library has, before own code is loaded. Once."""
    if KEPT:
        return
    for name, module in list(sys.modules.items()):
        top = name.partition(".")[0]
        if name in NOT_KEPT or top.startswith("corelane") or not is_of_library(module):
            continue
        values = dict(vars(module))
        KEPT.append((name, module, values))
        if top in CLASSES_OF:
            for key, value in values.items():
                if type(value) is type and value.__module__ == name:
                    KEPT.append((f"{name}.{key}", value, dict(vars(value))))


def is_of_library(module: object) -> bool:
    """Whether a loaded module is of the standard library, built in or not."""
    file = getattr(module, "__file__", None)
    return hasattr(module, "__dict__") and (file is None or is_standard_file(str(file)))


def find_gone() -> None:
    """Remembers what own code has left without anything that can be used, and puts the library's back."""
    known = {(id(owner), name) for _, owner, name, _ in GONE}
    new = [one for one in changed() if is_gone(*one) and (id(one[1]), one[2]) not in known]
    with BALANCE.lock:
        for whole, owner, name, value in new:
            GONE.append((whole, owner, name, value))
            BALANCE.theirs.append(vars(owner).get(name, NOTHING))
            place(owner, name, value)


def is_gone(_whole: str, owner: Owner, name: str, value: Any) -> bool:
    """Whether what was kept can no longer be used."""
    now = vars(owner).get(name)
    return now is None if value is not NOTHING and not callable(value) else not callable(now)


def changed() -> list[tuple[str, Owner, str, Any]]:
    """What is another now, or gone: functions and classes, and what else has a public name and is None."""
    found: list[tuple[str, Owner, str, Any]] = []
    for whole, owner, kept in KEPT:
        now = vars(owner)
        for name, value in kept.items():
            if now.get(name) is value or name.startswith("__"):
                continue
            is_hook = name.endswith("hook") and now.get(name) is not None
            is_taken = value is not None and now.get(name) is None and not name.startswith("_")
            # A program may have no standard output.
            is_taken = is_taken and (owner is not sys or name == "modules")
            if (callable(value) or is_taken) and not is_hook:
                found.append((f"{whole}.{name}", owner, name, value))
        if isinstance(owner, type) and len(now) > len(kept):
            found += [(f"{whole}.{name}", owner, name, NOTHING) for name in shadowed(owner, kept)]
    return found


def shadowed(owner: type, kept: dict[str, Any]) -> list[str]:
    """The functions that a class inherits, and has something else for now."""
    new = [name for name in vars(owner) if name not in kept and not name.startswith("__")]
    return [name for name in new if any(callable(vars(base).get(name)) for base in owner.__mro__[1:])]


def place(owner: Owner, name: str, value: Any) -> None:
    """Gives a module or a class what it has by a name, or takes that away."""
    if value is not NOTHING:
        setattr(owner, name, value)
    elif name in vars(owner):
        delattr(owner, name)


class Balance:
    """Whose the library is now: own code's while any of it runs, and nobody needs the library's own."""

    def __init__(self) -> None:
        self.lock = _thread.allocate_lock()
        self.running = self.mended = 0
        # What own code has put in the place of each of `GONE`.
        self.theirs: list[Any] = []

    def shift(self, running: int, mended: int) -> None:
        """So many more run own code, and so many more need the library's own."""
        with self.lock:
            before = self._is_theirs()
            self.running += running
            self.mended += mended
            if self._is_theirs() == before:
                return
            for index, (_, owner, name, value) in enumerate(GONE):
                if before:
                    self.theirs[index] = vars(owner).get(name, NOTHING)
                place(owner, name, value if before else self.theirs[index])

    def _is_theirs(self) -> bool:
        return self.running > 0 and self.mended == 0


BALANCE = Balance()


class Mended:
    """Gives the library back what own code has left it without, for a moment, also while own code runs elsewhere."""

    def __enter__(self) -> None:
        BALANCE.shift(0, 1)

    def __exit__(self, *_: object) -> None:
        BALANCE.shift(0, -1)


class Theirs:
    """Has own code find what it has left."""

    def __enter__(self) -> None:
        BALANCE.shift(1, 0)

    def __exit__(self, *_: object) -> None:
        BALANCE.shift(-1, 0)


def as_theirs(function: Callable[..., Value]) -> Callable[..., Value]:
    """A function that finds what own code has left; itself where that is everything."""
    if not GONE:
        return function

    def called(*args: object) -> Value:
        with Theirs():
            return function(*args)

    return called


def names_replaced() -> str:
    """What own code has replaced, as a sentence names it; empty where nothing was."""
    found = [one[0] for one in GONE] + [one[0] for one in changed()]
    names = list(dict.fromkeys(found))
    more = f" and {len(names) - NAMES_LIMIT} more" if len(names) > NAMES_LIMIT else ""
    return ", ".join(names[:NAMES_LIMIT]) + more


def replaced_hint(error: BaseException) -> str:
    """Text for an error that the library's or Corelane's part raised; nothing where nothing was replaced."""
    trace, file = error.__traceback__, CORELANE
    while trace is not None:
        file, trace = trace.tb_frame.f_code.co_filename, trace.tb_next
    # What imports is frozen: it is in no file.
    names = names_replaced() if is_standard_file(file) or file.startswith("<frozen ") else ""
    if not names:
        return ""
    return LIBRARY_FAILED.format(names)
