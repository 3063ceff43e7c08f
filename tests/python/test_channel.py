"""The channel to the engine: one JSON object per line, on two descriptors that nobody else gets."""

from __future__ import annotations

import json
import os
import threading
import unittest
from unittest import mock

from corelane.wire import channel
from helpers import run_program


class Descriptors(unittest.TestCase):
    """What own code has closed, or put another file in the place of."""

    def test_are_lost_when_closed_and_when_another_file_has_the_number(self) -> None:
        one, other = os.pipe()
        files = channel.open_files()
        self.assertTrue({one, other} <= set(files) and min(files) > 2)
        self.assertFalse(channel.is_any_lost(files))
        with open(os.devnull, "wb") as null:
            os.close(other)
            self.assertTrue(channel.is_any_lost(files))
            os.dup2(null.fileno(), other)
            self.assertTrue(channel.is_any_lost(files))
        os.close(one)
        os.close(other)


class Framing(unittest.TestCase):
    """Lines in, lines out."""

    def setUp(self) -> None:
        given, self.engine_says = os.pipe()
        self.engine_hears, said = os.pipe()
        with mock.patch.object(channel, "GIVEN_TO_HEAR", given), mock.patch.object(channel, "GIVEN_TO_SAY", said):
            self.channel = channel.Channel()
        self.addCleanup(os.close, self.engine_hears)
        self.addCleanup(self.channel.close)

    def say(self, *parts: bytes) -> None:
        """Writes what the engine says, then ends it."""
        for part in parts:
            os.write(self.engine_says, part)
        os.close(self.engine_says)

    def test_a_message_for_each_line_however_they_are_cut(self) -> None:
        self.say(b'{"type": "a"}\n{"ty', b'pe": "b"}\n', '{"type": "ü"}\n'.encode())
        self.assertEqual([message["type"] for message in self.channel.messages()], ["a", "b", "ü"])

    def test_a_line_that_is_not_whole_is_no_message(self) -> None:
        self.say(b'{"type": "a"}\n{"type": "b"}')
        self.assertEqual(list(self.channel.messages()), [{"type": "a"}])

    def test_a_message_longer_than_a_pipe_arrives_whole(self) -> None:
        os.close(self.engine_says)
        message = {"type": "note", "text": "x" * 300_000}
        heard: list[bytes] = []

        def hear() -> None:
            while not heard or not heard[-1].endswith(b"\n"):
                heard.append(os.read(self.engine_hears, 65536))

        reader = threading.Thread(target=hear)
        reader.start()
        self.channel.send(message)
        reader.join(30)
        self.assertEqual(json.loads(b"".join(heard)), message)

    def test_serves_until_it_is_told_to_end(self) -> None:
        self.say(b'{"type": "a"}\n{"type": "leave"}\n{"type": "b"}\n')
        seen: list[str] = []

        def receive(message: dict[str, str]) -> bool:
            seen.append(message["type"])
            return message["type"] != "leave"

        self.channel.serve(receive, self.fail)
        self.assertEqual(seen, ["a", "leave"])

    def test_goes_on_after_a_message_that_failed(self) -> None:
        self.say(b'{"type": "a"}\n{"type": "b"}\n')
        seen: list[str] = []
        failed: list[BaseException] = []

        def receive(message: dict[str, str]) -> bool:
            seen.append(message["type"])
            if message["type"] == "a":
                raise SystemExit(3)
            return True

        self.channel.serve(receive, failed.append)
        self.assertEqual(seen, ["a", "b"])
        self.assertEqual([type(error) for error in failed], [SystemExit])

    def test_what_is_not_to_be_caught_is_raised(self) -> None:
        self.say(b'{"type": "a"}\n')

        def receive(_message: object) -> bool:
            raise SystemExit(3)

        with self.assertRaises(SystemExit):
            self.channel.serve(receive, lambda error: self.fail(str(error)), Exception)


@unittest.skipIf(os.name == "nt", "descriptors are passed on by their numbers on POSIX only")
class Lost(unittest.TestCase):
    """A program whose channel is not there any more."""

    program = """
        import os, sys
        from corelane.wire import channel
        channel.GIVEN_TO_HEAR, channel.GIVEN_TO_SAY = int(sys.argv[1]), int(sys.argv[2])
        made = channel.Channel()
        """

    def run_with_pipes(self, text: str) -> tuple[int, str]:
        """The exit code of a program with a channel, and what the engine has heard of it."""
        given, engine_says = os.pipe()
        engine_hears, said = os.pipe()
        try:
            ended = run_program(self.program + text, [str(given), str(said)], pass_fds=(given, said))
            os.close(said)
            said = -1
            return ended.returncode, os.read(engine_hears, 65536).decode()
        finally:
            for one in (given, engine_says, engine_hears, said):
                if one >= 0:
                    os.close(one)

    def test_ends_with_a_code_that_the_engine_knows_where_own_code_closed_it(self) -> None:
        code, heard = self.run_with_pipes("os.closerange(5, 256); made.send({'type': 'a'})")
        self.assertEqual((code, heard), (channel.LOST, ""))

    def test_writes_nothing_into_a_file_that_has_its_number_now(self) -> None:
        text = """
        number = made._said
        os.close(number)
        os.dup2(os.open(os.devnull, os.O_WRONLY), number)
        made.send({'type': 'a'})
        """
        self.assertEqual(self.run_with_pipes(text), (channel.LOST, ""))

    def test_a_forked_process_says_nothing(self) -> None:
        text = """
        pid = os.fork()
        if pid == 0:
            made.send({'type': 'child'})
        _, status = os.waitpid(pid, 0)
        made.send({'type': 'parent', 'child': status})
        """
        code, heard = self.run_with_pipes(text)
        self.assertEqual((code, json.loads(heard)), (0, {"type": "parent", "child": 0}))

    def test_a_forked_process_does_not_keep_it_open(self) -> None:
        text = """
        pid = os.fork()
        if pid == 0:
            closed = 0
            for number in (made._heard, made._said):
                try:
                    os.fstat(number)
                except OSError:
                    closed += 1
            os._exit(closed)
        _, status = os.waitpid(pid, 0)
        made.send(status >> 8)
        """
        code, heard = self.run_with_pipes(text)
        self.assertEqual((code, json.loads(heard)), (0, 2))

    def test_its_descriptors_are_not_passed_on(self) -> None:
        text = """
        numbers = [made._heard, made._said]
        made.send([os.get_inheritable(number) for number in numbers])
        """
        code, heard = self.run_with_pipes(text)
        self.assertEqual((code, json.loads(heard)), (0, [False, False]))


if __name__ == "__main__":
    unittest.main()
