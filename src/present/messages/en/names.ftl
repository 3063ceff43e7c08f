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

## Lists. The parts come one after another: `a, b and c`.

list-separator = { ", " }
list-last = { $rest } and { $last }
list-more = { $rest } and { NUMBER($count) } more
