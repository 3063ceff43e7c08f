## What limits a cell: one sentence with the figures.

# Begins each of the sentences below.
bottleneck-share = { $share } of the cold time ({ $part } of { $whole }) goes to

bottleneck-none = { bottleneck-share } tasks on a core.
bottleneck-start-up = { bottleneck-share } starting and joining { $cell }.
bottleneck-messaging = { bottleneck-share } dispatching tasks and collecting their results.
bottleneck-imbalance = { bottleneck-share } workers without a task while the last ones still run.
bottleneck-run-queue = { bottleneck-share } runnable workers waiting for a core.
bottleneck-run-queue-causes = { bottleneck-share } runnable workers waiting for a core ({ $causes }).
bottleneck-waiting = { bottleneck-share } tasks that wait, off the cores.
bottleneck-interpreter-lock = { bottleneck-share } threads taking turns: the { NUMBER($threads) } threads of a process keep { $cores } busy together, without waiting for a core.
bottleneck-memory = { bottleneck-share } tasks that take { $slowdown } as long as in serial although each has a core: memory, or another resource that the cores share.

## Causes of waiting for a core, one after another.

bottleneck-cause-workers = { $workers ->
    [one] { $workers } worker
   *[other] { $workers } workers
} on { $cores ->
    [one] { $cores } usable core
   *[other] { $cores } usable cores
}
bottleneck-cause-others = processes outside the run kept { $cores } busy
bottleneck-cause-quota = a quota throttled tasks for { $time }
bottleneck-cause-separator = { "; " }

## The same beside a row of figures, short.

bottleneck-limited-by = limited by { $kind ->
    [start-up] start-up
    [messaging] messaging
    [imbalance] imbalance
    [run-queue] waiting for a core
    [waiting] waiting
    [interpreter-lock] the interpreter lock
   *[memory] memory
}
bottleneck-limited-by-share = { bottleneck-limited-by }, { $share }
