# results

## The screen

results-tab = { $tab ->
    [verdict] Verdict
    [break-even] Break-even
    [timeline] Timeline
   *[environment] Environment
  }
results-tab-trials = All { $count ->
    [one] { $count } trial
   *[other] { $count } trials
  }
results-side = Speed-up and warnings
results-runs = Earlier runs
results-open = Open report…
results-unfinished = <strong>Unfinished: { $trials }.</strong> The process of the run ended early; this page rests on these trials.
results-empty-trials = Trials of empty tasks
results-none = No runs yet
results-none-note = Run an experiment, or drop a report here. Runs are kept, to be opened again.
results-lab = Go to Lab
environment-run = Run
environment-experiment = Experiment

## The Export menu

export-json = the whole report; opens again here
export-csv = one row per trial, for programs
export-spreadsheet = CSV for spreadsheets
export-spreadsheet-note = semicolons and decimal commas
export-html = one file with charts, readable offline
export-trace = Trace
export-trace-note = for Perfetto and chrome://tracing

## The verdict and what it rests on

verdict-letters = Figures of the clauses
verdict-evidence = <words>{ $words }</words>, evidence <letter>{ $letter }</letter>: { $detail }
basis-name = { $basis ->
    [cold] cold
   *[warm] warm
  }
basis-meaning = { $basis ->
    [cold] cold: from the decision to the last result in and workers joined
   *[warm] warm: from go to the last task done, with workers that are ready
  }
cells-shown = Cells
cells-best = best count of each
cells-all = all { $count ->
    [one] { $count } cell
   *[other] { $count } cells
  }
cell-outliers = Outliers by cold time, kept and counted:
look-at-trial = Look at trial { NUMBER($number) }
look-at-more = and { NUMBER($count) } more
look-at-cell = Look at { $cell }
warnings-head = Warnings
warning-line = <title>{ $title }.</title> { $text }
failed-wrote = Last output
failed-more = { NUMBER($count) } more among all trials.
stopped-head = Stopped trials
stopped-trial = { $cell }, trial { NUMBER($number) }. { $why }

## The table of cells

table-trials = trials, { basis-name }, { $unit }
table-median =
    median
    { basis-name } { $unit }
table-interval =
    95 %
    interval
table-interval-note = Of the median; with fewer than 6 trials their range
table-speedup =
    speed-up
    { basis-name }
table-limit = vs. recommended; bottleneck
table-cpu = CPU { $unit }
table-busy =
    cores busy
    of { NUMBER($cores) }
table-peak = peak MB
table-memory =
    private,
    shared
table-statistics = Show statistics
table-not-measured = not measured
table-failed = { NUMBER($failed) } of { $all ->
    [one] { $all } trial
   *[other] { $all } trials
  } failed
table-no-data = no data: { table-failed }
memory-parts = private { $private }, shared { $shared }
overhead-bar = the same as a bar

## Where the cold time goes

phases = Where the cold time goes
phases-note = cold: from the decision to the last result in and workers joined; each cell's median trial
phases-warm-note = From go to the last task done
phases-part = { phase-name } { $time }
phases-cold = cold { $time }
phases-warm = warm { $time }
phases-other = { $time } not { $split ->
    [yes] computing
   *[no] running tasks
  }

## Charts

chart-table-note = The same figures as a table
chart-chart = Chart
chart-menu = Copy or save
chart-menu-of = Copy or save: { $title }
chart-deed = { $deed ->
    [copy] Copy picture
    [png] Save PNG…
    [svg] Save SVG…
   *[data] Copy data as CSV
  }
picture-footer = { $name } · { $machine } · { $moment } · Corelane
picture-machine = { $processor }, { $cores }
picture-copied = The picture is in the clipboard.
rows-copied = { $count ->
    [one] One row is in the clipboard, as CSV.
   *[other] { $count } rows are in the clipboard, as CSV.
  }
rows-copied-last = The last { $rows } of { $count } rows are in the clipboard, as CSV.
chart-linear = linear
chart-log = log
chart-log-scale = log scale
median-x-axis = { basis-name } time, { $unit }
median-x-axis-log = { basis-name } time, { $unit }, log scale
chart-value = { $value } { $unit }
chart-median = median { chart-value }
chart-median-unit = median { $unit }
median-title = Median { basis-name } time
median-axis = Time axis
median-note = dots: single trials
median-note-ringed = dots: single trials, ringed: outliers
median-note-log = line: median, band: 95 % interval, dots: single trials
median-note-log-ringed = line: median, band: 95 % interval, dots: single trials, ringed: outliers
median-cell = cell
median-interval = 95 % interval
median-trials = trials { $unit }
speedup = Speed-up by workers
speedup-note = times as fast as serial{ $own ->
    [yes] { " " }of the same runtime
   *[no] { "" }
  }, { basis-name }{ $fit ->
    [none] { "" }
    [amdahl] ; band: Amdahl fit, 95 %
    [usl] ; band: USL fit, 95 %
   *[both] ; band: Amdahl or USL fit, 95 %
  }
speedup-workers = workers
speedup-workers-log = workers, log scale
speedup-column = speed-up
speedup-interval = 95 %
speedup-each = per worker
speedup-serial-part = serial part
speedup-time = Time of the speed-ups
speedup-axis = Speed-up axis
speedup-marks = Bars: 95 % interval. Dotted: linear speed-up, up to the core count. Shaded: more workers than cores.
speedup-unknown = Not known: it needs serial and one other strategy with a successful trial.
speedup-quota = quota { $cores }
value-range = { $value } ({ $low } to { $high })

## One trial, and the table of all

timeline-which = Trial { NUMBER($number) } of { NUMBER($count) }
timeline-picture = { $which }: { $cell }
timeline-outcome = { $state }{ $sort ->
    [empty] , empty tasks
    [warmup] , warm-up
   *[measured] { "" }
  }
timeline-outcome-cold = { timeline-outcome }, { $cold } cold
timeline-outcome-times = { timeline-outcome }, { $cold } cold, { $warm } warm

trials-trial = trial
trials-cell = cell
trials-round = round
trials-status = status
trials-cold = cold { $unit }
trials-warm = warm { $unit }
trials-cpu = CPU { $unit }
trials-pss = peak PSS MB
trials-rss = peak RSS MB
trials-evidence = evidence
trials-outlier = outlier
trials-outlier-note = An outlier by cold time; kept and counted

## Earlier runs

runs-waits = Opens after the trial under way.
runs-back = Back to the report
runs-experiment = experiment
runs-started = started
runs-trials = trials
runs-took = took
runs-verdict = verdict
runs-disk = on disk
runs-actions = actions
runs-discard-this = Discard { $name }, { $moment }
runs-discard-ask = Discard…
runs-discard = Discard
runs-keep = Keep
runs-some = { $done } of { $count ->
    [one] { $count } trial
   *[other] { $count } trials
  }
runs-running = under way
runs-unreadable = can't be read
runs-unfinished = unfinished
runs-stopped = { $trials }, stopped
runs-failed = { $trials }, failed
runs-left = Left unfinished
runs-left-many = { $count ->
    [one] { $count } run was left unfinished.
   *[other] { $count } runs were left unfinished.
  }
runs-left-one = Left unfinished: { $run }.
runs-left-discard = Discard { $run }? Its measurements are deleted.
runs-left-show = Show them
runs-left-open = Open
runs-left-later = Later
kept-limit = Keep at most
kept-range = From 0 to { $most }; 0 keeps only the newest run.
kept-where = In { $folder }; the oldest runs go first.
kept-held = of finished runs; { $size } now

## Memory over time

memory-chart = Memory over time
memory-chart-note = PSS of all processes, each cell's median trial · dots: read exactly · line: RSS less what is shared
memory-chart-time = { $unit } from the decision
memory-chart-at = { $size } at { $time }
memory-chart-first = at first, MB
memory-chart-peak = peak, MB
memory-chart-left = left after the workers, MB
memory-chart-exact = exact readings
