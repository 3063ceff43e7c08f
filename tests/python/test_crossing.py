"""Go and claims between processes: every chunk is claimed once, and each worker is told the end."""

from __future__ import annotations

import os
import threading
import unittest

from corelane.record.record import claimed
from corelane.strategies.strategy import Job
from corelane.wire.crossing import PipeCrossing
from corelane.wire.messages import HostSetup


def job_of(tasks: int, workers: int, chunk: int | None) -> Job:
    """A job of the empty workload."""
    setup: HostSetup = {
        "type": "setup",
        "trial": 0,
        "role": "program",
        "originNs": "0",
        "workload": {"kind": "empty", "params": {}},
        "seed": 1,
        "tasks": tasks,
        "schedule": {"kind": "static"} if chunk is None else {"kind": "dynamic", "chunk": chunk},
        "host": 0,
        "firstWorker": 0,
        "threads": 0,
        "concurrency": 1,
        "telemetry": True,
        "pace": "quiet",
        "inputs": {},
        "python": {"strategy": "processes", "workers": workers},
    }
    return Job(setup)


class Claims(unittest.TestCase):
    """The claims that a pipe holds."""

    def test_each_chunk_is_claimed_once_by_workers_in_turn(self) -> None:
        for chunk in (1, 4, 100):
            # More claims than a pipe holds, so that the feed must wait for the workers.
            job = job_of(20_000, 3, chunk)
            crossing = PipeCrossing(os.pipe)
            crossing.feed(job.tasks, chunk, job.workers)
            done: list[list[int]] = [[] for _ in range(job.workers)]

            def work(worker: int) -> None:
                done[worker] = list(claimed(job.tasks, chunk, crossing.far_end.take))

            threads = [threading.Thread(target=work, args=(worker,), daemon=True) for worker in range(job.workers)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join(30)
                self.assertFalse(thread.is_alive())
            self.assertEqual(sorted(task for tasks in done for task in tasks), list(range(job.tasks)))

    def test_each_worker_starts_and_leaves_once_it_is_told(self) -> None:
        crossing = PipeCrossing(os.pipe)
        started = threading.Semaphore(0)
        left = threading.Semaphore(0)

        def work() -> None:
            crossing.far_end.wait_for_start()
            started.release()
            crossing.far_end.wait_for_leave()
            left.release()

        threads = [threading.Thread(target=work, daemon=True) for _ in range(2)]
        for thread in threads:
            thread.start()
        crossing.start(1)
        self.assertTrue(started.acquire(timeout=10))
        self.assertFalse(started.acquire(blocking=False))
        crossing.start(1)
        self.assertTrue(started.acquire(timeout=10))
        crossing.leave(2)
        self.assertTrue(left.acquire(timeout=10) and left.acquire(timeout=10))
        for thread in threads:
            thread.join(10)


class Jobs(unittest.TestCase):
    """The job of a setup message."""

    def test_crosses_into_another_interpreter_as_a_text(self) -> None:
        job = job_of(10, 2, 3)
        self.assertEqual(vars(Job.from_plain(job.to_plain())), vars(job))

    def test_the_static_schedule_has_no_claims(self) -> None:
        job = job_of(10, 3, None)
        parts = [list(job.claims(worker, self.fail)) for worker in range(3)]
        self.assertEqual(parts, [[0, 1, 2], [3, 4, 5], [6, 7, 8, 9]])

    def test_a_setup_without_a_python_part_is_refused(self) -> None:
        setup: dict[str, object] = {"workload": {"kind": "empty", "params": {}}}
        with self.assertRaisesRegex(ValueError, "names no Python strategy"):
            Job(setup)  # pyright: ignore[reportArgumentType]


if __name__ == "__main__":
    unittest.main()
