"""Starts the agent, see `corelane_python/agent.py`. It adds its own folder: a hardened Python does not."""

import os
import sys
import time

FOLDER = os.path.dirname(os.path.abspath(__file__))

if __name__ == "__main__":
    BEGAN_NS = time.monotonic_ns()
    # Last, so that nothing of a person's own is hidden by it.
    sys.path[:] = [one for one in sys.path if one != FOLDER] + [FOLDER]
    from corelane_python.agent import main

    main(BEGAN_NS)
elif FOLDER not in sys.path:
    # A process that the program has started imports this file first.
    sys.path.append(FOLDER)
