# race：一份报告中的中位试验，放在同一个时钟上

race-clock = { $basis ->
    [cold] 时钟，从作出决定起
   *[warm] 时钟，从发令起
  }
race-none = 还没有竞赛
race-none-note = 运行结束后，每种策略的中位试验会在这里并排、按同一个时钟、照记录重放。
race-none-ran = 这份报告中没有计数的试验，因此无从竞赛。
race-facts = 每种策略按冷启动时间的中位试验，照记录重放。
race-tasks = 各做同样的 { NUMBER($count) } 个任务。
race-absent = 没有计数的试验：{ $cells }。
race-verdict = 查看结论

## 控件

race-play = 播放
race-pause = 暂停
race-to-start = 到开头
race-to-end = 到结尾
race-steps = { $back } 和 { $forward } 步进一个任务
race-speed = 速度
race-speed-of = { $speed }×
race-speed-fit = 适合，{ $factor }
race-basis = 时钟显示
race-basis-of = { $basis ->
    [cold] 冷启动
   *[warm] 热时间
  }
race-axis = 轴
race-axis-short = 到 { $time }
race-axis-last = 到最后一个，{ $time }
race-position = 时钟的位置

## 每行的内容

race-of-tasks = / { NUMBER($count) } 个任务
race-place = 第 { NUMBER($place) }
race-finishes = 在 { $time } 完成 →
race-memory-now = 当前内存
race-open = 竞赛
race-peak = 峰值 { $size }
race-finished = { $cell }：{ $place }，{ $time }。
race-picture = { NUMBER($count) } 种策略的竞赛。{ $key } 显示表格。
race-flag-note = 旗子立在收齐最后一个结果之处。{ $basis ->
    [cold] 冷启动时间还包括工作者的结束（汇合）。
   *[warm] 热时间到最后一个任务为止。
  }

## 表格

race-table-place = 名次
race-table-cell = 策略
race-table-flag = 收齐最后结果
race-table-time = { $basis ->
    [cold] 冷启动时间
   *[warm] 热时间
  }
race-table-peak = 内存峰值
race-table-trial = 试验
keys-race-play = 播放或暂停竞赛
keys-race-step = 前后步进一个任务
keys-race-ends = 到开头或结尾

## Kept as a video or a picture

race-save-video = 存为视频
race-recording = 正在录制：{ $done } / { $total }
race-partial = 报告中只有部分任务，因而只画出这些：{ $cells }。
race-not-recorded = 视频未能录制（{ $why }）。
