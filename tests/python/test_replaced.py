"""What own code has replaced in the standard library: it is there again while own code does not run, or named."""

from __future__ import annotations

import unittest

from helpers import run_program

START = """
import sys, struct, threading, signal, weakref
import multiprocessing.connection
import corelane.strategies.pools, corelane.strategies.pool_worker
from corelane.record.replaced import Mended, Theirs, as_theirs, changed, find_gone, keep_library, names_replaced, replaced_hint
keep_library()
def call():
    return struct.pack
pack, Connection = struct.pack, multiprocessing.connection.Connection
"""


class Replaced(unittest.TestCase):
    """`keep_library`, and what follows."""

    def expect(self, text: str, said: str) -> None:
        """Runs a program after `START`, which prints this."""
        ended = run_program(START + text)
        self.assertEqual((ended.stderr, ended.stdout), ("", said))

    def test_names_nothing_where_nothing_is_replaced(self) -> None:
        self.expect("find_gone(); print(names_replaced() == '', as_theirs(call) is call)", "True True\n")

    def test_gives_own_code_what_it_has_left_while_it_runs(self) -> None:
        self.expect(
            """
struct.pack = None
find_gone()
print(struct.pack is pack, as_theirs(call)(), struct.pack is pack)
with Theirs():
    with Theirs():
        pass
    print(struct.pack)
    with Mended():
        print(struct.pack is pack)
    struct.pack = 7
print(struct.pack is pack, as_theirs(call)(), names_replaced())
""",
            "True None True\nNone\nTrue\nTrue 7 struct.pack\n",
        )

    def test_takes_what_is_deleted_and_what_a_class_has(self) -> None:
        self.expect(
            """
send = Connection.send
del struct.pack
Connection.send = None
signal.SIG_DFL = None
find_gone()
print(struct.pack is pack, Connection.send is send, signal.SIG_DFL is not None)
with Theirs():
    print(hasattr(struct, "pack"), Connection.send, signal.SIG_DFL)
print(names_replaced())
""",
            "True True True\nFalse None None\n"
            "struct.pack, signal.SIG_DFL, multiprocessing.connection.Connection.send\n",
        )

    def test_leaves_what_still_can_be_called_and_names_it(self) -> None:
        self.expect(
            """
struct.pack = max
sys.stdout_before, sys.stdin = sys.stdout, None
find_gone()
print(struct.pack is max, sys.stdin, names_replaced())
try:
    multiprocessing.connection.Pipe()[0].send(1)
except TypeError as error:
    print(replaced_hint(error))
try:
    struct.pack(1)
except TypeError as error:
    print(replaced_hint(error) == "")
""",
            "True None struct.pack\n"
            " (own code has replaced struct.pack, which Python's library needs: replace it in your own modules only)\n"
            "True\n",
        )


if __name__ == "__main__":
    unittest.main()
