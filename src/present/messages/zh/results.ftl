# results

## 屏幕

results-tab = { $tab ->
    [verdict] 结论
    [break-even] 平衡点
    [timeline] 时间线
   *[environment] 环境
  }
results-tab-trials = 全部 { NUMBER($count) } 次试验
results-side = 加速比和警告
results-runs = 以前的运行
results-open = 打开报告…
results-unfinished = <strong>未完成：{ $trials }。</strong>运行的进程在结束之前就已消失；这里的内容以这些试验为据。
results-empty-trials = 空任务的试验
results-none = 还没有运行
results-none-note = 运行一个实验，或把报告拖到这里。运行会保留，可以再次打开。
results-lab = 转到实验台
environment-run = 运行
environment-experiment = 实验

## 「导出」菜单

export-json = 完整的报告；可在这里重新打开
export-csv = 每次试验一行，供程序读取
export-spreadsheet = 电子表格 CSV
export-spreadsheet-note = 分号分隔，小数用逗号
export-html = 带图表的单个文件，可离线阅读
export-trace = 跟踪 (trace)
export-trace-note = 用于 Perfetto 和 chrome://tracing

## 结论及其依据

verdict-letters = 各分句的数值
verdict-evidence = <words>{ $words }</words>，证据 <letter>{ $letter }</letter>：{ $detail }
basis-name = { $basis ->
    [cold] 冷启动
   *[warm] 热时间
  }
basis-meaning = { $basis ->
    [cold] 冷启动：从作出决定到收齐最后一个结果并汇合工作者
   *[warm] 热时间：工作者已就绪，从发令到最后一个任务完成
  }
cells-shown = 单元
cells-best = 各策略的最佳数量
cells-all = 全部 { NUMBER($count) } 个单元
cell-outliers = 按冷启动时间的离群值，保留并计入：
look-at-trial = 查看试验 { NUMBER($number) }
look-at-more = 另有 { NUMBER($count) } 次
look-at-cell = 查看「{ $cell }」
warnings-head = 警告
warning-line = <title>{ $title }：</title>{ $text }
failed-wrote = 它最后写出的内容
failed-more = 全部试验中还有 { NUMBER($count) } 次。
stopped-head = 已停止的试验
stopped-trial = { $cell }，试验 { NUMBER($number) }。{ $why }

## 单元的表格

table-trials = 各次试验，{ basis-name }，{ $unit }
table-median =
    中位数
    { basis-name } { $unit }
table-interval =
    95 %
    区间
table-interval-note = 中位数的区间；试验少于 6 次时为其范围
table-speedup =
    加速比
    { basis-name }
table-limit = 相比推荐；瓶颈
table-cpu = CPU { $unit }
table-busy =
    忙碌的核
    共 { NUMBER($cores) } 个
table-peak = 峰值 MB
table-memory =
    私有、
    共享
table-statistics = 显示统计量
table-not-measured = 未测量
table-failed = { NUMBER($all) } 次试验中 { NUMBER($failed) } 次失败
table-no-data = 无数据：{ table-failed }
memory-parts = 私有 { $private }，共享 { $shared }
overhead-bar = 同样的内容，用条形表示

## 冷启动时间花在哪里

phases = 冷启动时间花在哪里
phases-note = 冷启动：从作出决定到收齐最后一个结果并汇合工作者；取每个单元的中位试验
phases-warm-note = 从发令到最后一个任务完成
phases-part = { phase-name } { $time }
phases-cold = 冷启动 { $time }
phases-warm = 热时间 { $time }
phases-other = 其中 { $time } 未在{ $split ->
    [yes] 计算
   *[no] 运行任务
  }

## 图表

chart-table-note = 用表格显示同样的数值
chart-chart = 图
chart-menu = 复制或保存
chart-menu-of = 复制或保存：{ $title }
chart-deed = { $deed ->
    [copy] 复制图片
    [png] 保存为 PNG…
    [svg] 保存为 SVG…
   *[data] 以 CSV 复制数据
  }
picture-footer = { $name } · { $machine } · { $moment } · Corelane
picture-machine = { $processor }，{ $cores }
picture-copied = 图片已在剪贴板中。
rows-copied = { NUMBER($count) } 行已以 CSV 放入剪贴板。
rows-copied-last = 共 { $count } 行，其中最后 { $rows } 行已以 CSV 放入剪贴板。
chart-linear = 线性
chart-log = 对数
chart-log-scale = 对数刻度
median-x-axis = { basis-name }，{ $unit }
median-x-axis-log = { basis-name }，{ $unit }，对数刻度
chart-value = { $value } { $unit }
chart-median = 中位数 { chart-value }
chart-median-unit = 中位数 { $unit }
median-title = { basis-name }的中位数
median-axis = 时间轴
median-note = 圆点：单次试验
median-note-ringed = 圆点：单次试验，带环的为离群值
median-note-log = 竖线：中位数，色带：95 % 区间，圆点：单次试验
median-note-log-ringed = 竖线：中位数，色带：95 % 区间，圆点：单次试验，带环的为离群值
median-cell = 单元
median-interval = 95 % 区间
median-trials = 试验 { $unit }
speedup = 加速比与工作者数
speedup-note = 相对{ $own ->
    [yes] 同一运行时的
   *[no] { "" }
  }串行的倍数，{ basis-name }{ $fit ->
    [none] { "" }
    [amdahl] ；色带：Amdahl 拟合，95 %
    [usl] ；色带：USL 拟合，95 %
   *[both] ；色带：Amdahl 或 USL 拟合，95 %
  }
speedup-workers = 工作者
speedup-workers-log = 工作者，对数刻度
speedup-column = 加速比
speedup-interval = 95 %
speedup-each = 每工作者
speedup-serial-part = 串行部分
speedup-time = 加速比所用的时间
speedup-axis = 加速比的轴
speedup-marks = 竖线：95 % 区间。点线：在核数以内，有多少工作者就快多少倍。阴影：工作者多于核。
speedup-unknown = 未知：需要串行和另一种策略各有一次成功的试验。
speedup-quota = 配额 { $cores }
value-range = { $value }（{ $low } 至 { $high }）

## 单次试验，以及全部试验的表格

timeline-which = 试验 { NUMBER($number) } / { NUMBER($count) }
timeline-picture = { $which }： { $cell }
timeline-outcome = { $state }{ $sort ->
    [empty] ，空任务
    [warmup] ，预热
   *[measured] { "" }
  }
timeline-outcome-cold = { timeline-outcome }，冷启动 { $cold }
timeline-outcome-times = { timeline-outcome }，冷启动 { $cold }，热时间 { $warm }

trials-trial = 试验
trials-cell = 单元
trials-round = 轮
trials-status = 状态
trials-cold = 冷启动 { $unit }
trials-warm = 热时间 { $unit }
trials-cpu = CPU { $unit }
trials-pss = 峰值 PSS MB
trials-rss = 峰值 RSS MB
trials-evidence = 证据
trials-outlier = 离群值
trials-outlier-note = 按冷启动时间的离群值；保留并计入

## 以前的运行

runs-waits = 当前试验结束后打开。
runs-back = 返回报告
runs-experiment = 实验
runs-started = 开始
runs-trials = 试验
runs-took = 耗时
runs-verdict = 结论
runs-disk = 磁盘占用
runs-actions = 操作
runs-discard-this = 删除 { $name }，{ $moment }
runs-discard-ask = 删除…
runs-discard = 删除
runs-keep = 保留
runs-some = { $done } / { NUMBER($count) } 次试验
runs-running = 进行中
runs-unreadable = 无法读取
runs-unfinished = 未完成
runs-stopped = { $trials }，已停止
runs-failed = { $trials }，失败
runs-left = 未完成的运行
runs-left-many = 有 { NUMBER($count) } 次运行未完成。
runs-left-one = 未完成的运行：{ $run }。
runs-left-discard = 删除 { $run }？已测量的内容将随之消失。
runs-left-show = 显示
runs-left-open = 打开
runs-left-later = 以后再说
kept-limit = 最多保留
kept-range = 从 0 到 { $most }；0 只保留最新的运行。
kept-where = 位于 { $folder }；最旧的运行先删除。
kept-held = 的已完成运行；现有 { $size }

## Memory over time

memory-chart = 内存随时间的变化
memory-chart-note = 所有进程的 PSS，每种方式取中位试验 · 点：精确读取 · 线：RSS 减去共享部分
memory-chart-time = 自决定起，{ $unit }
memory-chart-at = { $time } 时 { $size }
memory-chart-first = 开始时，MB
memory-chart-peak = 峰值，MB
memory-chart-left = 工作者结束后剩余，MB
memory-chart-exact = 精确读取次数
