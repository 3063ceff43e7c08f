# sheets

## 命令面板

palette = 命令
palette-hint = 想做什么？
palette-count = { $count ->
    [0] 没有这样的命令
   *[other] { $count } 条命令
}
palette-place = 页面
palette-setting = 设置
palette-export = 导出为{ $format ->
    [json] { " " }JSON
    [csv] { " " }CSV
    [spreadsheet]电子表格用的 CSV
    [html] { " " }HTML 页面
   *[trace]跟踪文件
  }
palette-theme = 主题：{ theme-name }
palette-language = 语言：{ $name }
palette-preset = 预设：{ $title }
palette-claim = 论断 { NUMBER($number) }：{ $sentence }
palette-run = 打开运行：{ $name }
palette-chart = { $title }：{ chart-deed }
keys-palette = 查找命令
keys-settings = 打开设置
keys-undo = 撤销表单中的上一次修改
keys-redo = 重做
key-shift = Shift
key-command = ⌘

## 设置

settings = 设置
settings-language = 语言
settings-theme = 主题
theme-name = { $theme ->
    [system] 跟随系统
    [light] 浅色
   *[dark] 深色
  }
settings-budget = 默认预算
settings-seconds = 一次运行最多
settings-trials = 每个单元的试验最多
settings-budget-note = 用于重复到精确为止的运行，从下一次选择预设起生效。留空则按预设。
settings-range = 从 { $min } 到 { $max }，或留空。
settings-runs = 保留的运行
settings-show = 打开文件夹
folder-not-shown = 无法打开 { $folder }：{ $why }。请在文件管理器中打开它。

## 菜单

menu-file = 文件
menu-edit = 编辑
menu-view = 视图
menu-window = 窗口
menu-help = 帮助
menu-about = 关于 Corelane
menu-services = 服务
menu-hide = 隐藏 Corelane
menu-hide-others = 隐藏其他
menu-show-all = 全部显示
menu-quit = 退出 Corelane
menu-close = 关闭窗口
menu-settings = 设置…
menu-open-experiment = 打开实验…
menu-open-report = 打开报告…
menu-save-experiment = 保存实验…
menu-undo = 撤销
menu-redo = 重做
menu-cut = 剪切
menu-copy = 复制
menu-paste = 粘贴
menu-select-all = 全选
menu-palette = 命令…
menu-zoom-reset = 实际大小
menu-zoom-in = 放大
menu-zoom-out = 缩小
menu-full-screen = 全屏
menu-reload = 重新加载
menu-tools = 开发者工具
menu-minimise = 最小化
menu-zoom-window = 缩放
menu-front = 全部置于前面
menu-keys = 键盘快捷键
