# cli

## What the command line says of itself. No line is longer than 100 characters.

help-general =
    Threads, processes or neither, and how many? Measured on this machine.

    Usage: corelane COMMAND

      run FILE        runs an experiment and writes its report
      recover [ID…]   makes reports of runs that were left unfinished
      runs            lists the runs that are kept, finished or not
      claims [ID…]    tries the article's claims, one or all, on this machine
      init [PRESET]   prints an experiment to start from
      machine         shows what is known about this machine

      --help          this text; corelane COMMAND --help says more
      --version       the version
      --language en   the language: en or zh; else CORELANE_LANGUAGE, else the system's

    Exit code: 0 done, 1 a trial failed or the run was stopped, 2 the input can't be used.

help-run =
    Usage: corelane run FILE [--out DIR] [--format LIST] [--dry-run] [--no-pilot] [--quiet]
                             { "[" }--force] [--allow-code] [--module PATH]

    Estimates how long it takes, runs the experiment in FILE (- for the standard input), prints a
    table of the results and writes the report as files: into a folder of their own in DIR, named after
    the experiment and the moment. DIR/latest and DIR/report.json (.csv …) lead to the newest.

      --out DIR       folder for all that, created if missing (default: reports)
      --force         replaces a foreign file in the place of a link to the newest report
      --format LIST   which files, separated by commas ({ $formats });
                      default: { $usual }
      --dry-run       prints what would be done and, after a pilot of some seconds, what it would
                      cost; with --no-pilot it runs nothing
      --no-pilot      does not estimate the time first
      --quiet, -q     no progress, no pilot
      --allow-code    runs all code that the experiment names, interpreters too
      --module PATH   allows this file if the experiment names it; may be repeated

    Ctrl-C stops the run and still reports what was measured; a second one quits at once. Every finished
    trial is on disk, so a killed run is not lost: see corelane recover --help.
    Exit code: 0 done, 1 a trial failed or the run was stopped, 2 the input can't be used.

help-recover =
    Usage: corelane recover [ID…] [--out DIR] [--format LIST] [--force] [--discard]

    Makes the reports of runs that were left unfinished (killed, power gone, disk full) from the trials
    there are, prints their tables and writes their files as corelane run does. With the ID of a run
    that is kept, its files are written again. "corelane runs" lists the IDs.

      --out DIR       folder for the files, created if missing (default: reports)
      --format LIST   which files, separated by commas ({ $formats });
                      default: { $usual }
      --force         replaces a foreign file in the place of a link to the newest report
      --discard       removes these runs instead

    Exit code: 0 done, 1 a report could not be made or written, 2 there is no such run.

help-runs =
    Usage: corelane runs

    Lists the runs in the data folder, the newest first: those that are kept with their report, left
    unfinished, or under way. Kept ones take at most 2 GB, or the "keptBytes" of settings.json in that
    folder; the oldest go first. The folder is CORELANE_DATA, else the data folder of the system.

help-claims =
    Usage: corelane claims [ID… | all] [--json FILE] [--html FILE] [--kept] [--quiet]

    Tries what is claimed of threads and processes, each claim on real ones, in JavaScript and in
    Python, and reports whether it holds here, does not, or depends on the language, the version or
    the strategy. Without an ID, tries all of them, which takes some minutes.

      --json FILE     the findings with every figure; its folder is created if missing
      --html FILE     the findings as a page, likewise
      --kept          tries nothing: prints the kept findings
      --quiet, -q     no progress

    { $claims }

    Ctrl-C stops, and prints what was found until then; a second one quits at once. Each finding is kept
    as soon as it is known, whatever ends the others. "corelane experiment", the earlier name, still
    works.
    Exit code: 0 done, 1 stopped or nothing could be measured, 2 the input can't be used.

help-init =
    Usage: corelane init [PRESET]
           corelane init module [--python] [--out DIR]

    Prints an experiment: corelane init wait > waits.corelane.json
    For code of your own, module prints an experiment that runs it.

      --out DIR       writes it there, beside a file to put the code into; overwrites nothing
      --python        in Python, not in TypeScript

    { $presets }

help-machine =
    Usage: corelane machine [--json]

    Shows the machine as a run would see it: cores it may use, memory, and which counters can be read.

      --json          as JSON

help-preset = { $title }: { $note }

## What is wrong with the arguments: one sentence, and what to do.

cli-problem = corelane: { $problem }
cli-folder-gone = The current folder no longer exists. Change to one that does.
cli-no-command = There is no command { $command }. Use one of { $commands }.
cli-one-file = Give one experiment file: corelane run FILE. "corelane init" prints one.
cli-empty-name = The name of the experiment file is empty. { cli-one-file }
cli-empty-out = --out needs a folder: --out { $example }
cli-discard-what = --discard needs the names of runs. "corelane runs" lists them.
cli-takes-nothing = { $command ->
    [runs] corelane runs takes no name. Leave it out.
   *[machine] corelane machine takes no file. Leave it out.
}
cli-empty-file = --json and --html need a file: --json findings.json
cli-no-claim = There is no claim { $claim }. Use all, or some of { $claims }.
cli-one-preset = Give one preset at most: corelane init PRESET.
cli-no-preset =
    There is no preset { $preset }. Use one of these:
    { $presets }
cli-only-module = --python and --out are for corelane init module.
cli-no-format = --format { $format } is not known. Use { $formats }, separated by commas.
cli-empty-format = --format (empty) is not known. Use { $formats }, separated by commas.
cli-unknown-option = Unknown option '{ $option }'. See corelane { $command } --help.
cli-no-value = Option { $option } needs a value. See corelane { $command } --help.
cli-dashed-value = Option { $option } needs a value; one that begins with a dash is given as { $option }={ $value }.
cli-takes-no-value = Option { $option } takes no value. See corelane { $command } --help.
cli-twice = --{ $option } is given twice. Give it once.
cli-too-many-arguments = There are { NUMBER($count) } arguments. Give at most { NUMBER($max) }.
cli-long-argument = Argument { NUMBER($place) } ({ $word }) has { NUMBER($length) } characters. Give at most { NUMBER($max) }.

## `corelane run`

cli-stdin = standard input
cli-the-stdin = The standard input
cli-stdin-empty = The standard input is empty. Send an experiment into it, or give its file; "corelane init" prints one.
cli-stopping = stopping; what was measured is kept
cli-stopped-before = stopped before the first trial.
cli-claim = { $id }: { $claim }
cli-cost = cost: { $cost }
cli-not-started = A dry run does not start { $path }, so whether it is a Python is not known.
cli-own-code = This experiment runs code of its own: { $what }. Give --allow-code, or --module { $path }, if you trust it.
cli-untrusted-interpreter = This experiment names an interpreter that auto-detection did not find, { $path }. Give --allow-code if you trust it.
cli-wrote = wrote { $path }
cli-kept = The report is kept: { $report }. corelane recover { $id } writes its files.
cli-lost-output = the output could not be written: { $why }.

## What a run would do, for `--dry-run`.

plan-workload = workload
plan-tasks = tasks
plan-schedule = schedule
plan-schedule-kind = { $kind ->
    [static] static
   *[dynamic] dynamic, chunks of { NUMBER($chunk) }
}
plan-rounds = rounds
plan-rounds-of = { NUMBER($warmup) } warm-up, { NUMBER($repeats) } measured, { NUMBER($empty) } of empty tasks
plan-seed = seed
plan-cores = cores
plan-limits = limits per trial
plan-limits-of = { $seconds } s, { $megabytes } MB
plan-until = repeat until
plan-until-of = ±{ $percent } %, at most { $max ->
    [one] { $max } measured trial
   *[other] { $max } measured trials
} per cell, within { NUMBER($seconds) } s
plan-break-even = break-even
plan-break-even-of = { $tasks } tasks, { $workers ->
    [one] { $workers } worker
   *[other] { $workers } workers
}, within { NUMBER($seconds) } s
plan-break-even-per-core = { $tasks } tasks, a worker per core, within { NUMBER($seconds) } s
plan-cells = cells
plan-cell = cell
plan-workers = workers
plan-processes = processes
plan-threads = threads
plan-concurrency = concurrency
plan-placement = placement
plan-placed = { $placement ->
    [main] main
   *[host] host
}
plan-empty-cell = { $cell }:empty
plan-order = order: { $count ->
    [one] { $count } trial
   *[other] { $count } trials
}
plan-order-range = order: { $min ->
    [one] { $min } trial
   *[other] { $min } trials
} at least, { NUMBER($max) } at most
plan-round = round { NUMBER($number) }
plan-round-kind = { $kind ->
    [warm-up] warm-up
   *[measured] measured
}

## `corelane recover` and `corelane runs`

recover-no-run = There is no run "{ $id }". "corelane runs" lists those there are.
recover-nothing = Nothing was left unfinished.
recover-removed = removed { $id }
recover-discards = "corelane recover --discard { $id }" removes it.
recover-damaged = { $why } { recover-discards }
recover-unreadable = { $id } can't be read. { recover-discards }
recover-running = { $id } is under way (process { $pid }).
recover-from-journal = { $why } The report is made of its journal instead.
recover-taken = { $id }: { $why } It writes the files.
recover-meanwhile = { $id } was recovered meanwhile. "corelane recover { $id }" writes its files again.
recover-claims = Claims tried at { $moment } were left after { $measurements ->
    [one] { $measurements } measurement
   *[other] { $measurements } measurements
}: { $findings ->
    [one] { $findings } finding
   *[other] { $findings } findings
} more of them. "corelane claims --kept" prints all that is kept.
runs-none = No run is kept yet.
runs-state = { $state ->
    [finished] kept
    [unfinished] unfinished
    [running] running
    [newer] newer
   *[damaged] damaged
}
runs-state-ended = { runs-state }, { $status }
runs-state-of = { $state } (process { $pid })
runs-newer = { $name } ({ $why })
runs-damaged = { $name } (damaged: { $why })
runs-damaged-journal = { $name } (damaged: { $why }; its journal is whole, see "corelane recover")

## `corelane claims`

claims-stopping = stopping; what was found is kept
claims-are-kept = The findings are kept: corelane claims --kept prints them again.

## `corelane init module`

init-exists = There is { $path } already. Nothing was written.
init-name = My own work
init-head = One task of your work. corelane run own.corelane.json --allow-code
init-seed = The experiment's seed.
init-state = What `setup` returned; each worker has its own.
init-setup = Before the measurement, once for each worker: open, load, connect. May be left out.
init-work = Task `index`: return its result, the same for the same index every time.

## `corelane machine`

machine-counters = counters
machine-readable = { $readable ->
    [yes] readable
   *[no] not readable
}
machine-python = Python
machine-no-python = Python: none is found here
machine-python-unusable = can't be used: { $why }

## A run's progress, a line each.

progress-begin = { $name } · { $cells ->
    [one] { $cells } cell
   *[other] { $cells } cells
} · { $trials ->
    [one] { $trials } trial
   *[other] { $trials } trials
} · { $cores ->
    [one] { $cores } core
   *[other] { $cores } cores
}
progress-note = note: { $note }
progress-more = { $count ->
    [one] { $count } more trial
   *[other] { $count } more trials
}, { $why ->
    [stood-still] because everything stood still
   *[imprecise] not precise yet
}: { $cells }
progress-trial = trial { $number } of { $total }
progress-cell = { $cell } ({ $kind })
progress-kind = { $kind ->
    [warm-up] warm-up
   *[empty] empty
}
progress-spent = { $time } spent
progress-left = about { $time } left
progress-times = cold { $cold } warm { $warm }
progress-failed = { $status }: { $why }
progress-break-even = break-even
progress-tasks = { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
} of { $size }
progress-winner = { $winner ->
    [serial] serial is fastest
    [threads] threads
   *[processes] processes
}
progress-gain = { progress-winner }, { $ratio } as fast as serial
progress-undecided = undecided between { $strategies }
progress-run-end = { $status ->
    [stopped] The run was stopped.
   *[failed] The run failed.
}
progress-run-end-why = { progress-run-end } { $why }

## Limits of the shell.

limit-address-space = the address space is limited to { $limit } (ulimit -v). Node.js reserves up to { $min } for a process with workers and aborts without a message if it gets less. Raise the limit (ulimit -v unlimited) if trials are killed.
limit-files = the files that a process may have open are limited to { NUMBER($count) } (ulimit -n). A run needs { NUMBER($min) } or more. Raise the limit.
limit-processes = the processes and threads of this user are limited to { NUMBER($count) } (ulimit -u). A run with workers needs { NUMBER($min) } or more. Raise the limit if trials fail.
