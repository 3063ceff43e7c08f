"""The checksum of what a task returned: by value, whatever the process and its hash seed."""

from __future__ import annotations

import unittest
from typing import NamedTuple

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
        with self.assertRaisesRegex(TypeError, r"a list that holds itself at \[0\]"):
            checksum(held)

    def test_what_is_nested_too_deep_is_named(self) -> None:
        deep_list: list[object] = []
        deep_dict: dict[object, object] = {}
        for _ in range(200_000):
            deep_list, deep_dict = [deep_list], {(1,): deep_dict}
        for deep in (deep_list, deep_dict, [deep_list, {1j: 1}]):
            with self.assertRaisesRegex(TypeError, "it returned a value that is nested too deep for a checksum"):
                checksum(deep)


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
