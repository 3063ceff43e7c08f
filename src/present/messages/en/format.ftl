## Figures with their units, and what stands where there is none.

not-known = not known
no-figure = –
ratio = { $figure }×
share-under-one = under 1 %
yes-no = { $is ->
    [yes] yes
   *[no] no
}
share-yes = { $share } yes
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
    [min] min
    [h] h
    [Hz] Hz
    [MHz] MHz
   *[percent] %
}
quantity = { $figure } { unit }

## Durations of minutes and more, in two units.

duration-parts = { $larger } { $smaller }
