"""Leaves low descriptors to own code, which may close them all: what the strategies open gets numbers above them."""

from __future__ import annotations

import os
import sys

from .channel import FLOORS, identity_or_none

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import List

try:
    import resource
except ImportError:  # Windows
    resource = None

# As a user's own code found them: it may put others in their place.
close, dup, open_file = os.close, os.dup, os.open

# Occupies the low numbers in a process that `multiprocessing` starts to fork others from: they receive descriptors there.
# `release_low` frees them in those.
OCCUPY = """import os, sys
sys.corelane_low = [os.open(os.devnull, os.O_RDONLY)]
while sys.corelane_low[-1] < {}:
    sys.corelane_low.append(os.dup(sys.corelane_low[-1]))
os.close(sys.corelane_low.pop())
"""


class LowHeld:
    """Occupies the low numbers while other descriptors are opened."""

    # The numbers that are occupied now, and the first that is not.
    held: List[int] = []
    floor = 0

    def __init__(self, room: int) -> None:
        """`room` is how many are opened meanwhile: a low limit of open files may not have them above."""
        self._room = room
        # Its own: several threads may each open what they need.
        self._held: List[int] = []

    def __enter__(self) -> None:
        if resource is None:
            return
        limit = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
        floor = FLOORS[0] if limit == resource.RLIM_INFINITY else min(FLOORS[0], limit - self._room)
        if floor < FLOORS[-1]:
            return
        held: list[int] = []
        try:
            held.append(open_file(os.devnull, os.O_RDONLY))
            while held[-1] < floor:
                held.append(dup(held[0]))
            close(held.pop())
        except OSError:
            # Others have taken what was free.
            free(held)
            return
        self._held = LowHeld.held = held
        LowHeld.floor = floor

    def __exit__(self, *_: object) -> None:
        LowHeld.held = []
        free(self._held)


def release_low() -> None:
    """Frees the low numbers, also in a process that was forked while they were occupied."""
    free(LowHeld.held)
    free(getattr(sys, "corelane_low", []))
    setattr(sys, "corelane_low", [])
    LowHeld.held = []


def free(held: list[int]) -> None:
    """Closes those of these descriptors that are still what they were: other threads may run own code."""
    same = identity_or_none(held[-1]) if held else None
    for descriptor in held:
        if identity_or_none(descriptor) == same and same is not None:
            close(descriptor)
