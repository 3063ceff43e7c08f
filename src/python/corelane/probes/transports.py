"""Moves a payload to a worker and back: one class per transport."""

from __future__ import annotations

import atexit
import multiprocessing
import os
import queue
import threading
from multiprocessing import shared_memory
from multiprocessing.connection import wait

from .worker_set import WorkerSet
from .trips import LIMIT, memory_of, read_pages, time_trips, write_pages

TYPE_CHECKING = False
if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess
    from multiprocessing.synchronize import Semaphore
    from typing import Any, Callable, Protocol

    from ..shapes import Params
    from ..wire.probe_messages import StrategyKind

    class ByteQueue(Protocol):
        """What all queues have; `None` ends the worker."""

        def get(self) -> bytes | None: ...

        def put(self, item: bytes | None, /) -> None: ...


def leave_with_parent() -> None:
    """Ends this process when the one that started it is gone; that costs nothing until then."""
    parent = multiprocessing.parent_process()
    if parent is None:
        return
    sentinel = parent.sentinel

    def leave() -> None:
        wait([sentinel])
        os._exit(1)

    threading.Thread(target=leave, daemon=True).start()


def start_process(worker_set: WorkerSet, target: Callable[..., None], args: tuple[object, ...]) -> BaseProcess:
    """A process of the probe, reported to the engine."""
    process = multiprocessing.Process(target=target, args=args, daemon=True)
    process.start()
    worker_set.process_began(process)
    return process


def end_process(process: BaseProcess) -> None:
    """Waits for a process that was asked to end; kills it where it does not."""
    process.join(LIMIT)
    if process.is_alive():
        process.kill()
        process.join()


def echo_queue(asked: ByteQueue, answered: ByteQueue) -> None:
    """The worker of both queues: `None` ends it."""
    while True:
        payload = asked.get()
        if payload is None:
            return
        read_pages(payload)
        answered.put(payload)


def echo_process_queue(asked: ByteQueue, answered: ByteQueue) -> None:
    """The worker of a queue between processes."""
    leave_with_parent()
    echo_queue(asked, answered)


def echo_pipe(pipe: Connection) -> None:
    """The worker of a pipe: its end ends it."""
    leave_with_parent()
    while True:
        try:
            payload = pipe.recv_bytes()
        except EOFError:
            return
        # An empty message ends it, so an empty payload goes as a single byte.
        if not payload:
            return
        read_pages(payload)
        pipe.send_bytes(payload)


def echo_shared(name: str, asked: Semaphore, answered: Semaphore, going: Any) -> None:
    """The worker of shared memory: reads and writes in place whenever it is asked."""
    leave_with_parent()
    block = shared_memory.SharedMemory(name=name)
    memory = memory_of(block)
    try:
        while asked.acquire(True, LIMIT) and going.value:
            write_pages(memory, read_pages(memory))
            answered.release()
    finally:
        block.close()


class Transport:
    """What every transport has."""

    # The name by which the engine's rules find it, and the one that its text goes by.
    name = ""
    label = ""
    strategy: StrategyKind = "python-processes"
    # Whether the payload is moved; of a reference that is handed over there is no bandwidth.
    copies = False

    def trips(self, size: int, limits: Params) -> list[int]:
        """Nanoseconds of each round trip."""
        raise NotImplementedError

    def end(self) -> None:
        """Lets the worker go."""


def queue_trips(asked: ByteQueue, answered: ByteQueue, size: int, limits: Params) -> list[int]:
    """Nanoseconds of each round trip through two queues."""
    payload = bytes(size)

    def trip(_number: int) -> None:
        asked.put(payload)
        read_pages(answered.get() or b"")

    return time_trips(trip, limits)


class ThreadQueue(Transport):
    """`queue.Queue` and a thread: a reference is handed over, nothing is copied."""

    name, label, strategy = "queue", "queue", "python-threads"

    def __init__(self, worker_set: WorkerSet) -> None:
        self.asked, self.answered = self.make(), self.make()

        def work() -> None:
            worker_set.thread_began()
            echo_queue(self.asked, self.answered)

        self.worker = threading.Thread(target=work, daemon=True)
        self.worker.start()

    def make(self) -> ByteQueue:
        """A queue of this kind."""
        made: queue.Queue[bytes | None] = queue.Queue()
        return made

    def trips(self, size: int, limits: Params) -> list[int]:
        return queue_trips(self.asked, self.answered, size, limits)

    def end(self) -> None:
        self.asked.put(None)
        self.worker.join(LIMIT)


class ThreadSimpleQueue(ThreadQueue):
    """`queue.SimpleQueue` and a thread: as little between the two as a pipe has between processes."""

    name, label = "threads-simple", "simple-queue"

    def make(self) -> ByteQueue:
        made: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        return made


class ProcessQueue(Transport):
    """`multiprocessing.Queue` and a process: pickled, and written by a thread of its own."""

    name, label = "process-queue", "process-queue"
    copies = True

    def __init__(self, worker_set: WorkerSet) -> None:
        self.asked: multiprocessing.Queue[bytes | None] = multiprocessing.Queue()
        self.answered: multiprocessing.Queue[bytes | None] = multiprocessing.Queue()
        self.worker = start_process(worker_set, echo_process_queue, (self.asked, self.answered))

    def trips(self, size: int, limits: Params) -> list[int]:
        return queue_trips(self.asked, self.answered, size, limits)

    def end(self) -> None:
        self.asked.put(None)
        end_process(self.worker)
        for one in (self.asked, self.answered):
            one.close()
            one.join_thread()


class ProcessPipe(Transport):
    """`multiprocessing.Pipe` and a process: the bytes as they are."""

    name, label = "process-pipe", "process-pipe"
    copies = True

    def __init__(self, worker_set: WorkerSet) -> None:
        self.pipe, there = multiprocessing.Pipe()
        self.worker = start_process(worker_set, echo_pipe, (there,))
        there.close()

    def trips(self, size: int, limits: Params) -> list[int]:
        # An empty message would end the worker.
        payload = bytes(max(1, size))

        def trip(_number: int) -> None:
            self.pipe.send_bytes(payload)
            read_pages(self.pipe.recv_bytes())

        return time_trips(trip, limits)

    def end(self) -> None:
        self.pipe.send_bytes(b"")
        end_process(self.worker)
        self.pipe.close()


class ProcessShared(Transport):
    """`multiprocessing.shared_memory` and a process: each side wakes the other with a semaphore."""

    name, label = "process-shared", "process-shared-memory"

    def __init__(self, worker_set: WorkerSet) -> None:
        self.worker_set = worker_set

    def trips(self, size: int, limits: Params) -> list[int]:
        """Nanoseconds of each round trip; a block and a worker for each payload."""
        name = f"corelane-{os.getpid()}-{size}"
        block = shared_memory.SharedMemory(name=name, create=True, size=max(1, size))
        # Where this program ends in between, multiprocessing's own helper removes it if this cannot.
        atexit.register(block.unlink)
        memory = memory_of(block)
        asked, answered = multiprocessing.Semaphore(0), multiprocessing.Semaphore(0)
        going = multiprocessing.Value("b", 1, lock=False)
        worker = start_process(self.worker_set, echo_shared, (name, asked, answered, going))

        def trip(number: int) -> None:
            write_pages(memory, number)
            asked.release()
            if not answered.acquire(True, LIMIT):
                raise TimeoutError("the worker did not answer in shared memory")
            read_pages(memory)

        try:
            return time_trips(trip, limits)
        finally:
            going.value = 0
            asked.release()
            end_process(worker)
            block.close()
            block.unlink()
            atexit.unregister(block.unlink)


TRANSPORTS: dict[str, list[Callable[[WorkerSet], Transport]]] = {
    "threads": [ThreadQueue, ThreadSimpleQueue],
    "processes": [ProcessQueue, ProcessPipe, ProcessShared],
}
