keys-open = 键盘快捷键
language-name = { $language ->
    [en] English
    [zh] 简体中文
   *[system] 跟随系统
  }
language = 语言：{ $name }
language-system = 语言：{ $name }（跟随系统）
