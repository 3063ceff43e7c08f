# machine

## 机器简述。

cores-of = { NUMBER($usable) } / { NUMBER($count) } 个核
cores-no-quota = { $cores }，无配额
cores-quota = { $cores }，配额 { $quota }

## 机器的事实表。

machine-system = 系统
machine-processor = 处理器
machine-logical-cores = 逻辑核
machine-allowed-cores = 允许使用的核
machine-quota = CPU 配额（核）
machine-usable-cores = 可用的核
machine-frequency = 频率
machine-governor = 调频策略
machine-memory = 内存
machine-available = 可用内存
machine-memory-limit = 内存限制
machine-load = 平均负载，1 5 15 min
machine-tick = 核计数器的刻度
machine-unreadable = 无法读取
machine-none = 无
machine-unreadable-why = { $name }（{ $why }）
machine-all-readable = 没有

## Python：它的线程是否轮流执行。

python-lock = { $lock ->
    [off] 已关闭（自由线程）
    [on-anyway] 已开启（虽为自由线程）
   *[on] 已开启
}
machine-python-lock = 锁{ python-lock }

## 屏幕

machine-cores = 可用 <figure>{ NUMBER($usable) }</figure> / { NUMBER($count) } 个核
machine-cores-note = 实验中 <code>"cores"</code> 的取值：亲和性掩码，以及向下取整的配额。
machine-counters-head = 计数器
machine-counters-note = 试验运行时采样器能读取的内容
# 其余的用内核的名称。
counter-per-core = 每核
counter-readable = 可读
machine-version = 版本
machine-runtime = 运行时
machine-sandbox = 系统沙箱
machine-sandbox-on = 已开启
machine-sandbox-off = 该用户不可用
machine-failed = 无法读取机器信息
machine-failed-note = 原因见上面的消息。
machine-refresh = 刷新

## Python

pythons-looking = 正在查找 Python …
pythons-unknown = 这里有哪些 Python 未知。
pythons-usable = 实验可用的 Python 有 { NUMBER($count) } 个；未指明时用第一个
pythons-rescan = 重新查找
pythons-none = 没有找到可用的 Python：Python 策略无法运行，其余一切照常。请安装 { $version } 或更高版本，以 python3 之名放在 PATH 中，然后重新查找。
pythons-id = 标识
pythons-version = 版本
pythons-lock = 锁
pythons-lock-note = 一次只让一个线程运行 Python 的锁
pythons-start = 启动进程的方式
pythons-interpreters = 子解释器
pythons-interpreters-note = 同一进程中各有自己的锁的解释器
pythons-path = 路径、环境
pythons-environment = 位于 { $environment }
pythons-unusable = 找到但不可用
