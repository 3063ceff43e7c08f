"""Gives own code builtins of its own: what it replaces there does not reach Corelane and the standard library.

A module's functions look names up in the `__builtins__` that the module was run with. Modules of own code, and those that
are installed beside the interpreter, are run with a copy, which is also what `import builtins` gives from then on.
"""

from __future__ import annotations

import builtins
import sys
from importlib.machinery import SourceFileLoader, SourcelessFileLoader
from types import ModuleType

from .library import is_standard_file

TYPE_CHECKING = False
if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec

OWN = ModuleType("builtins")


def give_own_builtins() -> None:
    """Has all modules that are loaded from now on, but those of the standard library, look names up in a copy. Once."""
    if vars(OWN).get("len") is not None:
        return
    vars(OWN).update(vars(builtins))
    sys.modules["builtins"] = OWN
    for loader in (SourceFileLoader, SourcelessFileLoader):
        # Not `exec_module`, which would be seen in every traceback.
        setattr(loader, "create_module", create_module)


def create_module(_loader: object, spec: ModuleSpec) -> ModuleType | None:
    """In place of the loaders' own, which leaves it to Python: a module that has its builtins already."""
    if spec.origin is None or is_standard_file(spec.origin):
        return None
    module = ModuleType(spec.name)
    setattr(module, "__builtins__", vars(OWN))
    return module
