"""A Python program that runs one trial for Corelane's engine, as a host of Node.js does.

Messages come and go on a channel of its own: what the tasks print, read or close is theirs.
Standard library only, Python 3.8 on.
"""

from __future__ import annotations

import os

from .record.faults import fault_of
from .record.own_process import here
from .record.record import own_tid
from .record.signals import interrupted
from .trial import Trial
from .wire.channel import Channel, exit_now

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable

    from .shapes import Fault
    from .wire.messages import FromHost, FromHostHello, ToHost


class Agent:
    """One program, one trial: from `setup` to `leave`."""

    def __init__(self, began_ns: int, send: Callable[[FromHost], None]) -> None:
        self.began_ns = began_ns
        self.send = send
        self.trial: Trial | None = None

    def receive(self, message: ToHost) -> bool:
        """Does what a message asks; False once the program is to end."""
        if message["type"] == "setup":
            self.trial = Trial(message, self.began_ns, self.send, self.report)
        elif message["type"] == "leave":
            return False
        elif self.trial is None:
            raise RuntimeError(f"the message {message['type']} came before setup")
        elif message["type"] == "decide":
            self.trial.decide()
        elif message["type"] == "drain":
            self.trial.send_spans(last=True)
        elif message["type"] == "join":
            self.trial.join()
        return True

    def leave(self) -> None:
        """Ends the program: what own code has left for its exit, or keeps it with, is not waited for."""
        if self.trial is not None:
            self.trial.strategy.force()
        exit_now(0)

    def report(self, fault: Fault) -> None:
        """Sends what ends the trial."""
        self.send(fault)

    def failed(self, error: BaseException) -> None:
        """Sends what a message's work raised."""
        if isinstance(error, KeyboardInterrupt):
            error = interrupted(error)
        self.report(fault_of(error, here.worker, None))


def main(began_ns: int) -> None:
    """Talks with the engine until it says `leave` or is gone."""
    channel = Channel()
    channel.end_with_engine()
    agent = Agent(began_ns, channel.send)
    hello: FromHostHello = {"type": "hello", "pid": os.getpid(), "atNs": str(began_ns)}
    tid = own_tid()
    if tid is not None:
        hello["tid"] = tid
    channel.send(hello)
    channel.serve(agent.receive, agent.failed)
    agent.leave()
