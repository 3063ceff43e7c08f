"""Imports a user's own module by a name under which any process of the trial can import it again.

What it defines may be pickled, by it and by pools of its own, and is found by that name elsewhere: its
folder is on the search path, which `multiprocessing` passes on; where that is not enough, the
environment tells a new process, see `corelane_agent.py`.
"""

from __future__ import annotations

import importlib
import importlib.machinery
import importlib.util
import os
import sys
from json import dumps, loads

from .standard import VARIABLE, keep_standard

TYPE_CHECKING = False
if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec
    from types import ModuleType
    from typing import Any, Sequence

    from ..shapes import Own


def import_own(own: Own) -> ModuleType:
    """Imports the module of `own_place.place_of`."""
    refuse_utf16(own["path"])
    make_importable(own)
    return load_module(own["name"])


def load_module(name: str) -> ModuleType:
    """As `importlib.import_module`, where the module may clear the loaded modules meanwhile, or put others there."""
    parent, _, last = name.rpartition(".")
    outer = importlib.import_module(parent) if parent else None
    loaded = sys.modules
    spec = None if name in loaded else importlib.util.find_spec(name)
    loader: Any = getattr(spec, "loader", None)
    if spec is None or loader is None:
        return importlib.import_module(name)
    module = loaded[name] = importlib.util.module_from_spec(spec)
    try:
        loader.exec_module(module)
    except BaseException:
        loaded.pop(name, None)
        raise
    # It may have put another in its own place.
    now: Any = sys.modules
    found: ModuleType = (now or loaded).get(name) or loaded.get(name) or module
    loaded[name] = found
    if outer is not None:
        setattr(outer, last, found)
    return found


def refuse_utf16(path: str) -> None:
    """Python says of such a file only that it has null bytes."""
    with open(path, "rb") as file:
        start = file.read(2)
    if start in (b"\xff\xfe", b"\xfe\xff"):
        raise SyntaxError(f"{os.path.basename(path)} is UTF-16; save it as UTF-8")


def make_importable(own: Own) -> None:
    """Makes the module, and what lies beside it, known to `import`; harmless when it was done."""
    root, last = own["root"], own["last"]
    keep_standard(own)
    if root not in sys.path:
        sys.path.insert(0, root)
    if last is not None and last not in sys.path:
        sys.path.append(last)
    if own["files"] and not any(isinstance(one, OwnFinder) for one in sys.meta_path):
        sys.meta_path.insert(0, OwnFinder(own["files"]))
    if own["files"]:
        os.environ[VARIABLE] = dumps(own)


class OwnFinder:
    """Finds modules that only their path finds: their names mean something else, or nothing."""

    def __init__(self, files: dict[str, str]) -> None:
        self.files = files

    def find_spec(
        self,
        name: str,
        _path: Sequence[str] | None = None,
        _target: ModuleType | None = None,
    ) -> ModuleSpec | None:
        """As every finder has it: where a module lies, or None."""
        place = self.files.get(name)
        if place is None:
            return None
        if not os.path.isdir(place):
            if os.path.basename(place) == "__init__.py":
                place = os.path.dirname(place)
            else:
                return importlib.util.spec_from_file_location(name, place)
        init = os.path.join(place, "__init__.py")
        if os.path.isfile(init):
            return importlib.util.spec_from_file_location(
                name, init, submodule_search_locations=[place]
            )
        spec = importlib.machinery.ModuleSpec(name, None, is_package=True)
        spec.submodule_search_locations = [place]
        return spec


def make_importable_again(text: str) -> None:
    """What `make_importable` did in the process that has started this one, from what it has left for it."""
    make_importable(loads(text))
