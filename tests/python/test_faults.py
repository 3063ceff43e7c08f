"""How what goes wrong is told: a message of one line, the same for every strategy."""

from __future__ import annotations

import errno
import pickle
import signal
import unittest

from corelane.record.faults import InStage, WorkerFault, ended_early, fault_of, text_of
from corelane.wire.channel import LOST


class Faults(unittest.TestCase):
    """Exceptions as fault messages."""

    def test_says_what_was_raised_by_whom_in_which_task(self) -> None:
        try:
            raise ValueError("no")
        except ValueError as error:
            fault = fault_of(error, 2, 5)
        self.assertEqual((fault["kind"], fault["message"]), ("threw", "ValueError: no"))
        self.assertEqual((fault.get("worker"), fault.get("task")), (2, 5))
        self.assertIn("test_faults.py", fault.get("stack", ""))

    def test_says_the_stage_instead_of_a_task(self) -> None:
        failed = InStage("setup")
        failed.__cause__ = KeyError("missing")
        fault = fault_of(failed, None, 5)
        self.assertEqual((fault["message"], fault.get("stage"), fault.get("task")), ("KeyError: 'missing'", "setup", None))

    def test_a_call_of_exit_is_a_call(self) -> None:
        for code, call, exit_code in ((None, "sys.exit()", 0), (3, "sys.exit(3)", 3), ("no", "sys.exit('no')", 1)):
            fault = fault_of(SystemExit(code), None, None)
            self.assertEqual((fault["kind"], fault["message"], fault.get("exitCode")), ("called", call, exit_code))

    def test_a_long_text_keeps_both_ends(self) -> None:
        text = text_of(ValueError("a" * 5_000 + "z" * 5_000))
        self.assertLess(len(text), 2_100)
        self.assertTrue(text.startswith("ValueError: aaa") and text.endswith("zzz"))

    def test_an_exception_without_a_text_is_told(self) -> None:
        class Silent(Exception):
            def __str__(self) -> str:
                raise RuntimeError("no text")

        self.assertEqual(text_of(Silent()), "Silent: (its text can't be made: __str__ fails)")

    def test_what_it_was_raised_from_is_told_and_the_root_of_a_long_chain(self) -> None:
        error: BaseException = OSError("the root")
        for layer in range(8, 0, -1):
            around = ValueError(f"layer {layer}")
            around.__cause__ = error
            error = around
        layers = ", because: ".join(f"ValueError: layer {layer}" for layer in range(1, 5))
        self.assertEqual(text_of(error), f"{layers}, because: OSError: the root")

    def test_causes_in_a_circle_are_told_once(self) -> None:
        first, second = ValueError("first"), KeyError("second")
        first.__cause__, second.__cause__ = second, first
        self.assertEqual(text_of(first), "ValueError: first, because: KeyError: 'second'")

    def test_a_group_within_itself_is_told(self) -> None:
        class Group(Exception):
            exceptions: tuple[BaseException, ...] = ()

        inner, group = ValueError("inner"), Group("group")
        group.exceptions = (inner, group)
        inner.__cause__ = group
        text = text_of(group)
        self.assertTrue(text.startswith("Group: group: ValueError: inner, because: Group: group"), text)
        self.assertLess(len(text), 2_100)

    def test_what_can_not_be_read_of_an_exception_is_left_out(self) -> None:
        class Hides(Exception):
            def __getattribute__(self, name: str) -> object:
                if name in ("__cause__", "exceptions"):
                    raise RuntimeError("not for you")
                return super().__getattribute__(name)

        self.assertEqual(text_of(Hides("seen")), "Hides: seen")

    def test_a_known_cause_has_its_remedy(self) -> None:
        fault = fault_of(OSError(errno.EMFILE, "Too many open files"), None, None)
        self.assertIn("ulimit -n", fault["message"])

    def test_crosses_processes_with_its_place_in_a_pool(self) -> None:
        sent = WorkerFault(fault_of(ValueError("no"), None, 1), (10, 11))
        got = pickle.loads(pickle.dumps(sent))
        self.assertEqual((got.fault, got.by), (sent.fault, (10, 11)))


class Ends(unittest.TestCase):
    """Processes that ended too early."""

    @unittest.skipUnless(hasattr(signal, "SIGKILL"), "this system has no SIGKILL")
    def test_by_a_signal(self) -> None:
        fault = ended_early(1, 10, -signal.SIGKILL)
        self.assertEqual((fault.get("signal"), fault["message"]), ("SIGKILL", "its process was killed by SIGKILL"))

    def test_by_an_exit_code(self) -> None:
        fault = ended_early(None, 10, 3)
        self.assertEqual((fault.get("exitCode"), fault.get("worker")), (3, None))

    def test_by_the_loss_of_its_channel(self) -> None:
        self.assertIn("closed a file descriptor", ended_early(1, 10, LOST)["message"])


if __name__ == "__main__":
    unittest.main()
