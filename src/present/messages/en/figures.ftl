# figures

## The dot plot of the results table: what a dot is.

dot-trial = trial { NUMBER($number) }: { $time }
dot-outlier = trial { NUMBER($number) }: { $time }, an outlier

## What the fits to the speed-ups say.

scaling-amdahl = Serial part { $part } (Amdahl).
scaling-karp-flatt = Serial fraction at { NUMBER($workers) }: { $part } (Karp–Flatt).
scaling-usl = Contention { $contention }, coherency { $coherency } (USL).
scaling-best = Predicted best count { $best }.
scaling-no-best = Predicted best count: none; the fit rises up to the core count.
scaling-enough = More than { NUMBER($workers) } workers gained nothing.
scaling-measured-only = Beyond { $cores ->
    [one] { $cores } core
   *[other] { $cores } cores
}: measured points only.
scaling-counts = { $counts ->
    [one] { $counts } worker count
   *[other] { $counts } worker counts
} with at least { NUMBER($minTrials) } trials up to the { $cores ->
    [one] { $cores } core
   *[other] { $cores } cores
}
scaling-refusal-async = No fit: async stays on one core, however many tasks run at once.
scaling-refusal-serial-trials = No fit: serial has fewer than { NUMBER($minTrials) } trials.
scaling-refusal-few-counts = No fit: { scaling-counts }. Amdahl's law needs { NUMBER($amdahl) } above 1, the Universal Scalability Law { NUMBER($usl) } in all.
scaling-refusal-not-faster = No fit: no worker count up to the { $cores ->
    [one] { $cores } core
   *[other] { $cores } cores
} is faster than serial.
scaling-refusal-few-counts-usl = No fit of the Universal Scalability Law: { scaling-counts }, it needs { NUMBER($usl) }.
scaling-range = { $figure } ({ $low } to { $high })

## Overhead: as many tasks that do nothing, by the same path.

overhead = Overhead (empty tasks)
overhead-note = { $tasks ->
    [one] { $tasks } empty task
   *[other] { $tasks } empty tasks
} by the same path; measured, nothing is subtracted
overhead-line = Overhead, { $tasks ->
    [one] { $tasks } empty task
   *[other] { $tasks } empty tasks
}, cold: { $cells }.
overhead-one = { $label } { $time }
overhead-strategy = strategy
overhead-cold = cold
overhead-interval = 95 % interval
overhead-per-task = cold per task
overhead-warm = warm
overhead-trials = trials
overhead-share = of its cold time

## The results table.

results-strategy = strategy
results-cold = cold { $unit }
results-dots = trials, cold { $unit }
results-interval = 95 % interval
results-interval-range = range { $interval }
results-speedup = speed-up
results-speedup-warm = when warm
results-against-best = vs. recommended
results-cpu = CPU { $unit }
results-cores = of { $cores ->
    [one] { $cores } core
   *[other] { $cores } cores
}
results-peak = peak MB
results-memory = private, shared
results-memory-of = { $own } MB private, { $shared } MB shared
results-trials = trials
results-trials-failed = { NUMBER($trials) }, { NUMBER($failed) } failed
results-trials-of = { NUMBER($trials) } of { NUMBER($all) }
results-fastest = fastest
results-cheapest = lowest resource use
results-no-difference = no difference found
results-times = { $ratio } the time

## A trial that failed, and each trial by itself.

failed-trials = Failed trials
failed-trial = { $label }, trial { NUMBER($number) }: { $status }
failed-warm-up = { $label }, trial { NUMBER($number) }: { $status } (warm-up)
failed-no-evidence = No evidence was recorded.
failed-worker = worker { $worker }
failed-task = task { $task }
failed-pid = pid { $pid }
failed-exit-code = exit code { $code }
failed-signal = signal { $signal }
failed-stack = Stack
failed-stderr = Standard error

## From which size of a task workers pay.

break-even-with = With { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
}, { $crossings }.
break-even-separator = { "; " }
break-even-pays = { $strategy ->
    [threads] threads pay
   *[processes] processes pay
} from { $size } per task
break-even-pays-always = { break-even-pays }, the smallest measured
break-even-pays-not = { $strategy ->
    [threads] threads bring no gain
   *[processes] processes bring no gain
} up to { $size } per task
break-even-ended = { $by ->
    [budget] The search for the break-even was ended by its time budget.
   *[stopped] The search for the break-even was ended by a stop.
}

## What a run will cost: rounded, because it is an estimate.

cost-about = about { $time }, { $load }
cost-at-least = at least { $time }, { $load }
cost-no-pilot = Cost not known: there is no pilot for Python yet.
cost-pilot-ended = The pilot was stopped before it finished.
cost-pilot-failed = Cost not known: the pilot failed: { $why }
cost-pilot-threw = Cost not known: { $why }.
cost-range = { $from } to { $to }
cost-load = up to { $busy } of { $cores ->
    [one] { $cores } core
   *[other] { $cores } cores
} busy
cost-load-memory = { cost-load }, { $memory }
cost-task = One task took { $task } here just now. All of them, serial: about { $all }.
cost-task-at-least = One task takes more than { $task } here. All of them, serial: more than { $all }.

## The statistics of a cell.

cell-trials = { $basis ->
    [cold] cold trials
   *[warm] warm trials
}
cell-mean = mean
cell-median = median
cell-range-few = range (few trials)
cell-mad = MAD
cell-quartiles = 25 to 75 %
cell-tails = 5 to 95 %
cell-extremes = min to max
cell-against = against { $label }, cold
cell-from-to = { $from } to { $to }
cell-compared = { $answer ->
    [faster] faster
    [slower] slower
   *[no-difference] no difference found
}: { $ratio } the time
cell-compared-range = { cell-compared } ({ $low } to { $high })
cell-chance = { $comparison }, p { $p }
cell-chance-small = { $comparison }, p < 0.001

## What the program itself sees of a name that its workers assign to.

parent-result = The variable "result", which every task assigns, as the program sees it afterwards: { $seen }. Workers with memory of their own assign their own copy.
parent-result-of = { $value } with { $label }

## What each phase of a trial is.

phase-name = { $phase ->
    [spawn] spawn
    [ready] ready
    [run] run
    [dispatch] dispatch
    [compute] compute
    [idle] idle
    [collect] collect
   *[join] join
}
phase-meaning = { $phase ->
    [spawn] from the decision until every worker has started
    [ready] until every worker has loaded its work
    [run] from go to the last task done
    [dispatch] a worker waits for a task
    [compute] a worker is in a task
    [idle] a worker has no more tasks while the last worker still runs
    [collect] until every result is in
   *[join] until the last worker has ended
}

## The break-even map

map = Break-even map. Arrow keys move over the measured points, { $key } gives a table.
map-title = When do workers begin to pay?
map-note = cold time, { $workload }. Dots were measured; what lies between them is interpolated.
map-note-workers = cold time, { $workload }, { $count ->
    [one] { $count } worker
   *[other] { $count } workers
  }. Dots were measured; what lies between them is interpolated.
map-map = Map
map-answer = Answer
map-x-axis = number of tasks, logarithmic
map-y-axis = size of one task, serial, logarithmic
map-picture-note = { $axis } · { $note }
map-table = Break-even map as a table
map-article = the article’s program, as written
map-sizes = over the measured sizes
map-none-pays = No number of tasks has a size from which workers pay.
map-tasks = tasks
map-threads-from = threads pay from
map-processes-from = processes pay from
map-undecided-serial = undecided: serial or workers
map-undecided-kind = undecided: threads or processes
map-measured = measured: serial, threads, processes fastest
map-no-difference = no difference found
map-neither = neither
map-serial-faster = serial is faster
map-serial-faster-by = serial is faster: workers take up to { $ratio } as long
map-up-to = up to { $ratio } serial
map-not-found = not found up to { $time }
map-mark = { $name }: { $count ->
    [one] { $count } task
   *[other] { $count } tasks
  } of { $time }
map-mark-article = the article’s program
map-mark-own = this experiment
map-point = { $count ->
    [one] { $count } task
   *[other] { $count } tasks
  } of { $time }
map-gain-name = faster workers
map-gain = { $ratio } serial
map-gain-range = { $ratio } serial ({ $low } to { $high })
map-cut = Cut at { $count ->
    [one] { $count } task
   *[other] { $count } tasks
  }
map-cut-note = cold time by size of one task, logarithmic
map-cut-picture = { map-cut }: cold time of serial, threads and processes by size of one task. The same figures are in the table.
map-cut-one = One size was measured here: there is no curve.
map-size = size of one task
map-strategy-cold = { $strategy ->
    [serial] serial
    [threads] threads
   *[processes] processes
  }, cold
map-strategy = { $strategy ->
    [serial] serial
    [threads] threads
   *[processes] processes
  }
map-fastest = fastest
map-workers-by = workers, × serial
map-interval = 95 % interval

## The answer of the map: <strong> marks what it is about.

map-tasks-first = { $tasks ->
    [1] One task
    [2] Two tasks
    [3] Three tasks
    [4] Four tasks
    [5] Five tasks
    [6] Six tasks
    [7] Seven tasks
    [8] Eight tasks
    [9] Nine tasks
    [10] Ten tasks
    [11] Eleven tasks
    [12] Twelve tasks
   *[other] { $tasks } tasks
}
map-workers-word = { $workers ->
    [2] two
    [3] three
    [4] four
    [5] five
    [6] six
    [7] seven
    [8] eight
    [9] nine
    [10] ten
    [11] eleven
    [12] twelve
   *[other] { $workers }
}
map-pays-later = Neither pays. { map-tasks-first } must take { $bound ->
    [at-most] at most{ " " }
   *[exactly] { "" }
}<strong>{ $size }</strong>{ $tasks ->
    [1] { "" }
   *[other] { " " }each
} before { $of ->
    [workers] { $workers ->
        [1] { $strategy ->
            [threads] one thread does
           *[processes] one process does
        }
       *[other] { map-workers-word } { $strategy ->
            [threads] threads do
           *[processes] processes do
        }
    }
   *[any] { map-pays-word }
}.
map-pays-word = { $strategy ->
    [threads] threads pay
   *[processes] processes pay
}
map-pays-neither = Neither pays.
map-pays-neither-to = Neither pays, up to <strong>{ $size }</strong> per task.
map-pays = { $strategy ->
    [threads] Threads pay.
   *[processes] Processes pay.
}
map-pays-by = { $strategy ->
    [threads] Threads pay
   *[processes] Processes pay
}: <strong>{ $ratio }</strong> serial.
map-pays-either = Workers pay. Between threads and processes no difference was found.
map-no-difference-between = No difference found between { $between }.
map-not-measured = Nothing was measured.
map-pays-nowhere = Workers did not pay up to { $size } per task.
map-pays-from = { $strategy ->
    [threads] Threads pay
   *[processes] Processes pay
} from <strong>{ $size }</strong> per task at { $tasks ->
    [one] { $tasks } task
   *[other] { $tasks } tasks
}
map-pays-from-one = { map-pays-from }.
map-pays-from-to = { map-pays-from }, from <strong>{ $lastSize }</strong> at { NUMBER($lastTasks) }.
map-pays-from-other = { map-pays-from }, { $other ->
    [threads] threads
   *[processes] processes
} from <strong>{ $lastSize }</strong> at { NUMBER($lastTasks) }.

## A point of the map.

map-heavier = { $bound ->
    [at-most] would have to be at most { $ratio } as large
   *[exactly] would have to be { $ratio } as large
}
map-not-up-to = workers did not pay up to { $size } per task
map-from-at-most = ≤ { $size }
map-found-nowhere = not found
map-time-first = { $strategy ->
    [serial] Serial
    [threads] Threads
   *[processes] Processes
} { $time }
map-time = { map-strategy } { $time }
map-times = { $times }, all cold, medians of { $trials }.
map-winner = { $strategy ->
    [serial] serial is fastest
    [threads] threads are fastest
   *[processes] processes are fastest
}
map-winner-between = no difference found between { $between }
map-workers = workers
map-undecided = undecided
map-undecided-between = undecided: { $between }
map-point-said = { map-point }: { $winner }.
map-point-said-gain = { map-point }: { $winner }, the faster workers { $ratio } serial.
map-point-all = { $point } { $times }
map-search = { $points ->
    [one] { $points } point
   *[other] { $points } points
}, { $trials ->
    [one] { $trials } trial
   *[other] { $trials } trials
}, measured in { $time }.{ $status ->
    [budget] { " " }It ended at its time budget.
    [stopped] { " " }It was stopped.
   *[done] { "" }
} A full grid this fine would need { $grid ->
    [one] { $grid } trial
   *[other] { $grid } trials
}.
