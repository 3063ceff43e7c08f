## What a run notes of itself beside its figures.

note-files-left = Temporary files could not be removed: { $why }.
note-figure-unknown = { $what ->
    [per-core] How busy each core was is not known: { $why }.
    [schedstat] How long workers ran and waited is not known: { $why }.
    [smaps_rollup] The memory of the processes is not known: { $why }.
    [statm] The resident size of the processes is not known: { $why }.
    [others] The CPU time of other processes is not known: { $why }.
    [priority] The sampler may disturb the trials: its priority was not lowered ({ $why }).
   *[folder] Nothing removes { $why } after a crash: it is not a temporary folder of this run.
}
note-samples-dropped = The sampler sent impossible values: { $samples ->
    [one] { $samples } of its samples was
   *[other] { $samples } of its samples were
} left out.

note-sampler-ended = The sampler ended early: nothing was sampled from then on.
note-sampler-ended-why = { note-sampler-ended } Reason: { $why }.
note-sampler-ended-said = { note-sampler-ended } Its output: { $said }

note-tasks-reduced = { NUMBER($reduced) } of { $trials ->
    [one] { $trials } trial
   *[other] { $trials } trials
} had more tasks than a report can hold: it lists some tasks of each, and what all of them took.
note-workers-reduced = There were more workers than a report can name: of { NUMBER($reduced) } of { $trials ->
    [one] { $trials } trial
   *[other] { $trials } trials
} it does not hold the process and thread numbers.
note-samples-reduced = There were more samples than a report can hold. Neighbours were merged, with their sums and maxima, and it holds { $rows }.
# Several of these are the rows of the one before.
note-samples-of = { NUMBER($kept) } of { NUMBER($taken) } of { $kind ->
    [cores] cores
    [workers] workers
    [processes] memory
    [resident] resident sizes
    [heaps] heaps
   *[loop] the event loop
}
note-rows-unreadable = { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
} of samples could not be read.
note-notes-left-out = { $notes ->
    [one] { $notes } more note is
   *[other] { $notes } more notes are
} not kept.

note-left-out-unfit = { $strategy } { left-out }: { left-out-unfit }.
# Stands in the one before, and in the form.
left-out-unfit = { $why ->
    [python] { $file } is Python
    [not-python] { $file } is not Python
   *[program] every task of a command is already a process, so only serial and async apply
}
note-left-out-missing = { $strategy } { left-out }: { $why ->
    [not-found] no { left-out-python } is found here
   *[search-failed] the search for { left-out-python } failed: { $lacks }
}.
# Of a run that is over, or of one that is not begun.
left-out = { $when ->
    [draft] is left out
   *[run] was left out
}
left-out-python = { $asked ->
    [some] Python { $pythons }
   *[any] Python
}
note-left-out-unable = { $strategy } { left-out } for Python { $pythons }: { $why ->
    [no-lock-of-its-own] it has no sub-interpreters with a lock of their own
   *[no-start-method] it can't start processes by that method
}.
note-search-without-size = There is no break-even search for { $workload }: it has no parameter for the size of a task.

note-search-left-out = The break-even search skips { NUMBER($tasks) } tasks from here on, because of { $cell }: { $why }
note-reference-failed = The reference run failed: { $why } The first trial that succeeds is the reference instead.

note-repeats-ended = Precision { $precision } reached by { NUMBER($reached) } of { NUMBER($cells) } cells.
note-repeats-ended-stops = Precision { $precision } reached by { NUMBER($reached) } of { NUMBER($cells) } cells; { $stops }.
# Several of these stand one after another in the one before.
note-repeats-separator = { "; " }
note-repeats-failing = { $cell } has failed trials only
note-repeats-stop = { $cell } stopped at { $trials ->
    [one] { $trials } trial
   *[other] { $trials } trials
}{ $reached ->
    [known] { " " }with ±{ $precision }
   *[unknown] { "" }
}{ $ending ->
    [budget] , the time budget of { NUMBER($seconds) } s
   *[repeats] { "" }
}

note-process-unnamed = a process
note-processes-ended = { $names }, started by { $starter ->
    [file] { $file }
   *[work] the work
}, kept running after its tasks and was stopped.
note-processes-left = { $names } ({ $pids }), started by { $starter ->
    [file] { $file }
   *[work] the work
}, can't be stopped: stop it yourself.
note-teardown-late = teardown of { $file } did not end within { NUMBER($seconds) } s
note-teardown-threw = teardown of { $file } threw: { $said }
note-exit-hook-late = an exit hook of { $file } did not end within { NUMBER($seconds) } s
note-exit-hook-threw = an exit hook of { $file } threw: { $said }
note-late-threw = something in { $file } threw after its last result: { $said }
note-late-call = { $during ->
    [teardown] teardown of { $file }
   *[rest] { $file }
} called { $call } after its last result
note-late-signal = teardown of { $file } ended its process with { $signal }
note-kept-alive = something in { $file } kept the { $worker ->
    [thread] thread
   *[process] process
} alive after its last result
note-printed = tasks printed { $size }

## Of a report that was made of what a run had kept.

note-unfinished = The run was not finished: its process ended after { NUMBER($trials) } of { NUMBER($planned) } trials. This report rests on those.
note-journal-top-damaged = The first line of the run's journal is damaged: its facts about the machine and the experiment may be wrong. Run the experiment again before you rely on it.
note-journal-lines-damaged = { $lines ->
    [one] { $lines } line
   *[other] { $lines } lines
} of the run's journal could not be read.
note-trial-set-aside = Set aside: { $trial }, which has a damaged line.
note-trial-set-aside-cell = Set aside: { $trial } ({ $cell }), which has a damaged line.
note-not-kept = The run is not kept on disk: { $why }
note-journal-ended = From here on the run's journal is not written: { $why }. The run continues, and its report is written at the end as usual.
note-analysis-failed = The analysis failed inside Corelane ({ $why }): the trials are here as they were measured.
