## Warnings: what limits the figures of a run, and as .advice what to do about it.

warning-title = { $kind ->
    [outliers] Outliers
    [drift] Drift
    [modes] Multimodal times
    [few-trials] Few trials
    [imprecise] Not precise enough
    [coarse-timer] Coarse clock
    [load] Background load
    [stood-still] Stood still
    [throttling] Throttling
    [frequency] Frequency
    [swap] Swapping
    [missed-samples] Missed samples
    [failed-trials] Failed trials
    [ended-early] Ended early
    [not-measured] Not measured
    [quota] CPU quota
    [environment] Environment
   *[earlier] Other warning
}

## What the measured times look like.

warning-outliers = { $count ->
    [one] { $count } trial lies
   *[other] { $count } trials lie
} far from the median of the cell: { $trials }.
    .advice = See what happened around them. They are kept and count like the others.
# Several of these stand in the one before.
warning-outlier = trial { NUMBER($trial) } of { $cell } ({ $ratio })

warning-drift = { $of ->
    [all] Times, each against its cell's median,
   *[cell] Times of { $cell }
} { $direction ->
    [rose] rose
   *[fell] fell
} by { $change } from the first third of the run to the last (p { $chance ->
    [small] below 0.001
   *[told] { $p }
}).
    .advice = { $direction ->
        [rose] Let the machine cool down and come to rest, then run again.
       *[fell] Add warm-up rounds and run again.
    }

warning-modes = Times of { $cell } fall into two groups: { $low ->
    [one] { $low } trial
   *[other] { $low } trials
} around { $lowTime }, { NUMBER($high) } around { $highTime }.
    .advice = Check what distinguishes the groups; a median describes one of them at most.

## Trials that failed, are missing, or are too few.

warning-failed-trials = { NUMBER($failed) } of { NUMBER($trials) } { $sort ->
    [empty] trials of empty tasks
   *[work] trials
} of { $cell } failed: { $why }.
    .advice = { $remedy ->
        [other-strategy] This can't be fixed: use another strategy.
        [timeout] Raise timeoutSeconds, or make the work smaller.
        [memory-limit] Raise memoryLimitMb, or use fewer workers.
       *[none] See the trial's error. Failed trials are excluded.
    }

warning-ended-early = The run ended early: { NUMBER($ended) } of { NUMBER($planned) } measured trials were carried out.
    .advice = { warning-run-again }
warning-not-measured = Not measured: { $cells }.
    .advice = { warning-run-again }
# What ended a run by itself would do so again.
warning-run-again = { $cause ->
    [stop] Run it again to its end.
   *[failure] Fix the cause and run again.
}

warning-one-trial = From one trial only: { $cells }.
    .advice = { warning-repeat }
warning-few-trials = Fewer than { NUMBER($least) } trials, so no interval: { $cells }.
    .advice = { warning-repeat }
warning-repeat = Repeat at least 5 times.

warning-imprecise = The median cold time is known to no better than ±{ $wanted }: { $cells }.
    .advice = Repeat more often, or set a precision.
warning-not-as-precise = The requested precision, ±{ $wanted }, was not reached: { $cells }.
    .advice = Allow more trials and more time, or end what disturbs them.
# Several of these stand in the two before.
warning-precision = { $cell } ±{ $precision } ({ $trials ->
    [one] { $trials } trial
   *[other] { $trials } trials
})

warning-stood-still = Everything stood still for { $seconds } s during { $trials ->
    [one] { $trials } trial, which is
   *[other] { $trials } trials, which are
} not counted.
    .advice = Let the run continue to its end: no Ctrl-Z, no paused container, no sleeping machine.

## Load from others. These sentences follow one another.

warning-load-run = Another Corelane run (pid { $pid }) was under way at the same time.
warning-load-runs = { NUMBER($count) } other Corelane runs (pids { $pids }) were under way at the same time.
    .advice = Run one after the other.
warning-load-took = Other processes took { $cores } on average while trials ran.
warning-load-took-by = Other processes took { $cores } on average while trials ran, from { $processes }.
    .advice = Close { $count ->
        [0] other programs
        [one] it
       *[other] them
    } and run again.
warning-load-process = “{ $name }” (pid { $pid }), { $cores }
warning-load-corelane = another Corelane run (pid { $pid }), { $cores }
warning-load-separator = { "; " }
warning-load-cores = { $cores ->
    [1] { NUMBER($cores, minimumFractionDigits: 2, maximumFractionDigits: 2) } core
   *[other] { NUMBER($cores, minimumFractionDigits: 2, maximumFractionDigits: 2) } cores
}
warning-load-waited = Workers waited for a core although there were enough: { $cells }.
    .advice = Close other programs, wait a minute and run again.
warning-load-waited-cell = { $cell } ({ $share } of the time)
warning-load-seen = Other processes visible here took { $cores } meanwhile.
    .advice = Leave a core free for the runtime and the instrument; in a container, check what runs outside it.
warning-load-average = The load average over the last minute was { $load } on { $cores ->
    [one] { $cores } usable core
   *[other] { $cores } usable cores
} when the machine was read; a run just before counts in it.

## What the machine did.

warning-quota-throttling = The control group's CPU quota throttled its tasks for { $time } in { $trials ->
    [one] { $trials } trial
   *[other] { $trials } trials
}.
    .advice = Use no more workers than the quota has cores, or run without it.
warning-heat = The processor slowed down because of heat { $times ->
    [one] { $times } time
   *[other] { $times } times
} in { $trials ->
    [one] { $trials } trial
   *[other] { $trials } trials
}.
    .advice = Let it cool down, or cool it better, and run again.
warning-stolen = The hypervisor took { $share } of the time of the cores in use.
    .advice = Run again at another time, or on cores of your own.
warning-swap = { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
} of memory moved to or from swap in { $trials ->
    [one] { $trials } trial
   *[other] { $trials } trials
}.
    .advice = Free memory, or use fewer workers, and run again.

warning-frequency = The cores' frequency changed from trial to trial: { $cells }.
    .advice = Fix the frequency, or repeat more often.
warning-frequency-cell = { $cell } { $low } to { $high } MHz
warning-governor = The frequency governor is “{ $governor }”.
    .advice = Set it to “performance” for steadier times.

warning-quota = A quota limits this to { $quota } of { $cores ->
    [one] { $cores } core
   *[other] { $cores } cores
}.
    .advice = Judge worker counts by the quota, or run without it.

## Variables of the environment.

warning-environment = Child processes ran with { $settings }: { $effect ->
    [slower] slower than without
    [memory-limit] it limits their memory
    [more-code] it loads more than the code that is measured
    [debugger] it attaches a debugger: slower than without
    [libraries] it puts other libraries into every process
   *[slower-python] it can make Python slower
}.
    .advice = Run again without { $variables }, from a terminal that does not set them.
warning-environment-option = { $option } ({ $variable })

## Where the instrument itself reaches its limits. These sentences follow one another.

warning-coarse-tasks = Tasks are short compared with one reading of the clock, about { $read }: { $cells }.
warning-coarse-cold = Cold times are short compared with one reading of the clock, about { $read }: { $cells }.
    .advice = Treat these times as upper bounds, or make each task larger.
warning-coarse-cell = { $cell } { $time }

warning-missed-samples = { NUMBER($missed) } of { NUMBER($due) } samples were missed; the largest delay was { $time }.
warning-missed-in-trials = { $trials ->
    [one] { $trials } trial
   *[other] { $trials } trials
} missed more than { $limit } of theirs, up to { $most }.
    .advice = Lower sampling.hz, or leave a core free. Times do not come from samples.
