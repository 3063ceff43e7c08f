"""The workloads' own random numbers and checksums: the same, bit for bit, as the JavaScript ones."""

from __future__ import annotations

MASK = 0xFFFFFFFF

# 2**32 divided by the golden ratio, made odd: its multiples are spread evenly over all states.
GOLDEN_STEP = 0x9E3779B9


def xorshift32(state: int) -> int:
    """One step of Marsaglia's 32-bit xorshift (13, 17, 5), J. Stat. Softw. 8(14), 2003."""
    state ^= (state << 13) & MASK
    state ^= state >> 17
    return state ^ ((state << 5) & MASK)


def task_state(seed: int, variant: int) -> int:
    """The generator's first state for one variant of a workload's input, never 0."""
    state = (seed ^ ((variant + 1) * GOLDEN_STEP)) & MASK
    return state or GOLDEN_STEP


def random_bytes(length: int, state: int) -> bytearray:
    """A bytearray of `length` bytes drawn from `state` on, four a step, the lowest first."""
    words: list[bytes] = []
    for _ in range(length // 4 + 1):
        state = xorshift32(state)
        words.append(state.to_bytes(4, "little"))
    return bytearray(b"".join(words)[:length])


def compute(iterations: int, state: int) -> int:
    """Steps the generator `iterations` times; each step needs the one before."""
    for _ in range(iterations):
        state ^= (state << 13) & MASK
        state ^= state >> 17
        state ^= (state << 5) & MASK
    return state


def fold(total: int, value: int) -> int:
    """Takes one more whole number into a checksum: a polynomial in 31 modulo 2**32."""
    return (total * 31 + value) & MASK


def fold_bytes(data: bytes | bytearray) -> int:
    """A uint32 over all bytes: folded as little-endian words, then what is left byte by byte."""
    whole = len(data) - len(data) % 4
    total = 0
    for word in memoryview(data)[:whole].cast("I"):
        total = (total * 31 + word) & MASK
    for byte in data[whole:]:
        total = (total * 31 + byte) & MASK
    return total


def fold_text(total: int, text: str) -> int:
    """Folds a text's length and its UTF-16 code units (plain ASCII here)."""
    total = fold(total, len(text))
    for character in text:
        total = fold(total, ord(character))
    return total
