## The verdict: a sentence for each of its facts. What stands between <name> and </name> leads to the evidence of
## that name; between <strong> and </strong> are the key words.

verdict-runtime = <strong>In { $runtime ->
    [node] Node.js
   *[python] Python { $version }
}:</strong>

verdict-faster = <strong>Use { $cell }:</strong> <row>{ $ratio } faster than serial</row>, { $time } instead of { $serialTime }, cold.
verdict-runner-up = In comparison, { $cell } { $subjects ->
    [one] takes
   *[other] take
} <row>{ $ratio } as long</row>{ $memory ->
    [told] { " and " }<memory>{ $memoryRatio } the memory</memory>
   *[same] { "" }
}.
verdict-equal = <row>No difference was found</row> between { $cells }{ $memory ->
    [told] ; { $cell } { $subjects ->
        [one] takes
       *[other] take
    } <memory>{ $memoryRatio } the memory</memory>
   *[same] { "" }
}.

verdict-beaten = <strong>{ $answer ->
    [neither] Use neither:
   *[serial] Use serial:
}</strong> serial takes { $time } cold; { $others }.
# Several of these stand one after another in verdict-beaten.
verdict-beaten-other = { $cell } { $subjects ->
    [one] takes
   *[other] take
} { $time }, <row>{ $ratio } as long</row>
verdict-beaten-separator = { "; " }

verdict-alike = <strong>No difference found</strong> between { $cells }, cold.
verdict-cell-time = { $cell } ({ $time })
verdict-against = Against { $over }, { $cell } takes <row>{ $ratio } as long</row>{ $memory ->
    [told] { " and " }<memory>{ $memoryRatio } the memory</memory>
   *[same] { "" }
}.

## What it costs, and what limits it.

verdict-cost = It costs { $costs ->
    [cpu] <cpu>{ $cpuRatio } the CPU time</cpu>
    [memory] <memory>{ $memoryRatio } the memory</memory>
   *[both] <cpu>{ $cpuRatio } the CPU time</cpu> and <memory>{ $memoryRatio } the memory</memory>
} of serial.
verdict-cost-limit = It costs { $costs ->
    [cpu] <cpu>{ $cpuRatio } the CPU time</cpu>
    [memory] <memory>{ $memoryRatio } the memory</memory>
   *[both] <cpu>{ $cpuRatio } the CPU time</cpu> and <memory>{ $memoryRatio } the memory</memory>
} of serial; { $limit }.
verdict-limit = With { $cell }, { $limit }.
# Stands in the two before.
verdict-loss = <limit>{ $loss ->
    [start-up] starting and joining take
    [messaging] dispatching tasks and collecting results takes
    [imbalance] waiting for the last worker takes
    [run-queue] waiting for a core takes
    [waiting] waiting in tasks takes
    [interpreter-lock] taking turns, as under an interpreter lock, takes
   *[memory] tasks slowing each other down take
} { $share } of the time</limit>
verdict-cores = <limit>{ $busy } of { $cores ->
    [one] { $cores } core is
   *[other] { $cores } cores are
} busy</limit>

## What the trials say against it.

verdict-failed = Of the trials of { $cell }, <trials>{ NUMBER($failed) } of { NUMBER($trials) } failed</trials>.
verdict-left-out = Left out, with fewer than { NUMBER($least) } trials: <trials>{ $cells }</trials>.
verdict-unfit = <trials>{ $cells }</trials> can't run this work. { $reason }

## What would change it.

verdict-counts = More than { $count } <scaling>{ $measured ->
    [yes] gain nothing
   *[no] were not measured
}</scaling>.
verdict-count-at-once = { NUMBER($count) } at once
verdict-other-neither = { $size ->
    [own] <size>Under { $time } per task</size>
    [other] <size>With { $tasks } under { $time } each</size>
   *[none] <number>With { $number } of this size</number>
}{ $or ->
    [yes] { " or " }<number>with { $number } of this size</number>
   *[no] { "" }
}, use neither.
verdict-other-workers = { $size ->
    [own] <size>From { $time } per task</size>
    [other] <size>With { $tasks } from { $time } each</size>
   *[none] <number>With { $number } of this size</number>
}{ $or ->
    [yes] { " or " }<number>with { $number } of this size</number>
   *[no] { "" }
}, workers are faster.
verdict-start-neither = Under <overhead>about { $time } per task</overhead>, by the measured cost of starting, use neither.
verdict-start-workers = By the measured cost of starting, a task must take <overhead>at least about { $time }</overhead> for workers to pay.
verdict-warm = With workers kept running, { $cell } would be <row>{ $ratio } faster than { $over }</row>.

## Where nothing is decided.

verdict-nothing-measured = <strong>Not decided:</strong> no measured trial succeeded.
verdict-only-serial = <strong>Not decided:</strong> only serial was measured, { $time }, cold. { $others ->
    [planned] No trial of another strategy succeeded.
   *[none] Add another strategy to compare it with.
}
verdict-no-serial = <strong>Not decided:</strong> { $cell } came first, { $time }, cold. { $serial ->
    [planned] No trial of serial succeeded, so what it gains is not known.
   *[none] Add serial to the experiment to know what it gains.
}
verdict-too-few = <strong>Not decided:</strong> this needs at least { NUMBER($least) } trials of each strategy. Fastest so far: { $cells }, cold.
verdict-not-analysed = { note-analysis-failed }

## The figures behind the words, short.

verdict-detail-interval = { $sort ->
    [interval] interval
   *[range] range
} { $low } to { $high }
verdict-detail-no-interval = { $ratio }, no interval
verdict-detail-of-cell = { $cell }: { $interval }
verdict-detail-warm = warm, { $interval }
verdict-detail-serial = { $figure }, serial { $serial }
verdict-detail-pair = { $one }, { $other }
verdict-detail-part = { $part } of { $whole }
verdict-detail-busy = { $busy } busy
verdict-detail-ended-well = { $sort ->
    [most] at most { $trials } that succeeded
   *[all] { $trials } that succeeded
}
verdict-detail-unfit = failed
verdict-detail-speedup = { NUMBER($workers) }: { $ratio }
verdict-detail-best = best count { NUMBER($low) } to { NUMBER($high) }
verdict-detail-at = at { $tasks }
verdict-detail-pays-at = { $strategy ->
    [threads] threads
   *[processes] processes
}, at { $tasks }
verdict-detail-neither = neither up to { $time } per task
verdict-detail-pays = { $strategy ->
    [threads] threads
   *[processes] processes
}, from { $time } per task
verdict-detail-start = { $cell }: { $time } with { $tasks } that do nothing
