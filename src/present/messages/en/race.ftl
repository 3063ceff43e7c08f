# race: the median trials of a report on one clock

race-clock = { $basis ->
    [cold] clock, from the decision
   *[warm] clock, from go
  }
race-none = No race yet
race-none-note = When a run has ended, the median trial of each strategy runs here, side by side on one clock, as it was recorded.
race-none-ran = No trial of this report counts, so nothing can race.
race-facts = Each strategy’s median trial by cold time, as recorded.
race-tasks = { $count ->
    [one] Each runs the same task.
   *[other] Each runs the same { $count } tasks.
  }
race-absent = No trial that counts: { $cells }.
race-verdict = See the verdict

## Controls

race-play = Play
race-pause = Pause
race-to-start = To the start
race-to-end = To the end
race-steps = { $back } and { $forward } step one task
race-speed = speed
race-speed-of = { $speed }×
race-speed-fit = fit, { $factor }
race-basis = clock shows
race-basis-of = { $basis ->
    [cold] cold
   *[warm] warm
  }
race-axis = axis
race-axis-short = to { $time }
race-axis-last = to the last, { $time }
race-position = Position of the clock

## What stands in a row

race-of-tasks = of { $count ->
    [one] { $count } task
   *[other] { $count } tasks
  }
race-place = { NUMBER($place, type: "ordinal") ->
    [1] first
    [2] second
    [3] third
    [4] fourth
    [5] fifth
    [6] sixth
    [7] seventh
    [8] eighth
    [9] ninth
    [one] { $place }st
    [two] { $place }nd
    [few] { $place }rd
   *[other] { $place }th
  }
race-finishes = finishes at { $time } →
race-memory-now = memory now
race-open = Race
race-peak = peak { $size }
race-finished = { $cell } is { $place }: { $time }.
race-picture = Race of { $count ->
    [one] { $count } strategy
   *[other] { $count } strategies
  }. { $key } shows it as a table.
race-flag-note = A flag marks when the last result is in. { $basis ->
    [cold] The cold time also includes joining the workers.
   *[warm] The warm time ends with the last task.
  }

## The table

race-table-place = place
race-table-cell = strategy
race-table-flag = last result in
race-table-time = { $basis ->
    [cold] cold time
   *[warm] warm time
  }
race-table-peak = peak memory
race-table-trial = trial
keys-race-play = Play or pause the race
keys-race-step = Step one task back or forth
keys-race-ends = To the start or the end

## Kept as a video or a picture

race-save-video = Save as video
race-recording = Recording: { $done } of { $total }
race-partial = Only some of the tasks are in the report and drawn: { $cells }.
race-not-recorded = The video could not be recorded ({ $why }).
