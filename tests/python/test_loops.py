"""The event loop of own code: one that was never used needs nothing to be closed."""

from __future__ import annotations

import unittest

from helpers import run_program


class Loops(unittest.TestCase):
    """`OwnLoop` of work that awaits nothing."""

    def test_closing_one_that_was_never_used_imports_nothing(self) -> None:
        done = run_program(
            """
            from corelane.own_code.loops import OwnLoop
            before = set(sys.modules)
            OwnLoop().close()
            print(sorted(set(sys.modules) - before))
            """
        )
        self.assertEqual((done.stdout, done.stderr), ("[]\n", ""))


if __name__ == "__main__":
    unittest.main()
