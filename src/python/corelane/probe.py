"""A probe program in Python: does what it is asked once, says what happened, and waits to be ended.

Messages come and go on a channel of its own. Standard library only, Python 3.8 on.
"""

from .probes import counter, crashing, killing, messaging, sharing
from .wire.channel import Channel

PROBES = {
    "sharing": sharing.probe,
    "killing": killing.probe,
    "crashing": crashing.probe,
    "counter": counter.probe,
    "messaging": messaging.probe,
}


def main():
    """Does what the engine asks, then waits until it ends this program or is gone."""
    channel = Channel()
    say = channel.say
    for request in channel.hear():
        try:
            PROBES[request["probe"]](request["params"], say, request["folder"])
            say({"type": "done"})
        except Exception as error:
            say({"type": "fault", "message": f"{type(error).__name__}: {error}"})
