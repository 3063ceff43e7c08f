## Notes of a finding: what could not be measured, or was disturbed, and why.

claim-note-no-python = 这里没有找到 Python，因此不作说明。
claim-note-no-electron = 这里没有 Electron，打不开窗口。
claim-note-no-display = 这里没有屏幕，也没有可以代替的 Xvfb：安装 xvfb。
claim-note-display-not-started = 这里没有屏幕，Xvfb 也没有启动。
claim-note-one-core = 只有一个核：在这里看不出是否使用多个核。
claim-note-too-fast = { $label } 测得的速度是串行的 { $ratio }，超出了核数所能达到的：串行自身的速度不稳定{ $serial ->
    [told] ，在其中位数的 { $range } 之间
   *[unknown] { "" }
}。再运行一次。
claim-note-messages-left-out = 略去了 { $sizes } 的消息：空闲内存只有 { $free }。
claim-note-search-ended = 平衡点的搜索提前结束：{ $by ->
    [budget] 时间预算已用完
   *[stop] 被停止
}。
claim-note-trial-failed = { $cell } 以「{ $status }」结束：{ $why }
claim-note-trial-failed-unknown = { $cell } 以「{ $status }」结束：原因未知。
claim-note-probe-disturbed = { $title }：期间其他进程占用了 { $cores } 个核
claim-note-probe-disturbed-by = { $title }：期间其他进程占用了 { $cores } 个核，主要是 { $name }（pid { $pid }）
claim-note-frames-uneven = { $title }：还没有任何工作时，帧的间隔就不均匀
claim-note-no-memory-limit = { $title }：这个系统不能限制进程的内存，因此没有尝试
claim-note-no-shared-memory = { $title }：{ $size } 超出了现有的共享内存，已略去
claim-note-probe-said = { $title }：{ $said }
claim-note-probe-failed = 无法测量 { $title }：{ $why }。
claim-note-probe-failed-said = { claim-note-probe-failed }它输出了：{ $said }
# One of these is the reason in the two before.
claim-probe-worker = { $fault ->
    [worker-ended] 工作者在答复之前就结束了
   *[worker-silent] 工作者没有在共享内存中答复
}
claim-probe-no-answer = 它的输出不是答复：{ $why }
claim-probe-signal = 它被 { $signal } 终止
claim-probe-exit = 它以退出码 { $code } 结束
claim-probe-not-started = 它无法启动
claim-probe-not-started-why = 它无法启动：{ $why }
claim-probe-not-started-lacks = 它无法启动：{ shortage }
claim-probe-timeout = 它超过 { $seconds } s，被终止
claim-probe-memory-limit = 它占用了 { $held }，超过了空闲内存中可用的 { $limit }，被终止

claim-range = { $from } 至 { $to }

# claims

## The screen: tabs, list, Export menu

claims-choice = 线程还是进程？
claims-run-all = 全部运行
claims-busy-run = 有运行正在进行。
claims-busy = 正在检验论断。
claims-all = 十二条论断
claims-js = JS
claims-py = Py
claims-you = 你
claims-guessed = 已猜测
claims-measuring = 测量中
claims-waiting = 待测
claims-nothing-said = 未作说明
claims-in-language = { $language }：{ $outcome }
claims-json = 每条发现及其数值，以及你的猜测
claims-html = 单个文件，可离线阅读
claims-csv = 每个值一行

## What a claim came to, in a word.

outcome = { $outcome ->
    [holds] 成立
    [fails] 在此不成立
    [depends] 视情况而定
   *[unavailable] 未定
}
outcome-short = { $outcome ->
    [holds] 成立
    [fails] 不成立
    [depends] 视情况而定
   *[unavailable] 未定
}

## One claim

claim-which = 论断 { NUMBER($number) } / { NUMBER($count) }，{ $id }
claim-link = 论断 { NUMBER($number) }
claim-run = 运行
claim-run-again = 再次运行
claim-lab = 在实验台中打开
claim-lab-language = 在实验台中打开 { $language }
claim-notes = 备注与缺失
claim-tried = 检验于 { $moment }，用时 { $time }。
claim-outcome = 结果
claim-outcome-in = { $language }：{ $outcome ->
    [holds] 成立
    [fails] 不成立
    [depends] 视情况而定
   *[unavailable] 未定
  }
claim-outcome-here = { $outcome ->
    [holds] 成立
    [fails] 在此不成立
    [depends] 视情况而定
   *[unavailable] 未定
  }
claim-why = 原因
claim-sources = 来源
claim-other-figures = 其他数值
claim-live = 实时
claim-searching = 正在搜索平衡点
claim-done = 已完成 { NUMBER($done) } / { NUMBER($count) }
claim-lanes = 测到第一项时显示轨道。
claim-chart-note = 每个值一个点
claim-chart-strategy = 策略
claim-crossing = { $one } 与 { $other } 在 { $at } 附近互换位次（插值）。
claim-figures-yes = 每次尝试一个方块：实心为是，空心为否
claim-figures-note = 每个值一个点，竖线为中位数；Python 为空心
claim-figures-note-log = 每个值一个点，竖线为中位数，对数刻度；Python 为空心
claim-runtime = 运行时
claim-figure-of = { $label }，{ $runtime }
claim-by = { $by ->
    [bytes] 载荷
   *[workers] 工作者
  }
claim-axis = { claim-by }{ $scale ->
    [log] ，对数刻度
   *[linear] { "" }
  }
claim-median = 中位数
claim-point = { $series }，{ $at }
claim-point-median = 中位数 { $value }
claim-values-range = 范围
claim-values = n
claim-values-note = 值的个数

## What the user expects

guess-ask = 你预计结果如何？
guess-label = 你的预计
guess-kept = 保留到检验时
guess-free = 可选，在检验之前填写
guess-made = 你的猜测
guess-when = 填写于 { $moment }，在运行之前
guess-none = 检验之前你没有猜测。

## Threads or processes?

choice-advice = 建议
choice-weights = 你看重什么
choice-weight = { $criterion }：{ $meaning }
criterion-name = { $criterion ->
    [speed] 速度
    [memory] 内存
    [isolation] 隔离
    [killability] 可终止
   *[sharing] 共享
  }
criterion-meaning = { $criterion ->
    [speed] 更短时间完成工作
    [memory] 占用内存少
    [isolation] 崩溃不会扩散
    [killability] 工作者可以被终止
   *[sharing] 数据来回传递快
  }
choice-none = 还没有测到能区分二者的数值。建议依据的是论断 cores、memory、containment、kill 和 messages。
choice-of = { $choice ->
    [threads] 线程
    [processes] 进程
    [either] 二者皆可
   *[unknown] 未知
  }
choice-reason = { $favours ->
    [threads] 线程，{ NUMBER($strength) } / 100
    [processes] 进程，{ NUMBER($strength) } / 100
   *[neither] 二者皆可
  }：{ $text }。
# The measurement of a reason, in the one before and in those below.
choice-speed = { NUMBER($threads) } 个线程的速度是串行的 { $threadsRatio }，{ NUMBER($processes) } 个进程是 { $processesRatio }
choice-memory = { NUMBER($workers) } 个线程占用 { $threads }，同样多的进程占用 { $processes }
choice-isolation = 最坏情况下，一次崩溃后其余线程存活 { $threads }，其余进程存活 { $processes }
choice-killability = 忙碌的线程{ $threadsOften ->
    [always] 能从外部终止
    [never] 不能从外部终止
   *[sometimes] 在 { $threads } 的尝试中能从外部终止
}，忙碌的进程{ $processesOften ->
    [always] 能
    [never] 不能
   *[sometimes] 在 { $processes } 的尝试中能
}
choice-sharing = { $size } 往返线程耗时 { $threads }，往返进程耗时 { $processes }（{ $threadsLabel }；{ $processesLabel }）
# Several of these stand one after another in those below.
choice-because = { criterion-name }（{ $text }）
choice-unknown = 你看重的都还没有测量。
choice-alike = 二者皆可：测得的数值都不能区分二者。
choice-evens-out = 二者皆可：理由相互抵消：{ $reasons }。
choice-for = { choice-of }，理由是{ $reasons }。
choice-for-against = { choice-for }反对的理由：{ $against }。
choice-missing = 未测量：{ $criteria }。
choice-number = #
choice-claim = 论断
choice-figure = 数值

## What a claim came to: a sentence for each fact. Each begins in the middle of a line, after the language.

claim-language = { $language ->
    [node] JavaScript
   *[python] Python
}：{ $text }
claim-outcome-line = <head>{ $head }：</head>{ $text }
claim-not-measured = 在这里无法测量。
# Parts of one sentence, one after another.
claim-separator = ；
claim-sentence = { $parts }。
claim-spread = { $middle }（{ $from } 至 { $to }）

claim-heap = 程序{ $threads ->
    [yes] 能看到
   *[no] 看不到
}线程写入的内容，{ $processes ->
    [yes] 能看到
   *[no] 看不到
}进程写入的内容{ $mixed ->
    [yes] ，但并非每次如此
   *[no] { "" }
}。
claim-heap-shared = 专门共享的内存是可见的。

claim-lost = { $runtime ->
    [node] 线程
   *[python] { $version } { "" }
}丢失的更新：{ $losses }
claim-loss-none = { $form ->
    [plain] 普通写法下为零
   *[call] 中间有调用时为零
}
claim-loss = { $form ->
    [plain] 普通写法下
   *[call] 中间有调用时
} { NUMBER($increments) } 次中的 { $share }（{ NUMBER($workers) } 个线程）
claim-apart-leaky = { $first ->
    [yes] 即使使用{ claim-safe-means }，仍有更新丢失
   *[no] 使用{ claim-safe-means }也是如此
}
claim-safe-means = { $means ->
    [atomic] 原子操作
   *[lock] 锁
}
claim-apart-sound = { $first ->
    [yes] 使用
   *[no] 而使用
}{ $means ->
    [both] 原子操作或锁
    [atomic] 原子操作
   *[lock] 锁
}时，没有更新丢失
claim-apart-cost = 使用{ claim-safe-means }的耗时为 { $ratio }

claim-lock-busy = { $version } 的线程使 { $cores } 个核在忙
claim-lock-busy-lost = { claim-lock-busy }，丢失的更新：{ $losses }
claim-lock-conclusion = { $outcome ->
    [holds] 锁把线程限制在一个核上，没有更新丢失。
    [fails] 没有锁把这些线程限制在一个核上。
   *[depends] 锁把线程限制在一个核上，但不保护自增。
}

claim-added = 每增加一个{ claim-worker }：{ $figures ->
    [start] 启动 { $start }
    [memory] 内存 { $memory }
   *[both] 启动 { $start }，内存 { $memory }
}
claim-worker = { $kind ->
    [threads] 线程
    [processes] 进程
   *[started] 进程（{ $method }）
}
claim-no-start = 测不出
claim-no-memory = 测不出
claim-not-grown = 未定，因为没有随数量增长：{ $figures }。
claim-not-grown-figure = { claim-worker }的{ $figure ->
    [start] 启动
   *[memory] 内存
}

claim-waited = 串行耗时 { $serial }；相比之下，{ $strategies }。
claim-waited-strategy = { $kind ->
    [threads] { NUMBER($workers) } 个线程
    [loop] 事件循环
   *[processes] { NUMBER($workers) } 个进程
}{ $faster ->
    [yes] 更快，速度是串行的 { $gain }
   *[no] 没有更快，速度是串行的 { $gain }
}{ $cpu ->
    [told] ，CPU 时间 { $cpuTime }
   *[unknown] { "" }
}

claim-gained = { $processes }，{ $threads }
claim-gained-strategy = { NUMBER($workers) } 个{ $kind ->
    [threads] 线程
   *[processes] 进程
}的速度是串行的 { $gain }（{ $range }）{ $how ->
    [gains] { "" }
    [unsure] ，但并非每次试验都更快
   *[none] ：没有收益
}
claim-with-runtime = { $version }：{ $text }

claim-memory = { NUMBER($workers) } 个线程占用 { $size }，同样多的{ $processes }。
claim-memory-processes = { $kind ->
    [processes] 进程
   *[started] 进程（{ $method }）
}占用 { $size }，是线程的 { $ratio }{ $own ->
    [told] ，其中 { $ownSize } 私有
   *[unknown] { "" }
}

## Claim 7: ending workers from outside.

claim-side = { $side ->
    [threads] 线程
   *[processes] 进程
}
claim-often = { $often ->
    [times] （{ NUMBER($of) } 次中的 { NUMBER($times) } 次）
   *[always] { "" }
}
claim-gone = { $gone ->
    [told] ，用时 { $time }
   *[unknown] { "" }
}
claim-not-ended = 循环中的{ claim-side }无法从外部终止
claim-ended = 循环中的{ claim-side }已从外部终止{ claim-often }{ claim-gone }
claim-others-went-on = 旁边的工作者继续运行。
claim-others-harmed = { $workers }。
claim-other-harmed = { claim-side }旁边的工作者没有继续运行{ claim-often }
claim-left = 终止后的遗留：{ $workers }。
claim-left-of = { claim-side }遗留{ $what }{ $back ->
    [bytes] ，归还内存 { $bytes }
    [none] ，没有归还内存
   *[unknown] { "" }
}
claim-left-nothing = 为零
claim-left-file = 其文件{ claim-often }
claim-left-child = 其子进程{ claim-often }
claim-help = { $help ->
    [flag] 循环自己检查的标志
   *[exception] 注入线程的异常（线程的代码可能捕获它，并且要等到下一行 Python 才生效）
}
claim-help-not-ended = { claim-help }没有终止它。
claim-help-ended = { claim-help }终止了它{ claim-often }{ claim-gone }。

## Claim 8: faults and what they take along. Faults have the names of the probe.

claim-faults-harmless = { claim-side }中的任何故障都没有影响其余 { NUMBER($others) } 个工作者和程序（试过：{ $faults }）
claim-faults-all = { claim-side }中的 { $faults } 终止了程序和全部 { NUMBER($all) } 个工作者{ claim-sometimes }
claim-faults-some = { claim-side }中的 { $faults } 牵连了其余 { NUMBER($others) } 个工作者中的 { NUMBER($lost) } 个{ $program ->
    [died] ，并终止了程序
   *[lives] { "" }
}{ claim-sometimes }
claim-sometimes = { $sometimes ->
    [yes] （部分重复如此）
   *[no] { "" }
}
claim-faults-rest = { $faults } 没有牵连其他工作者
claim-faults-missing = 未测量，而判断需要它们：{ $sides }。
claim-faults-missing-of = { claim-side }中的 { $faults }
claim-leaked = 一个工作者泄漏并结束之后，程序变大：用线程时 { $threads }，用进程时 { $processes }。

## Claim 6: a window while work runs.

claim-place = { $place ->
    [page] 页面自己的线程上
    [main] 主进程的循环上
    [thread] 线程上
    [process] 进程中
   *[idle] 没有工作时
}
# Beside a figure: how a program ended with its worker.
claim-ended-signal = 程序被 { $signal } 终止
claim-ended-exit = 程序以退出码 { $code } 结束
claim-ended-unknown = 程序已结束，方式未知
claim-window-waited = 工作运行时，窗口的最长等待：{ $places }（最坏值的中位数，附最小值和最大值）。
claim-window-place = { claim-place } { $time }
claim-window-busy = 没有任何工作时窗口就等待了 { $time }，超过了让人感觉即时的 100 ms：工作额外增加多少，未定。
claim-thread-unsure = 线程是否增加了等待，未定：有线程时与没有工作时的时间相互重叠。
claim-page-frames = 工作耗时 { $time }；页面被它阻塞时，Chromium 会在至多一秒内减少帧数，因此等待可能比工作更长。
claim-frames-dropped = 按没有工作时的帧率 { $rate } 应有的帧中，未绘制的：{ $places }。
claim-frames-place = { claim-place } { $missing }

## Claim 11: messages.

claim-trip = { $size } 往返进程耗时 { $process }，往返线程耗时 { $thread }
claim-trips-by = { $by ->
    [queues] 经队列
   *[pipe] 经管道（对照 SimpleQueue）
}，{ $trips }
claim-trip-kind = { $by ->
    [none] { "" }
    [queues] 经队列
   *[pipe] 经管道（对照 SimpleQueue）
}
claim-trips-more = { $more } 时，进程{ claim-trip-kind }的开销更大。
claim-trips-more-not = { $more } 时，进程{ claim-trip-kind }的开销更大，{ $not } 时则不然。
claim-trips-no-more = { $not } 时，进程{ claim-trip-kind }的开销并不更大。
claim-trips-open = { $sizes } 时，进程{ claim-trip-kind }的开销是否更大，未定：时间过于分散。
claim-uncopied = { $means ->
    [shared] 共享内存
    [transfer] 移交内存
   *[process-shared] 进程间共享的内存
}{ $from ->
    [size] 从 { $size } 起
   *[every] 在各种大小下都
}比复制快。

## Claim 12: the program as it was written.

claim-written = 串行耗时 { $serial }；{ $strategies }。
claim-workers = { NUMBER($workers) } 个{ $side ->
    [threads] 线程
   *[processes] 进程
}
claim-written-strategy = { claim-workers }耗时 { $time }，{ $faster ->
    [yes] 速度是串行的 { $ratio }
   *[no] 是串行的 { $ratio }
}
claim-pays-from = 实测两个任务时，按每个任务的时长，{ $sizes }划算。
claim-pays-size = { claim-sides }从 { $time } 起
claim-pays-not = 两个任务时没有找到划算的任务大小，只有界限，按每个任务的时长：{ $sizes }。
claim-pays-bound = { claim-sides }到 { $time } 仍不划算
claim-pays-start = 按启动它们的耗时，{ $sizes }划算。
claim-pays-start-size = 两个各有一个核的{ claim-sides }从每个任务约 { $time } 起
claim-sides = { $side ->
    [threads] 线程
   *[processes] 进程
}

## A claim in one line: the runtime, and the figures that it is about.

runtime-js = JavaScript
runtime-js-short = JS
runtime-python-short = Py { $interpreter }
claim-line-not-tried = 尚未检验
claim-line-not-measured = 无法测量
claim-line-none-lost = 没有丢失
claim-line-lost = { $runtime }：{ $label } 丢失 { $value }
claim-line-figure = { $runtime }：{ $label } { $value }
claim-line-yes = { $runtime }：线程 { $threads }，进程 { $processes }
claim-line-window = { $runtime }：{ $shown ->
    [thread] 线程 { $thread }
    [page] 页面 { $page }
   *[both] 线程 { $thread }，页面 { $page }
}
claim-line-survivors = { $runtime }：最坏时线程存活 { $threads }，进程存活 { $processes }
claim-line-against = { $runtime }：{ $threads } 对 { $processes }
claim-line-against-at = { claim-line-against }，{ $at }
claim-series = { $runtime } { $name }
claim-series-method = { $name }，{ $method }

## Quantities.

quantity-title = { $quantity ->
    [seen] 程序看到的写入
    [lost] 丢失的自增
    [increments] 要求的自增
    [elapsed] 冷启动时间
    [speedup] 相对串行的速度
    [cores-busy] 忙碌的核
    [cpu] 处理器时间
    [start] 启动全部工作者的时间
    [pss] 内存 (PSS)
    [private] 私有内存
    [pays-from] 从多长的任务起划算
    [pays-not-up-to] 到多长的任务仍不划算
    [loop-delay] 事件循环延迟
    [worst-frame] 最长的帧
    [frames] 帧
    [began] 已开始的工作者
    [survivors] 存活的其他工作者
    [program-alive] 程序是否存活
    [memory-kept] 未归还的内存
    [ended] 是否结束
    [gone] 直到消失的时间
    [others-alive] 其他工作者是否存活
    [memory-back] 归还的内存
    [file-left] 是否遗留文件
    [child-left] 是否遗留子进程
    [round-trip] 往返时间
   *[bandwidth] 每秒字节数
}

## All claims together: how many came to what, and how they were guessed.

outcome-count = { $outcome ->
    [holds] <n>{ NUMBER($count) }</n> 条成立
    [depends] <n>{ NUMBER($count) }</n> 条视情况而定
    [fails] <n>{ NUMBER($count) }</n> 条在此不成立
   *[unavailable] <n>{ NUMBER($count) }</n> 条未定
}
claims-none = { $count ->
    [12] 十二
   *[other] { NUMBER($count) } { "" }
}条论断，{ $tried ->
    [none] 都还没有检验
   *[some] 都还没有测得
}
score-none = 在检验之前，猜猜每一条的结果。
score-run = { NUMBER($all) } 条中已运行 { NUMBER($run) } 条，用时 { $time }{ $dated ->
    [yes] ，{ $when }
   *[no] { "" }
}。
score-run-guessed = { score-run }你猜对了 { NUMBER($guessed) } 条中的 { NUMBER($right) } 条。
guess-score = { $score ->
    [right] 正确
    [partly] 部分正确
   *[wrong] 错误
}
