# lab

## 表单及其 JSON

lab-show-as = 显示为
lab-form = 表单
lab-json = JSON
lab-json-note = 同一个实验
lab-json-label = JSON 形式的实验
lab-json-bad = JSON 有问题。表单显示最后一个正确的状态，无法更改。
lab-json-show = 显示 JSON
lab-json-discard = 放弃对 JSON 的改动
lab-open = 打开…
lab-save = 保存…
lab-experiment = 实验
lab-name = 名称
lab-name-missing = 需要名称。
lab-name-long = 最多 { NUMBER($max) } 个字符。
lab-presets = 预设
lab-presets-more = 更多预设
lab-presets-count = 另有 { NUMBER($count) } 个

## 「运行」在等什么，以及它的代价

lab-run = 运行
lab-claims = 正在检验论断
lab-claims-preparing = 正在准备。一次只测量一项，因此「运行」要等它们结束。
lab-claims-now = 论断 { NUMBER($number) }：{ $claim }。一次只测量一项，因此「运行」要等它们结束。
lab-claims-watch = 在「论断」中查看
lab-json-problem = JSON 有问题。
lab-unfit = 所选策略都无法运行这个工作负载。请在「策略」中选择一个。
cost-size = { NUMBER($cells) } 个单元，{ NUMBER($trials) } 次试验
cost-size-range = { NUMBER($cells) } 个单元，{ NUMBER($min) } 至 { NUMBER($max) } 次试验
cost-unknown-yet = 所需时间尚未知
cost-unknown = 所需时间未知：{ $why }
cost-least = { $least ->
    [yes] 至少
   *[no] 约
  }
cost-share = { $strategy }：约 { $time }，{ NUMBER($trials) } 次试验
cost-shares-unknown = 各策略的时间：未知

## 工作

work-section = 工作
work-kind = 工作负载
work-kind-note = { $title }：{ $summary }
work-from-file = 来自文件：<code>{ $kind }</code>
work-tasks = 任务
work-tasks-note = 每种策略运行多少个任务
slider = { $label }，滑块
field-not-number = 需要数字。
field-not-whole = 需要整数。
field-min = 至少 { $limit }。
field-max = 最多 { $limit }。
field-from-to = 从 { NUMBER($min) } 到 { NUMBER($max) }

## 自己的代码和程序

own-file = 文件
own-file-choose = 选择…
own-file-empty = 选择一个 TypeScript、JavaScript 或 Python 文件。
own-file-unfit = 不是可以运行的文件。可用的扩展名：{ $endings }。
own-file-reading = 正在读取它的导出 …
own-file-refresh = 刷新
own-file-refresh-note = 重新读取该文件的导出
own-export = 函数
own-function-empty = 填写函数名。
own-function-missing = { $file } 没有导出 { $function }。请选择它导出的函数。
own-function-none = { $file } 没有导出可运行的函数。
own-hooks = 找到 { $hooks }：在每个工作者中运行一次。
own-commonjs = CommonJS 文件导出什么，要运行时才能知道。
own-commonjs-guess = CommonJS 文件导出什么，要运行时才能知道。从文本看：{ $names }。
own-given = 参数
own-params-note = JSON，函数的第一个实参
own-params-empty = 没有参数时写 {"{}"}。
own-params-object = 参数是一个对象。写成 {"{"} "name": value {"}"}。
own-params-place = 第 { NUMBER($line) } 行第 { NUMBER($column) } 列：{ $remedy }
own-params-bad = 参数不是 JSON。{ $why }
program = 程序
program-note = 可执行文件名（如 gzip）或绝对路径。每个任务运行一次，不经过 shell。
program-arguments = 实参
program-arguments-note = 每行一个实参，不加引号。<code>{"{index}"}</code> 换成任务的编号，从 0 开始；<code>{"{seed}"}</code> 换成实验的种子；其他名称换成参数中的值。
program-exit-codes = 退出码
program-exit-codes-note = 不算失败的退出码，如 grep 的 0, 1；不填时只有 0。
program-params-note = JSON，花括号中的名称所代表的值

## 策略

strategies = 策略
strategies-note = 异步：并发任务数 · 混合：进程 × 线程
strategies-beyond = 多于核数
strategies-python-too = 以及 Python 的
strategies-not-offered = 不提供：{ $why }。
strategies-none = 至少 1 种策略。
strategies-none-fits = 至少 1 种能运行这个工作负载的策略。
strategies-in-app = 应用内
strategies-own-host = 独立宿主
strategies-row = { $strategy } { $where }
strategies-count = { $strategy } { $count }
strategies-no-count = 至少 1 个数量。
strategies-add = 为{ $strategy }添加数量
strategies-add-pair = 添加进程 × 线程
strategies-processes = 进程
strategies-threads = 线程

## Python 策略

python-strategies-head = Python <note>{ $note }</note>
python-strategies-note = 用 CPython 做同样的工作：线程、进程、池、解释器
python-strategies-chosen = 已选 { NUMBER($count) } 种策略
python-strategies-unfit = 不提供 Python 策略：{ $why }。
python-strategies-none = 这里没有找到 Python，因此这些策略无法运行。
python-pythons = Python
python-interpreters = 解释器
python-described = { $build ->
    [free-threaded] { $implementation } { $version }，自由线程，{ $path }
   *[usual] { $implementation } { $version }，{ $path }
}
python-all = 全部
python-all-label = 全部 Python
python-all-note = 运行它的机器上找到的全部
python-missing = { $ids }：这里没有找到
python-idle = 请先选择策略
python-different = 各策略使用的不同；选择后用于全部
python-start = { $strategy }的启动方式
python-started-by = 启动方式
python-default = 默认
python-default-label = 解释器的默认方式
python-default-note = 不作指定时这个 Python 的做法
python-chunk = 块
python-chunk-note = 一次交给池的任务数

## 测量

measure = 测量
measure-warmup = 预热
measure-warmup-note = 每个单元在正式测量之前的试验：保留在报告中，不计入
measure-empty = 空任务
measure-empty-note = 每个单元的空任务试验：其策略的开销
measure-run-in = 运行于
measure-run-in-note = 线程在哪里启动
measure-own-hosts = 独立宿主
measure-app = 应用
measure-schedule = 调度
measure-schedule-note = 任务如何到达工作者
measure-on-demand = 按需
measure-equal-parts = 等分
measure-chunk = 每次
measure-chunk-note = 工作者一次取的任务数
measure-seed = 顺序种子
measure-seed-note = 决定试验的随机顺序
measure-sample = 采样
measure-sample-note = 每秒读取核和工作者的次数；0 表示不采样
measure-memory = 内存
measure-memory-note = 每秒读取内存的次数；0 表示只在试验结束时读取
measure-time-limit = 时间限制
measure-time-limit-note = 一次试验最多用时
measure-memory-limit = 内存限制
measure-memory-limit-note = 一次试验的所有进程合计最多占用的内存
precise = 测到足够精确
precise-until = 直到
precise-note = 重复每个单元，直到其中位数达到这个精度：95 % 区间的一半
precise-to = 精确到正负
precise-trials = 试验
precise-repeats = 重复
precise-min-note = 每个单元最少的测量试验数
precise-repeats-note = 每个单元的测量试验数
precise-max = 至
precise-max-note = 每个单元最多的测量试验数
precise-within = 限时
precise-within-note = 所有试验合计最多用时；最少的试验总会运行
search = 平衡点
search-at = 平衡点，任务数
search-note = 改变 { $parameter }，找出任务多大时线程或进程比串行快
search-tasks = 任务
search-tasks-label = 搜索平衡点的任务数
search-tasks-problem = 1 至 { NUMBER($max) } 个任务数。
search-within-note = 搜索最多用时
search-off = 不搜索：任务多大时值得用工作者
