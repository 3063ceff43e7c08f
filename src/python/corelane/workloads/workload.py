"""Defines a workload: one task in, its checksum out."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Awaitable, Callable, Mapping

    from ..own_code.loops import OwnLoop
    from ..wire.messages import WorkloadInputs

class Carried(Exception):
    """A StopIteration on its way out of a coroutine, which would make it another error."""

    def __init__(self, error: StopIteration) -> None:
        super().__init__(error)
        self.error = error


class Workload:
    """A workload ready to run on one worker."""

    def __init__(
        self,
        run: Callable[[int], int],
        run_async: Callable[[int], Awaitable[int]] | None = None,
        close: Callable[[], list[str] | None] | None = None,
        loop: OwnLoop | None = None,
    ) -> None:
        self.run = run
        self._run_async = run_async
        self._close = close
        # The event loop that it has been made ready on, where it has one.
        self.loop = loop

    async def run_async(self, task: int) -> int:
        """One task on an event loop: waiting work gives way, computing work does not."""
        if self._run_async is None:
            return self.run(task)
        return await self._run_async(task)

    def close(self) -> list[str]:
        """Lets go of what it holds; sentences about what went wrong with that, which is no failure."""
        return (self._close() if self._close is not None else None) or []


class Context:
    """What every workload is given: every parameter, the seed, the inputs."""

    def __init__(self, params: Mapping[str, int], seed: int, inputs: WorkloadInputs) -> None:
        self.params = params
        self.seed = seed
        self.inputs = inputs
