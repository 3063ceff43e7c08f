# live：进行中的运行、空闲的机器，以及试验的时间线

## 顶部：运行到哪里了

live-starting = 正在开始
live-done = { $time } 完成
live-over = 完成
live-stopping = 正在停止
live-search-left = 最多还用 { $time }
live-left-unknown = 剩余时间未知
live-left = 约剩 { $time }
live-break-even = 平衡点：{ NUMBER($count) } 个点
live-begins = 正在开始
live-to-come = 还有 { NUMBER($count) } 次试验
live-trial = 试验 { NUMBER($number) } / { NUMBER($count) }{ $sort ->
    [empty] ，空任务
    [warmup] ，预热
   *[measured] { "" }
  }
live-searching = 正在搜索
live-in-app = 应用内
live-preparing = 正在准备…
live-stop = { $state ->
    [stopping] 正在停止
   *[running] 停止
  }

## 正在查看什么

live-map = 平衡点，目前测到的部分。
live-short = 试验 { NUMBER($number) }，{ $cell }：短试验在结束时显示。
live-viewing = 正在查看试验 { NUMBER($number) }：{ $cell }，{ $state }。按 { $key } 跟随当前试验。
live-viewing-times = 正在查看试验 { NUMBER($number) }：{ $cell }，{ $state }，冷启动 { $cold }，热时间 { $warm }。按 { $key } 跟随当前试验。
live-first = 正在计算参考结果。时间线从第一次试验开始。

## 工具栏

lanes-menu = 轨道{ $hidden ->
    [0] { "" }
   *[other] ，隐藏 { $hidden } 条
  }
lanes-sort = 排序方式
order-worker = 编号
order-core = 核
order-busy = 忙碌时间
order-first = 首个任务
order-longest = 最长任务
lanes-hidden = 已隐藏
lanes-show = 显示{ $lane }
lanes-show-all = 全部显示
lane-tools = 轨道：{ $lane }
lane-collapse = 折叠{ $lane }
lane-expand = 展开{ $lane }
lane-pin = 固定{ $lane }
lane-unpin = 取消固定{ $lane }
lane-hide = 隐藏{ $lane }
lane-core = 核 { $core }
lane-worker = 工作者 { $worker }
lane-changed = { $lane }：{ $change ->
    [collapsed] 已折叠
    [expanded] 已展开
    [pinned] 已固定
    [unpinned] 不再固定
   *[hidden] 已隐藏
  }
live-part = 试验的部分
live-follow = 跟随
live-all = 全部
live-freeze = 冻结
live-figures = 数值

## 侧边的数值

live-this-trial = 本次试验
live-other-trial = 试验 { NUMBER($number) }
live-of = / { $all }
live-of-cores = / { NUMBER($count) } 个核
live-busy = / { NUMBER($count) } 个核在忙，{ $over ->
    [second] 最近一秒
   *[trial] 从发令到最后结果
  }
live-not-sampled = 忙碌的核：尚未采样
live-tasks = 已完成任务
live-wait = 运行队列等待，工作者平均
live-moves = 换核次数（采样）
live-memory = 内存
live-memory-peak = 内存峰值
live-memory-left = 工作者结束后剩余的内存
live-memory-all = { $all }，
live-memory-shared = 共享 { $shared }
live-loop = 事件循环延迟，最大
live-sampler = Corelane 的采样器
live-others = 其他进程（含本窗口）
live-missed = 错过的样本
live-load = 其他 CPU 负载
live-around = { $others }，在试验 { NUMBER($number) } 中
live-around-this = { $others }，在本次试验中
live-failed = 失败的试验
live-failure = 试验 { NUMBER($number) }，{ $cell }：{ $state }。<evidence>{ $evidence }</evidence>
live-notes = 备注
live-not-drawn = 未画出：{ NUMBER($count) } 个任务中的 { $missed } 个。
live-not-drawn-samples = 未画出：{ NUMBER($count) } 个样本。
live-coarser = 样本画得比采样时粗。
live-other-cores = 其他：{ $cores } 个核
live-other-cores-most = 其他：{ $cores } 个核（{ $name }，pid { $pid }）

## 排名

ranking = 排名（暂定）
ranking-median = { $basis ->
    [cold] 冷启动
   *[warm] 热
  }时间的中位数
ranking-median-unit = { $basis ->
    [cold] 冷启动
   *[warm] 热
  }时间的中位数，{ $unit }
ranking-none = 还没有测量试验；预热试验不计入。
ranking-count = { NUMBER($count) } 次测量试验。横线：最小到最大。顺序仍可能改变。
ranking-none-yet = 还没有
ranking-app = { $workers } 应用

## 空闲时

rest-title = 线程、进程，还是都不用？
rest-invalid = 表单中有无效的值。改正后这里会显示计划的运行。
rest-plan = 「运行」会在 { NUMBER($cells) } 个单元中执行同样的 { NUMBER($tasks) } 个任务{ $cells ->
    [1] { "" }
   *[other] ，顺序随机
  }，{ $least ->
    [yes] 至少
   *[no] 共
  } { NUMBER($trials) } 次试验{ $search ->
    [yes] ，还会搜索平衡点
   *[no] { "" }
  }，并画出每个核和工作者实际做了什么。
rest-picture = 空闲时这台机器的各个核，实时测量；虚线框是运行将要画出的位置。
rest-unwatched = 没有测量各个核：{ $why }
rest-background = 窗口在后台。
rest-cores-note = 这台机器
rest-idle = 空闲，
rest-idle-unmeasured = 尚未测量
rest-idle-measured = 空闲，实测，
rest-busy = { NUMBER($cores) } 个中 { $busy } 个在忙
rest-workers-note = 每个工作者一条轨道
rest-loop = 事件循环
rest-loop-note = 应用的响应
rest-memory-note = 私有的按进程，
rest-memory-note-shared = 共享的只计一次
rest-now = 现在
rest-dashed = 虚线：运行将画在这里
rest-dashed-unmeasured = 虚线：运行将画在这里，并非实测

## 时间线

timeline-of = 试验 { NUMBER($number) } 的时间线。方向键按任务和轨道移动，{ $key } 显示表格。
timeline-no-task = 还没有任务
timeline-trial = 试验
timeline-end = 预计结束 { $time }
timeline-cores = 核
timeline-cores-unsampled = 未采样
timeline-cores-note = 每 { $every } 采样：{ $form ->
    [heat] 每行一个核，深浅 = 忙碌程度
    [strip] 所有核的平均，高度 = 忙碌程度
   *[lanes] 核上的工作者，高度 = 忙碌程度
  }
timeline-mean = 平均
timeline-folded = { NUMBER($count) } 条轨道
timeline-workers = 工作者
timeline-workers-unsampled = 任务时段精确，来自工作者 · 状态未采样
timeline-workers-note = 任务时段精确，来自工作者 · 状态每 { $every } 从内核采样
timeline-loop = 事件循环延迟
timeline-loop-note = 应用主进程的，取每个间隔的最大值
timeline-memory = 内存
timeline-memory-end = PSS，试验结束时：USS 按进程，共享的只计一次
timeline-memory-exact = PSS，至多每 { $exact }：USS 按进程，共享的只计一次
# Dots are drawn on the line.
timeline-memory-note = 点：PSS，至多每 { $exact } · 线：RSS 减去共享部分，每 { $every } · USS 按进程
timeline-shared = 共享，只计一次
timeline-private = 私有（USS）
timeline-heap = V8 堆
timeline-pid = pid { $pid }
timeline-tid = tid { $tid }
timeline-in-flight = { NUMBER($count) } 个任务进行中
host-name = 宿主 { NUMBER($number) }
host-app = 应用
cell-in-app = { $cell }，应用内
trial-strip = 各次试验
trial-strip-none = 还没有试验
trial-strip-trial = { live-trial }，{ $cell }，{ $state }
trial-strip-cold = { live-trial }，{ $cell }，{ $state }，冷启动 { $cold }

## 指针或键盘所在的任务

span-task = 任务 { NUMBER($task) }
span-worker = 工作者
span-cores = 核
span-began = 开始于
span-duration = 时长
span-on-core = 在核上
span-waited = 等待核
heat-title = 核 { $core }
heat-busy = 忙碌
heat-share = { $time } 的 { $share }
heat-worker = 所见工作者
heat-others = 不是本次试验的
move-title = 换核 { NUMBER($count) } 次（采样所见）
move-seen = 见于
span-more-cores = { $first } → 另外 { NUMBER($count) } 个 → { $last }
span-text = 任务 { NUMBER($task) }，工作者 { $worker }，开始于 { $began }，用时 { $took }{ $on ->
    [known] ，在核 { $cores } 上
   *[unknown] { "" }
  }{ $queued ->
    [known] ，等待核 { $wait }
   *[unknown] { "" }
  }

## 图例

legend-running = 运行中
legend-runnable = 可运行，等待核
legend-waiting = 等待中
legend-others = 其他
legend-others-note = 核上的其他程序，包括系统和 Corelane 自身
legend-move = 换核，采样所见
legend-running-task = 进行中的任务
legend-tint = 色调 = { $of ->
    [thread] 线程
   *[process] 进程
  }
legend-line = 线型 = 线程
legend-keys = 滚轮：缩放 · 方向键：任务 · S：最慢

## 表格形式的时间线

timeline-table = 表格形式的时间线
timeline-table-tasks = 任务
timeline-table-hidden = { NUMBER($count) } 条已隐藏
timeline-table-none = 还没有试验开始。
timeline-table-missed = 只有一部分，{ $count } 个不在这里
timeline-table-last = 最后 { NUMBER($last) } 个，之前还有 { $count } 个
column-core = 核
column-busy = 忙碌，{ $unit }
column-share = 占比
column-worker = 工作者
column-pid = pid
column-tid = tid
column-tasks = 任务
column-task = 任务
column-on-core = 在核上，{ $unit }
column-waited = 等待核，{ $unit }
column-moves = 所见换核次数
column-heap = V8 堆，最大 MB
column-began = 开始于，{ $unit }
column-ended = 结束于，{ $unit }
column-duration = 时长，{ $unit }

## A frame around some time of some lanes

area-title = { $span } 内的 { NUMBER($count) } 个任务
area-close = 关闭
area-worker = 工作者
area-all = 全部
area-count = n
area-min = 最小
area-mean = 平均
area-median = 中位数
area-p95 = p95
area-max = 最大
area-inside = 任务中
area-cores = 所在的核（采样）：{ $cores }
area-core = { $core }（{ $time }）
area-note = 全部或部分落在框内的任务，按整个任务的用时计。“任务中”只计框内的部分。
marker-difference = Δ { $time }
