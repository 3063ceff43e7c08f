# probes: the programs that try a claim

## Which probe, and in what it runs.

probe-runtime = { $runtime ->
    [node] Node.js
   *[python] { runtime-python }
}
probe-kind = { $kind ->
    [threads] 线程
   *[processes] 进程
}
probe-fault = { $fault ->
    [throw] throw
    [memory] memory
    [abort] abort
    [segv] segv
    [exit] exit
   *[leak] leak
}
probe-window = 窗口
probe-of-kind = { probe-runtime }，{ probe-kind }
probe-of-fault = { probe-of-kind }，{ probe-fault }

## Evidence beside a figure: how a worker ended, and what a program saw.

worker-running = 工作者没有结束
worker-error = 工作者的错误：{ $error }
# What the probe's worker threw itself.
worker-threw = 工作者的错误：{ $threw ->
    [on-purpose] 在工作者中抛出
   *[no-limit] 没有遇到上限
}
worker-exit = 退出码 { $code }
worker-ended = 线程已结束
program-saw = 程序看到 { $value }

## How a probe does what it measures, beside its figures. Names of functions stay as they are written.

method-threads-object = 线程，对象
method-threads-shared-array = 线程，SharedArrayBuffer
method-threads-name = 线程，变量名
method-processes-object = 进程，对象
method-processes-name-fork = 进程 (fork)，变量名
method-processes-name-spawn = 进程 (spawn)，变量名
method-processes-name-forkserver = 进程 (forkserver)，变量名
method-processes-shared-memory = 进程，shared_memory
method-plain = 普通写法
method-atomic = 原子操作
method-call = 中间有调用
method-lock = 加锁
method-threads-terminate = 线程，worker.terminate()
method-threads-join = 线程，没有方法：join()
method-threads-flag = 线程，标志
method-threads-exception = 线程，PyThreadState_SetAsyncExc
method-processes-sigkill = 进程，SIGKILL
method-processes-kill = 进程，kill()
method-threads-throw = 线程，throw
method-threads-memory = 线程，memory
method-threads-abort = 线程，abort
method-threads-segv = 线程，segv
method-threads-exit = 线程，exit
method-threads-leak = 线程，leak
method-processes-throw = 进程，throw
method-processes-memory = 进程，memory
method-processes-abort = 进程，abort
method-processes-segv = 进程，segv
method-processes-exit = 进程，exit
method-processes-leak = 进程，leak
method-message-thread = 线程，消息（复制）
method-message-process = 进程，消息
method-transfer = 线程，移交
method-shared-array = 线程，SharedArrayBuffer
method-queue = 线程，queue.Queue（引用）
method-simple-queue = 线程，queue.SimpleQueue（引用）
method-process-queue = 进程，multiprocessing.Queue
method-process-pipe = 进程，multiprocessing.Pipe
method-process-shared-memory = 进程，shared_memory
method-place-page = 页面自己的线程上
method-place-main = 主进程的循环上
method-place-thread = 主进程的线程上
method-place-process = 独立的进程中
method-place-idle = 没有工作
