## Why something asked for can't be done: each a sentence, with the place and the remedy.

# A sentence behind the file or the input that it is about.
problem-of = { $of }：{ $problem }

# Stands in others. Why a file or a folder can't be read or written.
file-fault = { $code ->
    [missing] 没有这个文件
    [no-folder] 没有这个文件夹
    [denied] 权限不足
    [read-only] 文件系统只读
    [full] 磁盘已满
    [over-quota] 磁盘配额已用完
    [too-large] 会超过文件的最大大小
    [device] 设备出错
    [folder] 它是文件夹
    [not-a-file] 它不是文件
    [no-folder-on-path] 路径中有一部分不是文件夹
    [long-name] 名称太长
    [link-circle] 链接形成了循环
    [own-link] 它是指回自身的链接
    [dead-link] 它是没有目标的链接
    [not-executable] 没有执行权限
    [not-there] 它不存在
    [too-many-open] 打开的文件太多
    [nobody-reads] 没有读取方
    [running] 它是正在运行的程序
    [disconnected] 连接已断开
    [stale] 文件夹已不存在
    [pipe-or-device] 它是管道或设备
    [socket] 它是套接字
    [disk] 它是磁盘
    [no-links] 那里不能创建链接
   *[other] { $said }
}
# The same with the file or folder that it is of.
file-fault-at = { $path }：{ $why }

problem-not-read = 无法读取 { $path }：{ $why }。检查路径再试。
problem-too-large = { $name } { $unpacked ->
    [yes] 解压后
   *[no] { "" }
}大于 { $limit }，即可读取的上限。
problem-not-text = { $why ->
    [gzip] { $name } 经过 gzip 压缩。解压再试。
    [damaged-gzip] { $name } 经过压缩，但已损坏：无法解压。
    [zeros] { $name } 的内容全是零，写入中断的文件就是这样。重新写入再试。
    [utf-32] { $name } 是 UTF-32。{ problem-save-as-utf-8 }
    [utf-16] { $name } 是 UTF-16。{ problem-save-as-utf-8 }
   *[damaged-utf-16] { $name } 是 UTF-16（PowerShell 的写法），但已损坏。{ problem-save-as-utf-8 }
}
problem-not-utf-8 = { $name } 不是 UTF-8 文本：{ $seems ->
    [binary] 它根本不是文本
   *[one-byte] 看来是 Latin-1、Windows-1252 或其他单字节编码
}（第 { $line } 行的字节 { $byte }）。{ problem-save-as-utf-8 }
problem-save-as-utf-8 = 存为 UTF-8 再试。
problem-not-written = 无法写入 { $path }：{ $why }。换一个位置，或解决后再试。
problem-file-exists = { $path } 已存在。用 --out 选择另一个文件夹。
problem-not-set-aside = { $path } 已损坏，且无法改名保留：{ $why }。删除它再试。
problem-not-removed = 没有删除 { $path }：{ $why }。

## What is kept of earlier runs.

problem-not-replaced = 没有替换 { $path }，因为其内容未知：{ $why }
problem-empty-file = { $path } 是空的。
problem-damaged-settings = { $path } 已损坏，因此其中的设置不起作用，也不会为腾出空间而删除保存的运行。改正它，或删除它。
problem-damaged-file = { $path } 已损坏：{ $why }
problem-newer-file = { $path }：{ $why }
problem-damaged-measurements = { $path } 已损坏：其中的内容无法利用。删除它。
# Why stands at its end as a part of the sentence.
problem-unread = 无法读取 { $path }：{ $why }。
# Stands in the one before.
journal-fault = { $code ->
    [only-begun] 它只开了个头
    [no-journal] 它的开头不是运行日志
    [newer] 它是版本 { $version } 的运行日志，而这个 Corelane 最高读到版本 { $newest }
   *[long-line] 它的第一行超过 { $limit }
}
problem-empty-run = { $path } 中既没有报告，也没有运行日志。
problem-lost-run = { $why }写报告时已删除它的运行日志，因此什么也没有留下。
problem-no-such-run = { $run ->
    [named] 没有保存名为 { $id } 的运行。
   *[unnamed] 没有保存这个运行。
}
problem-running = 这个运行正在进行（进程 { $pid }）。
problem-run-taken = { $by ->
    [known] 进程 { $pid } 正在恢复它。
   *[unknown] 其他进程正在恢复它。
}
problem-not-kept = 运行没有保存到磁盘。

problem-link-left = { $why ->
    [foreign] { $link } 保持原样：它不是 Corelane 创建的链接。{ problem-move-away }
    [folder] { $link } 保持原样：它不属于本次运行。{ problem-move-away }
   *[file] { $link } 保持原样：它不属于本次运行。--force 会替换它。
}
problem-move-away = 把它移走，下次运行就会在那里创建链接。
problem-link-not-made = 没有创建 { $link }：{ $why }。
# A clause: it stands in other sentences.
problem-no-temp-folder = 无法在 { $folder } 中创建临时文件夹：{ $why }。把 TMPDIR 设为可以写入的文件夹
problem-text-not-kept = 无法写入 { $path }：{ $why }

## Own code.

problem-relative-path = { $path } 是相对于实验文件的路径。从实验文件打开实验，或给出完整路径。
problem-remote-path = { $path } 在另一台机器上，或是设备，不予读取。把它复制到这台机器的文件夹，并指向那里。
problem-cannot-run = 不能运行 { $path }：{ $why }
problem-no-such-export = { $file } 没有导出函数 { $export }；它导出了 { $exports }。把 "export" 设为其中之一，或导出该函数。
problem-too-much-code = 不能运行 { $name }：{ $what ->
    [files] 它涉及 { $most } 个以上的文件
    [arguments] 它的实参涉及 { $most } 个以上的文件名
   *[names] 它的文件夹含有 { $most } 个以上的名称
}，超出可以许可的范围。{ $source ->
    [program] 减少任务，或减少指明文件的实参。
   *[file] 把它放进单独的文件夹。
}
problem-content-not-read = 不能运行 { $path }：{ $why }。
problem-code-changed = { $how ->
    [gone] 许可之后，{ $path } 已不存在。
    [added] 许可之后，增加了 { $path }。
   *[changed] 许可之后，{ $path } 有改动。
}
problem-code-unreadable = 许可之后，{ $why }。
problem-not-whole-path = { $path } 不是完整路径。选择文件，或写出完整路径。
problem-not-runnable = { $path } 不是可以运行的文件。
problem-no-file = { $path } 不是文件。
problem-not-readable = 无法读取 { $path }：{ $why }。
problem-bad-python = { $line ->
    [known] { $file }:{ $number }：{ $said }。
   *[unknown] { $file }：{ $said }。
}

## Why an interpreter of Python can't be used: each stands after "can't be used: ", or alone in a list.

# Stands in the four below.
python-allow = 用 --allow-code，或实验写明其路径并得到许可时，运行才会使用它
python-relative-folder = 没有启动它：PATH 中它所在的文件夹是相对于当前文件夹的；{ python-allow }
python-in-current-folder = 没有启动它：它在当前文件夹中，因此是该文件夹的代码；{ python-allow }
python-in-folder = 没有启动它：它在 { $folder } 中，因此是该文件夹的代码；{ python-allow }
python-not-used = 没有使用它：它在 { $folder } 中，因此是该文件夹的代码；{ python-allow }
python-not-asked = 没有询问它：在它之前已找到 { NUMBER($others) } 个
python-too-old = 它的版本是 { $version }；最低要求 { $oldest }
python-ancient = 它早于 3.4；最低要求 { $oldest }
python-untold = { $how ->
    [unknown] 它没有说明自己是什么
    [says-nothing] 它没有说明自己是什么：没有任何输出
    [endless] 它没有说明自己是什么：输出没有尽头
   *[no-answer] 它没有应答
}
python-speaks-first = 它在被询问之前就有输出：{ $said }
python-does-not-run = 它不能运行：{ $why }
python-exited = 它不能运行：以退出码 { $code } 结束
python-killed = 它不能运行：被 { $signal } 终止

## Why something of the machine can't be read: each stands at the end of a sentence, or beside a counter.

reader-not-read = { $what ->
    [open] 无法打开 { $path } ({ $errno })
   *[read] 无法读取 { $path } ({ $errno })
}
reader-other-platform = { $what ->
    [runtime] 运行时在 { $platform } 上不提供
   *[linux] 只在 Linux 上读取，{ $platform } 上不读取
}
reader-fault = { $code ->
    [ended] 它已结束
    [nul-path] 含有 NUL 的路径无法读取
    [hidden] 这里看不到其他用户的进程
    [no-figures] 这里没有数值
    [from-runtime] 由运行时提供
   *[unknown] 这里无法读取
}
