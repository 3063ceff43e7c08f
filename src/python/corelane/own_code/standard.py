"""Keeps the standard library for Corelane and for the library itself, where files of a user's own have its names.

Own code finds its own file under such a name, as in any Python program. What the standard library and Corelane import
is the library's, also when they import it late, and also in the processes that `multiprocessing` starts.
"""

from __future__ import annotations

import builtins
import functools
import importlib
import importlib.util
import os
import sys
from json import dumps

from ..wire.descriptors import OCCUPY, LowHeld
from .library import CORELANE, STRANGE, in_order, is_standard_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any, Callable, Mapping, Sequence

    from ..shapes import Own

    Import = Callable[..., Any]

# What is used after own code has been loaded, by the agent and by what it uses, sometimes for the first
# time: it is there before anything can hide a part of it.
NEEDED = (
    "asyncio",
    "base64",
    "concurrent.futures.process",
    "concurrent.futures.thread",
    "contextlib",
    "contextvars",
    "dataclasses",
    "inspect",
    "json",
    "linecache",
    "logging",
    "multiprocessing.connection",
    "multiprocessing.forkserver",
    "multiprocessing.managers",
    "multiprocessing.pool",
    "multiprocessing.popen_fork",
    "multiprocessing.popen_forkserver",
    "multiprocessing.popen_spawn_posix",
    "multiprocessing.popen_spawn_win32",
    "multiprocessing.queues",
    "multiprocessing.resource_sharer",
    "multiprocessing.resource_tracker",
    "multiprocessing.shared_memory",
    "multiprocessing.sharedctypes",
    "multiprocessing.synchronize",
    "queue",
    "selectors",
    "signal",
    "subprocess",
    "tempfile",
    "traceback",
    "typing",
    "zlib",
)

# Tells the processes that are started where own code lies; `corelane_agent.py` reads it.
VARIABLE = "CORELANE_OWN"

# Put before the program of a process that `multiprocessing` starts: it searches the standard library first, until it has
# the search path of the process that has started it.
LIBRARY_FIRST = (
    f"import sys; sys.path.insert(0, {CORELANE!r}); "
    "from corelane.own_code.library import load_for_start; load_for_start(); "
)


# The modules of the standard library that files of a user's own hide, by name.
KEPT: dict[str, ModuleType] = {}


def keep_standard(own: Own) -> None:
    """Loads what the standard library has before a file of a user's own can hide it; own code gets its own. Once."""
    before, evict = own["before"], own["evict"]
    if KEPT or not (own["pin"] or evict):
        return
    os.environ[VARIABLE] = dumps(own)
    paths = list(sys.path)
    sys.path[:] = in_order(paths)
    try:
        ours = modules_of_ours() if "corelane" in evict else []
        for name in (*NEEDED, *ours, *own["pin"], *evict):
            try_import(name)
        keep_in_children()
    finally:
        sys.path[:] = paths
    hidden = (*own["pin"], *evict)
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in hidden and not any(lies_in(module, one) for one in before):
            KEPT[name] = module
    if not evict:
        return
    builtins.__import__ = functools.partial(import_kept, builtins.__import__)
    for name in KEPT:
        top = name.partition(".")[0]
        if name in evict or (top in evict and any(is_provided(name, one) for one in before)):
            del sys.modules[name]
    sys.modules.update((name, one) for name, one in STRANGE.items() if name.partition(".")[0] in evict)


def import_kept(
    real: Import,
    name: str,
    globals: Mapping[str, Any] | None = None,
    locals: Mapping[str, Any] | None = None,
    fromlist: Sequence[str] | None = (),
    level: int = 0,
) -> Any:
    """In place of `__import__`: gives the standard library, and Corelane, what was kept for them.

    Its parameters are named as those of `__import__`, since callers may name them.
    """
    if globals is not None and (level > 0 or name in KEPT):
        whole = name
        if level > 0:
            whole = importlib.util.resolve_name("." * level + name, globals.get("__package__") or "")
        if whole in KEPT and is_for_standard(globals):
            return KEPT[whole] if fromlist else KEPT[whole.partition(".")[0]]
    return real(name, globals, locals, fromlist, level)


def is_for_standard(scope: Mapping[str, Any]) -> bool:
    """Whether it is a module of Corelane's or of the standard library that imports something."""
    file = scope.get("__file__")
    if not isinstance(file, str):
        # Frozen, or what a process was started with.
        return scope.get("__name__") != "__main__"
    return is_standard_file(file)


def is_provided(name: str, place: str) -> bool:
    """Whether a file of a user's own may be the module of this dotted name; what an archive holds is not looked up."""
    if os.path.isfile(place):
        return True
    path = os.path.join(place, *name.split("."))
    return os.path.isfile(path + ".py") or os.path.isdir(path)


def keep_in_children() -> None:
    """Has the processes that `multiprocessing` starts load it, and not a file of the current folder with its name."""
    try:
        import multiprocessing.util as util
    except ImportError:
        return
    start: Any = getattr(util, "spawnv_passfds", None)
    if start is None or getattr(start, "corelane", False):
        return

    def start_with_library(path: object, args: Sequence[Any], descriptors: object) -> int:
        first = LIBRARY_FIRST
        if LowHeld.held and any("multiprocessing.forkserver" in str(one) for one in args):
            first = OCCUPY.format(LowHeld.floor) + first
        changed = [first + one if before == "-c" else one for before, one in zip(["", *args], args)]
        return start(path, changed, descriptors)

    setattr(start_with_library, "corelane", True)
    setattr(util, "spawnv_passfds", start_with_library)


def modules_of_ours() -> list[str]:
    """Corelane's own modules by name: what a file of a user's own called `corelane` would hide from then on."""
    top = os.path.join(CORELANE, "corelane")
    return [
        ".".join(["corelane", folder, file[: -len(".py")]])
        for folder in ("own_code", "record", "strategies", "wire", "workloads")
        for file in sorted(os.listdir(os.path.join(top, folder)))
        if file.endswith(".py") and file != "__init__.py"
    ]


def try_import(name: str) -> None:
    """Imports a module where it can be."""
    try:
        importlib.import_module(name)
    except ImportError:
        # Not on this system, or not in this version.
        return


def lies_in(module: ModuleType, root: str) -> bool:
    """Whether a module is a file of this folder."""
    path = getattr(module, "__file__", None)
    return isinstance(path, str) and os.path.abspath(path).startswith(os.path.join(root, ""))
