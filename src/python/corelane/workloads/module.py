"""A user's own function as a workload: `function(params, index, context)`, sync or async.

Beside it the module may have `setup(params, context)`, whose value is `context.state`, and
`teardown(params, context)`; both run outside the timed region, once on each worker.
"""

from __future__ import annotations

import os
import sys

from ..own_code.loops import OwnLoop
from ..own_code.own_builtins import give_own_builtins
from ..own_code.own_import import import_own
from ..record.endings import failed_teardown, mend_hooks, note_in_loop, watch_threads
from ..record.exit_hooks import keep_hooks
from ..record.faults import InStage
from ..record.modules import give_built_in, keep_modules, restore_loaded, restore_modules
from ..record.replaced import Theirs, as_theirs, find_gone, keep_library
from ..record.own_process import here, this_process
from ..wire.channel import exit_now
from .checksums import checksum
from .workload import Carried

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType
    from typing import Any, Callable

    from ..shapes import Own, Stage
    from ..wire.messages import ModuleWorkload
    from .workload import Workload


class ModuleContext:
    """What the function is given beside its parameters and the task's index."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.state: Any = None


def prepare_module(
    workload: ModuleWorkload,
    seed: int,
    own: Own,
    make_workload: type[Workload],
) -> Callable[[], Workload]:
    """Imports the module; what it gives makes its function ready on the thread that calls it."""
    watch_threads(own["path"])
    forget_start_method()
    keep_hooks()
    keep_library()
    give_own_builtins()
    keep_modules()
    if this_process.apart:
        give_built_in()
    try:
        module = in_stage("load", import_own, own)
    finally:
        find_gone()
        restore_loaded()
    function = in_stage("load", find_function, module, workload["export"], own["path"])
    mend_hooks()
    keep_modules()
    params = workload["params"]
    setup, teardown = getattr(module, "setup", None), getattr(module, "teardown", None)
    this_process.closes = teardown is not None

    def begin() -> Workload:
        context = ModuleContext(seed)
        loop = OwnLoop(note_in_loop)
        if "asyncio" in sys.modules:
            # Older versions tie what is made in `setup` to the loop of its thread.
            loop.get()

        def call(called: Callable[..., Any], *args: object) -> Any:
            with Theirs():
                value = called(*args)
                return loop.settle(value) if hasattr(value, "__await__") else value

        if setup is not None:
            try:
                made = in_stage("setup", call, setup, params, context)
            finally:
                find_gone()
            # It may have set the state itself.
            if made is not None:
                context.state = made
            mend_hooks()
        work, settle = as_theirs(function), as_theirs(loop.settle)

        def run(task: int) -> int:
            try:
                value = work(params, task, context)
                # Whether a decorated function is a coroutine is not known beforehand.
                return checksum(settle(value) if hasattr(value, "__await__") else value)
            finally:
                if this_process.forked:
                    exit_now(0)

        async def run_async(task: int) -> int:
            try:
                try:
                    value = work(params, task, context)
                except StopIteration as error:
                    raise Carried(error) from None
                return checksum(await value if hasattr(value, "__await__") else value)
            finally:
                if this_process.forked:
                    exit_now(0)

        def close() -> list[str]:
            notes: list[str] = []
            restore_modules()
            try:
                if teardown is not None:
                    in_stage("teardown", call, teardown, params, context)
                loop.close()
            except InStage as failed:
                notes.append(failed_teardown(failed.__cause__ or failed))
            except BaseException as error:
                notes.append(failed_teardown(error))
            return notes

        return make_workload(run, run_async, close, loop)

    return begin


def forget_start_method() -> None:
    """Lets own code choose how its processes start, as in a program of its own: what Corelane chose is not its."""
    module = sys.modules.get("multiprocessing.context")
    default: Any = getattr(module, "_default_context", None)
    if getattr(default, "_actual_context", None) is not None:
        default._actual_context = None


def in_stage(stage: Stage, function: Callable[..., Any], *args: object) -> Any:
    """Calls a part of own code that is no task; what it raises says so."""
    here.stage = stage
    try:
        return function(*args)
    except BaseException as error:
        raise InStage(stage) from error
    finally:
        here.stage = None


def find_function(module: ModuleType, name: str, path: str) -> Callable[..., Any]:
    """What the module gives by this name; `Class.method` is found as well."""
    found = module
    for part in name.split("."):
        found = getattr(found, part, None)
    if callable(found):
        return found
    names = [key for key, value in vars(module).items() if is_own(module, key, value)]
    known = ", ".join(names[:20]) or "none"
    raise LookupError(f"{os.path.basename(path)} has no function {name}; it has: {known}")


def is_own(module: ModuleType, key: str, value: object) -> bool:
    """Whether a name is a function that the module itself defines."""
    own = getattr(value, "__module__", None) == module.__name__
    return callable(value) and own and not key.startswith("_")
