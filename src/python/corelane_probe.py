"""Starts a probe, see `corelane/probe.py`. It adds its own folder: a hardened Python does not."""

import os
import sys

FOLDER = os.path.dirname(os.path.abspath(__file__))

if FOLDER not in sys.path:
    sys.path.append(FOLDER)

if __name__ == "__main__":
    from corelane.probe import main

    main()
