"""What own code does to its process: leaves it, or leaves something in it."""

from __future__ import annotations

import json
import threading
import time
import unittest
from multiprocessing.process import current_process

from corelane.record.endings import kept_alive
from corelane.record.watchdog import Watchdog
from helpers import run_program

START = """
import json, os, threading
from corelane.record import endings
from corelane.record.record import Record
endings.TOLD_S = 0
endings.GRACE_S = 0.05
endings.this_process.file = "work.py"
say = lambda value: print(json.dumps(value), flush=True)
"""


class Exits(unittest.TestCase):
    """`os._exit`, called by own code."""

    def test_is_reported_with_its_task_before_it_ends_the_process(self) -> None:
        ended = run_program(
            START
            + """
endings.here.worker, endings.here.record = 1, Record(1)
endings.here.record.open = 7
endings.watch_exits(say)
os._exit(300)
"""
        )
        fault = {"type": "fault", "kind": "called", "message": "os._exit(300)", "exitCode": 44, "worker": 1, "task": 7}
        self.assertEqual(json.loads(ended.stdout), fault)
        self.assertEqual(ended.returncode, 44)

    def test_by_a_hook_at_the_end_of_an_interpreter_does_not_end_the_process(self) -> None:
        ended = run_program(
            START
            + """
endings.this_process.apart = True
endings.watch_exits(say)
try:
    os._exit(7)
except endings.Called as called:
    say(str(called))
"""
        )
        self.assertEqual((ended.stdout.strip(), ended.returncode), ('"os._exit(7)"', 0))

    def test_is_no_end_in_a_teardown(self) -> None:
        ended = run_program(
            START
            + """
endings.watch_exits(say)
endings.here.stage = "teardown"
try:
    os._exit(3)
except endings.Called as called:
    say(endings.failed_teardown(called))
"""
        )
        self.assertEqual(json.loads(ended.stdout), "teardown of work.py called os._exit(3)")
        self.assertEqual(ended.returncode, 0)

    def test_by_a_signal_is_no_end_in_a_teardown_either(self) -> None:
        for call, told in (
            ("os.kill(os.getpid(), 9)", "os.kill(os.getpid(), SIGKILL)"),
            ("os.kill(0, 15)", "os.kill(os.getpid(), SIGTERM)"),
            ("os.abort()", "os.abort()"),
        ):
            ended = run_program(
                START
                + f"""
endings.watch_exits(say)
endings.here.stage = "teardown"
try:
    {call}
except endings.Called as called:
    say(endings.failed_teardown(called))
"""
            )
            self.assertEqual(json.loads(ended.stdout), f"teardown of work.py called {told}")

    def test_asking_whether_a_process_lives_is_none(self) -> None:
        for stage in ("setup", "teardown"):
            ended = run_program(
                START
                + f"""
endings.watch_exits(say)
endings.here.stage = "{stage}"
os.kill(os.getpid(), 0)
try:
    os.kill(os.getpid(), 4000)
except OSError:
    say("no such signal")
"""
            )
            self.assertEqual((ended.stdout, ended.stderr), ('"no such signal"\n', ""))

    def test_of_no_task_is_the_programs_own(self) -> None:
        ended = run_program(START + "endings.watch_exits(say)\nos._exit(5)\n")
        self.assertEqual((ended.stdout, ended.returncode), ("", 5))


class Left(unittest.TestCase):
    """What own code leaves in its process."""

    def test_a_thread_that_ended_with_an_exception_is_a_note(self) -> None:
        ended = run_program(
            START
            + """
endings.watch_threads("/somewhere/work.py")
hook = threading.excepthook
endings.watch_threads("/somewhere/work.py")
assert threading.excepthook is hook
def fail():
    raise ValueError("no")
for _ in range(2):
    # Twice the same is one note.
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
say(endings.take_notes())
say(endings.take_notes())
"""
        )
        first, second = ended.stdout.splitlines()
        self.assertEqual(json.loads(first), ["a thread that work.py started ended with ValueError: no"])
        self.assertEqual(json.loads(second), [])
        self.assertNotIn("AssertionError", ended.stderr)

    def test_a_thread_that_goes_on_is_named_and_a_workers_own_is_not(self) -> None:
        ended = run_program(
            START
            + """
going = threading.Event()
stray = threading.Thread(target=going.wait, name="poller")
own = endings.worker_thread(going.wait, ())
daemon = threading.Thread(target=going.wait, daemon=True)
for thread in (stray, own, daemon):
    thread.start()
say(endings.leftovers())
going.set()
stray.join()
say(endings.leftovers())
"""
        )
        first, second = ended.stdout.splitlines()
        sentence = "something in work.py kept the process alive after its last result: thread “poller”"
        self.assertEqual(json.loads(first), sentence)
        self.assertIsNone(json.loads(second))

    def test_nothing_left_is_no_sentence(self) -> None:
        self.assertIsNone(kept_alive([], []))

    def test_what_is_left_is_named_without_the_numbers_of_one_trial(self) -> None:
        one = kept_alive(["Thread-1 (poll)", "Thread-2 (poll)", "keeper-7", "Thread-5"], [current_process()] * 2)
        other = kept_alive(["keeper-8", "Thread-7", "Thread-3 (poll)", "Thread-4 (poll)"], [current_process()] * 2)
        self.assertEqual(one, other)
        self.assertIn(": thread “Thread”, thread “keeper”, 2 threads “poll”, 2 processes", str(one))
        self.assertIn(": thread “9”, a process", str(kept_alive(["9"], [current_process()])))


class Dog(unittest.TestCase):
    """The watchdog."""

    def test_acts_when_nobody_cancels(self) -> None:
        acted = threading.Event()
        Watchdog(0, acted.set)
        self.assertTrue(acted.wait(10))

    def test_does_nothing_once_it_is_cancelled(self) -> None:
        acted = threading.Event()
        dog = Watchdog(0.1, acted.set)
        dog.cancel()
        time.sleep(0.3)
        self.assertFalse(acted.is_set())


if __name__ == "__main__":
    unittest.main()
