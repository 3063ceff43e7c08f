"""Names what own code has replaced in the standard library: Corelane has its own references, the library itself has none."""

from __future__ import annotations

import sys

from ..own_code.library import CORELANE, is_standard_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

# Those that the strategies' own part of a trial rests on.
RESTED_ON = (
    "_thread asyncio asyncio.events concurrent.futures concurrent.futures.thread functools json multiprocessing"
    " multiprocessing.connection multiprocessing.context os pickle queue select selectors signal socket struct"
    " subprocess sys threading time traceback weakref"
).split()

NAMES_LIMIT = 3

# What each of them had, by module.
KEPT: dict[str, dict[str, Any]] = {}

# Of those, what can no longer be called at all.
GONE: list[tuple[str, str]] = []


def keep_library() -> None:
    """Remembers what the library has, before own code is loaded."""
    for name in RESTED_ON:
        module = sys.modules.get(name)
        if module is not None:
            KEPT[name] = dict(vars(module))


def find_gone() -> None:
    """Remembers what own code, as it was loaded, has left without anything that can be called."""
    GONE[:] = [(module, name) for module, name in changed() if not callable(names_of(module).get(name))]


def names_of(module: str) -> dict[str, Any]:
    """What a module has by its names now."""
    return getattr(sys.modules.get(module), "__dict__", {})


def changed() -> list[tuple[str, str]]:
    """The functions and classes that are others now, or gone: module and name."""
    found: list[tuple[str, str]] = []
    for module, kept in KEPT.items():
        now = names_of(module)
        for name, value in kept.items():
            is_hook = name.endswith("hook") and now.get(name) is not None
            if callable(value) and now.get(name) is not value and not is_hook and not name.startswith("__"):
                found.append((module, name))
    return found


class Mended:
    """Gives the library back, for the moment in which it makes threads and futures, what own code has left it without."""

    def __enter__(self) -> None:
        self._theirs = [(names_of(module), name, names_of(module).get(name)) for module, name in GONE]
        for module, name in GONE:
            names_of(module)[name] = KEPT[module][name]

    def __exit__(self, *_: object) -> None:
        for now, name, theirs in self._theirs:
            now[name] = theirs


def replaced_hint(error: BaseException) -> str:
    """Text for an error that the library's or Corelane's part raised; nothing where nothing was replaced."""
    trace, file = error.__traceback__, CORELANE
    while trace is not None:
        file, trace = trace.tb_frame.f_code.co_filename, trace.tb_next
    names = [f"{module}.{name}" for module, name in changed()] if is_standard_file(file) else []
    if not names:
        return ""
    more = f" and {len(names) - NAMES_LIMIT} more" if len(names) > NAMES_LIMIT else ""
    said = ", ".join(names[:NAMES_LIMIT]) + more
    return f" (own code has replaced {said}, which Python's library needs: replace it in your own modules only)"
