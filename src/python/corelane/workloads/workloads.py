"""The workloads: what one task does. Ids, parameters and results are those of the JavaScript ones.

`load` gives a `Workload`: `run(task)` does one task and gives its checksum; `run_async`, where a task
waits, does the same and leaves the event loop free meanwhile. Standard library only, Python 3.8 on;
a workload imports what it needs itself, so that a fresh process or interpreter loads nothing else.
"""

from __future__ import annotations

import os
import time

from .numbers import MASK, compute, fold, fold_text, random_bytes, task_state, xorshift32
from .waiting import files, mixed, requests, wait
from .workload import Context, Workload

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, NoReturn

    from ..shapes import Own
    from ..wire import messages

# What `calc_square` of the article assigns to; its parent prints it at the end.
result: int | None = None


def powers(context: Context) -> Workload:
    """Even tasks square, odd tasks quad; the checksum is the sum of the powers modulo 2**32."""
    number, iterations = context.params["number"], context.params["iterations"]

    def add_squares() -> int:
        global result
        total, base = 0, number
        for _ in range(iterations):
            total = (total + base * base) & MASK
            base = -base
        result = total
        return total

    def add_quads() -> int:
        total, base = 0, number
        for _ in range(iterations):
            square = base * base
            total = (total + square * square) & MASK
            base = -base
        return total

    return Workload(lambda task: add_squares() if task % 2 == 0 else add_quads())


def primes(context: Context) -> Workload:
    """Counts the primes below a limit: the sieve of Eratosthenes over the odd numbers."""
    limit = context.params["limit"]

    def run(_task: int) -> int:
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


def matmul(context: Context) -> Workload:
    """Multiplies two square matrices of floats, row by row; the sums of products are exact."""
    size = context.params["size"]

    def fill(state: int) -> tuple[list[list[float]], int]:
        rows: list[list[float]] = []
        for _ in range(size):
            row: list[float] = []
            for _ in range(size):
                state = xorshift32(state)
                row.append(float(state >> 28))
            rows.append(row)
        return rows, state

    def run(task: int) -> int:
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


def hash_rounds(context: Context) -> Workload:
    """SHA-256 of a buffer, each digest written over its start before the next round."""
    import hashlib

    size, rounds = context.params["bytes"], context.params["rounds"]

    def run(task: int) -> int:
        buffer = random_bytes(size, task_state(context.seed, task % 8))
        digest = hashlib.sha256(buffer).digest()
        for _ in range(1, rounds):
            buffer[: min(size, 32)] = digest[:size]
            digest = hashlib.sha256(buffer).digest()
        return int.from_bytes(digest[:6], "big")

    return Workload(run)


def json_records(context: Context) -> Workload:
    """A list of small records to text and back; the checksum folds every field that came back."""
    import json

    records = context.params["records"]

    def make(state: int) -> list[dict[str, Any]]:
        entries: list[dict[str, Any]] = []
        for index in range(records):
            state = xorshift32(state)
            name = f"entry-{state:x}"
            state = xorshift32(state)
            tags = [f"group-{state & 15}", f"level-{(state >> 4) & 7}"]
            score = (state >> 8) / 256
            active = (state & 128) != 0
            entries.append(
                {"id": index, "name": name, "score": score, "active": active, "tags": tags}
            )
        return entries

    def run(task: int) -> int:
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


def sort(context: Context) -> Workload:
    """Sorts random numbers; the checksum folds them as they stand, then how many are in order."""
    length = context.params["length"]

    def run(task: int) -> int:
        state = task_state(context.seed, task % 8)
        numbers: list[float] = []
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


def empty(_context: Context) -> Workload:
    """A task that does nothing, so that what is measured is the strategy itself."""
    return Workload(lambda _task: 0)


def fault(context: Context) -> Workload:
    """Misbehaves at one task on purpose; every other task computes a little."""
    import threading

    mode, at_task = context.params["mode"], context.params["atTask"]
    state = task_state(context.seed, 0)

    def leak() -> NoReturn:
        held: list[bytearray] = []
        while True:
            held.append(bytearray(b"\x01") * (8 * 1024 * 1024))
            time.sleep(0.02)

    def hang() -> NoReturn:
        while True:
            compute(10_000, state)

    def misbehave(task: int, right: int) -> int:
        if mode == 0:
            raise RuntimeError(f"task {task} throws on purpose")
        if mode == 1:
            os._exit(3)
        if mode == 2:
            os.abort()
        if mode == 3:
            hang()
        if mode == 4:
            leak()
        return right + 1 + os.getpid() * 1024 + threading.get_ident() % 1024

    def run(task: int) -> int:
        right = compute(10_000, state)
        return misbehave(task, right) if task == at_task else right

    return Workload(run)


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


def prepare(
    workload: messages.Workload,
    seed: int,
    inputs: messages.WorkloadInputs,
    own: Own | None = None,
) -> Callable[[], Workload]:
    """What makes a workload ready to run, once on each thread that does.

    From the message's `workload`, `seed` and `inputs`; `own` is where a user's own code lies. Only
    that has a state a thread.
    """
    if workload["kind"] == "module":
        from .module import prepare_module

        if own is None:
            raise ValueError("nobody has looked where own code lies")
        return prepare_module(workload, seed, own, Workload)
    if workload["kind"] == "command":
        raise ValueError("a command is run by Node.js")
    ready = KINDS[workload["kind"]](Context(workload["params"], seed, inputs))
    return lambda: ready
