## What is wrong at one place of an input: each continues the place to a sentence, with what to give instead.

input-plain = { $code ->
    [unknown-key] 不是已知的键。删除它，或检查拼写。
    [empty-text] 为空。填写文本。
    [no-json] 是 JSON 无法表示的值。
    [reserved-name] 是 JavaScript 保留的名称。换一个名称。
    [half-character] 含有 NUL 或半个字符，路径和程序都不接受。
    [no-moment] 不是时刻。写成 2026-01-15T14:07:00Z 的形式。
    [not-runnable] 不是可以运行的文件。给出 .ts、.mts、.cts、.js、.mjs、.cjs 或 .py。
    [uneven-columns] 各列长度不一。
    [more-rows] 保留的行多于采集的行。
    [two-cells] 对应两个单元。
    [no-range] 不是范围：最小值大于最大值。
    [above-high] 大于 high。
    [before-start] 早于 startNs。
    [before-own-start] 早于自己的 startNs。
    [no-break-even-cell] 不在 breakEven.cells 之中。
    [is-report] 是一次运行的报告，不是实验。在应用中用「打开报告…」查看；要重复该运行，把其中 "experiment" 的值另存为文件。
    [is-findings] 由 "corelane claims --json" 写出，不是实验。"corelane init" 会打印一个实验。
    [core-twice] 有一个核出现了两次。
   *[invalid] 无效。
}

# Stands in the three below.
input-limit = { $bound ->
    [most] 最多 { $limit }。
   *[least] 至少 { $limit }。
}
input-text-length = 有 { $characters } 个字符。{ input-limit }
input-list-length = 有 { $entries } 项。{ input-limit }
input-number = 是 { $value }。{ input-limit }

input-missing = 缺失。填写 { $choices }。
input-wrong = 应为 { $choices }，而不是 { $value }。
# Choices, one or several of them: the name of a type, as the schema has it.
input-type = { $type ->
    [int] 整数
    [number] 数字
    [string] 文本
    [boolean] true 或 false
    [array] 列表
    [tuple] 列表
    [object] 对象
   *[other] { $name }
}
# The last of several choices.
input-others = 另外 { NUMBER($others) } 种之一
input-something = 别的值
# What an input has instead.
input-value = { $kind ->
    [list] 列表
    [object] 对象
   *[function] 函数
}
input-library = 无效：{ $said }。

input-no-json-number = 是 { $value }，JSON 无法表示。
input-many-values = 含有超过 { NUMBER($limit) } 个值。
input-many-characters = 含有超过 { NUMBER($limit) } 个字符。
input-too-deep = 嵌套超过 { $levels } 层。减少嵌套。
input-holds = 含有 { $place }：{ $fault }
input-many-rows = 有 { $rows } 行。最多读取 { $most } 行。
input-row = 是 { $value }。应为{ $wanted }，从 { $min } 至 { $max }。
input-twice = 出现了两次，另一处在第 { $line } 行第 { $column } 列。保留一处。
input-odd-number = 是 { $token }，{ $oddity ->
    [too-large] 超出了数的最大范围。写一个更小的数。
    [minus-zero] 写回时会变成 0。写 0。
    [tiny] 比能表示的数更接近 0。写 0，或写成文本。
    [digits] 位数超出了数的精度。减少位数，或在允许文本处写成文本。
   *[inexact] 会被读成 { $read }。就写它，或在允许文本处写成文本。
}
input-rate = 是 { $hz }。填写 0，或至少 { $least }。
input-many-workers = 意味着 { $processes } 个进程共 { $workers } 个工作者。工作者总共最多 { $most } 个。
input-many-programs = 会同时启动 { $programs } 个程序。最多 { $most } 个。
input-no-parameter = 含有 { "{" }{ $name }{ "}" }，不是参数。填写 { $known } 之一；若要原样的文本，写 { "{{" }{ $name }{ "}}" }。
input-given-parameter = 给出了 { $name }，而每个任务已经有它。换一个名称。
input-bad-parameter = 给出了 { $name }，不能放在花括号里。以字母开头，之后用字母、数字和 _。
input-median = 是 { $median }，不在 low 和 high 之间。

## Parts of a report that do not belong together.

input-same-trial = 是 { $trial }，与另一次试验的编号相同。
input-no-such-trial = 是 { $trial }：没有这次试验。
input-same-worker = 是 { $worker }，与另一个相同。
input-no-such-worker = 是 { $worker }：其试验没有这个工作者。
input-many-topology-workers = 意味着 { $workers } 个工作者。最多读取 { $most } 个。
input-other-workers = 是 { $workers }，而其拓扑意味着 { $all }。
input-worker-of-cell = 是 { $value }，而单元有 { $workers } 个工作者。
input-task-of-experiment = 是 { $task }，而实验有 { $tasks } 个任务。
input-no-such-cell = 指向单元 { $cell }，它不存在。
input-many-processes = 属于多余的进程：每次试验最多读取 { $most } 个。
input-other-rows = 有 { $rows } 行，而 { $first } 有 { $length } 行。
input-other-cores = 有 { $cores } 个核，而 coreIds 有 { $length } 个。

## Where a text is no JSON: what to do there.

json-fault = { $code ->
    [value] 写一个值。
    [trailing] 删除结尾之后的内容。
    [comment] 删除注释：JSON 没有注释。
    [value-or-bracket] 写一个值，或用 ] 结束。
    [value-after-colon] 在冒号之后写一个值。
    [comma-missing] 在此之前加逗号。
    [comma-extra] 删除这个逗号：它后面没有内容。
    [digits] 用数字书写，如 12、0.5 或 1e3。
    [double-quotes] 使用双引号。
    [first-digit] 数以数字开头，如 0.5。
    [backslash] 反斜杠写成 \\。
    [open-text] 用双引号结束文本。
    [control] 制表符写成 \t：文本不含控制字符。
    [name-or-brace] 用双引号写一个名称，或用 { "}" } 结束。
   *[colon] 在名称之后加冒号。
}
json-foreign = { $word ->
    [True] 写 true。
    [False] 写 false。
    [None] 写 null。
    [undefined] 写 null，或省略它。
    [NaN] 写 null：JSON 没有 NaN。
   *[Infinity] 写 null：JSON 没有 Infinity。
}
json-quote-word = 给 { $word } 加上双引号。
json-quote-name = 给名称 { $word } 加上双引号。
json-close = 用 { $close } 结束它。
json-close-first = 先用 { $close } 结束它。

## Problems of an input: the place, and what is wrong there.

problem-empty-experiment = 它是空的。写入一个实验；「corelane init」会打印一个。
problem-json-mistake = 文件不是 JSON：第 { $line } 行第 { $column } 列：{ $fault }
problem-json-said = 文件不是 JSON：{ $said }。改正该处再试。
problem-too-deep-at = 文件在第 { $line } 行第 { $column } 列嵌套超过 { $levels } 层。减少嵌套。
problem-too-deep = { $place }：嵌套超过 { $levels } 层（第 { $line } 行第 { $column } 列）。减少嵌套。
# The place where the path is none.
input-whole = { $what ->
    [file] 文件
    [experiment] 实验
    [findings] 整体
   *[other] 整体
}
problem-at-place = { $place }：{ $fault }
problem-bad-report = 报告已损坏：{ $place }：{ $fault }
problem-bad-findings = 发现已损坏：{ $place }：{ $fault }
problem-not-a-report = { $lacks ->
    [schema] 这不是 Corelane 报告：其中没有 "schema": "corelane.report"。选择由 Corelane 写出的报告。
   *[version] 报告没有用整数写明版本。
}
problem-newer-report = 报告由更新的 Corelane 写出，版本为 { $version }；这个 Corelane 最高读到 { $newest }。用更新的 Corelane 打开。

## What is wrong with a message of another process: each stands in parentheses, or at the end of a sentence.

message-none = 它根本不是消息
message-range = { $part } 是 { $value }。应为{ $wanted }，从 { $min } 至 { $max }
message-wrong-type = { $part } 应为 { $wanted }，而不是 { $value }
message-none-of = { $part } 不在 { $known } 之中
message-many-entries = { $part } 超过 { $most } 项
message-other-rows = { $part } 有 { $rows } 行，而不是 { $length } 行
message-worker-twice = { $part } 中工作者 { $worker } 出现两次
message-no-rows = { $part } 的行不是每行 { $width } 个数
message-other-unit = { $part } 是 { $unit }，而 { $quantity } 以 { $wanted } 计
message-part = { $code ->
    [no-text] { $part } 不是文本
    [no-flag] { $part } 既不是 true 也不是 false
    [no-object] { $part } 不是对象
    [no-list] { $part } 不是列表
    [no-column] { $part } 不是数的列
    [many-rows] { $part } 的行太多
    [no-worker] { $part } 不是工作者
    [before-start] { $part } 早于其 startNs
    [not-a-row-each] { $part } 不是每个任务一行
    [no-number] { $part } 不是数字
    [no-host-type] { $part } 不是宿主会发的消息
    [no-sampler-type] { $part } 不是采样器会发的消息
    [no-probe-type] { $part } 不是探测程序会发的消息
    [no-number-array] { $part } 不是数的数组
    [no-cores] { $part } 不是核的编号
    [no-loopback] { $part } 不是回环地址
    [no-method] { $part } 不是探测程序的方法
   *[no-reason] { $part } 不是已知的原因
}
