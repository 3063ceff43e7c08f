"""The event loop of own code."""

from __future__ import annotations

import unittest

from helpers import run_program


class Closing(unittest.TestCase):
    """At the end of a teardown, whose time is limited."""

    def test_loads_nothing_where_there_was_no_loop(self) -> None:
        text = """
        import sys
        from corelane.own_code.loops import OwnLoop
        OwnLoop().close()
        print("asyncio" in sys.modules)
        """
        ended = run_program(text)
        self.assertEqual((ended.stderr, ended.stdout), ("", "False\n"))


if __name__ == "__main__":
    unittest.main()
