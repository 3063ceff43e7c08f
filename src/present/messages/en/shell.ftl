# shell

## Questions of the app.

ask-cancel = Cancel
ask-run = Run this code?
ask-run-more = { $what }

    It can do whatever you can do on this machine. Run it only if you trust it.
ask-run-yes = Run it
ask-look = Read this code?
ask-look-more = { $what }

    It lies outside the folders you have opened, so nothing of it has been read yet. You are asked again before it runs.
ask-look-yes = Read it
ask-close = Stop and close Corelane?
ask-close-yes = Stop and close
ask-reload = The window does not respond.
ask-reload-more = Wait, or reload it: a run under way goes on, and what was measured and typed is kept.
ask-reload-yes = Reload
ask-reload-no = Wait
ask-again-more = Try again without what was open in it, or close Corelane: a run under way is stopped then, and what was measured is kept.
ask-again-yes = Try again
ask-again-no = Close Corelane

open-code = Choose your code
open-code-files = TypeScript, JavaScript, Python
open-experiment = Open an experiment
open-report = Open a report
save-experiment = Save the experiment
save-findings = Export the findings
save-picture = Save the picture
save-video = Save the race as a video
save-report = Export the report
file-experiment = Experiment
file-report = Report

## Own code, as the question for consent and the command line show it: one thing per line.

own-function = function: { $name }
own-program = program: { $path }
own-params = params: { $params }
own-argument = argument { NUMBER($number) }: { $value }
own-interpreter = interpreter: { $path }
own-cut = { $text } ({ NUMBER($count) } characters)
own-more-arguments = … and { NUMBER($count) } arguments
own-more-files = … and { NUMBER($count) } more
own-files = { $files ->
    [one] { $files } file
   *[other] { $files } files
}
own-files-packaged = { own-files }, { NUMBER($packaged) } of them from packages
own-files-outside = { $all }; { $outside ->
    [one] { $outside } lies
   *[other] { $outside } lie
} outside the folders you have opened:

## What the app refuses or could not do.

app-refused = Cancelled: running { $what } was not allowed.
app-changed = Nothing was run: a file changed while you were being asked. { $why } Run it again.
app-cost-needs-consent = The cost is estimated once you have agreed to run your code.
app-cost-later = A later estimate was requested.
app-cost-busy = A run is under way. What it costs shows as it goes on.
app-closing = Corelane is closing.
app-busy = A run is under way. Stop it first, or wait for its end.
app-stopped-before = It was stopped before it began.
app-not-started = It could not be started: { $why }. Nothing was run.
app-run-failed = The run failed inside Corelane: { $why }.
app-no-watch = The cores can't be watched: { $why }.
app-guess-after = The claim has been tried: a guess would come after the fact.
app-guess-late = The claim is being tried: it is too late for a guess.
app-no-findings = Nothing has been found yet. Run a claim first.
app-no-report = There is no report yet. Run an experiment or open a report.
app-not-copied = Nothing was put into the clipboard: { $why }
app-too-large = { $name } is larger than { $limit }, the maximum.
app-not-looked-at = { $path } lies outside the folders you have opened, so it was not read. Choose the file, or press Run and agree.
app-only-window = Only the window of Corelane may call it.
app-no-call = There is no call { $name }.
app-no-such-call = There is no call of that kind.
app-bad-input = { $name } received invalid input: { $why }
app-call-failed = { $name } failed inside Corelane: { $why }. See its terminal for more.
app-needs-value = --{ $option } needs a value: --{ $option } { $example }
app-bad-size = --size { $size } is not a size of at least { $min }. Write it like 1440x900.
app-bad-theme = --theme takes { $themes }.
no-language = --language takes { $languages }.
no-language-set = { $variable } is { $name } and was ignored: it takes { $languages }.

## Leaving the app.

leave-claims = Claims are being tried. The findings so far are kept; the claim under way gets none.
leave-preparing = A run is about to begin. Nothing has been measured yet.
leave-run = The run “{ $name }” is under way: { NUMBER($done) } of { $planned ->
    [one] { $planned } trial
   *[other] { $planned } trials
} are done. They are kept, as a report that is marked as stopped.
closing = Corelane closes.
closing-stops = Corelane stops what is under way and keeps what was measured, then closes.
closing-writes = Corelane finishes writing { $files }, then closes.
closing-both = Corelane stops what is under way and keeps what was measured, and finishes writing { $files }, then closes.
closing-report = the report
closing-findings = findings

## What the app says in its terminal.

app-log = corelane: { $text }
app-log-at = corelane: { $where }: { $text }
window-not-loaded = The window's page could not be loaded.
window-not-loaded-why = the window's page could not be loaded: { $why }
window-gone = The window's process ended: { $reason }.
window-gone-log = the window's process ended: { $reason }
window-silent = the window's page does not respond
window-failed-often = The window failed { NUMBER($count) } times within a minute.
process-gone = { $name }: its process ended: { $reason }
display-wrote = wrote { $path }
display-no-picture = no { $name }: the window could not be captured
display-not-open = The window did not open within { NUMBER($seconds) } s.
display-silent = Nothing happened for { NUMBER($seconds) } s, so the run was given up.

## The help sheet: keys by screen

keys-title = Keyboard shortcuts
keys-close = Close
keys-open = Keyboard shortcuts
keys-screen = { $screen ->
    [everywhere] Everywhere
    [lab] Lab
    [live] During a run
    [timeline] Results, timeline
    [race] Race
    [results] Results
    [break-even] Results, break-even
   *[claims] Claims
  }
keys-place = Go to Lab, Race, Results, Claims, Machine
keys-help = Show or close this sheet
keys-run = Run the experiment
keys-stop-run = Stop the run
keys-follow = Follow the trial under way
keys-freeze = Freeze the timeline, or follow again
keys-whole = Show the whole trial
keys-table = Switch between the picture and its table
keys-slowest = Go to the slowest task; again: the next slower
keys-zoom-in = Zoom in
keys-zoom-out = Zoom out
keys-pan = Move to the left or right
keys-marker = Mark a moment: two give a difference
keys-unmark = Clear marks and selection
keys-step = In the picture: go to the next task, lane or measured point; with Shift: select an area
keys-page = In the timeline: scroll the lanes
keys-lanes = Open the Lanes menu: order, and what is hidden
keys-collapse-lane = Collapse or expand the lane at the pointer, or the selected one
keys-pin-lane = Pin or unpin it
keys-hide-lane = Hide it
keys-export = Open the Export menu
keys-next-claim = In the list: next or previous claim
keys-first-claim = In the list: first or last claim
keys-try-claim = Run the selected claim
keys-stop-claims = Stop the claims under way

keys-mouse = Mouse, in a timeline
mouse-wheel = wheel
mouse-wheel-does = Zoom at the pointer
mouse-shift-wheel = Shift wheel
mouse-shift-wheel-does = Pan
mouse-alt-wheel = Alt wheel
mouse-alt-wheel-does = Scroll the lanes
mouse-overview = drag in the overview
mouse-overview-does = Choose the part that is shown

## Names of keys

key-space = Space
key-ctrl = Ctrl
key-enter = Enter
key-escape = Esc
key-home = Home
key-end = End
key-page-up = Page up
key-page-down = Page down

## The bar, the rail, and messages under the bar

place-name = { $place ->
    [lab] Lab
    [race] Race
    [results] Results
    [claims] Claims
   *[machine] Machine
  }
rail = Places
theme-own = Theme: { $theme ->
    [light] light
   *[dark] dark
  }
theme-system = Theme: { $theme ->
    [light] light
   *[dark] dark
  }, as the system
language-name = { $language ->
    [en] English
    [zh] 简体中文
   *[system] System
  }
language = Language: { $name }
language-system = Language: { $name }, as the system
with-key = { $label }  { $key }
bar-claims = the article’s twelve claims, on this machine
bar-changed = { $from }, changed
bar-preset = preset
bar-preset-of = preset { $title }
bar-command = from the command line
bar-claim = from claim { NUMBER($number) }
bar-load = <name>· load</name> <figure>{ $load }</figure>
dismiss = Dismiss
undo = Undo
saved = Saved { $path }
export = Export
export-waits = The export is written after the trial under way.
draft-replaced = Replaced your changes.

## A file dropped on the window

drop-here = Drop a report or an experiment
drop-not-json = { $name } is not a .json or .corelane file. Drop a report or an experiment.
drop-too-large = { $name } is larger than { $most }, the maximum.
drop-not-read = { $name } could not be read. Check that it is a file that you may read.
drop-waits = { $name } opens after the trial under way.

## Failures of the window itself

window-bug = Something in the window failed: { $detail }. Restart the app if the window does not respond.
window-plain = The window failed repeatedly, so it opened without its contents.
window-plain-undo = Restore them

## Words that many screens share

as-picture = Picture
as-table = Table
cold = cold
warm = warm
time = Time
yes = yes
no = no
none = none
with-unit = { $name }, { $unit }
