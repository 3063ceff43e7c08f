# probes: the programs that try a claim

## Which probe, and in what it runs.

probe-runtime = { $runtime ->
    [node] Node.js
   *[python] { runtime-python }
}
probe-kind = { $kind ->
    [threads] threads
   *[processes] processes
}
probe-fault = { $fault ->
    [throw] throw
    [memory] memory
    [abort] abort
    [segv] segv
    [exit] exit
   *[leak] leak
}
probe-window = A window
probe-of-kind = { probe-runtime }, { probe-kind }
probe-of-fault = { probe-of-kind }, { probe-fault }

## Evidence beside a figure: how a worker ended, and what a program saw.

worker-running = the worker did not end
worker-error = the worker's error: { $error }
# What the probe's worker threw itself.
worker-threw = the worker's error: { $threw ->
    [on-purpose] thrown in a worker
   *[no-limit] no limit was reached
}
worker-exit = exit code { $code }
worker-ended = the thread ended
program-saw = the program sees { $value }

## How a probe does what it measures, beside its figures. Names of functions stay as they are written.

method-threads-object = threads, an object
method-threads-shared-array = threads, SharedArrayBuffer
method-threads-name = threads, a name
method-processes-object = processes, an object
method-processes-name-fork = processes (fork), a name
method-processes-name-spawn = processes (spawn), a name
method-processes-name-forkserver = processes (forkserver), a name
method-processes-shared-memory = processes, shared_memory
method-plain = plain
method-atomic = atomic
method-call = with a call between
method-lock = with a lock
method-threads-terminate = threads, worker.terminate()
method-threads-join = threads, no method: join()
method-threads-flag = threads, a flag
method-threads-exception = threads, PyThreadState_SetAsyncExc
method-processes-sigkill = processes, SIGKILL
method-processes-kill = processes, kill()
method-threads-throw = threads, throw
method-threads-memory = threads, memory
method-threads-abort = threads, abort
method-threads-segv = threads, segv
method-threads-exit = threads, exit
method-threads-leak = threads, leak
method-processes-throw = processes, throw
method-processes-memory = processes, memory
method-processes-abort = processes, abort
method-processes-segv = processes, segv
method-processes-exit = processes, exit
method-processes-leak = processes, leak
method-message-thread = thread, a message (copy)
method-message-process = process, a message
method-transfer = thread, transferred
method-shared-array = thread, SharedArrayBuffer
method-queue = thread, queue.Queue (a reference)
method-simple-queue = thread, queue.SimpleQueue (a reference)
method-process-queue = process, multiprocessing.Queue
method-process-pipe = process, multiprocessing.Pipe
method-process-shared-memory = process, shared_memory
method-place-page = on the page's own thread
method-place-main = on the main process's loop
method-place-thread = on a thread of the main process
method-place-process = in a process of its own
method-place-idle = no work
