"""A person's own function as a workload: `function(params, index, context)`, sync or async.

Beside it the module may have `setup(params, context)`, whose value is `context.state`, and
`teardown(params, context)`; both run outside the timed region, once on each worker.
"""

import importlib.util
import os
import sys


class ModuleContext:
    """What the function is given beside its parameters and the task's index."""

    def __init__(self, seed):
        self.seed = seed
        self.state = None


def prepare_module(workload, seed, make_workload):
    """Imports `workload["path"]`; what it gives makes its function ready on the thread that calls it."""
    import asyncio
    import inspect

    module = import_file(workload["path"])
    name = workload["export"]
    function = getattr(module, name, None)
    if not callable(function):
        names = [key for key, value in vars(module).items() if is_own(module, key, value)]
        listed = ", ".join(names) or "none"
        raise LookupError("%s has no function %s; it has: %s" % (workload["path"], name, listed))
    params = workload["params"]
    setup, teardown = getattr(module, "setup", None), getattr(module, "teardown", None)

    def begin():
        context = ModuleContext(seed)
        if setup is not None:
            context.state = settle(setup(params, context))

        async def run_async(task):
            value = function(params, task, context)
            return checksum(await value if inspect.isawaitable(value) else value)

        def run_awaited(task):
            return asyncio.run(run_async(task))

        def run_plain(task):
            value = function(params, task, context)
            # A function behind a decorator does not tell beforehand.
            return checksum(settle(value) if hasattr(value, "__await__") else value)

        def close():
            if teardown is not None:
                settle(teardown(params, context))

        run = run_awaited if inspect.iscoroutinefunction(function) else run_plain
        return make_workload(run, run_async, close)

    return begin


def settle(value):
    """A value, or what an awaitable comes to."""
    import asyncio
    import inspect

    async def awaited():
        return await value

    return asyncio.run(awaited()) if inspect.isawaitable(value) else value


def import_file(path):
    """Imports a file; what lies beside it can be imported by it."""
    folder, file = os.path.split(os.path.abspath(path))
    if folder not in sys.path:
        sys.path.insert(0, folder)
    name = "corelane_own_" + os.path.splitext(file)[0].replace("-", "_")
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None:
        raise ImportError("%s is not a Python file" % path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def is_own(module, key, value):
    """Whether a name is a function that the module itself defines."""
    own = getattr(value, "__module__", None) == module.__name__
    return callable(value) and own and not key.startswith("_")


def checksum(value):
    """A uint32 of what a task returned; equal values have equal ones."""
    import json
    import zlib

    if value is None:
        return 0
    if isinstance(value, (bytes, bytearray, memoryview)):
        return zlib.crc32(value)
    if isinstance(value, str):
        return zlib.crc32(value.encode("utf-8", "surrogatepass"))
    try:
        return zlib.crc32(json.dumps(value, sort_keys=True, default=write_bytes).encode())
    except (TypeError, ValueError):
        what, place = find_unfit(value, "", ())
        raise TypeError(
            "it returned %s%s, which has no checksum; return a number, text, bytes, a list or a dict"
            % (what or "a %s" % type(value).__name__, place and " at %s" % place)
        ) from None


def write_bytes(value):
    """Bytes inside of a value, as JSON."""
    import zlib

    if isinstance(value, (bytes, bytearray, memoryview)):
        return {"bytes": len(value), "crc32": zlib.crc32(value)}
    raise TypeError


def find_unfit(value, place, around):
    """What of a value has no checksum, in words, and where in it."""
    if any(value is one for one in around):
        return "a %s that holds itself" % type(value).__name__, place
    inside = around + (value,)
    if isinstance(value, dict):
        if len({type(key) for key in value}) > 1:
            return "a dict with keys of several types", place
        parts = value.items()
    elif isinstance(value, (list, tuple)):
        parts = enumerate(value)
    else:
        fit = value is None or isinstance(value, (str, int, float, bytes, bytearray, memoryview))
        return (None if fit else "a %s" % type(value).__name__), place
    for key, one in parts:
        if isinstance(value, dict) and not (key is None or isinstance(key, (str, int, float))):
            return "a dict with a key that is a %s" % type(key).__name__, place
        what, where = find_unfit(one, "%s[%r]" % (place, key), inside)
        if what is not None:
            return what, where
    return None, place
