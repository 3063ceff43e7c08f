"""Who sees what a worker writes: a name of the program, and shared memory."""

import multiprocessing
import threading
from multiprocessing import shared_memory

from .crew import Crew, figure

WRITTEN = 42

result = None


def assign():
    """As the article's second program: the worker assigns to a name of the program."""
    global result
    result = WRITTEN


def in_thread(crew):
    """What the program's name holds after a thread has assigned to it."""
    global result
    result = None

    def work():
        crew.thread_began()
        assign()

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    return result


def in_process(crew, method):
    """The same with a process."""
    global result
    result = None
    process = multiprocessing.get_context(method).Process(target=assign)
    process.start()
    crew.process_began(process)
    process.join()
    return result


def write_block(name):
    """Writes into the shared memory of that name."""
    block = shared_memory.SharedMemory(name=name)
    block.buf[0] = WRITTEN
    block.close()


def in_shared_memory(crew, method):
    """What memory that was made to be shared holds after a process has written into it."""
    block = shared_memory.SharedMemory(create=True, size=1)
    try:
        process = multiprocessing.get_context(method).Process(
            target=write_block, args=(block.name,)
        )
        process.start()
        crew.process_began(process)
        process.join()
        return block.buf[0]
    finally:
        block.close()
        block.unlink()


def probe(params, say, _folder):
    """Quantity `seen`: 1 where the program sees what its worker wrote; `note` is what it sees."""
    crew = Crew(say)
    ways = [("threads", "threads, a name", "python-threads", lambda: in_thread(crew))]
    for method in multiprocessing.get_all_start_methods():
        ways.append(
            (
                f"processes-{method}",
                f"processes ({method}), a name",
                "python-processes",
                lambda method=method: in_process(crew, method),
            )
        )
    ways.append(
        (
            "processes-shared",
            "processes, shared_memory",
            "python-processes",
            lambda: in_shared_memory(crew, None),
        )
    )
    figures = []
    for way, label, strategy, write in ways:
        seen = [write() for _ in range(params["repeats"])]
        values = [int(value == WRITTEN) for value in seen]
        figures.append(
            figure("seen", way, label, strategy, "yes", values, note=f"the program sees {seen[-1]}")
        )
    say({"type": "figures", "figures": figures})
