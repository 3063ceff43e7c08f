# machine

## The machine in short.

cores-of = { NUMBER($usable) } of { $count ->
    [one] { $count } core
   *[other] { $count } cores
}
cores-no-quota = { $cores }, no quota
cores-quota = { $cores }, quota { $quota }

## The machine as a table of facts.

machine-system = system
machine-processor = processor
machine-logical-cores = logical cores
machine-allowed-cores = allowed cores
machine-quota = CPU quota, in cores
machine-usable-cores = usable cores
machine-frequency = frequency
machine-governor = governor
machine-memory = memory
machine-available = memory available
machine-memory-limit = memory limit
machine-load = load average, 1 5 15 min
machine-tick = core counter tick
machine-unreadable = not readable
machine-none = none
machine-all-readable = nothing

## A Python: whether its threads take turns.

python-lock = { $lock ->
    [off] off, free-threaded
    [on-anyway] on, though free-threaded
   *[on] on
}
machine-python-lock = lock { python-lock }
