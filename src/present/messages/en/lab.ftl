# lab

## The form and its JSON

lab-show-as = Show as
lab-form = Form
lab-json = JSON
lab-json-note = the same experiment
lab-json-label = Experiment as JSON
lab-json-bad = The JSON has a problem. The form shows its last good state and can't be changed.
lab-json-show = Show the JSON
lab-json-discard = Discard JSON changes
lab-open = Open…
lab-save = Save…
lab-experiment = Experiment
lab-name = name
lab-name-missing = A name.
lab-name-long = At most { NUMBER($max) } characters.
lab-presets = Presets
lab-presets-more = More presets
lab-presets-count = { NUMBER($count) } more

## What Run waits for, and what it costs

lab-run = Run
lab-claims = Claims are being tried
lab-claims-preparing = Preparing… One thing is measured at a time, so Run waits until they end.
lab-claims-now = Claim { NUMBER($number) }: { $claim }. One thing is measured at a time, so Run waits until they end.
lab-claims-watch = Watch in Claims
lab-json-problem = The JSON has a problem.
lab-unfit = No chosen strategy can run this workload. Choose one in Strategies.
cost-size = { $cells ->
    [one] { $cells } cell
   *[other] { $cells } cells
  }, { $trials ->
    [one] { $trials } trial
   *[other] { $trials } trials
  }
cost-size-range = { $cells ->
    [one] { $cells } cell
   *[other] { $cells } cells
  }, { NUMBER($min) } to { $max ->
    [one] { $max } trial
   *[other] { $max } trials
  }
cost-unknown-yet = time not known yet
cost-unknown = time not known: { $why }
cost-least = { $least ->
    [yes] at least
   *[no] about
  }
cost-share = { $strategy }: about { $time }, { $trials ->
    [one] { $trials } trial
   *[other] { $trials } trials
  }
cost-shares-unknown = Time by strategy: not known

## Work

work-section = Work
work-kind = Workload
work-kind-note = { $title }: { $summary }
work-from-file = From the file: <code>{ $kind }</code>
work-tasks = tasks
work-tasks-note = How many tasks each strategy runs
slider = { $label }, slider
field-not-number = A number.
field-not-whole = A whole number.
field-min = At least { $limit }.
field-max = At most { $limit }.
field-from-to = From { NUMBER($min) } to { NUMBER($max) }

## Own code and programs

own-file = file
own-file-choose = Choose…
own-file-empty = Choose a TypeScript, JavaScript or Python file.
own-file-unfit = Not a file that can be run. Give { $endings }.
own-file-reading = Reading what it exports …
own-file-refresh = Refresh
own-file-refresh-note = Read the file's exports again
own-export = function
own-function-empty = Give the name of a function.
own-function-missing = { $file } exports no { $function }. Choose one that it does.
own-function-none = { $file } exports no function to run.
own-hooks = { $hooks } found: run once in each worker.
own-commonjs = What a CommonJS file exports is known only when it runs.
own-commonjs-guess = What a CommonJS file exports is known only when it runs. By its text: { $names }.
own-given = params
own-params-note = JSON, the function's first argument
own-params-empty = Write {"{}"} where there are no parameters.
own-params-object = Parameters must be one object. Write {"{"} "name": value {"}"}.
own-params-place = Line { NUMBER($line) }, column { NUMBER($column) }: { $remedy }
own-params-bad = The parameters are not JSON. { $why }
program = program
program-note = Executable name (e.g. gzip) or absolute path. Runs once per task, no shell.
program-arguments = arguments
program-arguments-note = One argument per line, without quotes. <code>{"{index}"}</code> becomes the task's number, from 0; <code>{"{seed}"}</code> the experiment's seed; any other name its value in params.
program-exit-codes = exit codes
program-exit-codes-note = Those that are not failures, e.g. 0, 1 for grep; only 0 if none is given.
program-params-note = JSON, the values of the names in braces

## Strategies

strategies = Strategies
strategies-note = async: tasks in flight · hybrid: processes × threads
strategies-beyond = more than cores
strategies-python-too = and Python's
strategies-not-offered = not offered: { $why }.
strategies-none = At least 1 strategy.
strategies-none-fits = At least 1 strategy that can run this workload.
strategies-in-app = in app
strategies-own-host = own host
strategies-row = { $strategy } { $where }
strategies-count = { $strategy } { $count }
strategies-no-count = At least 1 count.
strategies-add = Add a count to { $strategy }
strategies-add-pair = Add processes × threads
strategies-processes = processes
strategies-threads = threads

## Python strategies

python-strategies-head = Python <note>{ $note }</note>
python-strategies-note = the same work in CPython: threads, processes, pools, interpreters
python-strategies-chosen = { $count ->
    [one] { $count } strategy
   *[other] { $count } strategies
  } chosen
python-strategies-unfit = Python strategies are not offered: { $why }.
python-strategies-none = No Python was found here, so these strategies have nothing to run on.
python-pythons = Pythons
python-interpreters = Interpreters
python-described = { $build ->
    [free-threaded] { $implementation } { $version }, free-threaded, { $path }
   *[usual] { $implementation } { $version }, { $path }
}
python-all = all
python-all-label = all Pythons
python-all-note = All that are found on the machine that runs it
python-missing = { $ids }: not found here
python-idle = choose a strategy first
python-different = strategies use different ones; selecting applies to all
python-start = Start of { $strategy }
python-started-by = started by
python-default = default
python-default-label = interpreter default
python-default-note = This interpreter's default start method
python-chunk = chunk
python-chunk-note = Tasks sent to the pool at once

## Measure

measure = Measure
measure-warmup = warm-up
measure-warmup-note = Trials of each cell before the measured ones: kept in the report, not counted
measure-empty = empty
measure-empty-note = Trials of each cell with empty tasks: the overhead of its strategy
measure-run-in = run in
measure-run-in-note = Where threads are spawned
measure-own-hosts = own hosts
measure-app = the app
measure-schedule = schedule
measure-schedule-note = How tasks reach the workers
measure-on-demand = on demand
measure-equal-parts = in equal parts
measure-chunk = by
measure-chunk-note = Tasks a worker takes at a time
measure-seed = order seed
measure-seed-note = Determines the random order of the trials
measure-sample = sample
measure-sample-note = Samples of cores and workers per second; 0 takes none
measure-memory = memory
measure-memory-note = Readings of memory per second; 0 reads it only at the end of a trial
measure-time-limit = time limit
measure-time-limit-note = Maximum duration of one trial
measure-memory-limit = memory limit
measure-memory-limit-note = Maximum memory of a trial's processes together
precise = until precise
precise-until = until
precise-note = Repeats each cell until its median is this precise: half of its 95 % interval
precise-to = precise to plus or minus
precise-trials = trials
precise-repeats = repeats
precise-min-note = Minimum number of measured trials per cell
precise-repeats-note = Number of measured trials per cell
precise-max = to
precise-max-note = Maximum number of measured trials per cell
precise-within = within
precise-within-note = Time limit for all trials; the minimum is always run
search = break-even
search-at = break-even at
search-note = Varies { $parameter } to find the size of a task from which threads or processes are faster than serial
search-tasks = tasks
search-tasks-label = break-even at tasks
search-tasks-problem = 1 to { NUMBER($max) } counts of tasks.
search-within-note = Time limit of the search
search-off = not searched: the task size from which workers pay
