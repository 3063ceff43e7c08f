"""The checksum of what a task returned: by value, whatever the process and its hash seed."""

from __future__ import annotations

import sys
import unittest
from typing import Callable, NamedTuple

from corelane.workloads.checksums import checksum
from helpers import run_program


class Pair(NamedTuple):
    """A tuple with names counts as a tuple."""

    left: int
    right: int


class Values(unittest.TestCase):
    """Equal values have equal checksums, others have others."""

    def test_order_counts_in_lists_and_not_in_dicts_and_sets(self) -> None:
        self.assertNotEqual(checksum([1, 2]), checksum([2, 1]))
        self.assertEqual(checksum({"a": 1, "b": 2}), checksum({"b": 2, "a": 1}))
        self.assertEqual(checksum({3, 1, 2}), checksum({2, 3, 1}))
        self.assertEqual(checksum({(1, 2): "x", "y": 3}), checksum({"y": 3, (1, 2): "x"}))
        self.assertEqual(checksum(Pair(1, 2)), checksum((1, 2)))

    def test_is_a_uint32(self) -> None:
        for value in (None, 0, -1, 2.5, "ü", b"\x00", [None], {"a": {1}}, 1 << 40_000, "\ud800"):
            self.assertTrue(0 <= checksum(value) < 2**32, value)

    def test_what_has_none_is_named_with_its_place(self) -> None:
        with self.assertRaisesRegex(TypeError, r"it returned an object at \['a'\]\[1\], which has no checksum"):
            checksum({"a": [1, object()]})
        held: list[object] = []
        held.append(held)
        with self.assertRaisesRegex(TypeError, r"a list that contains itself at \[0\]"):
            checksum(held)

    def test_what_is_no_value_is_named_whatever_its_methods_do(self) -> None:
        class Hostile:
            def __eq__(self, other: object) -> bool:
                raise RuntimeError("__eq__")

            def __repr__(self) -> str:
                raise RuntimeError("__repr__")

            def __getattr__(self, name: str) -> object:
                raise RuntimeError(name)

        async def coroutine() -> None:
            return None

        started = coroutine()
        self.addCleanup(started.close)
        refused = {
            "a Hostile": Hostile(),
            "a generator": (one for one in ()),
            "a coroutine": started,
            "a function": lambda: 1,
            "a type": int,
            "a module": sys,
            "a ValueError": ValueError("x"),
            "an ellipsis": ...,
            "a slice": slice(1),
        }
        for name, value in refused.items():
            with self.assertRaisesRegex(TypeError, f"^it returned {name}, which has no checksum"):
                checksum(value)
            with self.assertRaisesRegex(TypeError, f"^it returned {name} at \\[0\\], which has no checksum"):
                checksum([value])

    def test_values_have_a_thousand_levels_at_most(self) -> None:
        def nested(levels: int, around: Callable[[object], object]) -> object:
            value: object = 1
            for _ in range(levels):
                value = around(value)
            return value

        kinds: list[Callable[[object], object]] = [
            lambda one: [one],
            lambda one: (one,),
            lambda one: {"a": one},
            lambda one: {(1,): one},
        ]
        limit = sys.getrecursionlimit()
        for around in kinds:
            if around is not kinds[-1]:
                # Keys that JSON does not know take more of Python's stack, which not every version can extend.
                self.assertNotEqual(checksum(nested(999, around)), checksum(nested(1_000, around)))
            for levels in (1_001, 200_000):
                with self.assertRaisesRegex(
                    TypeError,
                    "^it returned a value that is nested more than 1000 levels deep, which has no checksum;"
                    " return a flatter one$",
                ):
                    checksum(nested(levels, around))
        self.assertEqual(sys.getrecursionlimit(), limit)

    def test_sets_in_sets_take_no_longer_with_each_level(self) -> None:
        one: frozenset[object] = frozenset()
        for _ in range(100):
            one = frozenset([one, "x"])
        self.assertTrue(0 <= checksum(one) < 2**32)


class HashSeed(unittest.TestCase):
    """Each process of a run has another hash seed, where the user does not set it."""

    def in_process(self, value: str, seed: int) -> str:
        """What a program with this hash seed makes of a value."""
        text = f"from corelane.workloads.checksums import checksum; print(checksum({value}))"
        return run_program(text, env={"PYTHONHASHSEED": str(seed)}).stdout

    def test_sets_and_dicts_have_the_same_checksum_with_every_seed(self) -> None:
        for value in ("{'one', 'two', 'three', 'four'}", "{frozenset({'a', 'b'}): {'c', 'd'}}"):
            self.assertEqual(len({self.in_process(value, seed) for seed in (0, 1, 2, 3)}), 1)

    def test_what_follows_the_seed_has_another(self) -> None:
        found = {self.in_process("hash('one')", seed) for seed in (0, 1, 2, 3)}
        self.assertGreater(len(found), 1)


if __name__ == "__main__":
    unittest.main()
