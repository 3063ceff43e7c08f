"""Does something when a time has passed, unless it is called off."""

from __future__ import annotations

import threading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable


class Watchdog:
    """Calls `act` on a thread of its own, unless it is cancelled in time."""

    def __init__(self, seconds: float, act: Callable[[], None]) -> None:
        self._off = threading.Event()
        self._act = act
        threading.Thread(target=self._wait, args=(seconds,), daemon=True).start()

    def cancel(self) -> None:
        """Calls it off."""
        self._off.set()

    def _wait(self, seconds: float) -> None:
        if not self._off.wait(seconds):
            self._act()
