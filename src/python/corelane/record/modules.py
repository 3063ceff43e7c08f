"""Keeps the modules that are loaded, for when own code clears `sys.modules`: what is pickled is found by its module."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from importlib.machinery import ModuleSpec
    from types import ModuleType

MODULES = sys.modules

# What tells that some are gone: this package, and what pickles for the strategies.
SIGNS = (__name__, "concurrent.futures.process", "multiprocessing.reduction", "builtins")

# The modules by name, before own code is loaded and after that.
KEPT: dict[str, ModuleType] = {}


def keep_modules() -> None:
    """Remembers the modules that are loaded now."""
    KEPT.update(MODULES)


def restore_loaded() -> None:
    """Puts back, once own code is loaded, what it has removed of what was there before, each module by itself."""
    restore_modules()
    for name, module in KEPT.items():
        MODULES.setdefault(name, module)


def restore_modules() -> None:
    """Puts back those that own code has removed, or replaced by others of the same name."""
    if sys.modules is not MODULES:
        sys.modules = MODULES
    if all(MODULES.get(name) is KEPT.get(name) for name in SIGNS if name in KEPT):
        return
    MODULES.update(KEPT)


class BuiltIn:
    """Finds what is built into Python, and gives again what was there: in a subinterpreter `sys` can't be made anew."""

    def find_spec(self, name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        """As every finder has it."""
        if name not in KEPT or name not in sys.builtin_module_names:
            return None
        return type(sys.__spec__)(name, self, origin="built-in")

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """As every loader has it: the module that was there."""
        return KEPT[spec.name]

    def exec_module(self, _module: ModuleType) -> None:
        """As every loader has it: nothing is left to do."""


def give_built_in() -> None:
    """Has own code that clears the loaded modules import again what is built in. Once."""
    if not any(isinstance(one, BuiltIn) for one in sys.meta_path):
        sys.meta_path.insert(0, BuiltIn())
