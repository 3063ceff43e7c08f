"""The standard library stays where it is for the processes that `multiprocessing` starts."""

from __future__ import annotations

import unittest

from helpers import FolderCase, run_program

PROGRAM = """
    import os
    os.chdir(sys.argv[1])
    sys.path[:] = [one for one in sys.path if one]
    from corelane.own_code.standard import keep_in_children
    keep_in_children()
    import multiprocessing
    for method in ("spawn", "forkserver"):
        child = multiprocessing.get_context(method).Process(target=os.write, args=(1, method.encode()))
        child.start()
        child.join()
        print(child.exitcode, flush=True)
"""


class CurrentFolder(FolderCase):
    """A process is started in a folder that has files with names of the standard library."""

    def test_children_do_not_load_its_files(self) -> None:
        for name in ("multiprocessing", "signal", "pickle", "types"):
            self.write(f"{name}.py", 'raise RuntimeError("not for you")\n')
        done = run_program(PROGRAM, [self.folder])
        self.assertEqual((done.stdout.split(), done.stderr), (["spawn0", "forkserver0"], ""))


if __name__ == "__main__":
    unittest.main()
