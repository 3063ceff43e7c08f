"""The workloads: what one task does. Ids, parameters and results are those of the JavaScript ones.

`load` gives a `Workload`: `run(task)` does one task and gives its checksum; `run_async`, where a task
waits, does the same and leaves the event loop free meanwhile. Standard library only, Python 3.8 on;
a workload imports what it needs itself, so that a fresh process or interpreter loads nothing else.
"""

import os
import time

from corelane_numbers import (
    MASK,
    compute,
    fold,
    fold_bytes,
    fold_text,
    random_bytes,
    task_state,
    xorshift32,
)


class Workload:
    """A workload ready to run on one worker."""

    def __init__(self, run, run_async=None, close=None):
        self.run = run
        self._run_async = run_async
        self.close = close or (lambda: None)

    async def run_async(self, task):
        """One task on an event loop: waiting work gives way, computing work does not."""
        if self._run_async is None:
            return self.run(task)
        return await self._run_async(task)


# What `calc_square` of the article assigns to; its parent prints it at the end.
result = None


def powers(context):
    """Even tasks square, odd tasks quad; the checksum is the sum of the powers modulo 2**32."""
    number, iterations = context.params["number"], context.params["iterations"]

    def add_squares():
        global result
        total, base = 0, number
        for _ in range(iterations):
            total = (total + base * base) & MASK
            base = -base
        result = total
        return total

    def add_quads():
        total, base = 0, number
        for _ in range(iterations):
            square = base * base
            total = (total + square * square) & MASK
            base = -base
        return total

    return Workload(lambda task: add_squares() if task % 2 == 0 else add_quads())


def primes(context):
    """Counts the primes below a limit: the sieve of Eratosthenes over the odd numbers."""
    limit = context.params["limit"]

    def run(_task):
        half = limit // 2
        composite = bytearray(half)
        prime = 3
        while prime * prime < limit:
            if not composite[prime // 2]:
                for index in range(prime * prime // 2, half, prime):
                    composite[index] = 1
            prime += 2
        count = 1 if limit > 2 else 0
        for index in range(1, half):
            count += 1 - composite[index]
        return count

    return Workload(run)


def matmul(context):
    """Multiplies two square matrices of floats, row by row; the sums of products are exact."""
    size = context.params["size"]

    def fill(state):
        rows = []
        for _ in range(size):
            row = []
            for _ in range(size):
                state = xorshift32(state)
                row.append(float(state >> 28))
            rows.append(row)
        return rows, state

    def run(task):
        left, state = fill(task_state(context.seed, task % 4))
        right, _ = fill(state)
        total = 0
        for row in left:
            product = [0.0] * size
            for inner in range(size):
                factor, other = row[inner], right[inner]
                for column in range(size):
                    product[column] += factor * other[column]
            for element in product:
                total = fold(total, int(element))
        return total

    return Workload(run)


def hash_rounds(context):
    """SHA-256 of a buffer, each digest written over its start before the next round."""
    import hashlib

    size, rounds = context.params["bytes"], context.params["rounds"]

    def run(task):
        buffer = random_bytes(size, task_state(context.seed, task % 8))
        digest = hashlib.sha256(buffer).digest()
        for _ in range(1, rounds):
            buffer[: min(size, 32)] = digest[:size]
            digest = hashlib.sha256(buffer).digest()
        return int.from_bytes(digest[:6], "big")

    return Workload(run)


def json_records(context):
    """A list of small records to text and back; the checksum folds every field that came back."""
    import json

    records = context.params["records"]

    def make(state):
        entries = []
        for index in range(records):
            state = xorshift32(state)
            name = "entry-%x" % state
            state = xorshift32(state)
            tags = ["group-%d" % (state & 15), "level-%d" % ((state >> 4) & 7)]
            score = (state >> 8) / 256
            active = (state & 128) != 0
            entries.append(
                {"id": index, "name": name, "score": score, "active": active, "tags": tags}
            )
        return entries

    def run(task):
        text = json.dumps(make(task_state(context.seed, task % 8)))
        total = 0
        for entry in json.loads(text):
            for figure in (entry["id"], int(entry["score"] * 256), int(entry["active"])):
                total = fold(total, figure)
            total = fold_text(total, entry["name"])
            for tag in entry["tags"]:
                total = fold_text(total, tag)
        return total

    return Workload(run)


def sort(context):
    """Sorts random numbers; the checksum folds them as they stand, then how many are in order."""
    length = context.params["length"]

    def run(task):
        state = task_state(context.seed, task % 8)
        numbers = []
        for _ in range(length):
            state = xorshift32(state)
            numbers.append(float(state))
        numbers.sort()
        total, in_order, previous = 0, 0, float("-inf")
        for number in numbers:
            total = (total * 31 + int(number)) & MASK
            if number >= previous:
                in_order += 1
            previous = number
        return fold(total, in_order)

    return Workload(run)


def wait(context):
    """A timer and nothing else; the checksum is the wait in ms."""
    ms = context.params["ms"]

    def run(_task):
        time.sleep(ms / 1000)
        return ms

    async def run_async(_task):
        import asyncio

        await asyncio.sleep(ms / 1000)
        return ms

    return Workload(run, run_async)


def mixed(context):
    """Computes for a while, then waits; the checksum is what the computing came to."""
    iterations, wait_ms = context.params["cpuIterations"], context.params["waitMs"]

    def computed(task):
        return compute(iterations, task_state(context.seed, task % 2))

    def run(task):
        value = computed(task)
        time.sleep(wait_ms / 1000)
        return value

    async def run_async(task):
        import asyncio

        value = computed(task)
        await asyncio.sleep(wait_ms / 1000)
        return value

    return Workload(run, run_async)


def files(context):
    """Writes a file of its own, syncs it, reads it back, compares and deletes it."""
    import threading

    size = context.params["bytes"]
    folder = context.surroundings.get("folder")
    if folder is None:
        raise ValueError("the files workload needs a folder")

    def run(task):
        written = random_bytes(size, task_state(context.seed, task % 8))
        name = "task-%d-%d-%d.bin" % (os.getpid(), threading.get_ident(), task)
        path = os.path.join(folder, name)
        try:
            with open(path, "xb") as file:
                file.write(written)
                file.flush()
                os.fsync(file.fileno())
            with open(path, "rb") as file:
                read = file.read()
            if read != written:
                raise OSError("%s reads back other than it was written" % path)
            return fold_bytes(read)
        finally:
            if os.path.exists(path):
                os.remove(path)

    return Workload(run)


def requests(context):
    """Asks the local server over kept connections; the checksum folds the answer's bytes.

    On plain sockets: `http.client` loads `ssl`, which crashes isolated interpreters of 3.12 and 3.13.
    """
    import socket
    import threading
    import urllib.parse

    delay_ms, size = context.params["delayMs"], context.params["bytes"]
    url = context.surroundings.get("url")
    if url is None:
        raise ValueError("the http workload needs the address of the local server")
    address = urllib.parse.urlsplit(url)
    target = "/?delayMs=%d&bytes=%d" % (delay_ms, size)
    question = ("GET %s HTTP/1.1\r\nHost: %s\r\n\r\n" % (target, address.netloc)).encode()
    kept = threading.local()
    idle = []

    def check(status, body):
        if status != 200:
            raise OSError("the request to %s%s gave status %d" % (url, target, status))
        if len(body) != size:
            raise OSError("%d bytes came instead of %d" % (len(body), size))
        return fold_bytes(body)

    def run(_task):
        stream = getattr(kept, "stream", None)
        if stream is None:
            connection = socket.create_connection((address.hostname, address.port))
            stream = connection.makefile("rwb")
            kept.connection, kept.stream = connection, stream
        stream.write(question)
        stream.flush()
        status, length = read_head(stream.readline)
        return check(status, stream.read(length))

    async def run_async(_task):
        reader, writer = idle.pop() if idle else await connect()
        writer.write(question)
        head = (await reader.readuntil(b"\r\n\r\n")).splitlines(True)
        status, length = read_head(iter(head).__next__)
        body = await reader.readexactly(length)
        idle.append((reader, writer))
        return check(status, body)

    async def connect():
        import asyncio

        return await asyncio.open_connection(address.hostname, address.port)

    def close():
        for _reader, writer in idle:
            writer.close()

    return Workload(run, run_async, close)


def read_head(read_line):
    """The status and the length of the body, from the lines of an answer's head."""
    status, length = int(read_line().split()[1]), 0
    while True:
        name, _, value = read_line().partition(b":")
        if name.strip() == b"":
            return status, length
        if name.lower() == b"content-length":
            length = int(value)


def empty(_context):
    """A task that does nothing, so that what is measured is the way itself."""
    return Workload(lambda _task: 0)


def fault(context):
    """Misbehaves at one task on purpose; every other task computes a little."""
    import threading

    mode, at_task = context.params["mode"], context.params["atTask"]
    state = task_state(context.seed, 0)

    def leak():
        held = []
        while True:
            held.append(bytearray(b"\x01") * (8 * 1024 * 1024))
            time.sleep(0.02)

    def hang():
        while True:
            compute(10_000, state)

    def misbehave(task, right):
        if mode == 0:
            raise RuntimeError("task %d throws on purpose" % task)
        if mode == 1:
            os._exit(3)
        if mode == 2:
            os.abort()
        if mode == 3:
            hang()
        if mode == 4:
            leak()
        return right + 1 + os.getpid() * 1024 + threading.get_ident() % 1024

    def run(task):
        right = compute(10_000, state)
        return misbehave(task, right) if task == at_task else right

    return Workload(run)


class Context:
    """What every workload is given: every parameter, the seed, the surroundings."""

    def __init__(self, params, seed, surroundings):
        self.params = params
        self.seed = seed
        self.surroundings = surroundings


KINDS = {
    "powers": powers,
    "primes": primes,
    "matmul": matmul,
    "hash": hash_rounds,
    "json": json_records,
    "sort": sort,
    "wait": wait,
    "files": files,
    "http": requests,
    "mixed": mixed,
    "empty": empty,
    "fault": fault,
}


def load(workload, seed, surroundings):
    """A workload ready to run, from the message's `workload`, `seed` and `surroundings`."""
    kind = workload["kind"]
    if kind == "module":
        from corelane_module import load_module

        return load_module(workload, seed, Workload)
    return KINDS[kind](Context(workload["params"], seed, surroundings))
