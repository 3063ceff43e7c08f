## The verdict: a sentence for each of its facts. What stands between <name> and </name> leads to the evidence of
## that name; between <strong> and </strong> are the key words.

verdict-runtime = <strong>{ $runtime ->
    [node] Node.js 中：
   *[python] Python { $version } 中：
}</strong>

verdict-faster = <strong>使用 { $cell }：</strong><row>速度是串行的 { $ratio }</row>，冷启动耗时 { $time }，串行为 { $serialTime }。
verdict-runner-up = 相比之下，{ $cell }的<row>耗时为 { $ratio }</row>{ $memory ->
    [told] ，<memory>内存为 { $memoryRatio }</memory>
   *[same] { "" }
}。
verdict-equal = { $cells }之间<row>未发现差异</row>{ $memory ->
    [told] ；{ $cell }的<memory>内存是前者的 { $memoryRatio }</memory>
   *[same] { "" }
}。

verdict-beaten = <strong>{ $answer ->
    [neither] 两者都不用：
   *[serial] 使用串行：
}</strong>串行冷启动耗时 { $time }；{ $others }。
# Several of these stand one after another in verdict-beaten.
verdict-beaten-other = { $cell }耗时 { $time }，<row>是串行的 { $ratio }</row>
verdict-beaten-separator = ；

verdict-alike = { $cells }之间<strong>未发现差异</strong>（冷启动）。
verdict-cell-time = { $cell }（{ $time }）
verdict-against = 与 { $over }相比，{ $cell }的<row>耗时为 { $ratio }</row>{ $memory ->
    [told] ，<memory>内存为 { $memoryRatio }</memory>
   *[same] { "" }
}。

## What it costs, and what limits it.

verdict-cost = 代价：{ $costs ->
    [cpu] <cpu>CPU 时间是串行的 { $cpuRatio }</cpu>
    [memory] <memory>内存是串行的 { $memoryRatio }</memory>
   *[both] <cpu>CPU 时间是串行的 { $cpuRatio }</cpu>，<memory>内存是串行的 { $memoryRatio }</memory>
}。
verdict-cost-limit = 代价：{ $costs ->
    [cpu] <cpu>CPU 时间是串行的 { $cpuRatio }</cpu>
    [memory] <memory>内存是串行的 { $memoryRatio }</memory>
   *[both] <cpu>CPU 时间是串行的 { $cpuRatio }</cpu>，<memory>内存是串行的 { $memoryRatio }</memory>
}；{ $limit }。
verdict-limit = 用 { $cell }时，{ $limit }。
# Stands in the two before.
verdict-loss = <limit>{ $loss ->
    [start-up] 启动和汇合占
    [messaging] 分发任务和回收结果占
    [imbalance] 等待最后一个工作者占
    [run-queue] 等待空闲的核占
    [waiting] 任务中的等待占
    [interpreter-lock] 轮流执行（如同在解释器锁之下）占
   *[memory] 任务之间互相拖慢占
} { $share } 的时间</limit>
verdict-cores = <limit>{ NUMBER($cores) } 个核中有 { $busy } 个在忙</limit>

## What the trials say against it.

verdict-failed = { $cell }的试验中，<trials>{ NUMBER($trials) } 次里有 { NUMBER($failed) } 次失败</trials>。
verdict-left-out = 试验不足 { NUMBER($least) } 次，未计入：<trials>{ $cells }</trials>。
verdict-unfit = <trials>{ $cells }</trials>不能运行这项工作。{ $reason }

## What would change it.

verdict-counts = 超过 { $count }<scaling>{ $measured ->
    [yes] 没有收益
   *[no] 的情况未测量
}</scaling>。
verdict-count-at-once = { NUMBER($count) } 个并发任务
verdict-other-neither = { $size ->
    [own] <size>每个任务短于 { $time }</size>
    [other] <size>{ $tasks }且每个短于 { $time }</size>
   *[none] <number>{ $number }且大小不变</number>
}{ $or ->
    [yes] ，或<number>{ $number }且大小不变</number>
   *[no] { "" }
}时，两者都不用。
verdict-other-workers = { $size ->
    [own] <size>每个任务达到 { $time }</size>
    [other] <size>{ $tasks }且每个达到 { $time }</size>
   *[none] <number>{ $number }且大小不变</number>
}{ $or ->
    [yes] ，或<number>{ $number }且大小不变</number>
   *[no] { "" }
}时，用工作者更快。
verdict-start-neither = 按实测的启动开销，每个任务短于<overhead>约 { $time }</overhead> 时，两者都不用。
verdict-start-workers = 按实测的启动开销，每个任务<overhead>至少约 { $time }</overhead>，用工作者才划算。
verdict-warm = 如果让工作者保持运行，{ $cell }的速度<row>与 { $over }相比将是 { $ratio }</row>。

## Where nothing is decided.

verdict-nothing-measured = <strong>未定：</strong>没有一次测量试验成功。
verdict-only-serial = <strong>未定：</strong>只测量了串行，冷启动耗时 { $time }。{ $others ->
    [planned] 其他策略没有一次试验成功。
   *[none] 添加另一种策略，才能比较。
}
verdict-no-serial = <strong>未定：</strong>{ $cell }最快，冷启动耗时 { $time }。{ $serial ->
    [planned] 串行没有一次试验成功，所以收益未知。
   *[none] 把串行加入实验，才能知道收益。
}
verdict-too-few = <strong>未定：</strong>每种策略至少需要 { NUMBER($least) } 次试验。目前最快（冷启动）：{ $cells }。
verdict-not-analysed = { note-analysis-failed }

## The figures behind the words, short.

verdict-detail-interval = { $sort ->
    [interval] 区间
   *[range] 范围
} { $low } 至 { $high }
verdict-detail-no-interval = { $ratio }，无区间
verdict-detail-of-cell = { $cell }：{ $interval }
verdict-detail-warm = 热时间，{ $interval }
verdict-detail-serial = { $figure }，串行 { $serial }
verdict-detail-pair = { $one }，{ $other }
verdict-detail-part = { $whole } 中的 { $part }
verdict-detail-busy = { $busy } 个在忙
verdict-detail-ended-well = { $sort ->
    [most] 最多 { $trials }成功
   *[all] { $trials }成功
}
verdict-detail-unfit = 失败
verdict-detail-speedup = { NUMBER($workers) }：{ $ratio }
verdict-detail-best = 最佳数量 { NUMBER($low) } 至 { NUMBER($high) }
verdict-detail-at = { $tasks }时
verdict-detail-pays-at = { $strategy ->
    [threads] 线程
   *[processes] 进程
}，{ $tasks }时
verdict-detail-neither = 每个任务到 { $time } 为止两者都不划算
verdict-detail-pays = { $strategy ->
    [threads] 线程
   *[processes] 进程
}，每个任务从 { $time } 起
verdict-detail-start = { $cell }：{ $tasks }什么也不做时耗时 { $time }
