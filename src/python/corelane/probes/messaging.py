"""How long a payload takes to a worker and back, by its size and by the way it goes."""

import atexit
import multiprocessing
import os
import queue
import threading
from multiprocessing import shared_memory
from multiprocessing.connection import wait

from .crew import Crew, figure
from .trips import LIMIT, read_pages, shared_room, time_trips, write_pages


def leave_with_parent():
    """Ends this process when the one that started it is gone; that costs nothing until then."""
    sentinel = multiprocessing.parent_process().sentinel

    def leave():
        wait([sentinel])
        os._exit(1)

    threading.Thread(target=leave, daemon=True).start()


def start_process(crew, target, args):
    """A process of the probe, told to the engine."""
    process = multiprocessing.Process(target=target, args=args, daemon=True)
    process.start()
    crew.process_began(process)
    return process


def end_process(process):
    """Waits for a process that has been told to end; makes it end where it does not."""
    process.join(LIMIT)
    if process.is_alive():
        process.kill()
        process.join()


def echo_queue(asked, answered):
    """The worker of both queues: `None` ends it."""
    while True:
        payload = asked.get()
        if payload is None:
            return
        read_pages(payload)
        answered.put(payload)


def echo_process_queue(asked, answered):
    """The worker of a queue between processes."""
    leave_with_parent()
    echo_queue(asked, answered)


def echo_pipe(pipe):
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


def echo_shared(name, asked, answered, going):
    """The worker of shared memory: reads and writes in place whenever it is asked."""
    leave_with_parent()
    block = shared_memory.SharedMemory(name=name)
    try:
        while asked.acquire(True, LIMIT) and going.value:
            write_pages(block.buf, read_pages(block.buf))
            answered.release()
    finally:
        block.close()


class Queue:
    """`queue.Queue` and a thread: a reference is handed over, nothing is copied."""

    name, label, strategy = "queue", "thread, queue.Queue (a reference)", "python-threads"
    make = queue.Queue

    def __init__(self, crew):
        self.asked, self.answered = self.make(), self.make()

        def work():
            crew.thread_began()
            echo_queue(self.asked, self.answered)

        self.worker = threading.Thread(target=work, daemon=True)
        self.worker.start()

    def trips(self, size, limits):
        """Nanoseconds of each round trip."""
        payload = bytes(size)

        def trip(_number):
            self.asked.put(payload)
            read_pages(self.answered.get())

        return time_trips(trip, limits)

    def end(self):
        """Lets the worker go."""
        self.asked.put(None)
        self.worker.join(LIMIT)


class SimpleQueue(Queue):
    """`queue.SimpleQueue` and a thread: as little between the two as a pipe has between processes."""

    name, label = "threads-simple", "thread, queue.SimpleQueue (a reference)"
    make = queue.SimpleQueue


class ProcessQueue:
    """`multiprocessing.Queue` and a process: pickled, and written by a thread of its own."""

    name, label = "process-queue", "process, multiprocessing.Queue"
    strategy = "python-processes"
    trips = Queue.trips

    def __init__(self, crew):
        self.asked, self.answered = multiprocessing.Queue(), multiprocessing.Queue()
        self.worker = start_process(crew, echo_process_queue, (self.asked, self.answered))

    def end(self):
        """Lets the worker go."""
        self.asked.put(None)
        end_process(self.worker)
        for one in (self.asked, self.answered):
            one.close()
            one.join_thread()


class ProcessPipe:
    """`multiprocessing.Pipe` and a process: the bytes as they are."""

    name, label = "process-pipe", "process, multiprocessing.Pipe"
    strategy = "python-processes"

    def __init__(self, crew):
        self.pipe, there = multiprocessing.Pipe()
        self.worker = start_process(crew, echo_pipe, (there,))
        there.close()

    def trips(self, size, limits):
        """Nanoseconds of each round trip."""
        # An empty message would end the worker.
        payload = bytes(max(1, size))

        def trip(_number):
            self.pipe.send_bytes(payload)
            read_pages(self.pipe.recv_bytes())

        return time_trips(trip, limits)

    def end(self):
        """Lets the worker go."""
        self.pipe.send_bytes(b"")
        end_process(self.worker)
        self.pipe.close()


class ProcessShared:
    """`multiprocessing.shared_memory` and a process: each side wakes the other with a semaphore."""

    name, label = "process-shared", "process, shared_memory"
    strategy = "python-processes"

    def __init__(self, crew):
        self.crew = crew

    def trips(self, size, limits):
        """Nanoseconds of each round trip; a block and a worker for each payload."""
        name = f"corelane-{os.getpid()}-{size}"
        block = shared_memory.SharedMemory(name=name, create=True, size=max(1, size))
        # Where this program ends in between, multiprocessing's own helper removes it if this cannot.
        atexit.register(block.unlink)
        asked, answered = multiprocessing.Semaphore(0), multiprocessing.Semaphore(0)
        going = multiprocessing.Value("b", 1, lock=False)
        worker = start_process(self.crew, echo_shared, (name, asked, answered, going))

        def trip(number):
            write_pages(block.buf, number)
            asked.release()
            if not answered.acquire(True, LIMIT):
                raise TimeoutError("the worker did not answer in shared memory")
            read_pages(block.buf)

        try:
            return time_trips(trip, limits)
        finally:
            going.value = 0
            asked.release()
            end_process(worker)
            block.close()
            block.unlink()
            atexit.unregister(block.unlink)

    def end(self):
        """Nothing is left to end."""


WAYS = {"threads": [Queue, SimpleQueue], "processes": [ProcessQueue, ProcessPipe, ProcessShared]}


# Ways that move the payload; the others hand over a reference, which has no bandwidth.
COPIES = ("process-queue", "process-pipe")


def figures_of(way, size, times):
    """What round trips of one payload come to."""
    of = (way.name, way.label, way.strategy)
    figures = [figure("round-trip", *of, "ns", times, x=size)]
    if size > 0 and way.name in COPIES:
        values = [2 * size / (ns / 1e9) for ns in times]
        figures.append(figure("bandwidth", *of, "bytes/s", values, x=size))
    return figures


def has_room(way, size, say):
    """Whether the payload fits; where it does not, that is said."""
    room = shared_room()
    if way.name != "process-shared" or room is None or room > 2 * size:
        return True
    say({"type": "note", "text": f"{size} bytes are too many for the shared memory there is."})
    return False


def probe(params, say, _folder):
    """Quantities by payload: `round-trip`, and `bandwidth` with both directions counted."""
    crew = Crew(say)
    for make in WAYS[params["kind"]]:
        way = make(crew)
        try:
            # The first round trips of a way are slow whatever they carry.
            way.trips(params["payloads"][0], params)
            for size in params["payloads"]:
                if has_room(way, size, say):
                    times = way.trips(size, params)
                    say({"type": "figures", "figures": figures_of(way, size, times)})
        finally:
            way.end()
