"""A Python program that runs one trial for Corelane's engine, as a host of Node.js does.

Messages come and go on a channel of its own: what the tasks print, read or close is theirs.
Standard library only, Python 3.8 on.
"""

import os

from .record.endings import END_S, TEARDOWN_S, Watchdog, leftovers, take_odd, watch_exits
from .record.faults import fault_of
from .record.record import cpu_ns, now_ns, own_tid, peak_rss_bytes
from .strategies.way import Job
from .strategies.ways import make_way
from .wire.channel import Channel, exit_now
from .workloads import workloads

NO_HEAPS = {"atNs": [], "worker": [], "usedBytes": [], "totalBytes": []}


class Agent:
    """One program, one trial: from `setup` to `leave`."""

    def __init__(self, began_ns, send):
        self.began_ns = began_ns
        self.send = send
        self.way = None

    def receive(self, message):
        """Does what a message asks; False once the program is to end."""
        kind = message["type"]
        if kind == "setup":
            self.set_up(message)
        elif kind == "decide":
            self.decide()
        elif kind == "drain":
            self.send_spans(last=True)
        elif kind == "join":
            self.join()
        return kind != "leave"

    def set_up(self, setup):
        """Loads what a running program has: its code and, without workers, its workload."""
        self.origin_ns = int(setup["originNs"])
        self.own_worker = setup["python"]["way"] in ("serial", "asyncio")
        job = Job(setup)
        if job.own is not None:
            watch_exits(self.tell)
        self.way = make_way(setup["python"]["way"], job, self.send_spans, self.tell)
        workers = self.identities(self.way.spawn()) if self.own_worker else []
        self.send(
            {
                "type": "ready",
                "spawnedNs": self.began_ns - self.origin_ns,
                "atNs": now_ns() - self.origin_ns,
                "workers": workers,
            }
        )

    def decide(self):
        """Runs everything: from here to the last result is the cold time."""
        way = self.way
        at_start = cpu_ns()
        decided_ns = now_ns()
        spawned_ns = decided_ns
        go_ns = decided_ns
        at_go = at_start
        if not self.own_worker:
            began = way.spawn()
            spawned_ns = max(began_ns for _, _, began_ns in began)
            at_go = cpu_ns()
            go_ns = now_ns()
            way.go()
            self.send({"type": "workers", "workers": self.identities(began)})
        way.finish()
        collected_ns = now_ns()
        used = (at_start, at_go, cpu_ns())
        way.account()
        self.finished((decided_ns, spawned_ns, go_ns, collected_ns), used)

    def finished(self, marks, used):
        """Tells the results."""
        decided_ns, spawned_ns, go_ns, collected_ns = marks
        records = self.way.records
        ends = [end_ns for record in records for end_ns in record.end_ns]
        origin_ns = self.origin_ns
        message = {
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
        peaks = [peak_rss_bytes()] + [usage[3] for usage in self.way.usages]
        if None not in peaks:
            message["peakRssBytes"] = sum(peaks)
        if self.way.job.workload["kind"] == "powers":
            message["parentResult"] = repr(workloads.result)
        self.send(message)

    def cpu(self, used):
        """CPU time of the program since its decision, and of its worker processes since their start."""
        (user_0, system_0), (user_go, system_go), (user, system) = used
        warm = user + system - user_go - system_go
        usages = self.way.usages
        return {
            "userNs": user - user_0 + sum(usage[0] for usage in usages),
            "systemNs": system - system_0 + sum(usage[1] for usage in usages),
            "warmNs": warm + sum(usage[2] for usage in usages),
        }

    def join(self):
        """Lets go of the work, which nobody counts, and lets the workers end."""
        way = self.way
        if self.own_worker:
            dog = Watchdog(TEARDOWN_S, self.give_up)
            way.close()
            dog.call_off()
            self.joined(0)
            return
        way.close()
        dog = Watchdog(END_S, self.force)
        from_ns = now_ns()
        way.join()
        join_ns = now_ns() - from_ns
        dog.call_off()
        self.joined(join_ns)

    def force(self):
        """Ends workers that own code keeps from ending: by what it does at their exit, say."""
        if self.way.job.own is not None and self.way.processes:
            file = os.path.basename(self.way.job.own["path"])
            self.way.notes.append("something in %s kept the process alive after its last result" % file)
        self.way.force()

    def give_up(self):
        """The program's own thread is kept by a teardown; the engine ends it."""
        self.way.note_endless()
        self.joined(0)

    def joined(self, join_ns):
        """Tells that the workers have ended, and what was odd about own code."""
        notes = self.way.notes
        if self.way.job.own is not None and not self.way.processes:
            kept = leftovers()
            notes = notes + take_odd() + ([] if kept is None else [kept])
        for text in dict.fromkeys(notes):
            self.send({"type": "note", "text": text})
        self.send({"type": "joined", "joinNs": join_ns})

    def leave(self):
        """Ends the program: what own code has left for its exit, or keeps it with, is not waited for."""
        if self.way is not None:
            self.way.force()
        exit_now(0)

    def tell(self, fault):
        """Tells what ends the trial."""
        self.send({"type": "fault", **fault})

    def identities(self, began):
        """The workers as the engine knows them; each process of its own is a host of its own."""
        own = self.way.processes
        return [
            {
                "worker": worker,
                "host": worker if own else 0,
                "thread": 0 if own else worker,
                "pid": pid,
                **({} if tid is None else {"tid": tid}),
            }
            for worker, (pid, tid, _) in enumerate(began)
        ]

    def send_spans(self, last=False):
        """Sends the rows that are new."""
        columns = {"task": [], "worker": [], "startNs": [], "endNs": []}
        for record in self.way.records:
            task, start_ns, end_ns, _ = record.take()
            columns["task"] += task
            columns["worker"] += [record.worker] * len(task)
            columns["startNs"] += [at - self.origin_ns for at in start_ns]
            columns["endNs"] += [at - self.origin_ns for at in end_ns]
        if columns["task"] or last:
            self.send({"type": "spans", "spans": columns, "heaps": NO_HEAPS, "last": last})


def main(began_ns):
    """Talks with the engine until it says `leave` or is gone."""
    channel = Channel()
    send = channel.say
    agent = Agent(began_ns, send)
    hello = {"type": "hello", "pid": os.getpid(), "atNs": str(began_ns)}
    tid = own_tid()
    send(hello if tid is None else {**hello, "tid": tid})
    for message in channel.hear():
        try:
            if not agent.receive(message):
                break
        except BaseException as error:
            agent.tell(fault_of(error, None, None))
    agent.leave()
