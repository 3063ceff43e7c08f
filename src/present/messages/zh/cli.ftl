# cli

## What the command line says of itself. No line is wider than 100 columns; a Chinese character takes two.

help-general =
    线程、进程，还是都不用？用多少个？在这台机器上实测。

    用法：corelane COMMAND

      run FILE        运行实验并写出报告
      recover [ID…]   为没有完成的运行生成报告
      runs            列出保存的运行，不论是否完成
      claims [ID…]    在这台机器上检验文章的论断，一条或全部
      init [PRESET]   打印一个可作起点的实验
      machine         显示这台机器的已知信息

      --help          显示本帮助；corelane COMMAND --help 给出详情
      --version       显示版本
      --language zh   语言：en 或 zh；不指定时用 CORELANE_LANGUAGE，再不然用系统的

    退出码：0 完成，1 有试验失败或运行被停止，2 输入不可用。

help-run =
    用法：corelane run FILE [--out DIR] [--format LIST] [--dry-run] [--no-pilot] [--quiet]
                       { "[" }--force] [--allow-code] [--module PATH]

    先估计耗时，再运行 FILE 中的实验（- 表示标准输入），打印结果表，并把报告写成文件：
    放入 DIR 中以实验和时刻命名的文件夹。DIR/latest 和 DIR/report.json（.csv……）指向最新的报告。

      --out DIR       存放以上内容的文件夹，没有则创建（默认 reports）
      --force         若指向最新报告的链接处有别的文件，替换它
      --format LIST   写哪些文件，以逗号分隔（{ $formats }）；
                      默认 { $usual }
      --dry-run       打印将要做什么，并在几秒的试跑之后打印预计的代价；
                      加上 --no-pilot 则什么也不运行
      --no-pilot      不预先估计耗时
      --quiet, -q     不显示进度，不试跑
      --allow-code    运行实验指明的任何自己的代码，包括解释器
      --module PATH   在实验指明该文件处运行它；可以多次给出

    Ctrl-C 停止运行，仍会报告已测量的内容；再按一次立即退出。每次完成的试验都已在磁盘上：
    被终止的运行不会丢失，见 corelane recover --help。
    退出码：0 完成，1 有试验失败或运行被停止，2 输入不可用。

help-recover =
    用法：corelane recover [ID…] [--out DIR] [--format LIST] [--force] [--discard]

    为没有完成的运行（被终止、断电、磁盘已满）根据已有的试验生成报告，像 corelane run 一样
    打印结果表并写文件。给出保存的运行的 ID，则重新写出其文件。「corelane runs」列出各个 ID。

      --out DIR       存放文件的文件夹，没有则创建（默认 reports）
      --format LIST   写哪些文件，以逗号分隔（{ $formats }）；
                      默认 { $usual }
      --force         若指向最新报告的链接处有别的文件，替换它
      --discard       改为删除这些运行

    退出码：0 完成，1 有报告无法生成或写入，2 没有这个运行。

help-runs =
    用法：corelane runs

    列出数据文件夹中的运行，最新的在前：与报告一起保存的、没有完成的、正在进行的。
    保存的运行最多占用 2 GB，或其中 settings.json 的「keptBytes」所设的值；最旧的先删除。
    文件夹由 CORELANE_DATA 指定，否则为系统的数据文件夹。

help-claims =
    用法：corelane claims [ID… | all] [--json FILE] [--html FILE] [--kept] [--quiet]

    检验关于线程与进程的论断，每条都用真实的线程与进程，在 JavaScript 和 Python 中分别进行，
    并给出结果：在此成立、不成立，或视语言、版本或策略而定。不给 ID 则全部检验：需要几分钟。

      --json FILE     发现及其全部数值；其文件夹没有则创建
      --html FILE     发现的网页，同上
      --kept          不检验：给出以前在这里的发现
      --quiet, -q     不显示进度

    { $claims }

    Ctrl-C 停止，并打印到此为止的发现；再按一次立即退出。每条发现一得到就保存，
    不论其余的因何结束。旧名称「corelane experiment」仍然可用。
    退出码：0 完成，1 被停止或什么也无法测量，2 输入不可用。

help-init =
    用法：corelane init [PRESET]
          corelane init module [--python] [--out DIR]

    打印一个实验：corelane init wait > waits.corelane.json
    若要用自己的代码，module 打印一个运行它的实验。

      --out DIR       把实验写到那里，旁边附上放代码的文件；不覆盖任何内容
      --python        用 Python，而不是 TypeScript

    { $presets }

help-machine =
    用法：corelane machine [--json]

    按运行所见显示这台机器：可用的核、内存，以及能读取哪些计数器。

      --json          以 JSON 输出

help-preset = { $title }（{ $note }）

## What is wrong with the arguments: one sentence, and what to do.

cli-problem = corelane: { $problem }
cli-folder-gone = 当前文件夹已不存在。换到一个存在的文件夹。
cli-no-command = 没有命令 { $command }。使用 { $commands } 之一。
cli-one-file = 给出一个实验文件：corelane run FILE。「corelane init」会打印一个。
cli-empty-name = 实验文件的名称为空。{ cli-one-file }
cli-empty-out = --out 需要一个文件夹：--out { $example }
cli-discard-what = --discard 需要运行的名称。「corelane runs」会列出。
cli-takes-nothing = { $command ->
    [runs] corelane runs 不接受名称。去掉它。
   *[machine] corelane machine 不接受文件。去掉它。
}
cli-empty-file = --json 和 --html 需要一个文件：--json findings.json
cli-no-claim = 没有论断 { $claim }。使用 all，或 { $claims } 中的若干个。
cli-one-preset = 最多给出一个预设：corelane init PRESET。
cli-no-preset =
    没有预设 { $preset }。使用以下之一：
    { $presets }
cli-only-module = --python 和 --out 只用于 corelane init module。
cli-no-format = --format { $format } 未知。使用 { $formats }，以逗号分隔。
cli-empty-format = --format（空）未知。使用 { $formats }，以逗号分隔。
cli-unknown-option = 未知选项「{ $option }」。见 corelane { $command } --help。
cli-no-value = 选项 { $option } 需要一个值。见 corelane { $command } --help。
cli-dashed-value = 选项 { $option } 需要一个值；以短横开头的值写成 { $option }={ $value }。
cli-takes-no-value = 选项 { $option } 不接受值。见 corelane { $command } --help。
cli-twice = --{ $option } 给出了两次。只给一次。
cli-too-many-arguments = 有 { NUMBER($count) } 个参数。最多 { NUMBER($max) } 个。
cli-long-argument = 第 { NUMBER($place) } 个参数（{ $word }）有 { NUMBER($length) } 个字符。最多 { NUMBER($max) } 个。

## `corelane run`

cli-stdin = 标准输入
cli-the-stdin = 标准输入
cli-stdin-empty = 标准输入是空的。向它送入一个实验，或给出实验文件；「corelane init」会打印一个。
cli-stopping = 正在停止；已测量的内容会保留
cli-stopped-before = 在第一次试验之前停止。
cli-claim = { $id }：{ $claim }
cli-cost = 代价：{ $cost }
cli-not-started = 预演时不启动 { $path }，因此不知道它是不是 Python。
cli-own-code = 这个实验运行自己的代码：{ $what }。如果信任它，加上 --allow-code，或 --module { $path }。
cli-untrusted-interpreter = 这个实验指明了自动检测没有找到的解释器 { $path }。如果信任它，加上 --allow-code。
cli-wrote = 已写入 { $path }
cli-kept = 报告已保存：{ $report }。corelane recover { $id } 会写出其文件。
cli-lost-output = 无法写入输出：{ $why }。

## What a run would do, for `--dry-run`.

plan-workload = 工作负载
plan-tasks = 任务
plan-schedule = 调度
plan-schedule-kind = { $kind ->
    [static] 静态
   *[dynamic] 动态，每次 { NUMBER($chunk) } 个
}
plan-rounds = 轮
plan-rounds-of = { NUMBER($warmup) } 轮预热，{ NUMBER($repeats) } 轮测量，{ NUMBER($empty) } 轮空任务
plan-seed = 种子
plan-cores = 核
plan-limits = 每次试验的限制
plan-limits-of = { $seconds } s，{ $megabytes } MB
plan-until = 重复直到
plan-until-of = ±{ $percent } %，每个单元最多 { NUMBER($max) } 次测量试验，不超过 { NUMBER($seconds) } s
plan-break-even = 平衡点
plan-break-even-of = { $tasks } 个任务，{ NUMBER($workers) } 个工作者，不超过 { NUMBER($seconds) } s
plan-break-even-per-core = { $tasks } 个任务，每个核一个工作者，不超过 { NUMBER($seconds) } s
plan-cells = 单元
plan-cell = 单元
plan-workers = 工作者
plan-processes = 进程
plan-threads = 线程
plan-concurrency = 并发
plan-placement = 位置
plan-placed = { $placement ->
    [main] 主进程
   *[host] 宿主
}
plan-empty-cell = { $cell }:空
plan-order = 顺序：{ NUMBER($count) } 次试验
plan-order-range = 顺序：至少 { NUMBER($min) } 次试验，最多 { NUMBER($max) } 次
plan-round = 第 { NUMBER($number) } 轮
plan-round-kind = { $kind ->
    [warm-up] 预热
   *[measured] 测量
}

## `corelane recover` and `corelane runs`

recover-no-run = 没有运行「{ $id }」。「corelane runs」列出已有的运行。
recover-nothing = 没有未完成的运行。
recover-removed = 已删除 { $id }
recover-discards = 「corelane recover --discard { $id }」会删除它。
recover-damaged = { $why }{ recover-discards }
recover-unreadable = 无法读取 { $id }。{ recover-discards }
recover-running = { $id } 正在进行（进程 { $pid }）。
recover-from-journal = { $why }改由运行日志生成报告。
recover-taken = { $id }：{ $why }由它写出文件。
recover-meanwhile = { $id } 已在此期间恢复。「corelane recover { $id }」会重新写出其文件。
recover-claims = { $moment } 开始检验的论断停在 { NUMBER($measurements) } 次测量之后：由此又得到 { NUMBER($findings) } 条发现。「corelane claims --kept」给出保存的全部发现。
runs-none = 还没有保存任何运行。
runs-state = { $state ->
    [finished] 已保存
    [unfinished] 未完成
    [running] 进行中
    [newer] 较新版本
   *[damaged] 已损坏
}
runs-state-ended = { runs-state }，{ $status }
runs-state-of = { $state }（进程 { $pid }）
runs-newer = { $name }（{ $why }）
runs-damaged = { $name }（已损坏：{ $why }）
runs-damaged-journal = { $name }（已损坏：{ $why }；运行日志完好，见「corelane recover」）

## `corelane claims`

claims-stopping = 正在停止；已得到的发现会保留
claims-are-kept = 发现已保存：corelane claims --kept 会再次给出。

## `corelane init module`

init-exists = { $path } 已存在。没有写入任何内容。
init-name = 自己的工作
init-head = 一个任务的工作。corelane run own.corelane.json --allow-code
init-seed = 实验的种子。
init-state = `setup` 返回的内容；每个工作者各有一份。
init-setup = 测量之前，每个工作者一次：打开、加载、连接。可以省略。
init-work = 任务 `index`：返回其计算结果；同一个 index 每次结果相同。

## `corelane machine`

machine-counters = 计数器
machine-readable = { $readable ->
    [yes] 可读取
   *[no] 不可读取
}
machine-python = Python
machine-no-python = Python：这里没有找到
machine-python-unusable = 不可用：{ $why }

## A run's progress, a line each.

progress-begin = { $name } · { NUMBER($cells) } 个单元 · { NUMBER($trials) } 次试验 · { NUMBER($cores) } 个核
progress-note = 备注：{ $note }
progress-more = 再做 { NUMBER($count) } 次试验，{ $why ->
    [stood-still] 因为其间一切停顿
   *[imprecise] 精度还不够
}：{ $cells }
progress-trial = 试验 { $number } / { $total }
progress-cell = { $cell }（{ $kind }）
progress-kind = { $kind ->
    [warm-up] 预热
   *[empty] 空任务
}
progress-spent = 已用 { $time }
progress-left = 剩余约 { $time }
progress-times = 冷启动 { $cold } 热时间 { $warm }
progress-failed = { $status }：{ $why }
progress-break-even = 平衡点
progress-tasks = { NUMBER($tasks) } 个 { $size } 的任务
progress-winner = { $winner ->
    [serial] 串行最快
    [threads] 线程
   *[processes] 进程
}
progress-gain = { progress-winner }，速度是串行的 { $ratio }
progress-undecided = { $strategies }之间无法判定
progress-run-end = { $status ->
    [stopped] 运行被停止。
   *[failed] 运行失败。
}
progress-run-end-why = { progress-run-end }{ $why }

## Limits of the shell.

limit-address-space = 地址空间限制为 { $limit } (ulimit -v)。对有工作者的进程，Node.js 最多预留 { $min }，不够时会直接中止，没有任何提示。如果试验被终止，提高上限 (ulimit -v unlimited)。
limit-files = 进程可以打开的文件限制为 { NUMBER($count) } 个 (ulimit -n)。一次运行需要 { NUMBER($min) } 个或更多。提高上限。
limit-processes = 该用户的进程和线程限制为 { NUMBER($count) } 个 (ulimit -u)。有工作者的运行需要 { NUMBER($min) } 个或更多。如果试验失败，提高上限。
