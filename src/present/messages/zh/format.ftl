## 带单位的数值，以及没有数值时显示的内容。

not-known = 未知
no-figure = –
ratio = { $figure }×
share-under-one = 不到 1 %
yes-no = { $is ->
    [yes] 是
   *[no] 否
}
share-yes = { $share } 是
range = { $from } 至 { $to }
range-dash = { $from }–{ $to }
rate = { $amount }/s
frames = { $figure } 帧/s
cores-busy = { $figure } 个核
cores-busy-of = { $busy } / { NUMBER($cores) } 个核

## 单位：时间、以 10 的幂计的大小，等等。

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

## 几分钟以上的时长，用两个单位。

duration-parts = { $larger } { $smaller }
