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
machine-unreadable-why = { $name } ({ $why })
machine-all-readable = nothing

## A Python: whether its threads take turns.

python-lock = { $lock ->
    [off] off, free-threaded
    [on-anyway] on, though free-threaded
   *[on] on
}
machine-python-lock = lock { python-lock }

## The screen

machine-cores = <figure>{ NUMBER($usable) }</figure> of { $count ->
    [one] { $count } core
   *[other] { $count } cores
  } usable
machine-cores-note = What <code>"cores"</code> means in an experiment: the affinity mask, and a quota rounded down.
machine-counters-head = Counters
machine-counters-note = what the sampler can read while a trial runs
# The others are named as the kernel names them.
counter-per-core = per-core
counter-readable = read
machine-version = version
machine-runtime = runtime
machine-sandbox = system sandbox
machine-sandbox-on = on
machine-sandbox-off = not available to this user
machine-failed = The machine could not be read
machine-failed-note = The message above says why.
machine-refresh = Refresh

## Pythons

pythons-looking = Looking for Pythons …
pythons-unknown = The Pythons here are not known.
pythons-usable = { $count ->
    [one] { $count } Python
   *[other] { $count } Pythons
  } that an experiment can use; “Python” alone means the first
pythons-rescan = Rescan
pythons-none = No Python was found that can be used: the Python strategies can't run; everything else works. Install { $version } or later, as python3 on the path, and rescan.
pythons-id = id
pythons-version = version
pythons-lock = lock
pythons-lock-note = The lock that lets one thread at a time run Python
pythons-start = starts processes by
pythons-interpreters = sub-interpreters
pythons-interpreters-note = Interpreters with a lock of their own in one process
pythons-path = path, environment
pythons-environment = in { $environment }
pythons-unusable = Found, but not usable
