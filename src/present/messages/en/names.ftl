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
count-interpreters = { $count ->
    [one] { $count } interpreter
   *[other] { $count } interpreters
}

## Lists: what stands between their parts, and in place of the last of a long one.

list-separator = { ", " }
list-more = { NUMBER($count) } more
# Two sentences, one after the other.
sentence-after = { $before } { $next }

## Moments. The zone is always told.

moment = { $day } { $month } { $year }, { $time } { $zone }
moment-not-known = date not known

## The work: a workload with its parameters, how many tasks of it, how often.

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

## How well a cell uses the cores, by the shares of Intel's VTune.

utilisation = { $utilisation ->
    [idle] idle
    [poor] poor
    [ok] ok
    [ideal] ideal
   *[over] over
}

## Strategies, as rows and labels show them.

strategy-name = { $strategy ->
    [serial] serial
    [async] async
    [threads] threads
    [processes] processes
    [hybrid] hybrid
    [python-serial] serial
    [python-asyncio] asyncio
    [python-threads] threads
    [python-thread-pool] thread pool
    [python-processes] processes
    [python-process-pool] process pool
   *[python-interpreters] interpreters
}
strategy-name-python = Python { strategy-name }
strategy-label-python = py { strategy-name }
strategy-label-interpreter = py { $interpreter } { strategy-name }
strategy-label-method = { strategy-label-interpreter } { $method }
strategy-label-main = { $label } main

## Cells: a strategy with a number of workers. As a label, and as in a sentence.

cell-count-main = { $workers } main
cell-label = { $strategy } { $workers }
runtime-python = Python { $interpreter }
runtime-some-python = Python
cell-serial = serial
cell-serial-python = serial { $runtime }
cell-async = async with { NUMBER($workers) } at once
cell-asyncio = { $runtime } asyncio with { NUMBER($workers) } at once
cell-workers = { $worker ->
    [thread] { count-threads }
    [process] { count-processes }
   *[interpreter] { count-interpreters }
}
cell-hybrid = { $processes ->
    [one] { $processes } process
   *[other] { $processes } processes
} of { count-threads }
cell-workers-python = { $worker ->
    [thread] { $count ->
        [one] { $count } { $runtime } thread
       *[other] { $count } { $runtime } threads
    }
    [process] { $count ->
        [one] { $count } { $runtime } process
       *[other] { $count } { $runtime } processes
    }
   *[interpreter] { $count ->
        [one] { $count } { $runtime } interpreter
       *[other] { $count } { $runtime } interpreters
    }
}
cell-pool-python = a pool of { cell-workers-python }
cell-by-method = { $cell } by { $method }
cell-in-main = { $cell } in the main process
trial-number = trial { NUMBER($number) }
