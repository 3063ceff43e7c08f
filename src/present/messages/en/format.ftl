## Figures with their units, and what stands where there is none.

not-known = not known
ratio = { $figure }×
share = { $percent } %
share-under-one = under 1 %
yes-no = { $is ->
    [yes] yes
   *[no] no
}
share-yes = { $percent } % yes
range = { $from } to { $to }
range-dash = { $from }–{ $to }
rate = { $amount }/s
frames = { $figure } frames/s
cores-busy = { $figure } cores
cores-busy-of = { $busy } of { $cores ->
    [one] { $cores } core
   *[other] { $cores } cores
}

## Durations.

unit-time = { $unit ->
    [ns] ns
    [us] µs
    [ms] ms
   *[s] s
}
duration = { $figure } { unit-time }
duration-minutes = { $minutes } min { $seconds } s
duration-hours = { $hours } h { $minutes } min

## Sizes, in powers of ten.

unit-bytes = { $unit ->
    [B] B
    [kB] kB
    [MB] MB
   *[GB] GB
}
size = { $figure } { unit-bytes }
