"""The messages between the engine and a Python program that runs trials, as types.

Written by `npm run messages:python` from src/shared/wire/messages.ts: change that. For type checkers only: no program
imports this file, so that none takes the time to load it.
"""

from typing import Any, Dict, Literal, Sequence, TypedDict, Union


class CatalogueWorkload(TypedDict):
    kind: Literal[
        "empty",
        "fault",
        "files",
        "hash",
        "http",
        "json",
        "matmul",
        "mixed",
        "powers",
        "primes",
        "sort",
        "wait",
    ]
    params: Dict[str, int]


class ModuleWorkload(TypedDict):
    kind: Literal["module"]
    path: str
    export: str
    params: Dict[str, Any]


ArgumentValue = Union[str, int, bool]


class CommandWorkloadNeeded(TypedDict):
    kind: Literal["command"]
    command: str
    args: Sequence[str]


class CommandWorkload(CommandWorkloadNeeded, total=False):
    params: Dict[str, ArgumentValue]
    exitCodes: Sequence[int]


Workload = Union[CatalogueWorkload, ModuleWorkload, CommandWorkload]


class HostSetupScheduleStatic(TypedDict):
    kind: Literal["static"]


class HostSetupScheduleDynamic(TypedDict):
    kind: Literal["dynamic"]
    chunk: int


class WorkloadInputs(TypedDict, total=False):
    folder: str
    scratch: str
    url: str
    code: str


class PythonPartNeeded(TypedDict):
    strategy: str
    workers: int


class PythonPart(PythonPartNeeded, total=False):
    startMethod: str
    chunk: int


class HostSetupNeeded(TypedDict):
    type: Literal["setup"]
    trial: int
    role: Literal["program", "worker"]
    originNs: str
    workload: Workload
    seed: int
    tasks: int
    schedule: Union[HostSetupScheduleStatic, HostSetupScheduleDynamic]
    host: int
    firstWorker: int
    threads: int
    concurrency: int
    telemetry: bool
    pace: Literal["crowded", "live", "quiet"]
    inputs: WorkloadInputs


class HostSetup(HostSetupNeeded, total=False):
    python: PythonPart


class ToHostDecide(TypedDict):
    type: Literal["decide"]


TaskRange = TypedDict("TaskRange", {"from": int, "count": int, "last": bool})


class ToHostGo(TypedDict):
    type: Literal["go"]
    range: TaskRange


class ToHostMore(TypedDict):
    type: Literal["more"]
    range: TaskRange


class ToHostDrain(TypedDict):
    type: Literal["drain"]


class ToHostJoin(TypedDict):
    type: Literal["join"]


class ToHostLeave(TypedDict):
    type: Literal["leave"]


ToHost = Union[HostSetup, ToHostDecide, ToHostGo, ToHostMore, ToHostDrain, ToHostJoin, ToHostLeave]


class FromHostHelloNeeded(TypedDict):
    type: Literal["hello"]
    pid: int
    atNs: str


class FromHostHello(FromHostHelloNeeded, total=False):
    tid: int


class WorkerIdentityNeeded(TypedDict):
    worker: int
    host: int
    thread: int
    pid: int


class WorkerIdentity(WorkerIdentityNeeded, total=False):
    tid: int


class FromHostReady(TypedDict):
    type: Literal["ready"]
    spawnedNs: int
    atNs: int
    workers: Sequence[WorkerIdentity]


class FromHostWorkers(TypedDict):
    type: Literal["workers"]
    workers: Sequence[WorkerIdentity]


class HostSpansSpans(TypedDict):
    worker: Sequence[int]
    task: Sequence[int]
    startNs: Sequence[int]
    endNs: Sequence[int]


class HeapColumns(TypedDict):
    worker: Sequence[int]
    atNs: Sequence[int]
    usedBytes: Sequence[int]
    totalBytes: Sequence[int]


class HostSpans(TypedDict):
    type: Literal["spans"]
    spans: HostSpansSpans
    heaps: HeapColumns
    last: bool


class FromHostWant(TypedDict):
    type: Literal["want"]
    count: int


class HostMarksNeeded(TypedDict):
    spawnedNs: int
    goNs: int
    lastDoneNs: int
    collectedNs: int


class HostMarks(HostMarksNeeded, total=False):
    decidedNs: int


class HostCpu(TypedDict):
    userNs: int
    systemNs: int
    warmNs: int


class HostFinishedResults(TypedDict):
    task: Sequence[int]
    checksum: Sequence[float]


class HostFinishedNeeded(TypedDict):
    type: Literal["finished"]
    marks: HostMarks
    results: HostFinishedResults


class HostFinished(HostFinishedNeeded, total=False):
    cpu: HostCpu
    peakRssBytes: int
    parentResult: str
    closes: bool


class FromHostJoined(TypedDict):
    type: Literal["joined"]
    joinNs: int


class FromHostNoteNeeded(TypedDict):
    type: Literal["note"]
    text: str


class FromHostNote(FromHostNoteNeeded, total=False):
    about: Literal[
        "exit-hook-late",
        "exit-hook-threw",
        "kept-alive",
        "late-call",
        "late-threw",
        "teardown-late",
        "teardown-threw",
    ]
    reason: Any
    closing: bool


class FromHostPrinted(TypedDict):
    type: Literal["printed"]
    bytes: int


class FromHostFaultNeeded(TypedDict):
    type: Literal["fault"]
    kind: Literal["called", "process-ended", "thread-exited", "threw"]
    message: str


class FromHostFault(FromHostFaultNeeded, total=False):
    reason: Any
    stage: Literal["load", "setup", "teardown", "uncaught", "unhandled"]
    worker: int
    pid: int
    task: int
    stack: str
    exitCode: int
    signal: str


FromHost = Union[
    FromHostHello,
    FromHostReady,
    FromHostWorkers,
    HostSpans,
    FromHostWant,
    HostFinished,
    FromHostJoined,
    FromHostNote,
    FromHostPrinted,
    FromHostFault,
]
