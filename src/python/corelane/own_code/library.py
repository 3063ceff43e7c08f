"""Has Corelane import the standard library's modules, whatever is searched before them: `PYTHONPATH`, own code's folder.

Imports nothing that could be hidden itself: it is the first module that a program loads.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import List

LIBRARY = os.path.join(os.path.dirname(os.__file__), "")
INSTALLED = tuple(os.path.join(LIBRARY, name, "") for name in ("site-packages", "dist-packages"))
CORELANE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

# What every Python has loaded before it runs a file; frozen from 3.11 on.
LOADED_EARLY = ("abc", "codecs", "encodings", "genericpath", "io", "ntpath", "os", "posixpath", "site", "stat")

# The search path as it was, with Corelane's folder last: nothing of a user's own is hidden by it.
PATHS: List[str] = []

# Modules with names of the standard library's that a hook of a user's own has loaded before Corelane.
STRANGE: dict[str, ModuleType] = {}


def library_first() -> None:
    """Searches Corelane's folder and the library first, and puts aside what is loaded of others under its names."""
    PATHS[:] = [one for one in sys.path if one != CORELANE] + [CORELANE]
    sys.path[:] = [CORELANE, *in_order(PATHS[:-1])]
    for name, module in list(sys.modules.items()):
        if is_strange(name, module):
            STRANGE[name] = sys.modules.pop(name)


def load_for_start() -> None:
    """In a process that `multiprocessing` starts: what it uses before it runs its main file, with the search path of another."""
    library_first()
    if "CORELANE_OWN" in os.environ:
        import pkgutil  # pyright: ignore
        import runpy  # pyright: ignore
        import typing  # pyright: ignore


def paths_back() -> None:
    """Searches as `library_first` has found it."""
    if PATHS:
        sys.path[:] = PATHS


def in_order(paths: list[str]) -> list[str]:
    """A search path with the library's folders before all others."""
    return sorted(paths, key=lambda one: not os.path.join(one, "").startswith(LIBRARY))


def searched_before() -> list[str]:
    """The folders and archives that are searched before the library."""
    found: list[str] = []
    for one in sys.path:
        if os.path.join(one, "").startswith(LIBRARY):
            break
        if os.path.abspath(one) != CORELANE:
            found.append(os.path.abspath(one))
    return found


def is_strange(name: str, module: ModuleType) -> bool:
    """Whether a loaded module has a name of the library's, and is another file."""
    file = getattr(module, "__file__", None)
    top = name.partition(".")[0]
    if not isinstance(file, str) or top in ("__main__", *LOADED_EARLY) or is_standard_file(file):
        return False
    return is_standard(top)


def is_standard_file(file: str) -> bool:
    """Whether a file is Corelane's or the standard library's."""
    if file.startswith(os.path.join(CORELANE, "")):
        return True
    return file.startswith(LIBRARY) and not file.startswith(INSTALLED)


def is_standard(name: str) -> bool:
    """Whether the standard library has a module of this name."""
    known = getattr(sys, "stdlib_module_names", None)
    if known is not None:
        return name in known
    if name in sys.builtin_module_names:
        return True
    from importlib.machinery import PathFinder

    found = PathFinder.find_spec(name, [LIBRARY, os.path.join(LIBRARY, "lib-dynload")])
    return found is not None and found.origin is not None
