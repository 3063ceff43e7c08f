## How many of what. Every count of the program is written by one of these.

count-cores = { $count ->
    [one] { $count } core
   *[other] { $count } cores
}
count-processes = { $count ->
    [one] { $count } process
   *[other] { $count } processes
}
count-tasks = { $count ->
    [one] { $count } task
   *[other] { $count } tasks
}
count-threads = { $count ->
    [one] { $count } thread
   *[other] { $count } threads
}
count-trials = { $count ->
    [one] { $count } trial
   *[other] { $count } trials
}
count-workers = { $count ->
    [one] { $count } worker
   *[other] { $count } workers
}
count-cells = { $count ->
    [one] { $count } cell
   *[other] { $count } cells
}
count-points = { $count ->
    [one] { $count } point
   *[other] { $count } points
}
count-samples = { $count ->
    [one] { $count } sample
   *[other] { $count } samples
}
count-measurements = { $count ->
    [one] { $count } measurement
   *[other] { $count } measurements
}
count-findings = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
}

## Lists. The parts come one after another: `a, b and c`.

list-separator = { ", " }
list-last = { $rest } and { $last }
list-or = { $rest } or { $last }
list-more = { $rest } and { NUMBER($count) } more

## Moments. The zone is always told.

moment = { $day } { $month } { $year }, { $time } { $zone }
moment-not-known = date not known

## The work: a workload with its parameters, how many tasks of it, how often.

parameter-times = { $count ->
    [one] { $count } time
   *[other] { $count } times
}
parameter-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
parameter-records = { $count ->
    [one] { $count } record
   *[other] { $count } records
}
parameter-numbers = { $count ->
    [one] { $count } number
   *[other] { $count } numbers
}
work = { $workload }, { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
}, { $repeats ->
    [one] { $repeats } repeat
   *[other] { $repeats } repeats
}
work-until = { $workload }, { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
}, { NUMBER($repeats) } to { $most ->
    [one] { $most } repeat
   *[other] { $most } repeats
}

## How something ended.

trial-status = { $status ->
    [running] under way
    [ok] ok
    [failed] failed
    [exited] exited
    [killed] killed
    [timeout] timeout
    [memory-limit] memory limit
    [mismatch] mismatch
   *[stopped] stopped
}
run-ending = { $status ->
    [done] done
    [stopped] stopped
    [failed] failed
   *[unfinished] unfinished
}
