# workloads: what can be measured, by name

## Presets: title, what it is in short, and the name of its experiment.

preset-two-threads = Two threads
    .note = the article: square and quad of 7
    .name = { preset-two-threads }
preset-two-processes = Two processes
    .note = { preset-two-threads.note }
    .name = { preset-two-processes }
preset-python-threads = Two Python threads
    .note = the article as written
    .name = { preset-python-threads }
preset-python-processes = Two Python processes
    .note = the article, with its None
    .name = { preset-python-processes }
preset-python-scaled = Python, scaled up
    .note = the article with work to do, beside Node.js
    .name = The article, scaled up
preset-default = Heavy powers
    .note = default: big tasks, every strategy
    .name = { preset-default }
preset-break-even = Where it pays
    .note = how big tasks must be for workers
    .name = { preset-break-even }
preset-wait = 64 waits
    .note = waiting work: timers
    .name = { preset-wait }
preset-http = 64 requests
    .note = waiting work: a local server
    .name = { preset-http }
preset-sort = Sort 200k
    .note = memory and comparisons
    .name = { preset-sort }
preset-scaling = How many?
    .note = primes with 1 to 8 workers
    .name = How many workers?
preset-app = In the app itself
    .note = threads of the app's own process
    .name = { preset-app }

## Workloads: title, name in a sentence, and what one task does.

workload-powers = Powers
    .name = powers
    .summary = square and quad in turn, as in the article
workload-primes = Primes
    .name = primes
    .summary = counts the primes below a limit with a sieve
workload-matmul = Matrix product
    .name = matmul
    .summary = multiplies two square matrices of doubles
workload-hash = Hash
    .name = hash
    .summary = SHA-256 of a buffer, again and again
workload-json = JSON
    .name = json
    .summary = stringifies and parses a list of records
workload-sort = Sort
    .name = sort
    .summary = sorts random numbers
workload-wait = Wait
    .name = wait
    .summary = waits on a timer: the stand-in for I/O
workload-files = Files
    .name = files
    .summary = writes a file, syncs it, reads it back and deletes it
workload-http = Requests
    .name = http
    .summary = asks a local server in a process of its own
workload-mixed = Mixed
    .name = mixed
    .summary = computes for a while, then waits
workload-empty = Empty
    .name = empty
    .summary = does nothing: what is left is the cost of the strategy
workload-fault = Fault
    .name = fault
    .summary = misbehaves at one task, to see what a crash does
workload-module = Own code
    .name = own code
    .summary = calls a function in a file
workload-command = Program
    .name = program
    .summary = runs a program, one process per task

## Parameters of the workloads: label, and what the figure says.

parameter-powers-number = number
    .help = The number to raise
parameter-powers-iterations = iterations
    .help = How many times each task computes it
parameter-primes-limit = limit
    .help = Primes below this are counted
parameter-matmul-size = size
    .help = Rows and columns of each matrix
parameter-hash-bytes = bytes
    .help = Size of the buffer
parameter-hash-rounds = rounds
    .help = How many times it is hashed
parameter-json-records = records
    .help = Records in the list
parameter-sort-length = length
    .help = Numbers to sort
parameter-wait-ms = wait
    .help = How long each task waits
parameter-files-bytes = bytes
    .help = Size of each file
parameter-http-delayMs = delay
    .help = How long the server takes to answer
parameter-http-bytes = bytes
    .help = Size of the answer
parameter-mixed-cpuIterations = iterations
    .help = How long it computes
parameter-mixed-waitMs = wait
    .help = How long it waits afterwards
parameter-fault-mode = mode
    .help = 0 throw, 1 exit, 2 abort, 3 hang, 4 leak, 5 wrong result
parameter-fault-atTask = at task
    .help = The task that misbehaves

## What a parameter's figure is a number of: behind the field, and counted.

parameter-unit = { $unit ->
    [times] times
    [rows] rows
    [records] records
   *[numbers] numbers
}
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
parameter-figure = { $label } { $figure }
work-of = { $workload } ({ $parameters })
