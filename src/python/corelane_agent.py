"""Starts the agent, see `corelane/agent.py`. It adds its own folder: a hardened Python does not."""

import os
import sys
import time

FOLDER = os.path.dirname(os.path.abspath(__file__))

if __name__ == "__main__":
    BEGAN_NS = time.monotonic_ns()
    # Last, so that nothing of a user's own is hidden by it.
    sys.path[:] = [one for one in sys.path if one != FOLDER] + [FOLDER]
    from corelane.agent import main

    main(BEGAN_NS)
else:
    # A process that the program, or own code, has started imports this file first.
    OWN = os.environ.get("CORELANE_OWN")
    BEFORE = list(sys.path)
    if FOLDER not in BEFORE:
        BEFORE.append(FOLDER)
    if OWN is not None:
        # Modules of a user's own with names of the standard library's are not for Corelane's own.
        ROOT, _, TEXT = OWN.partition("\n")
        sys.path[:] = [one for one in BEFORE if one != ROOT]
        from corelane.own_code.own_import import make_importable_again

        make_importable_again(TEXT)
    sys.path[:] = BEFORE
