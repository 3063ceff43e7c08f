"""Measures how long a payload takes to a worker and back, by its size and by the transport."""

from __future__ import annotations

from .worker_set import WorkerSet, figure
from .transports import TRANSPORTS
from .trips import shared_room

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..shapes import Params, Send
    from ..wire.probe_messages import RawFigure
    from .transports import Transport


def figures_of(transport: Transport, size: int, times: list[int]) -> list[RawFigure]:
    """The figures of round trips of one payload."""
    of = (transport.name, transport.label, transport.strategy)
    figures = [figure("round-trip", *of, "ns", times, x=size)]
    if size > 0 and transport.copies:
        values = [2 * size / (ns / 1e9) for ns in times]
        figures.append(figure("bandwidth", *of, "bytes/s", values, x=size))
    return figures


def has_room(transport: Transport, size: int, send: Send) -> bool:
    """Whether the payload fits; where it does not, that is said."""
    room = shared_room()
    if transport.name != "process-shared" or room is None or room > 2 * size:
        return True
    send({"type": "note", "code": "no-shared-memory", "bytes": size})
    return False


def probe(params: Params, send: Send, _folder: str) -> None:
    """Quantities by payload: `round-trip`, and `bandwidth` with both directions counted."""
    worker_set = WorkerSet(send)
    for make in TRANSPORTS[params["kind"]]:
        transport = make(worker_set)
        try:
            # The first round trips of a transport are slow whatever they carry.
            transport.trips(params["payloads"][0], params)
            for size in params["payloads"]:
                if has_room(transport, size, send):
                    times = transport.trips(size, params)
                    send({"type": "figures", "figures": figures_of(transport, size, times)})
        finally:
            transport.end()
