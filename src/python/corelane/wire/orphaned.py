"""Ends what carries the run's mark, for a program whose engine has ended: nobody else may be left to do it.

`engine/host/lost-channel.ts` and `engine/processes/marked.ts` have the same for hosts of Node.js.
"""

from __future__ import annotations

import os
import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Iterator

# As a user's own code found them: it may put others in their place.
get_parent, list_folder, open_file, read, close = os.getppid, os.listdir, os.open, os.read, os.close
own_pid, kill, wait, pause_s = os.getpid, os.kill, os.waitpid, time.sleep
is_linux, is_windows = sys.platform.startswith("linux"), os.name == "nt"

# SIGKILL, wherever there are signals.
KILL = 9

# Of `shared/wire/run-mark.ts`: who carries it, and who stays when a host ends the others.
RUN_MARK, KEEPER_MARK = b"CORELANE_RUN=", b"CORELANE_KEEPER="

# The hexadecimal digits of a token's random part, and those that make the limit; how the kernel calls it.
TOKEN_DIGITS, LIMIT_DIGITS = 32, 15
LOCKS = b"Max file locks"

# How long an engine that has just closed its files may take to be gone, and the pause between two looks.
GONE_S, LOOK_S = 0.2, 0.005

# Rounds of a sweep, and those that multiprocessing's tracker has once it is alone: it ends by itself, and what it has
# not removed by then stays in shared memory.
ROUNDS, ROUNDS_FOR_TRACKERS = 100, 1000
TRACKER = b"multiprocessing.resource_tracker"


class OrphanSweep:
    """What a program must know at its start: who has started it, and the token of its run."""

    def __init__(self) -> None:
        self._parent = get_parent()
        value = os.environ.get(RUN_MARK[:-1].decode(), "")
        self._token = value.rsplit(":", 1)[-1].encode()

    def is_orphan(self) -> bool:
        """Whether the engine has ended. Takes a moment where it has not."""
        for _ in range(int(GONE_S / LOOK_S)):
            if get_parent() != self._parent:
                return True
            pause_s(LOOK_S)
        return get_parent() != self._parent

    def sweep(self) -> None:
        """Ends what carries the mark, until two looks in a row found nothing: what is just started has no environment yet."""
        if not self._token or is_windows:
            return
        quiet = turn = alone = 0
        while quiet < 2 and turn < ROUNDS:
            found = [pid for pid in carriers(self._token) if pid != own_pid()]
            due = [pid for pid in found if alone >= ROUNDS_FOR_TRACKERS or not is_tracker(pid)]
            quiet = 0 if found else quiet + 1
            if found and not due:
                alone += 1
            else:
                turn += 1
            for pid in due:
                end(pid)
            pause_s(LOOK_S)


def is_marked(variables: list[bytes], token: bytes) -> bool:
    """Whether an environment is that of a process of this run which is no helper of Corelane's."""
    mark = next((one for one in variables if one.startswith(RUN_MARK)), b"")
    is_keeper = any(one.startswith(KEEPER_MARK) for one in variables)
    return token in mark[len(RUN_MARK) :].split(b":") and not is_keeper


def carriers(token: bytes) -> Iterator[int]:
    """Yields the processes that carry the mark now, this one included."""
    if not is_linux:
        for line in read_ps().splitlines():
            pid, *words = line.split()
            if is_marked(words, token):
                yield int(pid)
        return
    try:
        names = list_folder("/proc")
    except OSError:
        # Own code holds all the descriptors that there may be.
        return
    limit = limit_of(token)
    for name in names:
        if not name.isdigit():
            continue
        if is_marked(read_all(f"/proc/{name}/environ").split(b"\0"), token) or has_limit(name, limit):
            yield int(name)


def limit_of(token: bytes) -> bytes:
    """The limit of file locks that marks a run's processes, see `shared/wire/run-mark.ts`; empty for what is no run's token."""
    random = token.partition(b".")[2]
    if len(random) != TOKEN_DIGITS or not all(one in b"0123456789abcdef" for one in random):
        return b""
    return str(int(random[:LIMIT_DIGITS], 16)).encode()


def has_limit(name: str, limit: bytes) -> bool:
    """Whether a process that has not ended has this limit."""
    lines = read_all(f"/proc/{name}/limits").split(b"\n") if limit else []
    if not any(one.startswith(LOCKS) and one[len(LOCKS) :].split()[:1] == [limit] for one in lines):
        return False
    state = read_all(f"/proc/{name}/stat").rpartition(b")")[2].split()[:1]
    return state not in ([], [b"Z"], [b"X"])


def is_tracker(pid: int) -> bool:
    """Whether it removes what others leave in shared memory and ends once they have; one that ends has no arguments."""
    if not is_linux:
        return False
    command = read_all(f"/proc/{pid}/cmdline")
    return command == b"" or TRACKER in command


def end(pid: int) -> None:
    """Ends one process, where it is still there and may be ended."""
    try:
        kill(pid, KILL)
    except OSError:
        return


def read_all(path: str) -> bytes:
    """What a file holds; empty where it can't be read."""
    try:
        return drain(open_file(path, os.O_RDONLY))
    except OSError:
        return b""


def drain(descriptor: int) -> bytes:
    """All that can be read from a descriptor, which is closed then."""
    parts: list[bytes] = []
    try:
        while not parts or parts[-1]:
            parts.append(read(descriptor, 65536))
    finally:
        close(descriptor)
    return b"".join(parts)


def read_ps() -> bytes:
    """What `ps` of macOS and the BSDs prints: a number, the command, and its environment after it."""
    heard, said = os.pipe()
    actions = [(os.POSIX_SPAWN_DUP2, said, 1)]
    try:
        pid = os.posix_spawn("/bin/ps", ["ps", "-axEww", "-o", "pid=,command="], {}, file_actions=actions)
    finally:
        close(said)
    text = drain(heard)
    wait(pid, 0)
    return text
