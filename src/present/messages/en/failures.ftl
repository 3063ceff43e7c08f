## Why a trial or a run failed.

failure-stopped = Stopped by the user.
failure-memory-limit = Its processes exceeded the memory limit ({ NUMBER($held) } MB > { NUMBER($limit) } MB) and were stopped.
failure-late = { $what ->
    [start] Starting the program
    [trial] The trial
   *[end] Shutting down the workers
} took longer than { NUMBER($seconds) } s and was stopped{ $processes ->
    [known] : { process-limit }
   *[unknown] { "" }
}.
failure-silent = { failure-host } has not started within { NUMBER($seconds) } s: { process-limit }.
failure-no-message = { failure-host } sent an invalid message ({ $why }){ $from ->
    [own-code] : own code may have written to a descriptor that is not its own
   *[corelane] { "" }
}.

# Stands in others. A process that runs workers.
failure-host = { $host ->
    [unknown] A host
   *[known] Host { $number }
}{ $process ->
    [known] { " " }(pid { $pid })
   *[unknown] { "" }
}
# Stands in others, after a colon.
process-limit = the limit on processes of this user may be reached ({ NUMBER($used) } of { NUMBER($most) }). Raise it (ulimit -u), or use fewer workers
# Stands in others, after a colon.
shortage = { $lacks ->
    [processes] the limit on processes and threads is reached. Raise it (ulimit -u, or the container's), or use fewer workers
    [files] too many files are open. Raise that limit (ulimit -n), or use fewer workers
   *[memory] there is no memory left for it. Free some, raise its limit (ulimit -v, or the container's), or use fewer workers
}

# Stands in the two below.
failure-worker-start = { $who ->
    [unknown] A worker
   *[known] Worker { $worker }
} { $how ->
    [threw] threw
   *[ended-early] ended early
}{ $during ->
    [task] { " " }in task { $task }
    [load] { " " }while its file was loaded
    [setup] { " " }in setup
    [teardown] { " " }in teardown
   *[unknown] { "" }
}: { $said }
failure-worker = { failure-worker-start }.
failure-worker-lacks = { failure-worker-start }: { shortage }.
# What was thrown and where in own code.
failure-said-at = { $said } ({ $place })
failure-called = { $by ->
    [task] Task { $task }
    [setup] setup
    [teardown] teardown
    [load] { $file }, as it was loaded,
   *[file] { $file }
} called { $said }{ $where ->
    [outside] { " " }outside of any task
   *[inside] { "" }
}.
failure-own-code = The code
failure-uncaught = An error was thrown outside of any task and not handled: { $said }.
failure-unhandled = A promise was rejected outside of any task and not handled: { $said }.

failure-host-killed = { failure-host } was killed by { $signal }.
failure-host-killed-lacks = { failure-host } was killed by { $signal }: { shortage }.
failure-host-exited = { failure-host } ended with exit code { $code } before its tasks were done.
failure-host-exited-lacks = { failure-host } ended with exit code { $code }: { shortage }.
failure-host-not-started = { failure-host } could not be started.
failure-host-not-started-lacks = { failure-host } could not be started: { shortage }.
failure-host-not-started-why = { failure-host } could not be started: { $why }.
failure-channel-closed = { failure-host } ended: own code closed a file descriptor that it had not opened and that carries the results.
failure-heap-full = The JavaScript heap of a worker was full, and V8 ended it. Keep less at once, or raise the limit: NODE_OPTIONS=--max-old-space-size=MB.

failure-task-not-run = Task { $task } was not run.
failure-other-result = Task { $task } returned another result than the reference (checksum { $given }, not { $right }): the work is not equal.
failure-task-run-twice = { NUMBER($results) } results for { NUMBER($tasks) } tasks: some task was run twice.
failure-no-result = it returned no result.
failure-ended = it ended with status { $status }.

failure-inputs-missing = An input of the workload is not available: { $why }.
failure-server-not-started-lacks = An input of the workload is not available: the local server did not start: { shortage }.
failure-server-not-started = An input of the workload is not available: the local server did not start: { $answer ->
    [text] { $said }
   *[none] it printed nothing
}.
# Stands in the two below.
failure-server = The local server{ $process ->
    [known] { " " }(pid { $pid })
   *[unknown] { "" }
}
failure-server-killed = { failure-server } was killed by { $signal } meanwhile.
failure-server-exited = { failure-server } ended with exit code { $code } meanwhile.
failure-server-silent = The local server did not listen.
failure-code-unknown = (unknown)

failure-run-ended = The run ended early: { $why }.
failure-run-without-strategy = The run ended early: no strategy of it can run here.
failure-run-too-large = The run ended early: { $cell } would have { NUMBER($workers) } workers on this machine; the maximum is { NUMBER($most) }.
failure-sampler-late = it did not start within { NUMBER($seconds) } s: { process-limit }
failure-probe = The probe failed: { $why }.

## Hints: each follows a failure as a sentence of its own.

hint-ran = It ran { $work }.
hint-descriptors-closed = It may have closed file descriptors that it had not opened and Node.js needs, or an add-on has aborted.
hint-module-not-isolated = A module it imports may not support sub-interpreters: use python-threads or python-processes.
hint-hash-seeds = Probable cause: each Python process has a different hash seed, so the order of a set differs. Sort it, or set PYTHONHASHSEED: with one seed for all, tried once, the results agreed.
hint-not-hash-seeds = One hash seed for all processes does not help: look for the time, random numbers without a seed, id() or the address of an object in what it returns.
hint-same-hash-seed = All processes have the same hash seed, so look for the time, random numbers without a seed, id() or the address of an object in what it returns.
hint-not-repeatable = Probable cause: what it returns depends on more than its index, its seed and its parameters. Look for the time, random numbers without a seed, the process id, or state that one task leaves for the next.
hint-python-variable = Probable cause: { $name }={ $value } keeps Python from starting. Correct or unset it.
hint-thread-folder = Threads can't change the current folder of their process; processes can.
hint-thread-call = Threads can't call { $call }; processes can.
hint-thread-add-on = The add-on can be loaded by one thread of a process only: threads can't share it; processes can each load it.
hint-thread-signals = Threads can't set signal handlers; python-serial and python-processes can.
hint-thread-bound = It works only in the thread that made it: make it in setup, which runs on each worker, or use python-processes.
hint-loop-running = python-asyncio runs each task on an event loop already; the other strategies can run it.
hint-interpreter-module = This module can't be loaded in a sub-interpreter: use python-threads or python-processes.
hint-interpreter-call = A sub-interpreter may not do that: use python-threads or python-processes.
