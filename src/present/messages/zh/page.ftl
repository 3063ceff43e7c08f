# page

## 报告中的运行：简述，以及事实表。

run-of = { $moment } 的运行，{ $trials }，{ $duration }
run-of-ended = { $moment } 的运行，{ $trials }，{ $duration }，{ $status }
run-report = 报告
run-started = 开始
run-took = 耗时
run-status = 状态
run-written = 写出
run-version = 报告版本
run-program = 程序
run-runtime = 运行时
run-own-cpu = 自身 CPU 时间
run-window-cpu = 窗口 CPU 时间
run-sampler-cpu = 采样器 CPU 时间
run-sampled = 样本
run-latest = 最迟的样本，晚了
run-cpu = { $time }，占一个核的 { $percent } %
run-samples = { $samples }，错过 { $missed } 个

## 报告页面：各节及其内容。

page-results = 结果
page-how-read = 冷启动时间：从程序作出决定，到收齐最后一个结果并汇合所有工作者。区间：中位数和比值的 95 % 精确区间；试验很少时为其范围。
page-warnings = 警告
page-warning = 警告：{ $text }{ $advice }
page-experiment = 实验
page-machine = 机器
page-run = 运行

page-phases = { phases }
page-phases-note = 取每个单元的中位试验
page-phases-none = 未知：没有试验给出各阶段的时间。
page-phases-picture = 每个单元中位试验的冷启动时间各阶段
page-phase-warm = 热时间
page-phase-times = 热时间 { $warm } · { $split ->
    [yes] 其中 { $other } 未在计算
   *[no] 其中 { $other } 未在运行任务
}

page-speedup = 加速比与工作者数
page-speedup-none = 未知：需要串行和另一种策略各有一次试验。
page-speedup-picture = 相对串行的加速比与工作者数；数值见表
page-speedup-workers = 工作者
page-speedup-point = { $label } { NUMBER($workers) }：{ $ratio }
page-speedup-interval = { page-speedup-point }（{ $low } 至 { $high }）
page-speedup-lines = 冷启动。虚线：串行。点线：有多少工作者就快多少倍。
page-speedup-async = { page-speedup-lines }对于异步，工作者指一个事件循环上的并发任务。

page-pays = 从何时起值得用工作者
page-pays-note = 单个任务的大小，串行
page-pays-tasks = 任务
page-pays-from = { $strategy ->
    [threads] 线程的平衡点
   *[processes] 进程的平衡点
}
page-pays-gain = 最大收益
page-pays-always = { $size }（所有测过的大小都划算）
page-pays-above = { $size }（{ $below } 时还不划算）
page-pays-unsettled = 未确定
page-pays-not = 直到 { $below } 都未找到
page-pays-article = 文章中的程序，{ NUMBER($tasks) } 个 { $size } 的任务：{ $winner ->
    [serial] 两者都不划算
    [threads] 线程
    [processes] 进程
   *[undecided] 无法判定
}。
page-pays-search = { $status ->
    [done] { page-pays-measured }
    [budget] { page-pays-measured }，因时间预算用尽而结束
   *[stopped] { page-pays-measured }，因停止而结束
}。
page-pays-measured = { NUMBER($points) } 个点，用时 { $duration }

page-more-failures = 另有 { NUMBER($count) } 个见 JSON 报告。
page-more-trials = 另有 { NUMBER($count) } 次见 CSV 和 JSON 报告。
page-trials = 全部试验，按运行顺序
page-trial = 试验
page-trial-warm-up = { $label }，预热
page-trial-status = 状态
page-trial-cold = 冷启动
page-trial-warm = 热时间
page-trial-cpu-user = 用户态 CPU
page-trial-cpu-system = 内核态 CPU
page-trial-memory = 内存峰值

## 运行了什么。

experiment-name = 名称
experiment-work = 工作
experiment-schedule = 调度
experiment-schedule-of = { $kind ->
    [static] 静态
   *[dynamic] 动态，每次 { NUMBER($chunk) } 个
}
experiment-warm-up = 预热
experiment-warm-up-of = 每个单元 { NUMBER($trials) } 次，不计入
experiment-order = 顺序
experiment-order-of = 随机交错，种子 { $seed }
experiment-limits = 限制
experiment-limits-of = 每次试验 { $seconds } s，{ $megabytes } MB
experiment-sampling = 采样
experiment-sampling-of = 每秒 { $hz } 次，内存每秒 { $memoryHz } 次

## 文本形式的报告。

report-work = { $name }：{ $work }
report-work-ended = { $name }：{ $work }，{ $status }

## 发现，作为页面和文本。

findings-title = 线程还是进程？
findings-weights = 权重：{ $weights }
findings-figures = 数值
findings-strategy = 策略
findings-runtime = 运行时
findings-what = 测了什么
findings-x = 工作者或字节
findings-median = 中位数
findings-range = 范围
findings-values = 值
findings-weight = { criterion-name } { NUMBER($weight) }
findings-note = 备注：{ $note }
findings-none = 没有任何发现。
findings-counts = { $counts }。

## The race

page-race = 竞赛
page-race-note = 每种策略的中位试验，放在同一个时钟上，从决定时起，以 { $speed } 的速度播放
page-race-again = 再放一次
page-race-picture = { NUMBER($count) } 种策略的中位试验的竞赛。
