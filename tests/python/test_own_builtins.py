"""Builtins of own code, and modules that it removes."""

from __future__ import annotations

import unittest

from helpers import run_program

START = """
import builtins, json, os, sys, tempfile
from corelane.own_code.own_builtins import give_own_builtins
from corelane.record.modules import keep_modules, restore_modules
"""


class Builtins(unittest.TestCase):
    """What own code replaces in `builtins`."""

    def test_is_replaced_for_its_modules_alone(self) -> None:
        ended = run_program(
            START
            + """
give_own_builtins()
give_own_builtins()
folder = tempfile.mkdtemp()
sys.path.insert(0, folder)
with open(os.path.join(folder, "mine.py"), "w") as file:
    file.write("import builtins, json\\nbuiltins.len = lambda value: 7\\nfound = len([]), json.dumps([1])\\n")
import mine
print(mine.found, len([]), builtins.len([]), sys.modules["builtins"] is mine.builtins)
"""
        )
        self.assertEqual((ended.stderr, ended.stdout), ("", "(7, '[1]') 0 0 True\n"))


class Modules(unittest.TestCase):
    """`sys.modules`, cleared."""

    def test_are_there_again(self) -> None:
        ended = run_program(
            START
            + """
import pickle
from corelane.record.faults import WorkerFault
modules = sys.modules
for clear in (modules.clear, lambda: setattr(sys, "modules", {}), lambda: modules.pop("json")):
    keep_modules()
    clear()
    restore_modules()
    print(sys.modules is modules, modules.get("json") is json, bool(pickle.dumps(WorkerFault)))
"""
        )
        # A single module is own code's affair.
        self.assertEqual((ended.stderr, ended.stdout), ("", "True True True\nTrue True True\nTrue False True\n"))


if __name__ == "__main__":
    unittest.main()
