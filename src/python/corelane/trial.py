"""One trial in a Python program: from its set-up to the end of its workers, message by message."""

from __future__ import annotations

import os

from .record.endings import END_S, TEARDOWN_S, leftovers, take_notes, watch_exits
from .record.exit_hooks import run_hooks
from .record.own_process import this_process
from .record.record import cpu_ns, now_ns, peak_rss_bytes
from .record.watchdog import Watchdog
from .strategies.by_name import make_strategy
from .strategies.strategy import Job
from .workloads import workloads

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Callable, Sequence

    from .shapes import Began, CpuNs, Report
    from .wire.messages import (
        FromHost,
        HeapColumns,
        HostCpu,
        HostFinished,
        HostSetup,
        HostSpansSpans,
        WorkerIdentity,
    )

NO_HEAPS: HeapColumns = {"atNs": [], "worker": [], "usedBytes": [], "totalBytes": []}


class Trial:
    """The strategy of one trial, driven by the engine's messages."""

    def __init__(self, setup: HostSetup, began_ns: int, send: Callable[[FromHost], None], report: Report) -> None:
        """Loads what a running program has: its code and, without workers, its workload."""
        self.send = send
        self.origin_ns = int(setup["originNs"])
        self.job = Job(setup)
        # Whether the program's own thread does the work.
        self.own_worker = self.job.name in ("serial", "asyncio")
        if self.job.own is not None:
            watch_exits(report)
        self.strategy = make_strategy(self.job, self.send_spans, report)
        workers = self.identities(self.strategy.spawn()) if self.own_worker else []
        self.send(
            {
                "type": "ready",
                "spawnedNs": began_ns - self.origin_ns,
                "atNs": now_ns() - self.origin_ns,
                "workers": workers,
            }
        )

    def decide(self) -> None:
        """Runs everything: from here to the last result is the cold time."""
        strategy = self.strategy
        at_start = cpu_ns()
        decided_ns = now_ns()
        spawned_ns = decided_ns
        go_ns = decided_ns
        at_go = at_start
        if not self.own_worker:
            began = strategy.spawn()
            spawned_ns = max(began_ns for _, _, began_ns in began)
            at_go = cpu_ns()
            go_ns = now_ns()
            strategy.go()
            self.send({"type": "workers", "workers": self.identities(began)})
        strategy.finish()
        collected_ns = now_ns()
        used = (at_start, at_go, cpu_ns())
        strategy.account()
        self.finished((decided_ns, spawned_ns, go_ns, collected_ns), used)

    def finished(self, marks: tuple[int, int, int, int], used: tuple[CpuNs, CpuNs, CpuNs]) -> None:
        """Sends the results."""
        decided_ns, spawned_ns, go_ns, collected_ns = marks
        records = self.strategy.records
        ends = [end_ns for record in records for end_ns in record.end_ns]
        origin_ns = self.origin_ns
        message: HostFinished = {
            "type": "finished",
            "marks": {
                "decidedNs": decided_ns - origin_ns,
                "spawnedNs": spawned_ns - origin_ns,
                "goNs": go_ns - origin_ns,
                "lastDoneNs": max(ends) - origin_ns,
                "collectedNs": collected_ns - origin_ns,
            },
            "cpu": self.cpu(used),
            "results": {
                "task": [task for record in records for task in record.task],
                "checksum": [value for record in records for value in record.checksum],
            },
        }
        peaks = [peak_rss_bytes()] + [usage[3] for usage in self.strategy.usages]
        known = [peak for peak in peaks if peak is not None]
        if len(known) == len(peaks):
            message["peakRssBytes"] = sum(known)
        if self.job.workload["kind"] == "powers":
            message["parentResult"] = repr(workloads.result)
        if this_process.closes:
            message["closes"] = True
        self.send(message)

    def cpu(self, used: tuple[CpuNs, CpuNs, CpuNs]) -> HostCpu:
        """CPU time of the program since its decision, and of its worker processes since their start."""
        (user_0, system_0), (user_go, system_go), (user, system) = used
        warm = user + system - user_go - system_go
        usages = self.strategy.usages
        return {
            "userNs": user - user_0 + sum(usage[0] for usage in usages),
            "systemNs": system - system_0 + sum(usage[1] for usage in usages),
            "warmNs": warm + sum(usage[2] for usage in usages),
        }

    def join(self) -> None:
        """Lets go of the work, which nobody counts, and lets the workers end."""
        strategy = self.strategy
        if self.own_worker:
            dog = Watchdog(TEARDOWN_S, self.give_up)
            strategy.close()
            dog.cancel()
            self.joined(0)
            return
        strategy.close()
        dog = Watchdog(END_S, self.force)
        from_ns = now_ns()
        strategy.join()
        join_ns = now_ns() - from_ns
        dog.cancel()
        self.joined(join_ns)

    def force(self) -> None:
        """Ends workers that own code keeps from ending: by what it does at their exit, say."""
        if self.job.own is not None and self.strategy.processes:
            file = os.path.basename(self.job.own["path"])
            self.strategy.notes.append(f"something in {file} kept the process alive after its last result")
        self.strategy.force()

    def give_up(self) -> None:
        """The program's own thread is kept by a teardown; the engine ends it."""
        self.strategy.note_endless()
        self.tell_joined(self.notes(), 0)

    def joined(self, join_ns: int) -> None:
        """Calls own code's exit hooks; sends that the workers have ended, and what was odd."""
        notes = self.notes()
        notes += run_hooks(lambda late: self.tell_joined([*notes, late], join_ns))
        self.tell_joined(notes, join_ns)

    def notes(self) -> list[str]:
        """What was odd about own code so far, with what of it goes on in this process."""
        notes = list(self.strategy.notes)
        if self.job.own is not None and not self.strategy.processes:
            kept = leftovers()
            notes += take_notes() + ([] if kept is None else [kept])
        return notes

    def tell_joined(self, notes: Sequence[str], join_ns: int) -> None:
        """Sends notes, and that the workers have ended."""
        for text in dict.fromkeys(notes):
            self.send({"type": "note", "text": text})
        self.send({"type": "joined", "joinNs": join_ns})

    def identities(self, began: Sequence[Began]) -> list[WorkerIdentity]:
        """The workers as the engine knows them; each process of its own is a host of its own."""
        own = self.strategy.processes
        found: list[WorkerIdentity] = []
        for worker, (pid, tid, _) in enumerate(began):
            identity: WorkerIdentity = {
                "worker": worker,
                "host": worker if own else 0,
                "thread": 0 if own else worker,
                "pid": pid,
            }
            if tid is not None:
                identity["tid"] = tid
            found.append(identity)
        return found

    def send_spans(self, last: bool = False) -> None:
        """Sends the rows that are new."""
        tasks: list[int] = []
        workers: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        for record in self.strategy.records:
            task, start_ns, end_ns, _ = record.take()
            tasks += task
            workers += [record.worker] * len(task)
            starts += [at - self.origin_ns for at in start_ns]
            ends += [at - self.origin_ns for at in end_ns]
        if tasks or last:
            spans: HostSpansSpans = {"task": tasks, "worker": workers, "startNs": starts, "endNs": ends}
            self.send({"type": "spans", "spans": spans, "heaps": NO_HEAPS, "last": last})
