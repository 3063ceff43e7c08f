# shell

## 应用提出的问题。

ask-cancel = 取消
ask-run = 运行这段代码？
ask-run-more = { $what }

    它能在这台机器上做你能做的任何事。仅在信任它时运行。
ask-run-yes = 运行
ask-look = 读取这段代码？
ask-look-more = { $what }

    它在你打开过的文件夹之外，因此尚未读取任何内容。运行之前会再次询问。
ask-look-yes = 读取
ask-close = 停止并关闭 Corelane？
ask-close-yes = 停止并关闭
ask-reload = 窗口没有响应。
ask-reload-more = 可以等待，也可以重新加载：正在进行的运行会继续，已测量和已输入的内容都会保留。
ask-reload-yes = 重新加载
ask-reload-no = 等待
ask-again-more = 不带其中打开的内容再试一次，或关闭 Corelane：关闭会停止正在进行的运行，已测量的内容会保留。
ask-again-yes = 再试一次
ask-again-no = 关闭 Corelane

open-code = 选择你的代码
open-code-files = TypeScript、JavaScript、Python
open-experiment = 打开实验
open-report = 打开报告
save-experiment = 保存实验
save-findings = 导出发现
save-picture = 保存图片
save-video = 将竞赛存为视频
save-report = 导出报告
file-experiment = 实验
file-report = 报告

## 自己的代码，在征求许可的问题和命令行中逐行列出。

own-function = 函数：{ $name }
own-program = 程序：{ $path }
own-params = 参数：{ $params }
own-argument = 实参 { NUMBER($number) }：{ $value }
own-interpreter = 解释器：{ $path }
own-cut = { $text }（{ NUMBER($count) } 个字符）
own-more-arguments = … 另有 { NUMBER($count) } 个实参
own-more-files = … 另有 { NUMBER($count) } 个
own-files = { NUMBER($files) } 个文件
own-files-packaged = { own-files }，其中 { NUMBER($packaged) } 个属于软件包
own-files-outside = { $all }；其中 { NUMBER($outside) } 个在你打开过的文件夹之外：

## 应用拒绝或无法做到的事。

app-refused = 已取消：未许可运行 { $what }。
app-changed = 没有运行任何内容：询问期间有文件发生了变化。{ $why }请重新运行。
app-cost-needs-consent = 同意运行代码之后才能得知代价。
app-cost-later = 已请求了更新的估算。
app-cost-busy = 有运行正在进行。其代价会随运行显示。
app-closing = Corelane 正在关闭。
app-busy = 有运行正在进行。请先停止它，或等它结束。
app-stopped-before = 在开始之前就被停止了。
app-not-started = 无法启动：{ $why }。没有运行任何内容。
app-run-failed = 运行在 Corelane 内部失败：{ $why }。
app-no-watch = 无法监视各核：{ $why }。
app-guess-after = 该论断已检验：现在猜测为时已晚。
app-guess-late = 该论断正在检验：现在猜测已来不及。
app-no-findings = 还没有任何发现。请先运行一条论断。
app-no-report = 还没有报告。请运行实验或打开报告。
app-not-copied = 剪贴板中未放入任何内容：{ $why }
app-too-large = { $name } 大于可读取的上限 { $limit }。
app-not-looked-at = { $path } 在你打开过的文件夹之外，因此不予读取。请选择该文件，或按「运行」并同意。
app-only-window = 只有 Corelane 的窗口可以调用它。
app-no-call = 没有名为 { $name } 的调用。
app-no-such-call = 没有这种调用。
app-bad-input = { $name } 收到了不接受的输入：{ $why }
app-call-failed = { $name } 在 Corelane 内部失败：{ $why }。详见其终端。
app-needs-value = --{ $option } 需要一个值：--{ $option } { $example }
app-bad-size = --size { $size } 不是不小于 { $min } 的尺寸。写法如 1440x900。
app-bad-theme = --theme 可取 { $themes }。
no-language = --language 可取 { $languages }。
no-language-set = { $variable } 的值是 { $name }，未被采用：可取 { $languages }。

## 离开应用。

leave-claims = 正在检验论断。其他论断的发现会保留；正在检验的这条没有发现。
leave-preparing = 运行即将开始，尚未测量任何内容。
leave-run = 运行「{ $name }」正在进行：{ NUMBER($planned) } 次试验已完成 { NUMBER($done) } 次。它们会保留为一份标记为已停止的报告。
closing = Corelane 正在关闭。
closing-stops = Corelane 停止正在进行的工作并保留已测量的内容，然后关闭。
closing-writes = Corelane 写完{ $files }后关闭。
closing-both = Corelane 停止正在进行的工作并保留已测量的内容，写完{ $files }后关闭。
closing-report = 报告
closing-findings = 发现

## 应用在终端里说的话。

app-log = corelane: { $text }
app-log-at = corelane: { $where }: { $text }
window-not-loaded = 无法加载窗口的页面。
window-not-loaded-why = 无法加载窗口的页面：{ $why }
window-gone = 窗口的进程已消失：{ $reason }。
window-gone-log = 窗口的进程已消失：{ $reason }
window-silent = 窗口的页面没有响应
window-failed-often = 窗口在一分钟内失败了 { NUMBER($count) } 次。
process-gone = { $name }：其进程已消失：{ $reason }
display-wrote = 已写入 { $path }
display-no-picture = 没有 { $name }：无法截取窗口
display-not-open = 窗口未在 { NUMBER($seconds) } s 内打开。
display-silent = { NUMBER($seconds) } s 内没有任何动静，因此放弃了这次运行。

## 帮助：各屏幕的快捷键

keys-title = 键盘快捷键
keys-close = 关闭
keys-open = 键盘快捷键
keys-screen = { $screen ->
    [everywhere] 任意位置
    [lab] 实验台
    [live] 运行期间
    [timeline] 结果：时间线
    [race] 竞赛
    [results] 结果
    [break-even] 结果：平衡点
   *[claims] 论断
  }
keys-place = 转到实验台、竞赛、结果、论断、机器
keys-help = 显示或关闭本页
keys-run = 运行实验
keys-stop-run = 停止运行
keys-follow = 跟随正在进行的试验
keys-freeze = 冻结时间线，或恢复跟随
keys-whole = 显示整个试验
keys-table = 在图和表之间切换
keys-slowest = 转到最慢的任务，再按转到次慢的
keys-zoom-in = 放大
keys-zoom-out = 缩小
keys-pan = 向左或向右移动
keys-marker = 标记一个时刻：两个标记给出差值
keys-unmark = 去掉标记和框选
keys-step = 图中：转到下一个任务、轨道或测量点；按住 Shift：框选任务
keys-page = 时间线中：滚动轨道
keys-lanes = 打开「轨道」菜单：顺序和已隐藏的轨道
keys-collapse-lane = 折叠或展开指针处或选中的轨道
keys-pin-lane = 固定该轨道，或取消固定
keys-hide-lane = 隐藏该轨道
keys-export = 打开「导出」菜单
keys-next-claim = 列表中：下一个或上一个论断
keys-first-claim = 列表中：第一个或最后一个论断
keys-try-claim = 运行所选论断
keys-stop-claims = 停止正在检验的论断

keys-mouse = 鼠标，在时间线上
mouse-wheel = 滚轮
mouse-wheel-does = 以指针处为中心缩放
mouse-shift-wheel = Shift 滚轮
mouse-shift-wheel-does = 平移
mouse-alt-wheel = Alt 滚轮
mouse-alt-wheel-does = 滚动轨道
mouse-overview = 在概览中拖动
mouse-overview-does = 选择显示的部分

## 键名

key-space = 空格
key-ctrl = Ctrl
key-enter = Enter
key-escape = Esc
key-home = Home
key-end = End
key-page-up = Page Up
key-page-down = Page Down

## 顶栏、侧栏，以及顶栏下的消息

place-name = { $place ->
    [lab] 实验台
    [race] 竞赛
    [results] 结果
    [claims] 论断
   *[machine] 机器
  }
rail = 页面
theme-own = 主题：{ $theme ->
    [light] 浅色
   *[dark] 深色
  }
theme-system = 主题：{ $theme ->
    [light] 浅色
   *[dark] 深色
  }（跟随系统）
language-name = { $language ->
    [en] English
    [zh] 简体中文
   *[system] 跟随系统
  }
language = 语言：{ $name }
language-system = 语言：{ $name }（跟随系统）
with-key = { $label }  { $key }
bar-claims = 文章的十二条论断，在这台机器上
bar-changed = { $from }，有改动
bar-preset = 预设
bar-preset-of = 预设「{ $title }」
bar-command = 来自命令行
bar-claim = 来自论断 { NUMBER($number) }
bar-load = <name>· 负载</name> <figure>{ $load }</figure>
dismiss = 关闭提示
undo = 撤销
saved = 已保存 { $path }
export = 导出
export-waits = 当前试验结束后写出导出文件。
draft-replaced = 已替换你的改动。

## 拖到窗口上的文件

drop-here = 把报告或实验拖到这里
drop-not-json = { $name } 不是 .json 或 .corelane 文件。请拖入报告或实验。
drop-too-large = { $name } 大于可读取的上限 { $most }。
drop-not-read = 无法读取 { $name }。请检查是否有权读取该文件。
drop-waits = { $name } 将在当前试验结束后打开。

## 窗口自身的故障

window-bug = 窗口内部出错：{ $detail }。如果窗口没有响应，请关闭应用再重新启动。
window-plain = 窗口反复失败，因此打开时未带入其中的内容。
window-plain-undo = 重新显示

## 多个屏幕共用的词

as-picture = 图
as-table = 表
cold = 冷启动
warm = 热时间
time = 时间
yes = 是
no = 否
none = 无
with-unit = { $name }，{ $unit }
