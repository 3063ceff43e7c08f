"""What the tests share: programs of their own, and folders with files."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import textwrap
import unittest
from typing import Mapping, Sequence

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "src", "python")


def run_program(
    text: str, args: Sequence[str] = (), env: Mapping[str, str] | None = None, pass_fds: Sequence[int] = ()
) -> subprocess.CompletedProcess[str]:
    """Runs a program in a Python of its own, which finds the package and nothing else beside the standard library."""
    start = f"import sys; sys.path.append({SOURCE!r})\n"
    return subprocess.run(
        [sys.executable, "-S", "-B", "-c", start + textwrap.dedent(text), *args],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        timeout=60,
        env={**os.environ, **(env or {})},
        pass_fds=pass_fds,
        check=False,
    )


class FolderCase(unittest.TestCase):
    """A test with a folder of its own, which is gone afterwards."""

    def setUp(self) -> None:
        made = tempfile.TemporaryDirectory()
        self.addCleanup(made.cleanup)
        self.folder = os.path.realpath(made.name)

    def write(self, path: str, text: str = "") -> str:
        """Writes a file below the folder; its whole path."""
        whole = os.path.join(self.folder, *path.split("/"))
        os.makedirs(os.path.dirname(whole), exist_ok=True)
        with open(whole, "w", encoding="utf-8") as file:
            file.write(text)
        return whole
