"""The channel between a program and the engine: two descriptors that nobody else knows of.

The engine gives them as 3 and 4. They are moved out of the way of own code that counts on low numbers,
are not passed on to programs, and are closed in processes that are forked: those have nothing to say
here. A process that has lost them ends with `LOST`, which the engine knows. One whose engine has ended
ends what carries the run's mark, and then itself.
"""

from __future__ import annotations

import os
import threading
from json import dumps, loads

from .orphaned import OrphanSweep

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Callable, Iterator, Mapping

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None

# As a user's own code found them: it may put others in their place.
exit_now, get_pid, read, write, stat = os._exit, os.getpid, os.read, os.write, os.fstat
close, list_folder = os.close, os.listdir
main_thread, get_ident = threading.main_thread, threading.get_ident

GIVEN_TO_HEAR, GIVEN_TO_SAY = 3, 4

# The exit code of a process that can no longer reach the one it answers to: own code has closed what it
# had not opened. `engine/launch/line-launcher.ts` has the same number.
LOST = 74

# Numbers to move to, from the first that the limit of open files leaves free.
FLOORS = (220, 40, 5)


def is_on_main() -> bool:
    """Whether this is the process's main thread."""
    return main_thread().ident == get_ident()


def move(given: int) -> int:
    """The same file under another number, which programs are not given."""
    if fcntl is None:
        moved = os.dup(given)
        os.close(given)
        return moved
    for floor in FLOORS:
        try:
            moved = fcntl.fcntl(given, fcntl.F_DUPFD_CLOEXEC, floor)
        except OSError:
            continue
        os.close(given)
        return moved
    os.set_inheritable(given, False)
    return given


def identity(descriptor: int) -> tuple[int, int]:
    """What shows whether a number still means the same file."""
    found = stat(descriptor)
    return found.st_dev, found.st_ino


def open_files() -> dict[int, tuple[int, int]]:
    """The descriptors of this process but the standard ones, each with what shows whether it means the same file."""
    try:
        names = list_folder("/dev/fd")
    except OSError:
        # Windows.
        return {}
    found: dict[int, tuple[int, int]] = {}
    for descriptor in sorted(int(name) for name in names if name.isdigit()):
        # The folder's own is closed by now.
        same = identity_or_none(descriptor)
        if descriptor > 2 and same is not None:
            found[descriptor] = same
    return found


def identity_or_none(descriptor: int) -> tuple[int, int] | None:
    """As `identity`; None where the descriptor is closed."""
    try:
        return identity(descriptor)
    except OSError:
        return None


def is_any_lost(files: Mapping[int, tuple[int, int]]) -> bool:
    """Whether one of these descriptors is closed, or means another file."""
    return any(identity_or_none(descriptor) != same for descriptor, same in files.items())


class Channel:
    """Both directions, one JSON object a line."""

    def __init__(self) -> None:
        self._owner = get_pid()
        self._heard, self._said = move(GIVEN_TO_HEAR), move(GIVEN_TO_SAY)
        self._identity = identity(self._said)
        self._lock = threading.Lock()
        self._rest = b""
        self._orphans = OrphanSweep()
        self._keep_signal: Callable[[], None] = lambda: None
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self.close)

    def serve(
        self,
        receive: Callable[[Any], bool],
        failed: Callable[[BaseException], None],
        caught: type[BaseException] = BaseException,
    ) -> None:
        """Gives each message to `receive` until that returns False or the engine is gone.

        `failed` is given what it raised, where that is of the type `caught`; the next message is served.
        """
        for message in self.messages():
            try:
                if not receive(message):
                    return
            except caught as error:
                failed(error)

    def messages(self) -> Iterator[Any]:
        """Yields the messages of the engine, until it is gone."""
        while True:
            line, found, rest = self._rest.partition(b"\n")
            if found:
                self._rest = rest
                yield loads(line)
                continue
            try:
                data = read(self._heard, 65536)
            except OSError:
                exit_now(LOST)
            if not data:
                self._sweep()
                return
            self._rest += data

    def end_with_engine(self) -> None:
        """Has this process end when the engine does, whatever it runs then: a signal tells of the closed end.

        For the main thread. Messages are signalled as well, but none comes while tasks run.
        """
        if fcntl is None:
            return
        import select
        import signal

        poll, hung_up = select.poll(), select.POLLHUP
        get_handler, handle, number, default = signal.getsignal, signal.signal, signal.SIGIO, signal.SIG_DFL
        poll.register(self._heard, 0)

        def look(*_: object) -> None:
            if get_pid() == self._owner and any(what & hung_up for _, what in poll.poll(0)):
                try:
                    self._sweep()
                finally:
                    exit_now(1)

        def keep() -> None:
            # Own code may have reset all signals, and the next message would end this process.
            if get_pid() == self._owner and is_on_main() and get_handler(number) is default:
                handle(number, look)

        self._keep_signal = keep
        signal.signal(signal.SIGIO, look)
        fcntl.fcntl(self._heard, fcntl.F_SETOWN, self._owner)
        fcntl.fcntl(self._heard, fcntl.F_SETFL, fcntl.fcntl(self._heard, fcntl.F_GETFL) | os.O_ASYNC)
        # It may have gone before anybody asked for the signal.
        look()

    def _sweep(self) -> None:
        """Ends what the run has left, where the engine has ended and not only its end of the channel."""
        if self._orphans.is_orphan():
            self._orphans.sweep()

    def send(self, message: Mapping[str, object]) -> None:
        """Sends a message; a process that was forked from this one ends instead."""
        if get_pid() != self._owner:
            exit_now(0)
        self._keep_signal()
        data = (dumps(message) + "\n").encode("utf-8")
        with self._lock:
            try:
                if identity(self._said) != self._identity:
                    exit_now(LOST)
                while data:
                    data = data[write(self._said, data) :]
            except BrokenPipeError:
                # The engine is gone.
                try:
                    self._sweep()
                finally:
                    exit_now(1)
            except OSError:
                exit_now(LOST)

    def close(self) -> None:
        """Closes both directions, also in a process that was forked from the channel's."""
        for descriptor in (self._heard, self._said):
            try:
                close(descriptor)
            except OSError:
                # Own code was there before.
                continue
