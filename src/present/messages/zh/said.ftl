## What is said of a task that failed, beside own code's words. Each stands in a sentence, without its full stop.

said-unreadable = 抛出的值无法读取
said-empty-text = 抛出了空文本
said-value = 抛出了 { $value }
said-function = 抛出了函数{ $is ->
    [named] { " " }{ $name }
   *[unnamed] { "" }
}
said-object = 抛出了对象{ $has ->
    [keys] ，含有 { $keys }{ said-more }
   *[nothing] { "" }
}
said-no-message = { $name }，没有消息
# Stands in others, behind a list.
said-more = { $others ->
    [more] ，另有 { NUMBER($more) } 个
   *[none] { "" }
}
said-inner = { $said }{ $holds ->
    [errors] ：{ $inner }{ said-more }
   *[nothing] { "" }
}{ $cause ->
    [known] ，原因：{ $because }
   *[unknown] { "" }
}
# One of several errors within another.
said-numbered = ({ NUMBER($number) }) { $said }

said-no-checksum = { $at ->
    [place] 返回值的 { $place } 处
   *[top] 返回值
}是{ $what ->
    [function] 函数
    [symbol] symbol
    [circle] 包含自身的对象
    [generator] 生成器
    [class] 类的实例
   *[instance] { " " }{ $name } 的实例
}，没有校验和；返回数字、文本、字节、列表或普通对象
said-nested-too-deep = 返回值嵌套超过 { $levels } 层，没有校验和；减少嵌套
said-no-such-export = { $file } 没有导出函数 { $export }；它导出的有：{ $exports }
# What a file exports.
said-no-exports = 无
said-export-is-class = { $file } 中的 { $export } 是类：导出一个函数，如 (params, index) => new { $class }(params).run(index)
said-export-is-value = { $file } 中的 { $export } 不是函数，而是{ $what ->
    [number] 数字
    [text] 文本
    [boolean] 布尔值
    [null] { " " }null
    [list] 列表
    [object] 对象
   *[other] 其他值
}：导出一个函数，如 (params, index) => index
said-backslash-in-path = Node.js 无法加载 { $path }：其中有名称含反斜杠。重命名该文件夹或文件

said-program-not-started = { $command } 无法启动：{ $why }
program-fault = { $code ->
    [folder] 它是文件夹，不是程序
    [not-a-file] 它不是文件
    [not-executable] 没有执行它的权限（chmod +x 可授予）
    [windows-line-ends] 它的第一行以 Windows 的换行结尾，解释器的名称因此不同。改存为 Unix 的换行
    [no-interpreter] 它的第一行要求 { $interpreter }，而它不存在
    [missing] 没有这个程序
    [denied] 没有执行它的权限
    [no-program] 无法执行：它不是这个系统的程序，也没有 #! 行
    [damaged] 无法执行：它已损坏，或是其他系统的程序
    [unknown] 无法执行：它不是这个系统的程序
    [long-arguments] 它的实参超过这个系统允许的长度
    [processes] 不能再有更多的进程和线程（提高上限，即 ulimit -u 或容器的上限，或减少工作者）
    [files] 打开的文件太多（提高上限，即 ulimit -n，或减少工作者）
    [system-files] 这个系统上打开的文件太多
    [memory] 没有足够的内存（释放内存，提高上限，即 ulimit -v 或容器的上限，或减少工作者）
    [no-folder-on-path] 路径中有一部分不是文件夹
    [link-circle] 链接形成了循环
   *[other] { $said }
}
# Stands in the two below: the end of what the program wrote to its standard error.
said-tail = { $told ->
    [text] ：{ $said }
   *[nothing] { "" }
}
said-program-killed = { $command } 被 { $signal } 终止{ said-tail }
said-program-ended = { $command } 以退出码 { $code } 结束{ said-tail }（若这不算失败，设置 exitCodes: { $codes }）

said-request-failed = 对 { $url } 的请求失败：{ $why }
request-status = 状态{ $known ->
    [known] { " " }{ $status }
   *[unknown] 未知
}：{ $said }
request-length = 收到 { $bytes } 字节，应为 { $expected } 字节
said-read-back = { $path } 读回的内容与写入的不同
said-on-purpose = 任务 { $task } 故意抛出异常
said-thread-ended = 它的线程在任务完成之前以退出码 { $code } 结束

said-replaced = { $file } 或它导入的代码把 Node.js 需要的 { $name } 换成了不起作用的：去掉它
said-sets-then = { $file } 或它导入的代码设置了 Object.prototype.then，于是每个对象都被当作 Promise，等待它可能永远不会结束：去掉它
