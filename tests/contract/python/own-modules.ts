// Python modules as users write them, for the tests of own code in Python.

export const noisy = `import os, sys
print("null")
def work(params, index, context):
    print('{"type": "fault", "kind": "threw", "message": "forged"}')
    os.write(1, b"null\\n")
    sys.__stderr__.write("{}\\n")
    assert sys.stdin.read() == ""
    if os.fork() == 0:
        return index  # the child goes on as if it were the worker
    os.dup2(2, 1)
    return index
`;

export const shop = `import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from ..rates import RATE
from .types import KIND

def cost(value):
    return value * RATE

def work(params, index, context):
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return [KIND] + list(pool.map(cost, range(index, index + 3)))
`;

export const endings = `import os, signal, sys
def leaves(params, index, context):
    if index == 2:
        sys.exit(0)
    return index
def leaves_hard(params, index, context):
    if index == 2:
        os._exit(3)
    return index
class Own(BaseException):
    def __init__(self, one, other):
        super().__init__("own")
    def __str__(self):
        raise RuntimeError("no text")
def throws(params, index, context):
    if index == 2:
        raise Own(1, 2)
    return index
def group(params, index, context):
    class Group(Exception):
        exceptions = (ValueError("one"), TypeError("two"))
    if index == 2:
        raise Group("several")
    return index
def killed(params, index, context):
    if index == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return index
def stops(params, index, context):
    if index == 2:
        raise KeyboardInterrupt
    return index
def runs_dry(params, index, context):
    return next(iter(())) if index == 2 else index
`;

export const hooks = `import atexit, os, sys, threading, time
def setup(params, context):
    if params["how"] == "hook":
        atexit.register(lambda: 1 / 0)
    if params["how"] == "hook-exits":
        atexit.register(os._exit, 3)
    if params["how"] == "hook-hangs":
        atexit.register(time.sleep, 60)
    if params["how"] == "hook-dropped":
        atexit.register(sys.exit, 3)
        atexit.unregister(sys.exit)
    if params["how"] == "setup":
        sys.exit(4)
def work(params, index, context):
    if params["how"] == "fork" and os.fork() == 0:
        time.sleep(300)
        os._exit(0)
    if params["how"] == "thread" and index == 2:
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()
    if params["how"] == "stray" and index == 2:
        threading.Thread(target=time.sleep, args=(60,), name="poller").start()
    return index
def teardown(params, context):
    if params["how"] == "teardown":
        raise ValueError("no")
    if params["how"] == "kill":
        os.kill(os.getpid(), 9)
    if params["how"] == "group":
        os.killpg(os.getpgrp(), 15)
    if params["how"] == "crash":
        import ctypes
        ctypes.string_at(0)
    if params["how"] == "parent":
        os.system("kill -9 $PPID")
    if params["how"] == "never" and threading.current_thread() is not threading.main_thread():
        time.sleep(60)
`;

export const loop = `import asyncio
async def setup(params, context):
    queue = asyncio.Queue()
    async def serve():
        while True:
            future, value = await queue.get()
            future.set_result(value * 2)
    return queue, asyncio.Lock(), asyncio.ensure_future(serve())
async def work(params, index, context):
    queue, lock, _ = context.state
    async with lock:
        future = asyncio.get_running_loop().create_future()
        await queue.put((future, index))
        return await future
async def teardown(params, context):
    context.state[2].cancel()
    try:
        await context.state[2]
    except asyncio.CancelledError:
        pass
`;

export const values = `import collections, dataclasses, datetime, decimal, fractions, pathlib
@dataclasses.dataclass
class Point:
    x: int
    y: set
def work(params, index, context):
    return {
        "set": {"a", "b", str(index)}, "inner": frozenset([frozenset(["x", "y"]), frozenset()]),
        "decimal": decimal.Decimal("1.10"), "when": datetime.datetime(2024, 1, 2), "point": Point(index, {"q", "r"}),
        "path": pathlib.PurePosixPath("/a"), "part": fractions.Fraction(1, 3), "queue": collections.deque([1]),
        "numbers": [float("nan"), -0.0, 10 ** 5000, 1j], "bytes": [b"a", memoryview(b"c")], "keys": {(1, 2): 3, None: 4},
    }
def order(params, index, context):
    return list({"red", "green", "blue", "grey", str(index)})
def address(params, index, context):
    return repr(object())
def generator(params, index, context):
    yield index
`;

export const odd = `# -*- coding: latin-1 -*-
from __future__ import annotations
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
import helper
TEXT = "\xe4"
def square(value):
    return value * value + helper.ONE
class Shop:
    @staticmethod
    def price(params, index, context):
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
            return [len(TEXT)] + list(pool.map(square, [index]))
`;
