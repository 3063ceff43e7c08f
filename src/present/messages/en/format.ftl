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

## Units: of time, of sizes in powers of ten, and others.

unit = { $unit ->
    [ns] ns
    [us] µs
    [ms] ms
    [s] s
    [B] B
    [kB] kB
    [MB] MB
    [GB] GB
    [Hz] Hz
   *[percent] %
}
quantity = { $figure } { unit }

## Durations of minutes and more.

duration-minutes = { $minutes } min { $seconds } s
duration-hours = { $hours } h { $minutes } min
