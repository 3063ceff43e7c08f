"""A probe program in Python: does what it is asked once, says what happened, and waits to be ended.

It reads one message from standard input and writes its own to standard output, one JSON object a line.
Standard library only, Python 3.8 on.
"""

import json
import os

import corelane_probe_crashing
import corelane_probe_killing
import corelane_probe_counter
import corelane_probe_messaging
import corelane_probe_sharing

PROBES = {
    "sharing": corelane_probe_sharing.probe,
    "killing": corelane_probe_killing.probe,
    "crashing": corelane_probe_crashing.probe,
    "counter": corelane_probe_counter.probe,
    "messaging": corelane_probe_messaging.probe,
}


def main():
    """Does what the engine asks, then waits until it ends this program or is gone."""
    said = os.fdopen(os.dup(1), "w", encoding="utf-8")
    heard = os.fdopen(os.dup(0), "r", encoding="utf-8")
    # Nothing else may speak here.
    os.dup2(2, 1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)

    def say(message):
        said.write(json.dumps(message) + "\n")
        said.flush()

    for line in heard:
        request = json.loads(line)
        try:
            PROBES[request["probe"]](request["params"], say, request["folder"])
            say({"type": "done"})
        except Exception as error:
            say({"type": "fault", "message": f"{type(error).__name__}: {error}"})


if __name__ == "__main__":
    main()
