## What is kept of earlier runs.

runs-removed = 已删除最旧的 { NUMBER($count) } 次保存的运行（{ $runs }）：保存的运行最多占用 { $limit }，即 settings.json 中的「keptBytes」。
runs-removed-more = { $runs }……
settings-set-aside = { $path } 已损坏：现已改名为 { $aside }，其中的其他设置需要重新设置。
