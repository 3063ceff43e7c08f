## What a run notes of itself beside its figures.

note-files-left = 无法删除临时文件：{ $why }。
note-figure-unknown = { $what ->
    [per-core] 每个核的忙碌程度未知：{ $why }。
    [schedstat] 工作者的运行和等待时间未知：{ $why }。
    [smaps_rollup] 进程的内存未知：{ $why }。
    [statm] 进程的常驻内存大小未知：{ $why }。
    [others] 其他进程的占用未知：{ $why }。
    [priority] 采样器的干扰程度未知：其优先级没有降低（{ $why }）。
   *[folder] 崩溃后由谁删除 { $why } 未知：它不是本次运行的临时文件夹。
}
note-samples-dropped = 采样器报告了不可能的值：{ NUMBER($samples) } 个样本未计入。

note-sampler-ended = 采样器提前结束：此后本应读取的数据未知。
note-sampler-ended-why = { note-sampler-ended }原因：{ $why }。
note-sampler-ended-said = { note-sampler-ended }它输出了：{ $said }

note-tasks-reduced = { NUMBER($trials) } 次试验中有 { NUMBER($reduced) } 次的任务多于报告所能容纳：报告列出每次的一部分任务，以及全部任务的耗时。
note-workers-reduced = 工作者多于报告所能逐一列出：{ NUMBER($trials) } 次试验中，有 { NUMBER($reduced) } 次没有记录进程号和线程号。
note-samples-reduced = 样本多于报告所能容纳。相邻样本已合并，保留其总和与最大值，现有{ $rows }。
# Several of these are the rows of the one before.
note-samples-of = { $kind ->
    [cores] 核
    [workers] 工作者
    [processes] 内存
    [resident] 常驻内存
    [heaps] 堆
   *[loop] 事件循环
}样本 { NUMBER($kept) } / { NUMBER($taken) } 个
note-rows-unreadable = { NUMBER($rows) } 行样本无法读取。
note-notes-left-out = 另有 { NUMBER($notes) } 条备注没有保留。

note-left-out-unfit = { $strategy } { left-out }：{ left-out-unfit }。
# Stands in the one before, and in the form.
left-out-unfit = { $why ->
    [python] { $file } 是 Python
    [not-python] { $file } 不是 Python
   *[program] command 的每个任务本身就是一个进程，所以只有 serial 和 async 可用
}
note-left-out-missing = { $strategy } { left-out }：{ $why ->
    [not-found] 这里没有找到 { left-out-python }
   *[search-failed] 查找 { left-out-python } 失败：{ $lacks }
}。
# Of a run that is over, or of one that is not begun.
left-out = { $when ->
    [draft] 不参与
   *[run] 没有参与
}
left-out-python = { $asked ->
    [some] Python { $pythons }
   *[any] Python
}
note-left-out-unable = Python { $pythons } 的 { $strategy } { left-out }：{ $why ->
    [no-lock-of-its-own] 它没有自带锁的子解释器
   *[no-start-method] 它不能用该方法启动进程
}。
note-search-without-size = 没有对{ $workload }的平衡点搜索：它没有表示任务大小的参数。

note-search-left-out = 平衡点搜索从这里起略去 { NUMBER($tasks) } 个任务，原因在 { $cell }：{ $why }
note-reference-failed = 参考运行失败：{ $why }改以第一次成功的试验为参考。

note-repeats-ended = { NUMBER($cells) } 个单元中有 { NUMBER($reached) } 个达到精度 { $precision }。
note-repeats-ended-stops = { NUMBER($cells) } 个单元中有 { NUMBER($reached) } 个达到精度 { $precision }；{ $stops }。
# Several of these stand one after another in the one before.
note-repeats-separator = ；
note-repeats-failing = { $cell } 只有失败的试验
note-repeats-stop = { $cell } 停在 { NUMBER($trials) } 次试验{ $reached ->
    [known] ，精度 ±{ $precision }
   *[unknown] { "" }
}{ $ending ->
    [budget] ，{ NUMBER($seconds) } s 的时间预算已用完
   *[repeats] { "" }
}

note-process-unnamed = 某进程
note-processes-ended = { $starter ->
    [file] 由 { $file } 启动的
   *[work] 由任务启动的
} { $names } 在任务结束后继续运行，已被终止。
note-processes-left = { $starter ->
    [file] 由 { $file } 启动的
   *[work] 由任务启动的
} { $names }（{ $pids }）无法终止：需自行终止。
note-teardown-late = { $file } 的 teardown 没有在 { NUMBER($seconds) } s 内结束
note-teardown-threw = { $file } 的 teardown 抛出异常：{ $said }
note-exit-hook-late = { $file } 的退出钩子没有在 { NUMBER($seconds) } s 内结束
note-exit-hook-threw = { $file } 的退出钩子抛出异常：{ $said }
note-late-threw = { $file } 中有代码在最后一个结果之后抛出异常：{ $said }
note-late-call = { $during ->
    [teardown] { $file } 的 teardown
   *[rest] { $file }
} 在最后一个结果之后调用了 { $call }
note-late-signal = { $file } 的 teardown 用 { $signal } 终止了自己的进程
note-kept-alive = { $file } 中有东西使{ $worker ->
    [thread] 线程
   *[process] 进程
}在最后一个结果之后仍未结束
note-printed = 任务输出了 { $size }

## Of a report that was made of what a run had kept.

note-unfinished = 运行没有完成：{ NUMBER($planned) } 次试验中完成 { NUMBER($trials) } 次后，进程消失了。这里的说明以这些试验为依据。
note-journal-top-damaged = 运行日志的第一行已损坏：关于机器和实验的说明可能有误。采用之前，再运行一次实验。
note-journal-lines-damaged = 运行日志中有 { NUMBER($lines) } 行无法读取。
note-trial-set-aside = 已搁置：{ $trial }，其中一行已损坏。
note-trial-set-aside-cell = 已搁置：{ $trial }（{ $cell }），其中一行已损坏。
note-not-kept = 运行没有保存到磁盘：{ $why }
note-journal-ended = 从这里起不再写入运行日志：{ $why }。运行继续，报告仍在最后给出。
note-analysis-failed = 分析在 Corelane 内部失败（{ $why }）：这里的试验是测量时的原样。
