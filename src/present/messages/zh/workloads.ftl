# workloads: what can be measured, by name

## Presets: title, what it is in short, and the name of its experiment.

preset-two-threads = 两个线程
    .note = 文章中的程序：7 的平方和四次方
    .name = { preset-two-threads }
preset-two-processes = 两个进程
    .note = { preset-two-threads.note }
    .name = { preset-two-processes }
preset-python-threads = 两个 Python 线程
    .note = 文章原样
    .name = { preset-python-threads }
preset-python-processes = 两个 Python 进程
    .note = 文章原样，包括其中的 None
    .name = { preset-python-processes }
preset-python-scaled = Python，放大规模
    .note = 让文章中的程序有活可干，并与 Node.js 对照
    .name = 文章程序，放大规模
preset-default = 大量幂运算
    .note = 默认：大任务，所有策略
    .name = { preset-default }
preset-break-even = 何时划算
    .note = 任务要多大才值得用工作者
    .name = { preset-break-even }
preset-wait = 64 次等待
    .note = 等待型工作：定时器
    .name = { preset-wait }
preset-http = 64 个请求
    .note = 等待型工作：本地服务器
    .name = { preset-http }
preset-sort = 排序 20 万个数
    .note = 内存与比较
    .name = { preset-sort }
preset-scaling = 要多少个？
    .note = 素数，1 到 8 个工作者
    .name = 要多少个工作者？
preset-app = 在应用内部
    .note = 应用自身进程中的线程
    .name = { preset-app }

## Workloads: title, name in a sentence, and what one task does.

workload-powers = 幂
    .name = 幂
    .summary = 轮流计算平方和四次方，与文章相同
workload-primes = 素数
    .name = 素数
    .summary = 用筛法统计上限以下的素数
workload-matmul = 矩阵乘积
    .name = 矩阵乘积
    .summary = 两个双精度方阵相乘
workload-hash = 哈希
    .name = 哈希
    .summary = 反复计算一块缓冲区的 SHA-256
workload-json = JSON
    .name = JSON
    .summary = 序列化并解析一个记录列表
workload-sort = 排序
    .name = 排序
    .summary = 对随机数排序
workload-wait = 等待
    .name = 等待
    .summary = 等待定时器：代替 I/O
workload-files = 文件
    .name = 文件
    .summary = 写入一个文件，同步，读回，再删除
workload-http = 请求
    .name = 请求
    .summary = 向运行在独立进程中的本地服务器发请求
workload-mixed = 混合
    .name = 混合
    .summary = 先计算一阵，再等待
workload-empty = 空
    .name = 空任务
    .summary = 什么也不做：剩下的就是策略本身的开销
workload-fault = 故障
    .name = 故障
    .summary = 在某个任务上出错，看崩溃会造成什么
workload-module = 自己的代码
    .name = 自己的代码
    .summary = 调用文件中的一个函数
workload-command = 程序
    .name = 程序
    .summary = 运行一个程序，每个任务一个进程

## Parameters of the workloads: label, and what the figure says.

parameter-powers-number = 底数
    .help = 要求幂的数
parameter-powers-iterations = 迭代次数
    .help = 每个任务计算多少次
parameter-primes-limit = 上限
    .help = 统计小于它的素数
parameter-matmul-size = 阶数
    .help = 每个矩阵的行数和列数
parameter-hash-bytes = 字节数
    .help = 缓冲区的大小
parameter-hash-rounds = 遍数
    .help = 计算哈希的次数
parameter-json-records = 记录数
    .help = 列表中的记录数
parameter-sort-length = 长度
    .help = 要排序的数的个数
parameter-wait-ms = 等待
    .help = 每个任务等待多久
parameter-files-bytes = 字节数
    .help = 每个文件的大小
parameter-http-delayMs = 延迟
    .help = 服务器过多久才应答
parameter-http-bytes = 字节数
    .help = 应答的大小
parameter-mixed-cpuIterations = 迭代次数
    .help = 计算多久
parameter-mixed-waitMs = 等待
    .help = 之后等待多久
parameter-fault-mode = 方式
    .help = 0 抛出异常，1 退出，2 中止 (abort)，3 挂起，4 泄漏，5 错误结果
parameter-fault-atTask = 出错任务
    .help = 在哪个任务上出错

## What a parameter's figure is a number of: behind the field, and counted.

parameter-unit = { $unit ->
    [times] 次
    [rows] 行
    [records] 条记录
   *[numbers] 个数
}
parameter-times = { NUMBER($count) } 次
parameter-rows = { NUMBER($count) } 行
parameter-records = { NUMBER($count) } 条记录
parameter-numbers = { NUMBER($count) } 个数
parameter-figure = { $label } { $figure }
work-of = { $workload }（{ $parameters }）
