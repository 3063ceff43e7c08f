"""Does something when a time has passed, unless it is called off."""

from __future__ import annotations

import _thread

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable


# As own code found it. Not `threading.Thread`: what own code does to that, and to its hooks, is none of Corelane's business.
start_thread = _thread.start_new_thread


def start_daemon(function: Callable[..., None], *args: object) -> None:
    """Calls a function on a thread that nobody waits for."""
    start_thread(function, args)


class Watchdog:
    """Calls `act` on a thread of its own, unless it is cancelled in time."""

    def __init__(self, seconds: float, act: Callable[[], None]) -> None:
        self._running = _thread.allocate_lock()
        self._running.acquire()
        self._act = act
        start_daemon(self._wait, seconds)

    def cancel(self) -> None:
        """Calls it off."""
        self._running.release()

    def _wait(self, seconds: float) -> None:
        if not self._running.acquire(timeout=seconds):
            self._act()
