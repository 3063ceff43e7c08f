## 数量。程序里的每个数量都由这些写出。

count-cores = { NUMBER($count) } 个核
count-processes = { NUMBER($count) } 个进程
count-tasks = { NUMBER($count) } 个任务
count-threads = { NUMBER($count) } 个线程
count-trials = { NUMBER($count) } 次试验
count-workers = { NUMBER($count) } 个工作者
count-cells = { NUMBER($count) } 个单元
count-points = { NUMBER($count) } 个点
count-samples = { NUMBER($count) } 个样本
count-measurements = { NUMBER($count) } 次测量
count-findings = { NUMBER($count) } 条发现
count-interpreters = { NUMBER($count) } 个解释器

## 列举：各部分之间，以及过长时代替末尾的内容。

list-separator = 、
list-more = 另外 { NUMBER($count) } 个
# 两句话，一前一后。
sentence-after = { $before }{ $next }

## 时刻，总是带时区。

moment = { $year } 年 { $month } 月 { $day } 日 { $time } { $zone }
moment-not-known = 日期未知

## 工作：工作负载及其参数、任务数、重复次数。

work = { $workload }，{ NUMBER($tasks) } 个任务，重复 { NUMBER($repeats) } 次
work-until = { $workload }，{ NUMBER($tasks) } 个任务，重复 { NUMBER($repeats) } 至 { NUMBER($most) } 次

## 结束的方式。

trial-status = { $status ->
    [running] 进行中
    [ok] 正常
    [failed] 失败
    [exited] 已退出
    [killed] 被终止
    [timeout] 超时
    [memory-limit] 超出内存限制
    [mismatch] 结果不一致
   *[stopped] 已停止
}
run-ending = { $status ->
    [done] 完成
    [stopped] 已停止
    [failed] 失败
   *[unfinished] 未完成
}

## 单元对核的利用程度，按 Intel VTune 的分档。

utilisation = { $utilisation ->
    [idle] 空闲
    [poor] 差
    [ok] 尚可
    [ideal] 理想
   *[over] 超额
}

## 策略，用于行和标签。

strategy-name = { $strategy ->
    [serial] 串行
    [async] 异步
    [threads] 线程
    [processes] 进程
    [hybrid] 混合
    [python-serial] 串行
    [python-asyncio] asyncio
    [python-threads] 线程
    [python-thread-pool] 线程池
    [python-processes] 进程
    [python-process-pool] 进程池
   *[python-interpreters] 解释器
}
strategy-name-python = Python { strategy-name }
strategy-label-python = py { strategy-name }
strategy-label-interpreter = py { $interpreter } { strategy-name }
strategy-label-method = { strategy-label-interpreter } { $method }
strategy-label-main = { $label } main

## 单元：策略和工作者数。用于标签，或用于句中。

cell-count-main = { $workers } main
cell-label = { $strategy } { $workers }
runtime-python = Python { $interpreter }
runtime-some-python = Python
cell-serial = 串行
cell-serial-python = { $runtime } 串行
cell-async = 异步（{ NUMBER($workers) } 个并发）
cell-asyncio = { $runtime } asyncio（{ NUMBER($workers) } 个并发）
cell-workers = { $worker ->
    [thread] { count-threads }
    [process] { count-processes }
   *[interpreter] { count-interpreters }
}
cell-hybrid = { NUMBER($processes) } 个进程各 { count-threads }
cell-workers-python = { $worker ->
    [thread] { NUMBER($count) } 个 { $runtime } 线程
    [process] { NUMBER($count) } 个 { $runtime } 进程
   *[interpreter] { NUMBER($count) } 个 { $runtime } 解释器
}
cell-pool-python = { cell-workers-python }的池
cell-by-method = { $cell }（{ $method }）
cell-in-main = 主进程中的 { $cell }
trial-number = 试验 { NUMBER($number) }
