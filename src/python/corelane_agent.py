"""Starts the agent, see `corelane/agent.py`. It adds its own folder: a hardened Python does not."""

import os
import sys
import time

FOLDER = os.path.dirname(os.path.abspath(__file__))
BEFORE = list(sys.path)

# Corelane's and the library's modules are for Corelane's own, whatever files of a user's own are called.
sys.path.insert(0, FOLDER)
import corelane  # pyright: ignore

if __name__ == "__main__":
    BEGAN_NS = time.monotonic_ns()
    from corelane.own_code.library import library_first

    library_first()
    from corelane.agent import main

    main(BEGAN_NS)
else:
    # A process that the program, or own code, has started imports this file first.
    OWN = os.environ.get("CORELANE_OWN")
    if OWN is not None:
        from corelane.own_code.library import library_first

        library_first()
        from corelane.own_code.own_import import make_importable_again

        make_importable_again(OWN)
    sys.path[:] = BEFORE if FOLDER in BEFORE else [*BEFORE, FOLDER]
