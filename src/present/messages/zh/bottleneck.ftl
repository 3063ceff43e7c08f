## What limits a cell: one sentence with the figures.

# Begins each of the sentences below.
bottleneck-share = 冷启动时间的 { $share }（{ $whole } 中的 { $part }）用于

bottleneck-none = { bottleneck-share }任务在核上运行。
bottleneck-start-up = { bottleneck-share }启动和汇合 { $cell }。
bottleneck-messaging = { bottleneck-share }分发任务和回收结果。
bottleneck-imbalance = { bottleneck-share }工作者空等：已没有任务，而最后几个还在运行。
bottleneck-run-queue = { bottleneck-share }可运行的工作者等待空闲的核。
bottleneck-run-queue-causes = { bottleneck-share }可运行的工作者等待空闲的核（{ $causes }）。
bottleneck-waiting = { bottleneck-share }任务自身的等待，不占用核。
bottleneck-interpreter-lock = { bottleneck-share }线程轮流执行：一个进程的 { NUMBER($threads) } 个线程合计使 { $cores }在忙，却没有排队等核。
bottleneck-memory = { bottleneck-share }任务变慢：即使每个都有自己的核，耗时也是串行时的 { $slowdown }，原因是内存或核之间共享的其他资源。

## Causes of waiting for a core, one after another.

bottleneck-cause-workers = { NUMBER($workers) } 个工作者对 { NUMBER($cores) } 个可用核
bottleneck-cause-others = 运行之外的进程使 { $cores }在忙
bottleneck-cause-quota = 配额让任务停了 { $time }
bottleneck-cause-separator = ；

## The same beside a row of figures, short.

bottleneck-limited-by = 受限于{ $kind ->
    [start-up] 启动
    [messaging] 消息传递
    [imbalance] 负载不均
    [run-queue] 等待空闲的核
    [waiting] 等待
    [interpreter-lock] 解释器锁
   *[memory] 内存
}
bottleneck-limited-by-share = { bottleneck-limited-by }，{ $share }
