"""A program whose engine has ended: it ends what carries the run's mark."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import unittest

from corelane.wire.orphaned import OrphanSweep, has_limit, is_marked, limit_of
from helpers import SOURCE, run_program


class Marks(unittest.TestCase):
    """Whose an environment is."""

    def test_finds_the_token_among_those_of_outer_runs_and_leaves_keepers(self) -> None:
        self.assertTrue(is_marked([b"A=1", b"CORELANE_RUN=1.a:2.b"], b"2.b"))
        self.assertTrue(is_marked([b"CORELANE_RUN=1.a:2.b"], b"1.a"))
        self.assertFalse(is_marked([b"CORELANE_RUN=1.a:2.bb"], b"2.b"))
        self.assertFalse(is_marked([b"OTHER_CORELANE_RUN=2.b"], b"2.b"))
        self.assertFalse(is_marked([b"CORELANE_RUN=2.b", b"CORELANE_KEEPER=1"], b"2.b"))

    def test_has_a_limit_of_its_token(self) -> None:
        self.assertEqual(limit_of(b"7." + b"0123456789abcde" + b"f" * 17), b"5124095576030430")
        self.assertEqual(limit_of(b"7.orphan"), b"")

    @unittest.skipUnless(sys.platform.startswith("linux"), "Linux keeps this limit")
    def test_finds_who_has_the_limit_now(self) -> None:
        program = "import resource, sys; resource.setrlimit(10, (77, -1)); print(flush=True); sys.stdin.read()"
        arguments = [sys.executable, "-S", "-c", program]
        with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as marked:
            assert marked.stdin is not None and marked.stdout is not None
            marked.stdout.readline()
            self.assertTrue(has_limit(str(marked.pid), b"77"))
            self.assertFalse(has_limit(str(marked.pid), b"7"))
            self.assertFalse(has_limit(str(marked.pid), b""))
            marked.kill()
            # It has ended, and nobody has waited for it yet.
            os.waitid(os.P_PID, marked.pid, os.WEXITED | os.WNOWAIT)
            self.assertFalse(has_limit(str(marked.pid), b"77"))


@unittest.skipIf(os.name == "nt", "Windows shows no environment but the own")
class Orphan(unittest.TestCase):
    """Whose starter is there, or not."""

    def test_is_none_while_its_starter_lives(self) -> None:
        self.assertFalse(OrphanSweep().is_orphan())

    def test_ends_nobody_without_a_mark(self) -> None:
        ended = run_program(
            """
            import os
            os.environ.pop("CORELANE_RUN", None)
            from corelane.wire.orphaned import OrphanSweep
            OrphanSweep().sweep()
            print("there")
            """
        )
        self.assertEqual((ended.returncode, ended.stdout), (0, "there\n"))

    def test_ends_what_carries_the_mark_and_then_itself(self) -> None:
        self.expect_end("list(made.messages())")

    def test_ends_whatever_it_does(self) -> None:
        self.expect_end("made.end_with_engine(); time.sleep(60)")
        self.expect_end("made.end_with_engine()\nwhile True: pass")

    def expect_end(self, text: str) -> None:
        """Kills the starter of a program that does this, and waits for the end of all that it started."""
        # As Node.js, the starter gives the program two sockets and is gone; a helper holds its output open.
        program = f"""
import os, subprocess, sys, time
sys.path.append({SOURCE!r})
from corelane.wire.channel import Channel
import corelane.wire.channel as channel
channel.GIVEN_TO_HEAR, channel.GIVEN_TO_SAY = int(sys.argv[1]), int(sys.argv[2])
made = Channel()
subprocess.Popen(["sleep", "60"])
print("started", flush=True)
{text}
"""
        starter = """
import os, socket, subprocess, sys, time
(hear, say), engine = zip(socket.socketpair(), socket.socketpair())
env = {**os.environ, "CORELANE_RUN": f"{os.getpid()}.orphan"}
args = [sys.executable, "-S", "-B", "-c", sys.argv[1], str(hear.fileno()), str(say.fileno())]
subprocess.Popen(args, pass_fds=(hear.fileno(), say.fileno()), env=env)
time.sleep(60)
"""
        # Nobody else's output: it ends when the last who has it does.
        with subprocess.Popen([sys.executable, "-S", "-c", starter, program], stdout=subprocess.PIPE) as started:
            assert started.stdout is not None
            self.assertEqual(started.stdout.readline(), b"started\n")
            started.kill()
            from_s = time.monotonic()
            self.assertEqual(started.stdout.read(), b"")
            self.assertLess(time.monotonic() - from_s, 30)


if __name__ == "__main__":
    unittest.main()
