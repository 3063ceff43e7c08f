## Warnings: what limits the figures of a run, and as .advice what to do about it.

warning-title = { $kind ->
    [outliers] 离群值
    [drift] 漂移
    [modes] 多峰时间
    [few-trials] 试验太少
    [imprecise] 精度不足
    [coarse-timer] 时钟太粗
    [load] 后台负载
    [stood-still] 停顿
    [throttling] 降频
    [frequency] 频率
    [swap] 交换
    [missed-samples] 错过的样本
    [failed-trials] 失败的试验
    [ended-early] 提前结束
    [not-measured] 未测量
    [quota] CPU 配额
    [environment] 环境
   *[earlier] 其他警告
}

## What the measured times look like.

warning-outliers = { NUMBER($count) } 次试验远离所在单元的中位数：{ $trials }。
    .advice = 看看它们前后发生了什么。它们会保留，与其他试验同样计入。
# Several of these stand in the one before.
warning-outlier = { $cell } 的试验 { NUMBER($trial) }（{ $ratio }）

warning-drift = { $of ->
    [all] 各单元的时间（相对于各自的中位数）
   *[cell] { $cell } 的时间
}从运行的前三分之一到后三分之一{ $direction ->
    [rose] 上升
   *[fell] 下降
}了 { $change }（p { $chance ->
    [small] 小于 0.001
   *[told] { $p }
}）。
    .advice = { $direction ->
        [rose] 让机器冷却、安静下来，再运行一次。
       *[fell] 增加预热轮，再运行一次。
    }

warning-modes = { $cell } 的时间分成两组：{ NUMBER($low) } 次试验在 { $lowTime } 左右，{ NUMBER($high) } 次在 { $highTime } 左右。
    .advice = 看看两组有什么不同；中位数最多只能描述其中一组。

## Trials that failed, are missing, or are too few.

warning-failed-trials = { $cell } 的 { NUMBER($trials) } 次{ $sort ->
    [empty] 空任务试验
   *[work] 试验
}中有 { NUMBER($failed) } 次失败：{ $why }。
    .advice = { $remedy ->
        [other-strategy] 不需要修复：改用其他策略。
        [timeout] 提高 timeoutSeconds，或减小工作量。
        [memory-limit] 提高 memoryLimitMb，或减少工作者。
       *[none] 查看该试验的错误。失败的试验不计入。
    }

warning-ended-early = 运行提前结束：计划的 { NUMBER($planned) } 次测量试验完成了 { NUMBER($ended) } 次。
    .advice = { warning-run-again }
warning-not-measured = 未测量：{ $cells }。
    .advice = { warning-run-again }
# What ended a run by itself would do so again.
warning-run-again = { $cause ->
    [stop] 再运行一次，直到结束。
   *[failure] 消除原因，再运行一次。
}

warning-one-trial = 只有一次试验：{ $cells }。
    .advice = { warning-repeat }
warning-few-trials = 试验不足 { NUMBER($least) } 次，因此没有区间：{ $cells }。
    .advice = { warning-repeat }
warning-repeat = 至少重复 5 次。

warning-imprecise = 冷启动时间的中位数精度不优于 ±{ $wanted }：{ $cells }。
    .advice = 增加重复次数，或设定精度。
warning-not-as-precise = 没有达到要求的精度 ±{ $wanted }：{ $cells }。
    .advice = 允许更多试验和时间，或结束干扰它们的程序。
# Several of these stand in the two before.
warning-precision = { $cell } ±{ $precision }（{ NUMBER($trials) } 次试验）

warning-stood-still = { NUMBER($trials) } 次试验期间，一切停顿了 { $seconds } s；这些试验不计入。
    .advice = 让运行走完：不要按 Ctrl-Z，不要暂停容器，不要让机器休眠。

## Load from others. These sentences follow one another.

warning-load-run = 同时有另一个 Corelane 运行（pid { $pid }）在进行。
warning-load-runs = 同时有另外 { NUMBER($count) } 个 Corelane 运行（pid { $pids }）在进行。
    .advice = 逐个运行。
warning-load-took = 试验期间，其他进程平均占用 { $cores }。
warning-load-took-by = 试验期间，其他进程平均占用 { $cores }，来自{ $processes }。
    .advice = 关闭{ $count ->
        [0] 其他正在运行的程序
       *[other] 这些程序
    }，再运行一次。
warning-load-process = 「{ $name }」（pid { $pid }），{ $cores }
warning-load-corelane = 另一个 Corelane 运行（pid { $pid }），{ $cores }
warning-load-separator = ；
warning-load-cores = { NUMBER($cores, minimumFractionDigits: 2, maximumFractionDigits: 2) } 个核
warning-load-waited = 核是够的，工作者仍等待了空闲的核：{ $cells }。
    .advice = 关闭其他正在运行的程序，等一分钟，再运行一次。
warning-load-waited-cell = { $cell }（{ $share } 的时间）
warning-load-seen = 在此可见的其他进程同时占用了 { $cores }。
    .advice = 给运行时和测量仪器留一个空闲的核；在容器中，看看容器外运行着什么。
warning-load-average = 读取机器信息时，最近一分钟的平均负载为 { $load }，可用核为 { NUMBER($cores) } 个；刚结束的运行也计算在内。

## What the machine did.

warning-quota-throttling = 控制组的 CPU 配额在 { NUMBER($trials) } 次试验中让任务停了 { $time }。
    .advice = 工作者不要多于配额的核数，或取消配额再运行。
warning-heat = 处理器因过热降频 { NUMBER($times) } 次，涉及 { NUMBER($trials) } 次试验。
    .advice = 让它冷却或改善散热，再运行一次。
warning-stolen = 虚拟机管理程序拿走了所用核的 { $share } 的时间。
    .advice = 换个时间再运行，或用独占的核。
warning-swap = { NUMBER($trials) } 次试验中，有 { NUMBER($pages) } 页内存换入或换出。
    .advice = 释放内存，或减少工作者，再运行一次。

warning-frequency = 核的频率在各次试验之间有变化：{ $cells }。
    .advice = 固定频率，或增加重复次数。
warning-frequency-cell = { $cell } { $low } 至 { $high } MHz
warning-governor = 调频策略 (governor) 是「{ $governor }」。
    .advice = 设为「performance」，时间会更稳定。

warning-quota = 配额限制了可用的核：{ NUMBER($cores) } 个核中的 { $quota } 个。
    .advice = 按配额来判断工作者数量，或取消配额再运行。

## Variables of the environment.

warning-environment = 子进程运行时设有 { $settings }：{ $effect ->
    [slower] 比不设时慢
    [memory-limit] 限制了它们的内存
    [more-code] 会加载被测代码之外的代码
    [debugger] 会挂上调试器：比不设时慢
    [libraries] 会把别的库放进每个进程
   *[slower-python] 可能让 Python 变慢
}。
    .advice = 从没有设置 { $variables } 的终端再运行一次。
warning-environment-option = { $option }（{ $variable }）

## Where the instrument itself reaches its limits. These sentences follow one another.

warning-coarse-tasks = 与读一次时钟（约 { $read }）相比，任务太短：{ $cells }。
warning-coarse-cold = 与读一次时钟（约 { $read }）相比，冷启动时间太短：{ $cells }。
    .advice = 把这些时间当作上限，或把每个任务变大。
warning-coarse-cell = { $cell } { $time }

warning-missed-samples = { NUMBER($due) } 个样本中错过了 { NUMBER($missed) } 个，最迟的晚了 { $time }。
warning-missed-in-trials = { NUMBER($trials) } 次试验错过了超过 { $limit } 的样本，最多 { $most }。
    .advice = 降低 sampling.hz，或留一个空闲的核。时间不是由采样得出的。
