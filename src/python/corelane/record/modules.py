"""Keeps the modules that are loaded, for when own code clears `sys.modules`: what is pickled is found by its module."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

MODULES = sys.modules

# What tells that some are gone: this package, and what pickles for the strategies.
SIGNS = (__name__, "concurrent.futures.process", "multiprocessing.reduction", "builtins")

# The modules by name, once own code has been loaded.
KEPT: dict[str, ModuleType] = {}


def keep_modules() -> None:
    """Remembers the modules that are loaded now."""
    KEPT.update(MODULES)


def restore_modules() -> None:
    """Puts back those that own code has removed, or replaced by others of the same name."""
    if sys.modules is not MODULES:
        sys.modules = MODULES
    if all(MODULES.get(name) is KEPT.get(name) for name in SIGNS if name in KEPT):
        return
    MODULES.update(KEPT)
