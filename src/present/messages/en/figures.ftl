# figures

## The dot plot of the results table: what a dot is.

dot-trial = trial { NUMBER($number) }: { $time }
dot-outlier = trial { NUMBER($number) }: { $time }, an outlier

## What the fits to the speed-ups say.

scaling-amdahl = Serial part { $part } (Amdahl).
scaling-karp-flatt = Serial fraction at { NUMBER($workers) }: { $part } (Karp–Flatt).
scaling-usl = Contention { $contention }, coherency { $coherency } (USL).
scaling-best = Predicted best count { $best }.
scaling-no-best = Predicted best count: none, the fit only rises up to the cores.
scaling-enough = More than { NUMBER($workers) } gained nothing.
scaling-measured-only = Beyond { $cores ->
    [one] { $cores } core
   *[other] { $cores } cores
}: measured points only.
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
overhead-per-task = cold a task
overhead-warm = warm
overhead-trials = trials
overhead-share = of its cold time
