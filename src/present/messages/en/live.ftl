# live: a run under way, the machine at rest, and the timeline of a trial

## The head: where the run stands

live-starting = starting
live-done = { $time } done
live-over = done
live-stopping = stopping
live-search-left = at most { $time } for it
live-left-unknown = time left not known
live-left = about { $time } left
live-break-even = Break-even: { $count ->
    [one] { $count } point
   *[other] { $count } points
  }
live-begins = Starting
live-to-come = { $count ->
    [one] { $count } trial
   *[other] { $count } trials
  } to come
live-trial = Trial { NUMBER($number) } of { NUMBER($count) }{ $sort ->
    [empty] , empty tasks
    [warmup] , warm-up
   *[measured] { "" }
  }
live-searching = searching
live-in-app = in the app
live-preparing = Preparing…
live-stop = { $state ->
    [stopping] Stopping
   *[running] Stop
  }

## What is looked at

live-map = Break-even, as far as it is measured.
live-short = Trial { NUMBER($number) }, { $cell }: short trials appear when they finish.
live-viewing = Viewing trial { NUMBER($number) }: { $cell }, { $state }. Press { $key } to follow the live trial.
live-viewing-times = Viewing trial { NUMBER($number) }: { $cell }, { $state }, { $cold } cold, { $warm } warm. Press { $key } to follow the live trial.
live-first = Computing reference results. The timeline starts with the first trial.

## The toolbar

lanes-menu = Lanes{ $hidden ->
    [0] { "" }
   *[other] , { $hidden } hidden
  }
lanes-sort = Sort by
order-worker = Number
order-core = Core
order-busy = Busy time
order-first = First task
order-longest = Longest task
lanes-hidden = Hidden
lanes-show = Show { $lane }
lanes-show-all = Show all
lane-tools = Lane: { $lane }
lane-collapse = Collapse { $lane }
lane-expand = Expand { $lane }
lane-pin = Pin { $lane }
lane-unpin = Unpin { $lane }
lane-hide = Hide { $lane }
lane-core = core { $core }
lane-worker = worker { $worker }
lane-changed = { $lane }: { $change ->
    [collapsed] collapsed
    [expanded] expanded
    [pinned] pinned
    [unpinned] not pinned any more
   *[hidden] hidden
  }
live-part = Part of the trial
live-follow = Follow
live-all = All
live-freeze = Freeze
live-figures = Figures

## The figures at the side

live-this-trial = This trial
live-other-trial = Trial { NUMBER($number) }
live-of = of { $all }
live-of-cores = of { $count ->
    [one] { $count } core
   *[other] { $count } cores
  }
live-busy = of { $count ->
    [one] { $count } core
   *[other] { $count } cores
  } busy, { $over ->
    [second] last second
   *[trial] go to last result
  }
live-not-sampled = cores busy: not sampled yet
live-tasks = tasks done
live-wait = run-queue wait, mean per worker
live-moves = core migrations (sampled)
live-memory = memory
live-memory-peak = memory, peak
live-memory-left = left after the workers ended
live-memory-all = { $all },
live-memory-shared = { $shared } shared
live-loop = loop delay, max
live-sampler = Corelane's sampler
live-others = other processes (incl. this window)
live-missed = samples missed
live-load = Other CPU load
live-around = { $others }, in trial { NUMBER($number) }
live-around-this = { $others }, in this trial
live-failed = Failed trials
live-failure = Trial { NUMBER($number) }, { $cell }: { $state }. <evidence>{ $evidence }</evidence>
live-notes = Notes
live-not-drawn = Not drawn: { $missed } of { $count ->
    [one] { $count } task
   *[other] { $count } tasks
  }.
live-not-drawn-samples = Not drawn: { $count ->
    [one] { $count } sample
   *[other] { $count } samples
  }.
live-coarser = Samples are drawn more coarsely than they were taken.
live-other-cores = others: { $cores } cores
live-other-cores-most = others: { $cores } cores ({ $name }, pid { $pid })

## The ranking

ranking = Ranking (provisional)
ranking-median = median { $basis ->
    [cold] cold
   *[warm] warm
  } time
ranking-median-unit = median { $basis ->
    [cold] cold
   *[warm] warm
  } time, { $unit }
ranking-none = No measured trial yet; warm-up trials do not count.
ranking-count = { $count ->
    [one] { $count } measured trial
   *[other] { $count } measured trials
  }. Lines: min to max. The order may still change.
ranking-none-yet = none yet
ranking-app = { $workers } app

## At rest

rest-title = Threads, processes or neither?
rest-invalid = The form holds an invalid value. Fix it to see the planned run here.
rest-plan = Run does the same { $tasks ->
    [1] task
   *[other] { $tasks } tasks
  } in { $cells ->
    [1] one cell
   *[other] { $cells } cells, in random order
  }, { $least ->
    [yes] at least { "" }
   *[no] { "" }
  }{ $trials ->
    [one] { $trials } trial
   *[other] { $trials } trials
  } in all{ $search ->
    [yes] , searches the break-even
   *[no] { "" }
  }, and draws what each core and worker really did.
rest-picture = The cores of this machine at rest, measured live, and dashed outlines where a run will be drawn.
rest-unwatched = The cores are not measured: { $why }
rest-background = the window is in the background.
rest-cores-note = this machine
rest-idle = at rest,
rest-idle-unmeasured = not measured yet
rest-idle-measured = at rest, measured,
rest-busy = { $busy } of { NUMBER($cores) } busy
rest-workers-note = one lane per worker
rest-loop = Event loop
rest-loop-note = app responsiveness
rest-memory-note = private by process,
rest-memory-note-shared = shared once
rest-now = now
rest-dashed = dashed: where your run will be drawn
rest-dashed-unmeasured = dashed: where your run will be drawn, not measured

## The timeline

timeline-of = Timeline of trial { NUMBER($number) }. Arrow keys move by task and lane, { $key } gives a table.
timeline-no-task = No task yet
timeline-trial = Trial
timeline-end = estimated end { $time }
timeline-cores = Cores
timeline-cores-unsampled = not sampled
timeline-cores-note = sampled every { $every }: { $form ->
    [heat] each row a core, shade = busy
    [strip] mean of all cores, height = busy
   *[lanes] worker seen on the core, height = busy
  }
timeline-mean = mean
timeline-folded = { NUMBER($count) } lanes
timeline-workers = Workers
timeline-workers-unsampled = task spans exact, from the worker · states not sampled
timeline-workers-note = task spans exact, from the worker · states sampled every { $every } from the kernel
timeline-loop = Event-loop delay
timeline-loop-note = of the app's main process, the worst of each interval
timeline-memory = Memory
timeline-memory-end = PSS, at the trial's end: USS by process, shared counted once
timeline-memory-exact = PSS, at most every { $exact }: USS by process, shared counted once
# Dots are drawn on the line.
timeline-memory-note = dots PSS, at most every { $exact } · line RSS less what is shared, every { $every } · USS by process
timeline-shared = shared, counted once
timeline-private = private (USS)
timeline-heap = V8 heap
timeline-pid = pid { $pid }
timeline-tid = tid { $tid }
timeline-in-flight = { $count ->
    [one] { $count } task
   *[other] { $count } tasks
  } in flight
host-name = host { NUMBER($number) }
host-app = app
cell-in-app = { $cell } in the app
trial-strip = Trials
trial-strip-none = No trial yet
trial-strip-trial = { live-trial }, { $cell }, { $state }
trial-strip-cold = { live-trial }, { $cell }, { $state }, { $cold } cold

## A task, at the pointer or the keyboard

span-task = Task { NUMBER($task) }
span-worker = worker
span-cores = cores
span-began = began at
span-duration = duration
span-on-core = on a core
span-waited = waited for a core
heat-title = Core { $core }
heat-busy = busy
heat-share = { $share } of { $time }
heat-worker = worker seen
heat-others = none of this trial
move-title = { $count ->
    [one] Core migration (sampled)
   *[other] { $count } core migrations (sampled)
  }
move-seen = seen at
span-more-cores = { $first } → { NUMBER($count) } more → { $last }
span-text = Task { NUMBER($task) } on worker { $worker }, began at { $began }, took { $took }{ $on ->
    [known] , on core { $cores }
   *[unknown] { "" }
  }{ $queued ->
    [known] , waited { $wait } for a core
   *[unknown] { "" }
  }

## The legend

legend-running = running
legend-runnable = runnable, waiting for a core
legend-waiting = waiting
legend-others = others
legend-others-note = Other programs on the core, including the system and Corelane itself
legend-move = core migration, sampled
legend-running-task = task under way
legend-tint = tint = { $of ->
    [thread] thread
   *[process] process
  }
legend-line = line style = thread
legend-keys = wheel: zoom · arrows: task · S: slowest

## The timeline as a table

timeline-table = Timeline as a table
timeline-table-tasks = Tasks
timeline-table-hidden = { $count ->
    [one] { $count } is hidden
   *[other] { $count } are hidden
  }
timeline-table-none = No trial has begun yet.
timeline-table-missed = some of them, { $count } are missing here
timeline-table-last = the last { NUMBER($last) }, { $count } earlier
column-core = core
column-busy = busy, { $unit }
column-share = share
column-worker = worker
column-pid = pid
column-tid = tid
column-tasks = tasks
column-task = task
column-on-core = on a core, { $unit }
column-waited = waited for a core, { $unit }
column-moves = core migrations (sampled)
column-heap = V8 heap, max MB
column-began = began at, { $unit }
column-ended = ended at, { $unit }
column-duration = duration, { $unit }

## An area: some time of some lanes

area-title = { $count ->
    [one] { $count } task
   *[other] { $count } tasks
  } in { $span }
area-close = Close
area-worker = worker
area-all = all
area-count = n
area-min = min
area-mean = mean
area-median = median
area-p95 = p95
area-max = max
area-inside = in tasks
area-cores = On cores, as sampled: { $cores }
area-core = { $core } ({ $time })
area-note = Tasks that run at least partly within the area, with their whole duration. “In tasks” counts only the time within it.
marker-difference = Δ { $time }
