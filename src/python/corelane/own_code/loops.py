"""One event loop for all that own code does on a worker: `setup`, its tasks, `teardown`."""

from __future__ import annotations

from ..wire.descriptors import LowHeld

TYPE_CHECKING = False
if TYPE_CHECKING:
    import asyncio
    from typing import Any, Awaitable, Callable

# About how many descriptors a loop opens.
LOOP_ROOM = 16


class OwnLoop:
    """Made when it is first needed, on the thread that runs it."""

    def __init__(self, on_odd: Callable[[BaseException], None] | None = None) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._on_odd = on_odd

    def get(self) -> asyncio.AbstractEventLoop:
        """The loop, made now where there is none."""
        import asyncio

        if self._loop is None:
            # Not by their names in the package, which own code may give others.
            with LowHeld(LOOP_ROOM):
                self._loop = asyncio.events.new_event_loop()
            asyncio.events.set_event_loop(self._loop)
            if self._on_odd is not None:
                self._loop.set_exception_handler(self._tell)
        return self._loop

    def settle(self, awaitable: Awaitable[Any]) -> Any:
        """The result of an awaitable."""

        async def awaited() -> Any:
            return await awaitable

        return self.get().run_until_complete(awaited())

    def close(self) -> None:
        """Ends what is still under way on it, as `asyncio.run` does."""
        loop = self._loop
        if loop is None or loop.is_closed():
            return
        import asyncio

        left = asyncio.tasks.all_tasks(loop)
        for task in left:
            task.cancel()
        if left:
            loop.run_until_complete(asyncio.tasks.gather(*left, return_exceptions=True))
        loop.run_until_complete(loop.shutdown_asyncgens())
        if hasattr(loop, "shutdown_default_executor"):
            loop.run_until_complete(loop.shutdown_default_executor())
        asyncio.events.set_event_loop(None)
        loop.close()

    def _tell(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if error is not None and self._on_odd is not None:
            self._on_odd(error)
        loop.default_exception_handler(context)
