# figures

## 结果表的点图：一个点是什么。

dot-trial = 试验 { NUMBER($number) }：{ $time }
dot-outlier = 试验 { NUMBER($number) }：{ $time }，离群值

## 加速比的拟合说明了什么。

scaling-amdahl = 串行部分 { $part }（Amdahl）。
scaling-karp-flatt = { NUMBER($workers) } 个工作者时的串行比例：{ $part }（Karp–Flatt）。
scaling-usl = 争用 { $contention }，一致性 { $coherency }（USL）。
scaling-best = 预测的最佳数量 { $best }。
scaling-no-best = 预测的最佳数量：没有，在核数以内拟合一直上升。
scaling-enough = 超过 { NUMBER($workers) } 个没有收益。
scaling-measured-only = 超出 { NUMBER($cores) } 个核的部分：只有测量点。
scaling-counts = 在 { NUMBER($cores) } 个核以内，至少有 { NUMBER($minTrials) } 次试验的工作者数有 { NUMBER($counts) } 种
scaling-refusal-async = 没有拟合：无论并发多少任务，异步都只用一个核。
scaling-refusal-serial-trials = 没有拟合：串行的试验不足 { NUMBER($minTrials) } 次。
scaling-refusal-few-counts = 没有拟合：{ scaling-counts }。Amdahl 定律需要 { NUMBER($amdahl) } 种大于 1 的，通用可扩展性定律 (USL) 共需 { NUMBER($usl) } 种。
scaling-refusal-not-faster = 没有拟合：在 { NUMBER($cores) } 个核以内，没有哪个工作者数比串行快。
scaling-refusal-few-counts-usl = 没有通用可扩展性定律 (USL) 的拟合：{ scaling-counts }，而它需要 { NUMBER($usl) } 种。
scaling-range = { $figure }（{ $low } 至 { $high }）

## 开销：经同样的路径执行同样多的空任务。

overhead = 开销（空任务）
overhead-note = { NUMBER($tasks) } 个空任务，走同样的路径；为实测值，未作扣除
overhead-line = 开销，{ NUMBER($tasks) } 个空任务，冷启动：{ $cells }。
overhead-one = { $label }（{ $time }）
overhead-strategy = 策略
overhead-cold = 冷启动
overhead-interval = 95 % 区间
overhead-per-task = 每任务冷启动
overhead-warm = 热时间
overhead-trials = 试验
overhead-share = 占其冷启动时间

## 结果表。

results-strategy = 策略
results-cold = 冷启动 { $unit }
results-dots = 各次试验，冷启动 { $unit }
results-interval = 95 % 区间
results-interval-range = 范围 { $interval }
results-speedup = 加速比
results-speedup-warm = 热时
results-against-best = 相比推荐
results-cpu = CPU { $unit }
results-cores = 核 / { NUMBER($cores) }
results-peak = 峰值 MB
results-memory = 私有、共享
results-memory-of = 私有 { $own } MB，共享 { $shared } MB
results-trials = 试验
results-trials-failed = { NUMBER($trials) }，{ NUMBER($failed) } 次失败
results-trials-of = { NUMBER($trials) } / { NUMBER($all) }
results-fastest = 最快
results-cheapest = 资源占用最少
results-no-difference = 未发现差异
results-times = 耗时为 { $ratio }

## 失败的试验，以及每一次试验。

failed-trials = 失败的试验
failed-trial = { $label }，试验 { NUMBER($number) }：{ $status }
failed-warm-up = { $label }，试验 { NUMBER($number) }：{ $status }（预热）
failed-no-evidence = 没有记录到证据。
failed-worker = 工作者 { $worker }
failed-task = 任务 { $task }
failed-pid = pid { $pid }
failed-exit-code = 退出码 { $code }
failed-signal = 信号 { $signal }
failed-stack = 调用栈
failed-stderr = 标准错误

## 任务多大时值得用工作者。

break-even-with = { NUMBER($tasks) } 个任务时，{ $crossings }。
break-even-separator = ；
break-even-pays = { $strategy ->
    [threads] 线程
   *[processes] 进程
}从每任务 { $size } 起划算
break-even-pays-always = { break-even-pays }，即测过的最小值
break-even-pays-not = { $strategy ->
    [threads] 线程
   *[processes] 进程
}直到每任务 { $size } 都没有收益
break-even-ended = { $by ->
    [budget] 平衡点的搜索因时间预算用尽而结束。
   *[stopped] 平衡点的搜索因停止而结束。
}

## 一次运行的代价：是估算，因此取整。

cost-about = 约 { $time }，{ $load }
cost-at-least = 至少 { $time }，{ $load }
cost-no-pilot = 代价未知：Python 还没有试跑。
cost-pilot-ended = 试跑在完成之前被停止。
cost-pilot-failed = 代价未知，试跑失败：{ $why }
cost-pilot-threw = 代价未知：{ $why }。
cost-range = { $from } 至 { $to }
cost-load = { NUMBER($cores) } 个核中最多 { $busy } 个在忙
cost-load-memory = { cost-load }，{ $memory }
cost-task = 刚才在这里一个任务用了 { $task }。全部串行约 { $all }。
cost-task-at-least = 在这里一个任务超过 { $task }。全部串行超过 { $all }。

## 单元的统计量。

cell-trials = { $basis ->
    [cold] 冷启动试验
   *[warm] 热时间试验
}
cell-mean = 均值
cell-median = 中位数
cell-range-few = 少量试验的范围
cell-mad = MAD
cell-quartiles = 25 至 75 %
cell-tails = 5 至 95 %
cell-extremes = 最小至最大
cell-against = 相比 { $label }，冷启动
cell-from-to = { $from } 至 { $to }
cell-compared = { $answer ->
    [faster] 更快
    [slower] 更慢
   *[no-difference] 未发现差异
}：耗时为 { $ratio }
cell-compared-range = { cell-compared }（{ $low } 至 { $high }）
cell-chance = { $comparison }，p { $p }
cell-chance-small = { $comparison }，p < 0.001

## 工作者所赋值的名称，程序自身看到的值。

parent-result = 任务会给名称 "result" 赋值，之后在程序自身中它是：{ $seen }。拥有自己内存的工作者赋给的是自己的那一份。
parent-result-of = { $label } 时为 { $value }

## 试验的各个阶段。

phase-name = { $phase ->
    [spawn] 启动
    [ready] 就绪
    [run] 运行
    [dispatch] 分发
    [compute] 计算
    [idle] 空等
    [collect] 回收
   *[join] 汇合
}
phase-meaning = { $phase ->
    [spawn] 从作出决定到每个工作者都已开始
    [ready] 到每个工作者都已载入工作
    [run] 从发令到最后一个任务完成
    [dispatch] 工作者在等任务
    [compute] 工作者在执行任务
    [idle] 工作者已无任务，而最后一个任务仍在运行
    [collect] 到收齐所有结果
   *[join] 到最后一个工作者消失
}

## 平衡点图

map = 平衡点图。方向键在测量点之间移动，{ $key } 显示表格。
map-title = 从何时起值得用工作者？
map-note = 冷启动时间，{ $workload }。圆点为实测，其间为插值。
map-note-workers = 冷启动时间，{ $workload }，{ NUMBER($count) } 个工作者。圆点为实测，其间为插值。
map-map = 图
map-answer = 答案
map-x-axis = 任务数，对数
map-y-axis = 单个任务的大小，串行，对数
map-picture-note = { $axis } · { $note }
map-table = 平衡点图的表格
map-article = 文章中的程序，原样
map-sizes = 在测过的大小范围内
map-none-pays = 无论多少任务，都没有一个大小值得用工作者。
map-tasks = 任务
map-threads-from = 线程的平衡点
map-processes-from = 进程的平衡点
map-undecided-serial = 无法判定：串行或工作者
map-undecided-kind = 无法判定：线程或进程
map-measured = 实测：串行、线程、进程最快
map-no-difference = 未发现差异
map-neither = 两者都不
map-serial-faster = 串行更快
map-serial-faster-by = 串行更快：工作者耗时最多为其 { $ratio }
map-up-to = 最多为串行的 { $ratio }
map-not-found = 直到 { $time } 都未找到
map-mark = { $name }：{ NUMBER($count) } 个 { $time } 的任务
map-mark-article = 文章中的程序
map-mark-own = 本实验
map-point = { NUMBER($count) } 个 { $time } 的任务
map-gain-name = 较快的工作者
map-gain = 串行的 { $ratio }
map-gain-range = 串行的 { $ratio }（{ $low } 至 { $high }）
map-cut = { NUMBER($count) } 个任务处的剖面
map-cut-note = 冷启动时间与单个任务的大小，对数
map-cut-picture = { map-cut }：串行、线程和进程的冷启动时间与单个任务的大小。同样的数值见表。
map-cut-one = 这里只测了一个大小：没有曲线。
map-size = 单个任务的大小
map-strategy-cold = { $strategy ->
    [serial] 串行
    [threads] 线程
   *[processes] 进程
  }，冷启动
map-strategy = { $strategy ->
    [serial] 串行
    [threads] 线程
   *[processes] 进程
  }
map-fastest = 最快
map-workers-by = 工作者，× 串行
map-interval = 95 % 区间

## 图的答案：<strong> 标出重点。

map-tasks-first = { NUMBER($tasks) } 个任务
map-workers-word = { NUMBER($workers) }
map-pays-later = 两者都不划算。{ map-tasks-first }{ $tasks ->
    [1] { "" }
   *[other] 中的每一个
}要达到{ $bound ->
    [at-most] 至多
   *[exactly] { "" }
} <strong>{ $size }</strong>，{ $of ->
    [workers] { map-workers-word } 个{ $strategy ->
        [threads] 线程
       *[processes] 进程
    }才划算
   *[any] { map-pays-word }
}。
map-pays-word = { $strategy ->
    [threads] 线程
   *[processes] 进程
}才划算
map-pays-neither = 两者都不划算。
map-pays-neither-to = 直到每任务 <strong>{ $size }</strong>，两者都不划算。
map-pays = { $strategy ->
    [threads] 线程
   *[processes] 进程
}划算。
map-pays-by = { $strategy ->
    [threads] 线程
   *[processes] 进程
}划算：速度是串行的 <strong>{ $ratio }</strong>。
map-pays-either = 工作者划算。线程和进程之间未发现差异。
map-no-difference-between = { $between } 之间未发现差异。
map-not-measured = 没有测量任何内容。
map-pays-nowhere = 直到每任务 { $size }，工作者都不划算。
map-pays-from = { NUMBER($tasks) } 个任务时，{ $strategy ->
    [threads] 线程
   *[processes] 进程
}从每任务 <strong>{ $size }</strong> 起划算
map-pays-from-one = { map-pays-from }。
map-pays-from-to = { map-pays-from }；{ NUMBER($lastTasks) } 个时从 <strong>{ $lastSize }</strong> 起。
map-pays-from-other = { map-pays-from }；{ NUMBER($lastTasks) } 个时{ $other ->
    [threads] 线程
   *[processes] 进程
}从 <strong>{ $lastSize }</strong> 起。

## 图上的一个点。

map-heavier = { $bound ->
    [at-most] 任务至多要大到 { $ratio }
   *[exactly] 任务要大到 { $ratio }
}
map-not-up-to = 直到每任务 { $size }，工作者都不划算
map-from-at-most = ≤ { $size }
map-found-nowhere = 未找到
map-time-first = { $strategy ->
    [serial] 串行
    [threads] 线程
   *[processes] 进程
} { $time }
map-time = { map-strategy } { $time }
map-times = { $times }，均为冷启动，取 { $trials }的中位数。
map-winner = { $strategy ->
    [serial] 串行最快
    [threads] 线程最快
   *[processes] 进程最快
}
map-winner-between = { $between } 之间未发现差异
map-workers = 工作者
map-undecided = 无法判定
map-undecided-between = 无法判定：{ $between }
map-point-said = { map-point }：{ $winner }。
map-point-said-gain = { map-point }：{ $winner }，较快的工作者的速度是串行的 { $ratio }。
map-point-all = { $point }{ $times }
map-search = { NUMBER($points) } 个点，{ NUMBER($trials) } 次试验，用时 { $time }。{ $status ->
    [budget] 时间已用尽。
    [stopped] 被停止。
   *[done] { "" }
}同样精细的完整网格需要 { NUMBER($grid) } 次试验。
