"""Who sees what a worker writes: a name of the program, and shared memory."""

from __future__ import annotations

import multiprocessing
import threading
from functools import partial
from multiprocessing import shared_memory

from .worker_set import WorkerSet, figure, make_process
from .trips import memory_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

    from ..shapes import Params, Send
    from ..wire.probe_messages import RawFigure, StrategyKind

WRITTEN = 42

result: int | None = None


def assign() -> None:
    """As the article's second program: the worker assigns to a name of the program."""
    global result
    result = WRITTEN


def in_thread(worker_set: WorkerSet) -> int | None:
    """What the program's name holds after a thread has assigned to it."""
    global result
    result = None

    def work() -> None:
        worker_set.thread_began()
        assign()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    return result


def in_process(worker_set: WorkerSet, method: str) -> int | None:
    """The same with a process."""
    global result
    result = None
    process = make_process(method, assign)
    process.start()
    worker_set.process_began(process)
    process.join()
    return result


def write_block(name: str) -> None:
    """Writes into the shared memory of that name."""
    block = shared_memory.SharedMemory(name=name)
    memory_of(block)[0] = WRITTEN
    block.close()


def in_shared_memory(worker_set: WorkerSet, method: str | None) -> int:
    """What memory that was made to be shared holds after a process has written into it."""
    block = shared_memory.SharedMemory(create=True, size=1)
    try:
        process = make_process(method, write_block, (block.name,))
        process.start()
        worker_set.process_began(process)
        process.join()
        return memory_of(block)[0]
    finally:
        block.close()
        block.unlink()


def probe(params: Params, send: Send, _folder: str) -> None:
    """Quantity `seen`: 1 where the program sees what its worker wrote; `saw` is what it sees."""
    worker_set = WorkerSet(send)
    variants: list[tuple[str, str, StrategyKind, Callable[[], int | None]]] = [
        ("threads", "threads-name", "python-threads", partial(in_thread, worker_set)),
    ]
    for method in multiprocessing.get_all_start_methods():
        label = f"processes-name-{method}"
        write = partial(in_process, worker_set, method)
        variants.append((f"processes-{method}", label, "python-processes", write))
    write = partial(in_shared_memory, worker_set, None)
    variants.append(("processes-shared", "processes-shared-memory", "python-processes", write))
    figures: list[RawFigure] = []
    for variant, label, strategy, write in variants:
        seen = [write() for _ in range(params["repeats"])]
        values = [int(value == WRITTEN) for value in seen]
        figures.append(
            figure("seen", variant, label, strategy, "yes", values, saw=str(seen[-1]))
        )
    send({"type": "figures", "figures": figures})
