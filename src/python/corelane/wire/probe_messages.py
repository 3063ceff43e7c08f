"""The messages between the engine and a Python program that tries claims, as types.

Written by `npm run messages:python` from src/shared/claims/probes.ts: change that. For type checkers only: no program
imports this file, so that none takes the time to load it.
"""

from typing import Any, Dict, Literal, Sequence, TypedDict, Union

from .messages import WorkerIdentity


class ProbeRequest(TypedDict):
    type: Literal["probe"]
    probe: Literal["counter", "crashing", "killing", "messaging", "sharing", "window"]
    params: Dict[str, Any]
    folder: str


class ProbeAnswerWorkers(TypedDict):
    type: Literal["workers"]
    workers: Sequence[WorkerIdentity]


StrategyKind = Literal[
    "async",
    "hybrid",
    "processes",
    "python-asyncio",
    "python-interpreters",
    "python-process-pool",
    "python-processes",
    "python-serial",
    "python-thread-pool",
    "python-threads",
    "serial",
    "threads",
]


class Topology(TypedDict):
    processes: int
    threads: int
    concurrency: int


class PythonCellNeeded(TypedDict):
    interpreter: str
    path: str


class PythonCell(PythonCellNeeded, total=False):
    startMethod: Literal["fork", "forkserver", "spawn"]
    chunk: int


class NamedCellNeeded(TypedDict):
    workers: int
    placement: Literal["host", "main"]
    strategy: StrategyKind
    topology: Topology


class NamedCell(NamedCellNeeded, total=False):
    python: PythonCell


CellName = Union[str, NamedCell]


class WorkerEnd(TypedDict, total=False):
    running: bool
    error: str
    threw: Literal["no-limit", "on-purpose"]
    signal: str
    exitCode: int


class ProgramEnd(TypedDict, total=False):
    signal: str
    exitCode: int


class RawFigureNeeded(TypedDict):
    quantity: Literal[
        "bandwidth",
        "began",
        "child-left",
        "cores-busy",
        "cpu",
        "elapsed",
        "ended",
        "file-left",
        "frames",
        "gone",
        "increments",
        "loop-delay",
        "lost",
        "memory-back",
        "memory-kept",
        "others-alive",
        "pays-from",
        "pays-not-up-to",
        "private",
        "program-alive",
        "pss",
        "round-trip",
        "seen",
        "speedup",
        "start",
        "survivors",
        "worst-frame",
    ]
    variant: str
    label: CellName
    strategy: StrategyKind
    unit: Literal["bytes", "bytes/s", "cores", "count", "frames/s", "ns", "times", "yes"]
    values: Sequence[float]


class RawFigure(RawFigureNeeded, total=False):
    x: float
    worker: WorkerEnd
    saw: str
    ended: ProgramEnd


class ProbeAnswerFigures(TypedDict):
    type: Literal["figures"]
    figures: Sequence[RawFigure]


class ProbeAnswerNoteNeeded(TypedDict):
    type: Literal["note"]
    code: Literal["frames-uneven", "no-memory-limit", "no-shared-memory"]


class ProbeAnswerNote(ProbeAnswerNoteNeeded, total=False):
    bytes: int


class ProbeAnswerFaultNeeded(TypedDict):
    type: Literal["fault"]
    message: str


class ProbeAnswerFault(ProbeAnswerFaultNeeded, total=False):
    reason: Literal["worker-ended", "worker-silent"]


class ProbeAnswerDone(TypedDict):
    type: Literal["done"]


ProbeAnswer = Union[
    ProbeAnswerWorkers,
    ProbeAnswerFigures,
    ProbeAnswerNote,
    ProbeAnswerFault,
    ProbeAnswerDone,
]
