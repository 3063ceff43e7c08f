"""Workloads that wait: on a timer, on a disk, on a local server; each leaves an event loop free."""

from __future__ import annotations

import os
import time

from .numbers import compute, fold_bytes, random_bytes, task_state
from .workload import Workload

TYPE_CHECKING = False
if TYPE_CHECKING:
    import asyncio
    from typing import Callable

    from .workload import Context


def wait(context: Context) -> Workload:
    """A timer and nothing else; the checksum is the wait in ms."""
    ms = context.params["ms"]

    def run(_task: int) -> int:
        time.sleep(ms / 1000)
        return ms

    async def run_async(_task: int) -> int:
        import asyncio

        await asyncio.sleep(ms / 1000)
        return ms

    return Workload(run, run_async)


def mixed(context: Context) -> Workload:
    """Computes for a while, then waits; the checksum is the result of the computation."""
    iterations, wait_ms = context.params["cpuIterations"], context.params["waitMs"]

    def computed(task: int) -> int:
        return compute(iterations, task_state(context.seed, task % 2))

    def run(task: int) -> int:
        value = computed(task)
        time.sleep(wait_ms / 1000)
        return value

    async def run_async(task: int) -> int:
        import asyncio

        value = computed(task)
        await asyncio.sleep(wait_ms / 1000)
        return value

    return Workload(run, run_async)


def files(context: Context) -> Workload:
    """Writes a file of its own, syncs it, reads it back, compares and deletes it."""
    import threading

    size = context.params["bytes"]
    folder = context.inputs.get("folder")
    if folder is None:
        raise ValueError("the files workload needs a folder")

    def run(task: int) -> int:
        written = random_bytes(size, task_state(context.seed, task % 8))
        name = f"task-{os.getpid()}-{threading.get_ident()}-{task}.bin"
        path = os.path.join(folder, name)
        try:
            with open(path, "xb") as file:
                file.write(written)
                file.flush()
                os.fsync(file.fileno())
            with open(path, "rb") as file:
                read = file.read()
            if read != bytes(written):
                raise OSError(f"{path} reads back other than it was written")
            return fold_bytes(read)
        finally:
            if os.path.exists(path):
                os.remove(path)

    return Workload(run)


def requests(context: Context) -> Workload:
    """Asks the local server over kept connections; the checksum folds the answer's bytes.

    On plain sockets: `http.client` loads `ssl`, which crashes isolated interpreters of 3.12 and 3.13.
    """
    import socket
    import threading
    import urllib.parse

    delay_ms, size = context.params["delayMs"], context.params["bytes"]
    url = context.inputs.get("url")
    if url is None:
        raise ValueError("the http workload needs the address of the local server")
    address = urllib.parse.urlsplit(url)
    target = f"/?delayMs={delay_ms}&bytes={size}"
    question = f"GET {target} HTTP/1.1\r\nHost: {address.netloc}\r\n\r\n".encode()
    place = (address.hostname, address.port or 80)
    kept = threading.local()
    idle: list[tuple[asyncio.StreamReader, asyncio.StreamWriter]] = []

    def check(status: int, body: bytes) -> int:
        if status != 200:
            raise OSError(f"the request to {url}{target} gave status {status}")
        if len(body) != size:
            raise OSError(f"{len(body)} bytes came instead of {size}")
        return fold_bytes(body)

    def run(_task: int) -> int:
        stream = getattr(kept, "stream", None)
        if stream is None:
            connection = socket.create_connection(place)
            stream = connection.makefile("rwb")
            kept.connection, kept.stream = connection, stream
        stream.write(question)
        stream.flush()
        status, length = read_head(stream.readline)
        return check(status, stream.read(length))

    async def run_async(_task: int) -> int:
        reader, writer = idle.pop() if idle else await connect()
        writer.write(question)
        head = (await reader.readuntil(b"\r\n\r\n")).splitlines(True)
        status, length = read_head(iter(head).__next__)
        body = await reader.readexactly(length)
        idle.append((reader, writer))
        return check(status, body)

    async def connect() -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        import asyncio

        return await asyncio.open_connection(*place)

    def close() -> None:
        for _reader, writer in idle:
            writer.close()

    return Workload(run, run_async, close)


def read_head(read_line: Callable[[], bytes]) -> tuple[int, int]:
    """The status and the length of the body, from the lines of an answer's head."""
    status, length = int(read_line().split()[1]), 0
    while True:
        name, _, value = read_line().partition(b":")
        if name.strip() == b"":
            return status, length
        if name.lower() == b"content-length":
            length = int(value)
