# page

## A report's run, in short and as a table of facts.

run-of = run of { $moment }, { $trials }, { $duration }
run-of-ended = run of { $moment }, { $trials }, { $duration }, { $status }
run-report = report
run-started = started
run-took = took
run-status = status
run-written = written
run-version = report version
run-program = program
run-runtime = runtime
run-own-cpu = own CPU time
run-window-cpu = window CPU time
run-sampler-cpu = sampler CPU time
run-sampled = samples
run-latest = max delay of a sample
run-cpu = { $time }, { $percent } % of a core
run-samples = { $samples }, { $missed } missed

## The page of a report: its sections and what stands in them.

page-results = Results
page-how-read = Cold: from the program’s decision to the last result in and the workers joined. Intervals: 95 %, exact, of medians and ratios; with few trials their range.
page-warnings = Warnings
page-warning = Warning: { $text } { $advice }
page-experiment = Experiment
page-machine = Machine
page-run = Run

page-phases = { phases }
page-phases-note = in each cell’s median trial
page-phases-none = Not known: no trial recorded its phases.
page-phases-picture = Phases of the cold time of each cell’s median trial
page-phase-warm = warm
page-phase-times = warm { $warm } · { $split ->
    [yes] { $other } not computing
   *[no] { $other } not running tasks
}

page-speedup = Speed-up by workers
page-speedup-none = Not known: it needs a trial of serial and one of another strategy.
page-speedup-picture = Speed-up against serial by number of workers; the figures are in the table
page-speedup-workers = workers
page-speedup-point = { $label } { NUMBER($workers) }: { $ratio }
page-speedup-interval = { page-speedup-point } ({ $low } to { $high })
page-speedup-lines = Cold. Dashed: serial. Dotted: linear speed-up.
page-speedup-async = { page-speedup-lines } For async, workers are tasks at once on one event loop.

page-pays = When workers begin to pay
page-pays-note = size of one task, serial
page-pays-tasks = tasks
page-pays-from = { $strategy ->
    [threads] threads pay from
   *[processes] processes pay from
}
page-pays-gain = largest gain
page-pays-always = { $size } (at every size measured)
page-pays-above = { $size } (not yet at { $below })
page-pays-unsettled = not settled
page-pays-not = not found up to { $below }
page-pays-article = The article’s program, { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
} of { $size }: { $winner ->
    [serial] neither pays
    [threads] threads
    [processes] processes
   *[undecided] undecided
}.
page-pays-search = { $status ->
    [done] { page-pays-measured }
    [budget] { page-pays-measured }, ended by the time budget
   *[stopped] { page-pays-measured }, ended by a stop
}.
page-pays-measured = { $points ->
    [one] { $points } point
   *[other] { $points } points
} in { $duration }

page-more-failures = { $count ->
    [one] { $count } more is in the JSON report.
   *[other] { $count } more are in the JSON report.
}
page-more-trials = { $count ->
    [one] { $count } more is in the CSV and JSON reports.
   *[other] { $count } more are in the CSV and JSON reports.
}
page-trials = Every trial, in the order of the run
page-trial = trial
page-trial-warm-up = { $label }, warm-up
page-trial-status = status
page-trial-cold = cold
page-trial-warm = warm
page-trial-cpu-user = CPU user
page-trial-cpu-system = CPU system
page-trial-memory = peak memory

## What was run.

experiment-name = name
experiment-work = work
experiment-schedule = schedule
experiment-schedule-of = { $kind ->
    [static] static
   *[dynamic] dynamic, { NUMBER($chunk) } at a time
}
experiment-warm-up = warm-up
experiment-warm-up-of = { NUMBER($trials) } per cell, not counted
experiment-order = order
experiment-order-of = interleaved at random, seed { $seed }
experiment-limits = limits
experiment-limits-of = { $seconds } s, { $megabytes } MB per trial
experiment-sampling = sampling
experiment-sampling-of = { $hz } per second, memory { $memoryHz } per second

## A report as text.

report-work = { $name }: { $work }
report-work-ended = { $name }: { $work }, { $status }

## The findings, as a page and as text.

findings-title = Threads or processes?
findings-weights = weights: { $weights }
findings-figures = Figures
findings-strategy = strategy
findings-runtime = runtime
findings-what = what
findings-x = workers or bytes
findings-median = median
findings-range = range
findings-values = values
findings-weight = { criterion-name } { NUMBER($weight) }
findings-note = Note: { $note }
findings-none = Nothing was found.
findings-counts = { $counts }.

## The race

page-race = Race
page-race-note = each strategy’s median trial on one clock, from the decision, at { $speed } its speed
page-race-again = Play again
page-race-picture = Race of the median trials of { $count ->
    [one] { $count } strategy
   *[other] { $count } strategies
  }.
