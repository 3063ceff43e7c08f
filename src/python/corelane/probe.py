"""A probe program in Python: does what it is asked once, says what happened, and waits to be ended.

Messages come and go on a channel of its own. Standard library only, Python 3.8 on.
"""

from __future__ import annotations

from .probes import counter, crashing, killing, messaging, sharing
from .wire.channel import Channel

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .wire.probe_messages import ProbeRequest

PROBES = {
    "sharing": sharing.probe,
    "killing": killing.probe,
    "crashing": crashing.probe,
    "counter": counter.probe,
    "messaging": messaging.probe,
}


def main() -> None:
    """Does what the engine asks, then waits until it ends this program or is gone."""
    channel = Channel()

    def receive(request: ProbeRequest) -> bool:
        PROBES[request["probe"]](request["params"], channel.send, request["folder"])
        channel.send({"type": "done"})
        return True

    def failed(error: BaseException) -> None:
        channel.send({"type": "fault", "message": f"{type(error).__name__}: {error}"})

    # What is no `Exception` ends the program.
    channel.serve(receive, failed, Exception)
