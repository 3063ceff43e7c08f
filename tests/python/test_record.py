"""A worker's record: its columns, and which tasks a worker does."""

from __future__ import annotations

import unittest

from corelane.record.record import Counter, Record, claimed, equal_part, run_tasks


class Columns(unittest.TestCase):
    """Rows of finished tasks."""

    def test_a_row_for_each_task_in_order(self) -> None:
        record = Record(2)
        run_tasks(lambda task: task * 10, [4, 1, 7], record)
        task, start_ns, end_ns, checksum = record.take()
        self.assertEqual(task, [4, 1, 7])
        self.assertEqual(checksum, [40, 10, 70])
        self.assertTrue(all(start <= end for start, end in zip(start_ns, end_ns)))
        self.assertTrue(all(end <= start for end, start in zip(end_ns, start_ns[1:])))
        self.assertIsNone(record.open)

    def test_rows_are_taken_once(self) -> None:
        record = Record(0)
        record.add(([0, 1], [5, 6], [7, 8], [9, 10]))
        self.assertEqual(record.take(), ([0, 1], [5, 6], [7, 8], [9, 10]))
        self.assertEqual(record.take(), ([], [], [], []))
        record.add(([2], [11], [12], [13]))
        self.assertEqual(record.take(), ([2], [11], [12], [13]))
        self.assertEqual(record.task, [0, 1, 2])

    def test_a_row_without_its_checksum_does_not_count_yet(self) -> None:
        record = Record(0)
        record.task.append(3)
        record.start_ns.append(1)
        record.end_ns.append(2)
        self.assertEqual(record.take(), ([], [], [], []))
        record.checksum.append(4)
        self.assertEqual(record.take(), ([3], [1], [2], [4]))

    def test_the_task_that_fails_stays_open(self) -> None:
        record = Record(0)

        def run(task: int) -> int:
            if task == 1:
                raise ValueError("no")
            return 0

        with self.assertRaises(ValueError):
            run_tasks(run, range(3), record)
        self.assertEqual(record.open, 1)
        self.assertEqual(record.take()[0], [0])


class Shares(unittest.TestCase):
    """The tasks of each worker."""

    def test_static_parts_are_all_tasks_once(self) -> None:
        for tasks in (1, 2, 7, 16):
            for workers in (1, 2, 3, 8):
                parts = [equal_part(tasks, worker, workers) for worker in range(workers)]
                self.assertEqual([task for part in parts for task in part], list(range(tasks)))
                lengths = [len(part) for part in parts]
                self.assertLessEqual(max(lengths) - min(lengths), 1)

    def test_claims_are_all_tasks_once_whoever_takes_them(self) -> None:
        for chunk in (1, 3, 10):
            counter = Counter()
            workers = [claimed(10, chunk, counter.take) for _ in range(3)]
            done: list[int] = []
            while workers:
                for one in list(workers):
                    task = next(one, None)
                    if task is None:
                        workers.remove(one)
                    else:
                        done.append(task)
            self.assertEqual(sorted(done), list(range(10)))


if __name__ == "__main__":
    unittest.main()
