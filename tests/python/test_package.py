"""The package as a whole: what it loads, and that every function says its types."""

from __future__ import annotations

import ast
import os
import unittest
from typing import Iterator, Union

from helpers import SOURCE, run_program

Function = Union[ast.FunctionDef, ast.AsyncFunctionDef]


def functions() -> Iterator[tuple[str, Function]]:
    """Every function of the package, with where it stands."""
    for folder, _, files in os.walk(SOURCE):
        for file in files:
            if not file.endswith(".py"):
                continue
            path = os.path.join(folder, file)
            with open(path, encoding="utf-8") as source:
                tree = ast.parse(source.read())
            for node in ast.walk(tree):
                if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                    yield f"{os.path.relpath(path, SOURCE)}:{node.lineno} {node.name}", node


class Package(unittest.TestCase):
    """Rules that every file keeps."""

    def test_every_function_is_annotated(self) -> None:
        bare: list[str] = []
        for place, node in functions():
            given = node.args.args + node.args.kwonlyargs + [node.args.vararg, node.args.kwarg]
            missing = [one.arg for one in given if one and one.annotation is None and one.arg not in ("self", "cls")]
            if missing or node.returns is None:
                bare.append(place)
        self.assertEqual(bare, [])
        self.assertGreater(sum(1 for _ in functions()), 200)

    def test_an_agent_loads_nothing_for_its_types(self) -> None:
        text = """
        import sys
        before = set(sys.modules)
        import corelane.agent
        new = set(sys.modules) - before
        wire = {"corelane.wire.messages", "corelane.wire.probe_messages"}
        print(sorted(new & (wire | {"typing", "dataclasses", "corelane.shapes", "asyncio"})))
        """
        ended = run_program(text)
        self.assertEqual((ended.stderr, ended.stdout.strip()), ("", "[]"))


if __name__ == "__main__":
    unittest.main()
