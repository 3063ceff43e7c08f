## Why a trial or a run failed.

failure-stopped = 被用户停止。
failure-memory-limit = 它的进程占用了 { NUMBER($held) } MB，超过 { NUMBER($limit) } MB 的上限，被终止。
failure-late = { $what ->
    [start] 启动程序
    [trial] 试验
   *[end] 关闭工作者
}超过 { NUMBER($seconds) } s，被终止{ $processes ->
    [known] ：{ process-limit }
   *[unknown] { "" }
}。
failure-silent = { failure-host }没有在 { NUMBER($seconds) } s 内启动：{ process-limit }。
failure-no-message = { failure-host }发来无效的消息（{ $why }）{ $from ->
    [own-code] ：自己的代码可能写到了不属于它的描述符
   *[corelane] { "" }
}。

# Stands in others. A process that runs workers.
failure-host = { $host ->
    [unknown] 某个宿主{ $process ->
        [known] （pid { $pid }）
       *[unknown] { "" }
    }
   *[known] 宿主 { $number }{ $process ->
        [known] （pid { $pid }）
       *[unknown] { " " }
    }
}
# Stands in others, after a colon.
process-limit = 可能达到了该用户的进程数上限（{ NUMBER($used) } / { NUMBER($most) }）。提高上限 (ulimit -u)，或减少工作者
# Stands in others, after a colon.
shortage = { $lacks ->
    [processes] 达到了进程和线程数的上限。提高上限（ulimit -u，或容器的上限），或减少工作者
    [files] 打开的文件太多。提高上限 (ulimit -n)，或减少工作者
   *[memory] 没有足够的内存。释放内存，提高上限（ulimit -v，或容器的上限），或减少工作者
}

# Stands in the two below.
failure-worker-start = { $who ->
    [unknown] 某个工作者
   *[known] 工作者 { $worker }{ " " }
}{ $during ->
    [task] 在任务 { $task } 中
    [load] 在加载其文件时
    [setup] 在 setup 中
    [teardown] 在 teardown 中
   *[unknown] { "" }
}{ $how ->
    [threw] 抛出异常
   *[ended-early] 提前结束
}：{ $said }
failure-worker = { failure-worker-start }。
failure-worker-lacks = { failure-worker-start }：{ shortage }。
# What was thrown and where in own code.
failure-said-at = { $said }（{ $place }）
failure-called = { $by ->
    [task] 任务 { $task }
    [setup] setup
    [teardown] teardown
    [load] 加载中的 { $file }
   *[file] { $file }
} { $where ->
    [outside] 在任何任务之外
   *[inside] { "" }
}调用了 { $said }。
failure-own-code = 代码
failure-uncaught = 任务之外抛出了异常，没有处理：{ $said }。
failure-unhandled = 任务之外有 promise 被拒绝，没有处理：{ $said }。

failure-host-killed = { failure-host }被 { $signal } 终止。
failure-host-killed-lacks = { failure-host }被 { $signal } 终止：{ shortage }。
failure-host-exited = { failure-host }在任务完成之前以退出码 { $code } 结束。
failure-host-exited-lacks = { failure-host }以退出码 { $code } 结束：{ shortage }。
failure-host-not-started = { failure-host }无法启动。
failure-host-not-started-lacks = { failure-host }无法启动：{ shortage }。
failure-host-not-started-why = { failure-host }无法启动：{ $why }。
failure-channel-closed = { failure-host }已结束：自己的代码关闭了一个并非由它打开、用来发送结果的文件描述符。
failure-heap-full = 一个 worker 的 JavaScript 堆已满，被 V8 终止。请减少同时保留的数据，或提高上限：NODE_OPTIONS=--max-old-space-size=MB。

failure-task-not-run = 任务 { $task } 没有运行。
failure-other-result = 任务 { $task } 的结果与参考不一致（校验和为 { $given }，应为 { $right }）：工作不等同。
failure-task-run-twice = { NUMBER($tasks) } 个任务有 { NUMBER($results) } 个结果：有任务运行了两次。
failure-no-result = 它没有给出结果。
failure-ended = 它以「{ $status }」结束。

failure-inputs-missing = 工作负载的一项输入不可用：{ $why }。
failure-server-not-started-lacks = 工作负载的一项输入不可用：本地服务器没有启动：{ shortage }。
failure-server-not-started = 工作负载的一项输入不可用：本地服务器没有启动：{ $answer ->
    [text] { $said }
   *[none] 它没有任何输出
}。
# Stands in the two below.
failure-server = 本地服务器{ $process ->
    [known] （pid { $pid }）
   *[unknown] { "" }
}
failure-server-killed = { failure-server }中途被 { $signal } 终止。
failure-server-exited = { failure-server }中途以退出码 { $code } 结束。
failure-server-silent = 本地服务器没有监听。
failure-code-unknown = 未知

failure-run-ended = 运行提前结束：{ $why }。
failure-run-without-strategy = 运行提前结束：它的策略都不能在这里运行。
failure-run-too-large = 运行提前结束：{ $cell } 在这台机器上会有 { NUMBER($workers) } 个工作者，最多为 { NUMBER($most) } 个。
failure-sampler-late = 它没有在 { NUMBER($seconds) } s 内启动：{ process-limit }
failure-probe = 探测失败：{ $why }。

## Hints: each follows a failure as a sentence of its own.

hint-ran = 它运行的是 { $work }。
hint-descriptors-closed = 它可能关闭了并非由它打开、而 Node.js 需要的文件描述符，或者有插件中止 (abort) 了。
hint-module-not-isolated = 它导入的某个模块可能不支持独立的解释器：改用 python-threads 或 python-processes。
hint-hash-seeds = 可能的原因：每个 Python 进程的哈希种子不同，集合的顺序也就不同。对它排序，或设置 PYTHONHASHSEED：用同一个种子试了一次，结果一致。
hint-not-hash-seeds = 所有进程用同一个哈希种子也无济于事：看看它返回的内容里有没有时间、没有种子的随机数、id() 或对象的地址。
hint-same-hash-seed = 所有进程的哈希种子相同，所以看看它返回的内容里有没有时间、没有种子的随机数、id() 或对象的地址。
hint-not-repeatable = 可能的原因：它返回的内容不只取决于序号、种子和参数。看看有没有时间、没有种子的随机数、进程号，或一个任务留给下一个任务的状态。
hint-python-variable = 可能的原因：环境变量 { $name }={ $value } 使 Python 无法启动。改正它，或取消设置。
hint-thread-folder = 线程不能更改进程的当前文件夹；进程可以。
hint-thread-call = 线程不能调用 { $call }；进程可以。
hint-thread-add-on = 一个进程中只有一个线程能加载这个插件：线程不能共用它；进程可以各自加载。
hint-thread-signals = 线程不能设置信号处理函数；python-serial 和 python-processes 可以。
hint-thread-bound = 它只能在创建它的线程中使用：请在 setup 中创建（每个工作者各运行一次），或使用 python-processes。
hint-loop-running = python-asyncio 已经在事件循环上运行每个任务；其他策略可以运行它。
hint-interpreter-module = 这个模块不能在独立的解释器中加载：请使用 python-threads 或 python-processes。
hint-interpreter-call = 独立的解释器不能这样做：请使用 python-threads 或 python-processes。
